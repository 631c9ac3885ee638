### beside a destination that names the file
FROM node:20
COPY web/package.json /app/package.json
     ^^^^^^^^^^^^^^^^ yarn.lock is not copied with it, so "yarn install" in line 4 takes other versions than the lock file says.
WORKDIR /app
RUN yarn install
===>
FROM node:20
COPY web/package.json /app/package.json
COPY web/yarn.lock /app/yarn.lock
WORKDIR /app
RUN yarn install
--- file: web/package.json
{}
--- file: web/yarn.lock

### in exec form
FROM composer:2
WORKDIR /app
COPY ["composer.json", "./"]
      ^^^^^^^^^^^^^^^ composer.lock is not copied with it, so "composer install" in line 4 takes other versions than the lock file says.
RUN composer install --no-scripts --no-autoloader
===>
FROM composer:2
WORKDIR /app
COPY ["composer.json", "composer.lock", "./"]
RUN composer install --no-scripts --no-autoloader
--- file: composer.json
{}
--- file: composer.lock
{}
### another COPY, a glob, or all sources bring it
FROM node:20 AS a
WORKDIR /app
COPY package.json ./
COPY package-lock.json ./
RUN npm ci
FROM node:20 AS b
WORKDIR /app
COPY package*.json ./
RUN npm ci
FROM node:20 AS c
WORKDIR /app
COPY package.json ./
COPY . .
RUN npm ci
--- file: package.json
{}
--- file: package-lock.json
{}
### the lock file of another manager, or one that is ignored
FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
--- file: package.json
{}
--- file: package-lock.json
{}
--- file: .dockerignore
package-lock.json
--- file: pnpm-lock.yaml

### the context is not known
FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
