### each manager
FROM node:22
RUN npm ci
    ^^^^^^ The image that ships gets the dependencies for development too; --omit=dev leaves them out.
RUN npm install
    ^^^^^^^^^^^ The image that ships gets the dependencies for development too; --omit=dev leaves them out.
RUN yarn install --frozen-lockfile
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; --production leaves them out.
RUN yarn
    ^^^^ The image that ships gets the dependencies for development too; --production leaves them out.
RUN pnpm install --frozen-lockfile
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; --prod leaves them out.
RUN composer install
    ^^^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; --no-dev leaves them out.
RUN bundle install
    ^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; BUNDLE_WITHOUT="development:test" leaves them out.
RUN poetry install --no-root
    ^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; --only=main leaves them out.
RUN uv sync --frozen
    ^^^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; --no-dev leaves them out.
RUN pipenv install --dev --system
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; without --dev they stay out.
===>
FROM node:22
RUN npm ci --omit=dev
RUN npm install --omit=dev
RUN yarn install --production --frozen-lockfile
RUN yarn --production
RUN pnpm install --prod --frozen-lockfile
RUN composer install --no-dev
RUN bundle install
RUN poetry install --only=main --no-root
RUN uv sync --no-dev --frozen
RUN pipenv install --system

### told by a flag
FROM node:22
RUN npm ci --omit=dev
RUN npm ci --omit dev
RUN npm install --production
RUN npm ci --only=production
RUN yarn install --production
RUN yarn --prod
RUN pnpm install --prod
RUN pnpm i -P
RUN composer install --no-dev
RUN bundle install --without development test
RUN poetry install --only main
RUN poetry install --without=dev
RUN uv sync --no-dev
RUN pipenv install --system

### told by a variable
FROM node:22
ENV NODE_ENV=production COMPOSER_NO_DEV=1 BUNDLE_WITHOUT="development test" UV_NO_DEV=1
RUN npm ci
RUN yarn
RUN pnpm install
RUN composer install
RUN bundle install
RUN uv sync
FROM node:22
RUN NODE_ENV=production npm ci

### a variable that may be anything
FROM node:22
ARG NODE_ENV
RUN npm ci

### another value
FROM node:22
ENV NODE_ENV=development
RUN npm ci
    ^^^^^^ The image that ships gets the dependencies for development too; --omit=dev leaves them out.
===>
FROM node:22
ENV NODE_ENV=development
RUN npm ci --omit=dev

### pruned, configured
FROM node:22
RUN npm ci && npm prune --omit=dev
FROM ruby:3.4
RUN bundle config set --local without 'development test' && bundle install

### packages by their name
FROM node:22
RUN npm install express && npm install -g pnpm && yarn add left-pad

### a stage that builds or tests
FROM node:22
RUN npm ci
RUN npm run build
FROM node:22
RUN yarn install && yarn assets
FROM php:8
RUN composer install
RUN vendor/bin/phpunit

### a stage that builds with another tool
FROM node:22
RUN npm install && grunt build
FROM node:22
RUN npm install --package-lock-only

### a stage for developers
FROM node:22 AS dev
RUN npm ci
FROM node:22 AS test
RUN npm ci

### a container for developers
FROM node:22
RUN npm ci
CMD ["npm", "run", "dev"]

### only a builder
FROM node:22 AS build
RUN npm ci
FROM nginx
COPY --from=build /app /app

### a manifest without such dependencies
FROM node:22
COPY package.json package-lock.json ./
RUN npm ci
--- file: package.json
{"dependencies": {"express": "4"}}
--- file: package-lock.json
{}

### a manifest with some
FROM node:22
COPY package.json package-lock.json ./
RUN npm ci
    ^^^^^^ The image that ships gets the dependencies for development too; --omit=dev leaves them out.
--- file: package.json
{"devDependencies": {"jest": "29"}}
--- file: package-lock.json
{}

### no FROM
RUN npm ci
    ^^^^^^ The image that ships gets the dependencies for development too; --omit=dev leaves them out.

### a newer Yarn
FROM node:22
COPY .yarnrc.yml package.json yarn.lock ./
RUN yarn install --immutable
    ^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships gets the dependencies for development too; "yarn workspaces focus --production" leaves them out.
===> no fix
