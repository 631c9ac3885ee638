### by their name
FROM node:22
COPY .git /app/.git
     ^^^^ .git of the build context is copied, with every version of every file: leave it out, or name it in .dockerignore.
COPY ./node_modules/ /app/node_modules/
     ^^^^^^^^^^^^^^^ node_modules of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.
COPY web/node_modules /app/
     ^^^^^^^^^^^^^^^^ node_modules of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.
COPY node_modules/* /app/
     ^^^^^^^^^^^^^^ node_modules of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.
ADD .venv /venv
    ^^^^^ .venv of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.

### results of a build, copied on purpose
FROM node:22
COPY dist /usr/share/nginx/html
     ^^^^ dist of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.
COPY target /app
     ^^^^^^ target of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.
COPY --chown=1:1 vendor ./vendor
                 ^^^^^^ vendor of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.

### parts of them, others of the name, from a stage
FROM node:22 AS build
FROM node:22
COPY target/app.jar /
COPY dist/app.js node_modules/x/a.js /
COPY .gitignore vendored /
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist

### in all of the context
FROM node:22
COPY . .
     ^ .git, node_modules and dist of the build context are copied along: name them in .dockerignore.
--- file: .git/HEAD
x
--- file: node_modules/a.js
x
--- file: dist/a.js
x
--- file: package.json
{}

### left out
FROM node:22
COPY . .
COPY node_modules /x
--- file: .git/HEAD
x
--- file: node_modules/a.js
x
--- file: .dockerignore
.git
node_modules

### folders that belong to the sources
FROM golang:1.24
COPY . .
--- file: vendor/a.go
x
--- file: go.mod
x
--- file: dist/a
x

### a builder
FROM node:22 AS build
COPY . .
     ^ node_modules of the build context is copied along: name it in .dockerignore.
FROM node:22
--- file: node_modules/a.js
x
