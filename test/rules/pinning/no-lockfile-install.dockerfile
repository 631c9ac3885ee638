### without a known context nothing is said
FROM node:24
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install

### no lock file in the context
FROM node:24
WORKDIR /app
COPY package*.json ./
RUN npm install
--- file: package.json
{}

### a lock file that is not copied
FROM node:24
WORKDIR /app
COPY package.json ./
RUN npm install
--- file: package.json
{}
--- file: package-lock.json
{}

### by a glob, with flags
FROM node:24
WORKDIR /app
COPY package*.json ./
RUN npm i --omit=dev --no-audit
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ npm i may change what package-lock.json says; npm ci does not.
--- file: package.json
{}
--- file: package-lock.json
{}
===>
FROM node:24
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev --no-audit

### by the whole context, in a list
FROM node:24
WORKDIR /app
COPY . .
RUN npm install && npm run build
    ^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
--- file: package.json
{}
--- file: package-lock.json
{}
===>
FROM node:24
WORKDIR /app
COPY . .
RUN npm ci && npm run build

### a folder of its own, entered
FROM node:24
WORKDIR /app
COPY web/package.json web/package-lock.json web/
RUN cd web && npm install
              ^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
--- file: web/package.json
{}
--- file: web/package-lock.json
{}
===>
FROM node:24
WORKDIR /app
COPY web/package.json web/package-lock.json web/
RUN cd web && npm ci

### a folder of its own, by a flag
FROM node:24
WORKDIR /app
COPY web web
RUN npm --prefix web install
    ^^^^^^^^^^^^^^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
--- file: web/package.json
{}
--- file: web/package-lock.json
{}
===>
FROM node:24
WORKDIR /app
COPY web web
RUN npm --prefix web ci

### another folder's lock file
FROM node:24
WORKDIR /app
COPY package.json ./
COPY web web
RUN npm install
--- file: package.json
{}
--- file: web/package-lock.json
{}

### mounted
FROM node:24
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    npm install
    ^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
--- file: package.json
{}
--- file: package-lock.json
{}
===>
FROM node:24
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    npm ci

### copied by the stage it builds on
FROM node:24 AS base
WORKDIR /app
COPY package*.json ./
FROM base
RUN npm install
    ^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
--- file: package.json
{}
--- file: package-lock.json
{}
===>
FROM node:24 AS base
WORKDIR /app
COPY package*.json ./
FROM base
RUN npm ci

### named packages, global ones, and what is frozen already
FROM node:24
WORKDIR /app
COPY . .
RUN npm install x@1 && npm install -g y@1 && npm ci && npm install --no-package-lock
--- file: package.json
{}
--- file: package-lock.json
{}

### a Node.js too old for npm ci
FROM node:8-alpine
WORKDIR /app
COPY . .
RUN npm install
--- file: package.json
{}
--- file: package-lock.json
{}

### Yarn 1
FROM node:24
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn --production
    ^^^^^^^^^^^^^^^^^ yarn may change what yarn.lock says; --frozen-lockfile does not.
RUN yarn install --frozen-lockfile && yarn install --pure-lockfile
--- file: package.json
{}
--- file: yarn.lock
x
===>
FROM node:24
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn --frozen-lockfile --production
RUN yarn install --frozen-lockfile && yarn install --pure-lockfile

### Yarn 2 and later
FROM node:24
WORKDIR /app
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install
    ^^^^^^^^^^^^ yarn install may change what yarn.lock says; --immutable does not.
--- file: package.json
{}
--- file: yarn.lock
x
--- file: .yarnrc.yml
nodeLinker: node-modules
===>
FROM node:24
WORKDIR /app
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable

### pnpm
FROM node:24
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm i --prod
    ^^^^^^^^^^^^^ pnpm install may change what pnpm-lock.yaml says; --frozen-lockfile does not.
RUN CI=1 pnpm install && pnpm install --frozen-lockfile && pnpm fetch
--- file: package.json
{}
--- file: pnpm-lock.yaml
x
===>
FROM node:24
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm i --frozen-lockfile --prod
RUN CI=1 pnpm install && pnpm install --frozen-lockfile && pnpm fetch

