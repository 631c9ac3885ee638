FROM node:18-bullseye-slim as builder
RUN apt-get update && apt-get install -y --no-install-recommends \
      git \
      # node-gyp wants these
      python3 make g++ \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /repo
COPY package.json yarn.lock .yarnrc.yml ./
COPY .yarn ./.yarn
COPY packages/api/package.json packages/api/
COPY packages/web/package.json packages/web/
RUN yarn install --immutable
COPY packages packages
RUN yarn workspace web build; yarn workspace api build
FROM nginx
COPY --from=builder /repo/packages/web/dist /usr/share/nginx/html
