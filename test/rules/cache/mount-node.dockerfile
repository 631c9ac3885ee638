### each has its own directory
FROM node:20
RUN npm i -g pnpm && npm cache clean --force
    ^^^^^^^^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount at /root/.npm.
RUN yarn --frozen-lockfile && yarn cache clean
    ^^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount at /usr/local/share/.cache/yarn.
ENV PNPM_HOME=/pnpm
RUN pnpm install --frozen-lockfile && pnpm store prune
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pnpm downloads everything again whenever this step reruns: there is no cache mount at /pnpm/store.
FROM oven/bun:1
RUN bun install --production
    ^^^^^^^^^^^^^^^^^^^^^^^^ Bun downloads everything again whenever this step reruns: there is no cache mount at /root/.bun/install/cache.
===>
FROM node:20
RUN --mount=type=cache,target=/root/.npm npm i -g pnpm
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn --frozen-lockfile
ENV PNPM_HOME=/pnpm
RUN --mount=type=cache,target=/pnpm/store pnpm install --frozen-lockfile
FROM oven/bun:1
RUN --mount=type=cache,target=/root/.bun/install/cache bun install --production

### Yarn 2 and later
FROM node:20
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable
    ^^^^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount at /root/.yarn/berry/cache.
USER node
RUN yarn workspaces focus
    ^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount at /home/node/.yarn/berry.
--- file: .yarnrc.yml
# of the whole project
nodeLinker: "node-modules"
===>
FROM node:20
COPY package.json yarn.lock .yarnrc.yml ./
RUN --mount=type=cache,target=/root/.yarn/berry/cache yarn install --immutable
USER node
RUN --mount=type=cache,target=/home/node/.yarn/berry,uid=1000,gid=1000 yarn workspaces focus

### Yarn 2 and later, where programs may run from the cache
FROM node:20
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable
    ^^^^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount for what Yarn downloads.
===> no fix

### Yarn 2 and later, by the project's package.json
FROM node:20
ENV YARN_NODE_LINKER=node-modules
COPY package.json yarn.lock ./
RUN yarn --frozen-lockfile
    ^^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount at /root/.yarn/berry/cache.
--- file: package.json
{ "name": "app", "packageManager": "yarn@4.5.0" }
===>
FROM node:20
ENV YARN_NODE_LINKER=node-modules
COPY package.json yarn.lock ./
RUN --mount=type=cache,target=/root/.yarn/berry/cache yarn --frozen-lockfile

### a cache of the project's own stays with its clean-up
FROM node:20
ENV YARN_NODE_LINKER=node-modules
RUN yarn install --immutable && yarn cache clean
    ^^^^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount at /root/.yarn/berry/cache.
===> no fix

### places that the project's settings give
FROM node:20
COPY package.json package-lock.json .npmrc ./
RUN npm ci
    ^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount for what npm downloads.
RUN pnpm install
    ^^^^^^^^^^^^ pnpm downloads everything again whenever this step reruns: there is no cache mount for what pnpm downloads.
--- file: .npmrc
cache=/tmp/npm
store-dir = /tmp/pnpm
===> no fix

### what is written beside a mount, where only root could
FROM node:20
USER node
RUN pnpm install
    ^^^^^^^^^^^^ pnpm downloads everything again whenever this step reruns: there is no cache mount for what pnpm downloads.
ENV PNPM_HOME=/pnpm
RUN pnpm install
    ^^^^^^^^^^^^ pnpm downloads everything again whenever this step reruns: there is no cache mount for what pnpm downloads.
RUN bun add --global prettier
    ^^^^^^^^^^^^^^^^^^^^^^^^^ Bun downloads everything again whenever this step reruns: there is no cache mount for what Bun downloads.
===> no fix

### what is written beside a mount, where the directory is there
FROM node:20
ENV PNPM_HOME=/pnpm
RUN mkdir -p $PNPM_HOME && chown node $PNPM_HOME
USER node
RUN pnpm install
    ^^^^^^^^^^^^ pnpm downloads everything again whenever this step reruns: there is no cache mount at /pnpm/store.
RUN npm_config_store_dir=/tmp/store pnpm install
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pnpm downloads everything again whenever this step reruns: there is no cache mount at /tmp/store.
RUN bun install
    ^^^^^^^^^^^ Bun downloads everything again whenever this step reruns: there is no cache mount at /home/node/.bun/install/cache.
===>
FROM node:20
ENV PNPM_HOME=/pnpm
RUN mkdir -p $PNPM_HOME && chown node $PNPM_HOME
USER node
RUN --mount=type=cache,target=/pnpm/store,uid=1000,gid=1000 pnpm install
RUN --mount=type=cache,target=/tmp/store,uid=1000,gid=1000 npm_config_store_dir=/tmp/store pnpm install
RUN --mount=type=cache,target=/home/node/.bun/install/cache,uid=1000,gid=1000 bun install

### moved by variables and flags
FROM node:20
ENV npm_config_cache=/npm
RUN npm ci
    ^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount at /npm.
RUN npm ci --cache /tmp/npm
    ^^^^^^^^^^^^^^^^^^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount at /tmp/npm.
RUN YARN_CACHE_FOLDER=.yarn yarn
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount at /.yarn.
===>
FROM node:20
ENV npm_config_cache=/npm
RUN --mount=type=cache,target=/npm npm ci
RUN --mount=type=cache,target=/tmp/npm npm ci --cache /tmp/npm
RUN --mount=type=cache,target=/.yarn YARN_CACHE_FOLDER=.yarn yarn

### users of the image
FROM node:20-alpine
USER node
RUN npm ci
    ^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount at /home/node/.npm.
RUN yarn install
    ^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount at /home/node/.cache/yarn.
USER 1000
RUN npm ci
    ^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount at /home/node/.npm.
===>
FROM node:20-alpine
USER node
RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci
RUN --mount=type=cache,target=/home/node/.cache/yarn,uid=1000,gid=1000 yarn install
USER 1000
RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci

### what later steps install without the network changes with it
FROM node:20
COPY pnpm-lock.yaml ./
RUN pnpm fetch
    ^^^^^^^^^^ pnpm downloads everything again whenever this step reruns: there is no cache mount at /root/.local/share/pnpm/store.
COPY . .
RUN pnpm install --offline
===>
FROM node:20
COPY pnpm-lock.yaml ./
RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm fetch
COPY . .
RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm install --prefer-offline

### nothing to download
FROM node:20
RUN npm run build && npm --version && yarn build
RUN --mount=type=cache,target=/root/.npm npm ci

### a clean-up that stands in a condition
FROM node:20
RUN npm ci && if [ "$CI" ]; then npm cache clean --force; fi
    ^^^^^^ npm downloads everything again whenever this step reruns: there is no cache mount at /root/.npm.
===> no fix

### what is downloaded by the packages themselves, where only root could write
FROM node:20
USER node
RUN yarn --frozen-lockfile
    ^^^^^^^^^^^^^^^^^^^^^^ Yarn downloads everything again whenever this step reruns: there is no cache mount for what Yarn downloads.
--- file: package.json
{
  "devDependencies": {
    "cypress": "13.0.0"
  }
}
===> no fix
