### a command without its secret, once for a RUN
# syntax=docker/dockerfile:1
FROM node:22
RUN npm ci && npm run build
    ^^^ npm needs the secret npmrc, which this RUN does not mount.
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
RUN yarn install
===>
# syntax=docker/dockerfile:1
FROM node:22
RUN --mount=type=secret,id=npmrc npm ci && npm run build
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
RUN yarn install
--- settings: {"requiredSecrets": {"npm": "npmrc"}}

### nothing is required unless it is configured
FROM node:22
RUN npm ci
