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
--- file: package.json
{ "dependencies": { "express": "4.18.2" } }
--- file: app.js
require('express')().listen(3000);
===>
FROM node:18-bookworm AS build
ENV NODE_ENV=production
RUN apt-get update && apt-get install -y tini python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .

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
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "express": "4.18.2" }, "devDependencies": { "typescript": "5.4.5" } }
===>
ARG NODE_VERSION=20
FROM node:${NODE_VERSION} AS build
WORKDIR /app
COPY . .
RUN npm ci --include=dev && npm run build
RUN npm prune --omit=dev

FROM node:${NODE_VERSION}-slim
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
CMD ["node", "dist/main"]

### a digest is kept
FROM node:20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/main"]
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "express": "4.18.2" }, "devDependencies": { "typescript": "5.4.5" } }
===>
FROM node:20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm prune --omit=dev

FROM node:20@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
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
--- file: client/package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.2.8" } }
--- file: server/package.json
{ "dependencies": { "express": "4.18.2" }, "devDependencies": { "nodemon": "3.1.0" } }
--- file: server/index.js
require('express')().listen(3000);
===>
FROM node:20 AS build
WORKDIR /app
COPY client/package.json /app/client/
RUN cd client && npm ci
COPY . .
RUN cd client && npm run build
RUN cd server && npm ci
RUN cd /app/server && npm prune --omit=dev
RUN cd /app/client && rm -rf node_modules

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

### no build step: the tools of the full image and packages for development stay behind
FROM node:20<|>
WORKDIR /usr/src/app
COPY package*.json ./
RUN npm install
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" }, "devDependencies": { "nodemon": "3.1.9" } }
--- file: server.js
require('express')().listen(3000);
===>
FROM node:20 AS build
WORKDIR /usr/src/app
COPY package*.json ./
RUN npm install
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /usr/src/app
COPY --from=build /usr/src/app /usr/src/app
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]

### no build step, a small image, and nothing for development
FROM node:20-slim<|>
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "server.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" } }
--- file: server.js
require('express')().listen(3000);
===> refused: There is little to leave behind: the base image is small already, and no package is for development only.

### manifests that are mounted for the installation alone
FROM node:20<|>
ENV NODE_ENV=production
WORKDIR /usr/src/app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --include=dev
USER node
COPY . .
CMD node src/index.js
--- file: package.json
{ "dependencies": { "express": "4.21.2" }, "devDependencies": { "nodemon": "3.1.9" } }
--- file: package-lock.json
{ "lockfileVersion": 3, "packages": { "node_modules/express": {}, "node_modules/nodemon": { "dev": true } } }
--- file: src/index.js
require('express')().listen(3000);
===>
FROM node:20 AS build
ENV NODE_ENV=production
WORKDIR /usr/src/app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --include=dev

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /usr/src/app
COPY --from=build /usr/src/app /usr/src/app
USER node
COPY . .
CMD node src/index.js

### a package for development that is asked for by its name
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm install
CMD ["node", "index.js"]
--- file: package.json
{ "dependencies": { "pino": "9.5.0" }, "devDependencies": { "pino-pretty": "13.0.0" } }
--- file: index.js
const log = require('pino')({ transport: { target: 'pino-pretty' } });
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "index.js"]

### a package that only another one for development brings
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "index.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" }, "devDependencies": { "nodemon": "3.1.9" } }
--- file: package-lock.json
{ "lockfileVersion": 3, "packages": { "node_modules/express": {}, "node_modules/chokidar": { "dev": true } } }
--- file: index.js
require('chokidar').watch('.');
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "index.js"]

### files that the program looks up by itself import a package for development
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
EXPOSE 3001
CMD ["node", "index.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" }, "devDependencies": { "morgan": "1.10.0" } }
--- file: index.js
for (const file of require('fs').readdirSync('./routes')) require('./routes/' + file);
--- file: routes/log.js
require('morgan');
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
EXPOSE 3001
CMD ["node", "index.js"]

### the sources call git
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
EXPOSE 3002
CMD ["node", "index.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" }, "devDependencies": { "nodemon": "3.1.9" } }
--- file: index.js
const { execSync } = require('child_process');
execSync(`git clone ${process.argv[2]}`);
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm prune --omit=dev

FROM node:20-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates git && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app /app
EXPOSE 3002
CMD ["node", "index.js"]

