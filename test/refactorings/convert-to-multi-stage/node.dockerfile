### a compiled server, with packages for production and files that it opens
FROM node:20<|>

WORKDIR /usr/src/app

COPY package*.json ./
RUN npm ci

COPY . .
RUN npm run build

USER node
EXPOSE 3000
CMD [ "npm", "start" ]
--- file: package.json
{
  "scripts": { "build": "tsc", "start": "node dist/index.js" },
  "dependencies": { "express": "4.21.2" },
  "devDependencies": { "typescript": "5.9.3" }
}
--- file: tsconfig.json
{ "compilerOptions": { /* out */ "outDir": "dist" } }
--- file: src/index.ts
import express from 'express';
import { join } from 'node:path';
express().set('views', join(__dirname, '../pages')).listen(3000);
--- file: pages/index.ejs
page
--- file: public/a.css
a {}
--- file: test/index.test.ts
import 'nothing';
===>
FROM node:20 AS build

WORKDIR /usr/src/app

COPY package*.json ./
RUN npm ci

COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/package.json /usr/src/app/package.json
COPY --from=build /usr/src/app/node_modules /usr/src/app/node_modules
COPY --from=build /usr/src/app/dist /usr/src/app/dist
COPY --from=build /usr/src/app/pages /usr/src/app/pages
COPY --from=build /usr/src/app/public /usr/src/app/public

USER node
EXPOSE 3000
CMD [ "npm", "start" ]

### a package for development that the program imports
FROM node:20-alpine<|>
WORKDIR /app
COPY . .
RUN npm install && npm run build
CMD ["node", "build/main.js"]
--- file: package.json
{
  "scripts": { "build": "tsc" },
  "devDependencies": { "typescript": "5.9.3", "koa": "2.15.3", "vitest": "3.0.0" }
}
--- file: tsconfig.json
{ "compilerOptions": { "outDir": "build" } }
--- file: src/main.ts
import { app } from './app';
app.listen(80);
--- file: src/app.ts
import Koa from 'koa';
export const app = new Koa();
--- file: src/app.test.ts
import { test } from 'vitest';
===>
FROM node:20-alpine AS build
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build

FROM node:20-alpine
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/build /app/build
CMD ["node", "build/main.js"]

### a build that may write anywhere: the project is copied as a whole
FROM node:20-bookworm<|>
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile
COPY . .
RUN yarn build
CMD ["node", "server.js"]
--- file: package.json
{
  "scripts": { "build": "webpack" },
  "dependencies": { "express": "4.21.2" },
  "devDependencies": { "webpack": "5.97.1" }
}
--- file: server.js
require('express')().listen(80);
===>
FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile
COPY . .
RUN yarn build
RUN yarn install --production --ignore-scripts --prefer-offline --frozen-lockfile

FROM node:20-bookworm-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "server.js"]

### compilers stay in the builder, a launcher and a process manager move
FROM node:18-bookworm<|>
ENV NODE_ENV=production
RUN apt-get update && apt-get install -y tini python3 make g++ && rm -rf /var/lib/apt/lists/*
RUN npm install -g pm2@5
WORKDIR /app
COPY . .
RUN npm ci
ENTRYPOINT ["tini", "--"]
CMD ["pm2-runtime", "app.js"]
===>
FROM node:18-bookworm AS build
ENV NODE_ENV=production
RUN apt-get update && apt-get install -y tini python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN npm ci

FROM node:18-bookworm-slim
ENV NODE_ENV=production
RUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
RUN npm install -g pm2@5
WORKDIR /app
COPY --from=build /app /app
ENTRYPOINT ["tini", "--"]
CMD ["pm2-runtime", "app.js"]

### package lists go with the installation that they are for
FROM node:20-bookworm<|>
WORKDIR /app
COPY . .
# The health check wants curl.
RUN apt-get update
RUN apt-get install -y curl
RUN npm ci
RUN npm run build
HEALTHCHECK CMD curl -f http://localhost:3000/
CMD ["node", "app.js"]
--- file: package.json
{ "scripts": { "build": "rollup -c" }, "devDependencies": { "rollup": "4.0.0" } }
===>
FROM node:20-bookworm AS build
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-bookworm-slim
# The health check wants curl.
RUN apt-get update
RUN apt-get install -y curl
WORKDIR /app
COPY --from=build /app /app
HEALTHCHECK CMD curl -f http://localhost:3000/
CMD ["node", "app.js"]

### a manager that both stages need
FROM node:20-bookworm<|>
RUN npm install -g pnpm@9
WORKDIR /app
COPY . .
RUN pnpm install && pnpm build
CMD ["pnpm", "start"]
--- file: package.json
{
  "scripts": { "build": "tsc", "start": "node dist/main" },
  "devDependencies": { "typescript": "5.9.3" }
}
--- file: src/main.ts
export {};
===>
FROM node:20-bookworm AS build
RUN npm install -g pnpm@9
WORKDIR /app
COPY package.json ./
RUN pnpm install
COPY . .
RUN pnpm build
RUN CI=true pnpm prune --prod --ignore-scripts

FROM node:20-bookworm-slim
RUN npm install -g pnpm@9
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
CMD ["pnpm", "start"]

### a version by an argument
ARG NODE_VERSION=20
FROM node:${NODE_VERSION}<|>
WORKDIR /app
COPY . .
RUN npm ci --include=dev && npm run build
CMD ["node", "dist/main"]
===>
ARG NODE_VERSION=20
FROM node:${NODE_VERSION} AS build
WORKDIR /app
COPY . .
RUN npm ci --include=dev && npm run build
RUN npm prune --omit=dev

FROM node:${NODE_VERSION}-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "dist/main"]

### a digest is kept
FROM node:20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/main"]
===>
FROM node:20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm prune --omit=dev

FROM node:20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "dist/main"]

### a server for development
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
CMD ["npm", "start"]
--- file: package.json
{ "scripts": { "start": "react-scripts start" } }
===> refused: The container runs react-scripts start, a tool for development.

### a script that can't be read
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npm", "start"]
===> refused: What the script "start" runs stands in package.json, which can't be read here.

### nothing is built
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
CMD ["node", "app.js"]
===> refused: No RUN builds anything, and package.json is not here to tell what the program needs: a slim image and npm ci --omit=dev would make it smaller.

### two projects in one
FROM node:20<|>
WORKDIR /app
COPY . .
RUN cd client && npm ci && npm run build
RUN cd server && npm ci
CMD ["node", "server/index.js"]
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN cd client && npm ci && npm run build
RUN cd server && npm ci
RUN cd /app/server && npm prune --omit=dev

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "server/index.js"]

### a browser
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/index.js"]
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "puppeteer": "23.0.0" } }
===> refused: puppeteer needs a browser and its libraries, and which ones is not known.
