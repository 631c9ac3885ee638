### an installation without a clean-up
FROM node:22
RUN yarn install
    ^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
===>
FROM node:22
RUN yarn install && yarn cache clean

### in the author's layout
FROM node:22
RUN yarn install --frozen-lockfile \
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
 && yarn build
===>
FROM node:22
RUN yarn install --frozen-lockfile \
 && yarn build \
 && yarn cache clean

### what cleans up
FROM node:22
RUN yarn install && yarn cache clean
RUN yarn install && rm -rf /usr/local/share/.cache/yarn
RUN yarn install && rm -rf /usr/local/share/.cache

### what does not
FROM node:22
RUN yarn cache clean && yarn install
                        ^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
===>
FROM node:22
RUN yarn cache clean && yarn install && yarn cache clean

### bare, add, global
FROM node:22
RUN yarn && yarn add left-pad && yarn global add x

### a mount
FROM node:22
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
RUN --mount=type=cache,target=/root/.cache/yarn yarn install

### only stages that end up in the image
FROM node:22 AS build
RUN yarn install
FROM nginx
COPY --from=build /app /app

### a newer Yarn
FROM node:22
COPY .yarnrc.yml package.json yarn.lock ./
RUN corepack enable && yarn install --immutable
                       ^^^^^^^^^^^^^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
===>
FROM node:22
COPY .yarnrc.yml package.json yarn.lock ./
RUN corepack enable && yarn install --immutable && yarn cache clean --all

### in ONBUILD
FROM node:22
ONBUILD RUN yarn install
            ^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
===>
FROM node:22
ONBUILD RUN yarn install && yarn cache clean

### hadolint: first with first
FROM node:20 AS foo
RUN yarn install
    ^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
RUN yarn install foo && yarn cache clean
RUN yarn install foo && yarn clean
RUN yarn cache clean && yarn install foo
                        ^^^^^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
RUN yarn cache clean && yarn install foo && yarn cache clean
                        ^^^^^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
RUN yarn add foo
RUN yarn
RUN --mount=type=cache,target=/root/.cache/yarn yarn install foo
RUN --mount=type=cache,target=/root/.cache/yarn yarn cache clean && yarn install foo
                                                                    ^^^^^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
RUN --mount=type=cache,target=/usr/local/share/.cache yarn install foo
                                                      ^^^^^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
ONBUILD RUN yarn install
            ^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
--- settings: {"hadolint": true}

### hadolint: the last FROM by value, and stages by name
FROM node:20 AS one
RUN yarn install
    ^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
FROM node:20 AS two
RUN yarn install
FROM one
RUN yarn install
FROM node:20
RUN yarn install
    ^^^^^^^^^^^^ Yarn keeps a copy of each package in its cache in the image: nothing behind it in this RUN cleans up.
--- settings: {"hadolint": true}