### the sources start a program that they do not name
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
EXPOSE 3003
CMD ["node", "index.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" } }
--- file: index.js
const { spawn } = require('child_process');
spawn(process.env.TOOL, []);
===> refused: There is little to leave behind. It stays on node:20: /app/index.js starts programs that it does not name.

### a package that needs libraries of the full image
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 3004
CMD ["node", "dist/index.js"]
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "canvas": "2.11.2" }, "devDependencies": { "typescript": "5.9.3" } }
--- file: src/index.ts
import 'canvas';
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
EXPOSE 3004
CMD ["node", "dist/index.js"]

### Prisma: its client is generated among the packages, and needs OpenSSL
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm install -g pnpm@9
RUN pnpm install && pnpm exec prisma generate && pnpm build
CMD ["node", "dist/index.js"]
--- file: package.json
{
  "scripts": { "build": "tsc" },
  "dependencies": { "@prisma/client": "6.1.0" },
  "devDependencies": { "prisma": "6.1.0", "typescript": "5.9.3" }
}
--- file: prisma/schema.prisma
generator client { provider = "prisma-client-js" }
--- file: src/index.ts
import { PrismaClient } from '@prisma/client';
===>
FROM node:20 AS build
WORKDIR /app
RUN npm install -g pnpm@9
COPY package.json ./
RUN pnpm install
COPY . .
RUN pnpm exec prisma generate && pnpm build

FROM node:20-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends openssl && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
COPY --from=build /app/prisma /app/prisma
CMD ["node", "dist/index.js"]

### an entry point that migrates with a package for development
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
COPY docker-entrypoint.sh /usr/local/bin/
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["node", "dist/index.js"]
--- file: docker-entrypoint.sh
#!/bin/sh
npx knex migrate:latest
exec "$@"
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "pg": "8.13.1" }, "devDependencies": { "knex": "3.1.0", "typescript": "5.9.3" } }
--- file: src/index.ts
import 'pg';
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
COPY docker-entrypoint.sh /usr/local/bin/
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["node", "dist/index.js"]

### packages beside those of the manifest
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
RUN npm install --no-save @sentry/node@8
CMD ["node", "index.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" }, "devDependencies": { "nodemon": "3.1.9" } }
--- file: index.js
require('express')().listen(3000);
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm install --no-save @sentry/node@8

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "index.js"]

### workspaces
FROM node:20<|>
WORKDIR /repo
COPY . .
RUN npm ci
RUN npm run build -w @acme/shared && npm run build -w @acme/api
CMD ["npm", "start", "-w", "@acme/api"]
--- file: package.json
{ "workspaces": ["packages/*"], "devDependencies": { "typescript": "5.9.3" } }
--- file: packages/shared/package.json
{ "name": "@acme/shared", "scripts": { "build": "tsc" } }
--- file: packages/shared/src/index.ts
export {};
--- file: packages/api/package.json
{ "name": "@acme/api", "scripts": { "build": "tsc", "start": "node dist/index.js" }, "dependencies": { "@acme/shared": "*" } }
--- file: packages/api/src/index.ts
import '@acme/shared';
===>
FROM node:20 AS build
WORKDIR /repo
COPY . .
RUN npm ci
RUN npm run build -w @acme/shared && npm run build -w @acme/api
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /repo
COPY --from=build /repo /repo
CMD ["npm", "start", "-w", "@acme/api"]

