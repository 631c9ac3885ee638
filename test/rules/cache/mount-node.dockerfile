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
===>
FROM node:20
COPY package.json yarn.lock .yarnrc.yml ./
RUN --mount=type=cache,target=/root/.yarn/berry/cache yarn install --immutable

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
