### installations without a clean-up
FROM node:22
RUN npm ci
    ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
RUN npm install
    ^^^^^^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
RUN npm i -g pnpm@9
    ^^^^^^^^^^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
===>
FROM node:22
RUN npm ci && npm cache clean --force
RUN npm install && npm cache clean --force
RUN npm i -g pnpm@9 && npm cache clean --force

### what cleans up
FROM node:22
RUN npm ci && npm cache clean --force
RUN npm ci && rm -rf ~/.npm
RUN npm ci && rm -rf /root/.npm/_cacache
RUN npm install && npm cache clear --force

### what does not
FROM node:22
RUN npm cache clean --force && npm ci
                               ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
RUN npm ci && npm cache verify
    ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
===>
FROM node:22
RUN npm cache clean --force && npm ci && npm cache clean --force
RUN npm ci && npm cache verify && npm cache clean --force

### a mount
FROM node:22
RUN --mount=type=cache,target=/root/.npm npm ci

### other commands
FROM node:22
RUN npm run build && npm prune && npm test

### only stages that end up in the image
FROM node:22 AS build
RUN npm ci
FROM nginx
COPY --from=build /app /app

### a cache in another place
FROM node:22
ENV npm_config_cache=/tmp/npm
RUN npm ci && rm -rf /tmp/*
RUN npm ci && rm -rf /root/.npm
    ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.

### npm is removed again, or installs from its cache later
FROM debian:12
RUN apt-get install -y npm && npm ci && apt-get purge -y npm
FROM node:22
RUN npm ci
    ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
RUN npm ci --offline
    ^^^^^^^^^^^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
===> no fix

### several lines, and a script that is left for another process
FROM node:22
RUN npm ci \
    ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
 && npm run build
RUN npm ci && exec true
    ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
===>
FROM node:22
RUN npm ci \
 && npm run build \
 && npm cache clean --force
RUN npm ci && exec true

### in a shell of its own, or with a cache of its own
FROM node:22
RUN (. ~/.nvm/nvm.sh && npm ci)
                        ^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
RUN npm ci --cache /tmp/npm
    ^^^^^^^^^^^^^^^^^^^^^^^ npm keeps every archive that it downloads in its cache in the image: nothing behind it in this RUN cleans up.
===> no fix