### workspaces of pnpm
FROM node:20<|>
WORKDIR /repo
RUN npm install -g pnpm@9
COPY . .
RUN pnpm install --frozen-lockfile
RUN pnpm --filter @acme/api build
CMD ["pnpm", "--filter", "@acme/api", "start"]
--- file: pnpm-workspace.yaml
packages: [packages/*]
--- file: pnpm-lock.yaml
lockfileVersion: '9.0'
--- file: package.json
{ "devDependencies": { "typescript": "5.9.3" } }
--- file: packages/api/package.json
{ "name": "@acme/api", "scripts": { "build": "tsc", "start": "node dist/index.js" } }
--- file: packages/api/src/index.ts
export {};
===>
FROM node:20 AS build
WORKDIR /repo
RUN npm install -g pnpm@9
COPY . .
RUN pnpm install --frozen-lockfile
RUN pnpm --filter @acme/api build
RUN CI=true pnpm install --prod --frozen-lockfile --prefer-offline

FROM node:20-slim
RUN npm install -g pnpm@9
WORKDIR /repo
COPY --from=build /repo /repo
CMD ["pnpm", "--filter", "@acme/api", "start"]

### yarn 4 with packages in the project
FROM node:20<|>
WORKDIR /app
COPY . .
RUN yarn install --immutable && yarn build
CMD ["node", "dist/index.js"]
--- file: .yarnrc.yml
nodeLinker: node-modules
yarnPath: .yarn/releases/yarn-4.5.3.cjs
--- file: package.json
{ "packageManager": "yarn@4.5.3", "scripts": { "build": "tsc" }, "devDependencies": { "typescript": "5.9.3" } }
--- file: src/index.ts
export {};
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json .yarnrc.yml ./
RUN yarn install --immutable
COPY . .
RUN yarn build
RUN yarn workspaces focus --all --production

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "dist/index.js"]

### yarn 4 with packages in a cache outside the project
FROM node:20<|>
WORKDIR /app
COPY . .
RUN yarn install --immutable && yarn build
CMD ["yarn", "node", "dist/index.js"]
--- file: package.json
{ "packageManager": "yarn@4.5.3", "scripts": { "build": "tsc" }, "devDependencies": { "typescript": "5.9.3" } }
--- file: src/index.ts
export {};
===> refused: Yarn keeps the packages in a cache outside the project (Plug and Play); nodeLinker: node-modules in .yarnrc.yml keeps them in it.

### a front end beside the server that serves it
FROM node:20<|>
WORKDIR /app
COPY . .
RUN cd client && npm ci && npm run build
RUN cd server && npm ci
WORKDIR /app/server
CMD ["npm", "start"]
--- file: client/package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
--- file: client/package-lock.json
{}
--- file: server/package.json
{ "scripts": { "start": "node index.js" }, "dependencies": { "express": "4.21.2" }, "devDependencies": { "nodemon": "3.1.9" } }
--- file: server/package-lock.json
{}
--- file: server/index.js
const express = require('express');
express().use(express.static('../client/dist')).listen(3000);
===>
FROM node:20 AS build
WORKDIR /app
COPY client/package.json client/package-lock.json /app/client/
RUN cd client && npm ci
COPY . .
RUN cd client && npm run build
RUN cd server && npm ci
RUN cd /app/server && npm prune --omit=dev
RUN cd /app/client && rm -rf node_modules

FROM node:20-slim
COPY --from=build /app /app
WORKDIR /app/server
CMD ["npm", "start"]

### Next.js with an output of its own
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build && cp -r public .next/standalone/ && cp -r .next/static .next/standalone/.next/
USER node
CMD ["node", ".next/standalone/server.js"]
--- file: package.json
{ "scripts": { "build": "next build" }, "dependencies": { "next": "14.2.20" } }
--- file: next.config.mjs
export default { output: 'standalone' };
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build && cp -r public .next/standalone/ && cp -r .next/static .next/standalone/.next/

FROM node:20-slim
WORKDIR /app
COPY --from=build /app/.next/standalone /app/.next/standalone
USER node
CMD ["node", ".next/standalone/server.js"]

### Next.js as a whole: without the build's cache
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 3005
CMD ["npm", "start"]
--- file: package.json
{ "scripts": { "build": "next build", "start": "next start" }, "dependencies": { "next": "14.2.20" }, "devDependencies": { "eslint": "8.57.1" } }
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm prune --omit=dev
RUN rm -rf .next/cache

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
EXPOSE 3005
CMD ["npm", "start"]

### the program writes among its sources
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/main"]
--- file: package.json
{ "scripts": { "build": "nest build" }, "dependencies": { "@nestjs/core": "10" }, "devDependencies": { "@nestjs/cli": "10" } }
--- file: src/main.ts
import { join } from 'path';
export const schema = join(process.cwd(), 'src/schema.gql');
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "dist/main"]

### what is built is taken elsewhere
FROM node:20<|>
WORKDIR /build
COPY . .
RUN npm ci && npm run build
RUN mkdir -p /srv/www && cp -r dist /srv/www
WORKDIR /build
CMD ["node", "server.js"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "dependencies": { "express": "4.21.2" }, "devDependencies": { "vite": "5.4.11" } }
--- file: server.js
const express = require('express');
express().use(express.static('/srv/www/dist')).listen(3000);
===>
FROM node:20 AS build
WORKDIR /build
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN mkdir -p /srv/www && cp -r dist /srv/www
RUN npm prune --omit=dev

FROM node:20-slim
COPY --from=build /build /build
COPY --from=build /srv/www /srv/www
WORKDIR /build
CMD ["node", "server.js"]

### the manifest is not in the build context
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 3006
CMD ["node", "dist/main"]
--- file: src/main.ts
export {};
===> refused: /app/package.json is not in the build context, and it tells what the program needs.

### pnpm by corepack
FROM node:20-slim<|>
ENV PNPM_HOME="/pnpm"
ENV PATH="$PNPM_HOME:$PATH"
RUN corepack enable
WORKDIR /app
COPY . .
RUN --mount=type=cache,id=pnpm,target=/pnpm/store pnpm install --frozen-lockfile
RUN pnpm run build
CMD ["pnpm", "start"]
--- file: package.json
{ "packageManager": "pnpm@9.15.0", "scripts": { "build": "tsup", "start": "node dist/index.js" }, "dependencies": { "hono": "4.6.14" }, "devDependencies": { "tsup": "8.3.5" } }
--- file: src/index.ts
import 'hono';
===>
FROM node:20-slim AS build
ENV PNPM_HOME="/pnpm"
ENV PATH="$PNPM_HOME:$PATH"
RUN corepack enable
WORKDIR /app
COPY package.json ./
RUN --mount=type=cache,id=pnpm,target=/pnpm/store pnpm install --frozen-lockfile
COPY . .
RUN pnpm run build
RUN CI=true pnpm prune --prod --ignore-scripts

FROM node:20-slim
ENV PNPM_HOME="/pnpm"
ENV PATH="$PNPM_HOME:$PATH"
RUN corepack enable
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
COPY --from=build /root/.cache/node/corepack /root/.cache/node/corepack
CMD ["pnpm", "start"]

### Node.js of a distribution: npm stays in the builder
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
CMD ["node", "app.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" } }
--- file: app.js
require('express')().listen(3000);
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm install

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y nodejs && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app /app
COPY . .
CMD ["node", "app.js"]

### Node.js of NodeSource
FROM ubuntu:22.04<|>
RUN apt-get update && apt-get install -y curl build-essential python3 && \
    curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && \
    apt-get install -y nodejs
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npm", "start"]
--- file: package.json
{ "scripts": { "build": "tsc", "start": "node dist/index.js" }, "devDependencies": { "typescript": "5.9.3" } }
--- file: src/index.ts
export {};
===>
FROM ubuntu:22.04 AS build
RUN apt-get update && apt-get install -y curl build-essential python3 && \
    curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && \
    apt-get install -y nodejs
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM ubuntu:22.04
RUN apt-get update && apt-get install -y curl && \
    curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && \
    apt-get install -y nodejs
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
CMD ["npm", "start"]

### the template of an editor: packages go one directory up
FROM node:20<|>
ENV NODE_ENV=production
WORKDIR /usr/src/app
COPY ["package.json", "package-lock.json*", "npm-shrinkwrap.json*", "./"]
RUN npm install --production --silent && mv node_modules ../
COPY . .
EXPOSE 3000
RUN chown -R node /usr/src/app
USER node
CMD ["npm", "start"]
--- file: package.json
{ "scripts": { "start": "node index.js" }, "dependencies": { "express": "4.21.2" } }
--- file: index.js
require('express')().listen(3000);
===>
FROM node:20 AS build
ENV NODE_ENV=production
WORKDIR /usr/src/app
COPY ["package.json", "package-lock.json*", "npm-shrinkwrap.json*", "./"]
RUN npm install --production --silent && mv node_modules ../

FROM node:20-slim
ENV NODE_ENV=production
COPY --from=build /usr/src /usr/src
WORKDIR /usr/src/app
COPY . .
EXPOSE 3000
RUN chown -R node /usr/src/app
USER node
CMD ["npm", "start"]

### a locale, and a script that waits for another container
FROM node:20<|>
RUN apt-get update && apt-get install -y locales && sed -i 's/# en_US.UTF-8/en_US.UTF-8/' /etc/locale.gen && locale-gen
ENV LANG=en_US.UTF-8
ADD https://example.org/wait-for-it.sh /usr/local/bin/wait-for-it.sh
RUN chmod +x /usr/local/bin/wait-for-it.sh
WORKDIR /app
COPY . .
RUN npm ci
CMD ["wait-for-it.sh", "db:5432", "--", "node", "index.js"]
--- file: package.json
{ "dependencies": { "express": "4.21.2" } }
--- file: index.js
require('express')().listen(3000);
===>
FROM node:20 AS build
ENV LANG=en_US.UTF-8
ADD https://example.org/wait-for-it.sh /usr/local/bin/wait-for-it.sh
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .

FROM node:20-slim
RUN apt-get update && apt-get install -y locales && sed -i 's/# en_US.UTF-8/en_US.UTF-8/' /etc/locale.gen && locale-gen
ENV LANG=en_US.UTF-8
WORKDIR /app
COPY --from=build /app /app
ADD https://example.org/wait-for-it.sh /usr/local/bin/wait-for-it.sh
RUN chmod +x /usr/local/bin/wait-for-it.sh
CMD ["wait-for-it.sh", "db:5432", "--", "node", "index.js"]

### only types come from a package for development
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 3100
CMD ["node", "dist/index.js"]
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "fastify": "4" }, "devDependencies": { "type-fest": "4", "typescript": "5", "undici": "6" } }
--- file: src/index.ts
import type { Promisable } from 'type-fest';
import {
  a, // the other one
  b,
} from './ab.js';
--- file: src/ab.ts
export const a = 1;
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-slim
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
EXPOSE 3100
CMD ["node", "dist/index.js"]

### a file that the entry names imports a package for development
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 3101
CMD ["node", "dist/index.js"]
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "fastify": "4" }, "devDependencies": { "typescript": "5", "undici": "6" } }
--- file: src/index.ts
import {
  a, // the other one
} from './ab.js';
--- file: src/ab.ts
import { fetch } from 'undici';
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
EXPOSE 3101
CMD ["node", "dist/index.js"]

### migrations in TypeScript when the container starts
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE 3102
CMD npm run migrate && node dist/index.js
--- file: package.json
{
  "scripts": { "build": "tsc", "migrate": "typeorm-ts-node-commonjs migration:run -d src/data-source.ts" },
  "dependencies": { "typeorm": "0.3.20" },
  "devDependencies": { "ts-node": "10", "typescript": "5" }
}
--- file: src/index.ts
import 'typeorm';
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=build /app /app
EXPOSE 3102
CMD npm run migrate && node dist/index.js

### yarn takes out what is a peer dependency too
FROM node:20<|>
WORKDIR /app
COPY . .
RUN yarn --frozen-lockfile && yarn build
CMD ["node", "dist/index.js"]
--- file: package.json
{
  "scripts": { "build": "tsc" },
  "peerDependencies": { "react": "18" },
  "devDependencies": { "react": "18", "typescript": "5" }
}
--- file: src/index.ts
import 'react';
===>
FROM node:20 AS build
WORKDIR /app
COPY package.json ./
RUN yarn --frozen-lockfile
COPY . .
RUN yarn build

FROM node:20-slim
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
CMD ["node", "dist/index.js"]

### libraries take the place of their headers, and git keeps ssh
FROM node:20<|>
RUN apt-get update && apt-get install -y build-essential libvips-dev openssh-client && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "index.js"]
--- file: package.json
{ "dependencies": { "sharp": "0.33.5", "simple-git": "3.27.0" } }
--- file: index.js
require('simple-git')().clone(process.argv[2]);
===>
FROM node:20 AS build
RUN apt-get update && apt-get install -y build-essential libvips-dev openssh-client && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY . .

FROM node:20-slim
RUN apt-get update && apt-get install -y libvips42 openssh-client && rm -rf /var/lib/apt/lists/*
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates git && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app /app
CMD ["node", "index.js"]

### a variable that asks npm for packages for development
FROM node:20<|>
WORKDIR /app
ENV NODE_ENV=production NPM_CONFIG_PRODUCTION=false
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/index.js"]
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "fastify": "4" }, "devDependencies": { "typescript": "5" } }
--- file: src/index.ts
import 'fastify';
===>
FROM node:20 AS build
WORKDIR /app
ENV NODE_ENV=production NPM_CONFIG_PRODUCTION=false
COPY package.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN NPM_CONFIG_PRODUCTION=true npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production NPM_CONFIG_PRODUCTION=false
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
CMD ["node", "dist/index.js"]
