### without a .dockerignore
FROM node:22
COPY . .
     ^ Everything in the context gets into the image, for there is no .dockerignore: add one that names .git, build results and files with credentials.
--- file: package.json
{}

### names what is there
FROM node:22
COPY ./ /app/
     ^^ Everything in the context gets into the image, for there is no .dockerignore: add one that names .git, node_modules and files with credentials.
ADD . /srv
    ^ Everything in the context gets into the image, for there is no .dockerignore: add one that names .git, node_modules and files with credentials.
--- file: .git/HEAD
x
--- file: node_modules/a/index.js
x

### with one
FROM node:22
COPY . .
--- file: .dockerignore
.git

### with one of the Dockerfile's own
FROM node:22
COPY . .
--- file: Dockerfile.dockerignore
.git

### a part of it, another stage, a builder
FROM node:22 AS build
COPY . .
FROM node:22
COPY src /app
COPY --from=build / /
COPY package.json .
--- file: package.json
{}

### nothing is known of the context
FROM node:22
COPY . .