### pnpm that believes to run in CI
FROM node:24
ENV CI=true
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm install
--- file: package.json
{}
--- file: pnpm-lock.yaml
x

### Bun
FROM oven/bun:1
WORKDIR /app
COPY package.json bun.lock ./
RUN bun install --production
    ^^^^^^^^^^^^^^^^^^^^^^^^ bun install may change what bun.lock says; --frozen-lockfile does not.
RUN bun install --frozen-lockfile && bun add x@1
--- file: package.json
{}
--- file: bun.lock
x
===>
FROM oven/bun:1
WORKDIR /app
COPY package.json bun.lock ./
RUN bun install --frozen-lockfile --production
RUN bun install --frozen-lockfile && bun add x@1

### Bundler
FROM ruby:3.4
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install --jobs 4
    ^^^^^^^^^^^^^^^^^^^^^^^ bundle install may change what Gemfile.lock says; BUNDLE_FROZEN=true does not.
--- file: Gemfile
x
--- file: Gemfile.lock
x
===>
FROM ruby:3.4
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN BUNDLE_FROZEN=true bundle install --jobs 4

### Bundler that is told before
FROM ruby:3.4
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle config set --local deployment true && bundle install
--- file: Gemfile
x
--- file: Gemfile.lock
x

### Bundler that is told by ENV
FROM ruby:3.4
ENV BUNDLE_DEPLOYMENT="1"
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install
--- file: Gemfile
x
--- file: Gemfile.lock
x

### uv
FROM python:3.13
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --no-install-project
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uv sync may change what uv.lock says; --locked does not.
RUN uv sync --locked && uv sync --frozen && UV_LOCKED=1 uv sync
--- file: pyproject.toml
x
--- file: uv.lock
x
===>
FROM python:3.13
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-install-project
RUN uv sync --locked && uv sync --frozen && UV_LOCKED=1 uv sync

### Poetry freezes by itself, pipenv does not
FROM python:3.13
WORKDIR /app
COPY . .
RUN poetry install && pipenv install --system
                      ^^^^^^^^^^^^^^^^^^^^^^^ pipenv install may change what Pipfile.lock says; --deploy does not.
RUN pipenv install --deploy && pipenv install x && pipenv sync
--- file: Pipfile.lock
x
--- file: poetry.lock
x
===>
FROM python:3.13
WORKDIR /app
COPY . .
RUN poetry install && pipenv install --deploy --system
RUN pipenv install --deploy && pipenv install x && pipenv sync

### Composer
FROM composer:2.9
COPY composer.json composer.lock ./
RUN composer update --no-dev
    ^^^^^^^^^^^^^^^^^^^^^^^^ composer update may change what composer.lock says; composer install does not.
RUN composer install && composer update a/b
                        ^^^^^^^^^^^^^^^^^^^ composer update may change what composer.lock says; composer install does not.
--- file: composer.json
{}
--- file: composer.lock
{}
===>
FROM composer:2.9
COPY composer.json composer.lock ./
RUN composer install --no-dev
RUN composer install && composer update a/b

### Cargo
FROM rust:1.91
WORKDIR /app
COPY . .
RUN cargo build --release
    ^^^^^^^^^^^^^^^^^^^^^ cargo build may change what Cargo.lock says; --locked does not.
RUN cargo build --locked && cargo test
--- file: Cargo.toml
x
--- file: Cargo.lock
x
===>
FROM rust:1.91
WORKDIR /app
COPY . .
RUN cargo build --locked --release
RUN cargo build --locked && cargo test

### .NET
FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /src
COPY app.csproj packages.lock.json ./
RUN dotnet restore
    ^^^^^^^^^^^^^^ dotnet restore may change what packages.lock.json says; --locked-mode does not.
RUN dotnet restore --locked-mode
--- file: app.csproj
x
--- file: packages.lock.json
{}
===>
FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /src
COPY app.csproj packages.lock.json ./
RUN dotnet restore --locked-mode
RUN dotnet restore --locked-mode

### exec form and a quoted script have no fix
FROM node:24
WORKDIR /app
COPY . .
RUN ["npm", "install"]
      ^^^^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
RUN sh -c "npm install"
           ^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
--- file: package.json
{}
--- file: package-lock.json
{}
===> no fix
