### Go: nothing needs cgo, and files that the program opens come along
# An example.
FROM golang:1.22<|>

# who made it
LABEL maintainer="me@example.org"
ENV PORT=8080

WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o server .

# what it listens on
EXPOSE 8080
CMD ["./server"]
--- file: go.mod
module example.org/web/hello

go 1.22
--- file: main.go
package main

import (
	_ "embed"
	"html/template"
	"net/http"
)

//go:embed page.txt
var page string

func main() {
	template.Must(template.ParseGlob("views/*.html"))
	http.Handle("/", http.FileServer(http.Dir("./assets")))
	http.ListenAndServe(":8080", nil)
}
--- file: page.txt
embedded
--- file: views/index.html
<p>
--- file: assets/a.css
a {}
--- file: assets/b/c.css
a {}
--- file: docs/manual.txt
not opened
===>
# An example.
FROM golang:1.22 AS build

WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o server .

FROM gcr.io/distroless/static-debian12
# who made it
LABEL maintainer="me@example.org"
ENV PORT=8080
WORKDIR /app
COPY --from=build /app/server /app/server
COPY --from=build /app/assets /app/assets
COPY --from=build /app/views /app/views

# what it listens on
EXPOSE 8080
CMD ["./server"]

### Go: with cgo, the C library stays the same
FROM golang:1.22-bookworm<|>
WORKDIR /app
COPY . .
RUN go build -o /usr/local/bin/app
CMD ["app"]
--- file: go.mod
module example.org/app

require github.com/mattn/go-sqlite3 v1.14.22
--- file: main.go
package main
===>
FROM golang:1.22-bookworm AS build
WORKDIR /app
COPY . .
RUN go build -o /usr/local/bin/app

FROM gcr.io/distroless/base-debian12
WORKDIR /app
COPY --from=build /usr/local/bin/app /usr/local/bin/app
CMD ["app"]

### Go: on Alpine, and without the sources, it stays on Alpine
FROM golang:1.22-alpine3.20<|>
RUN apk add --no-cache git
WORKDIR /go/src/app
COPY . .
RUN go install ./...
CMD ["app"]
===>
FROM golang:1.22-alpine3.20 AS build
RUN apk add --no-cache git
WORKDIR /go/src/app
COPY . .
RUN go install ./...

FROM alpine:3.20
RUN apk add --no-cache tzdata
WORKDIR /go/src/app
COPY --from=build /go/bin/app /usr/local/bin/app
CMD ["app"]

### Go: users, directories, an argument in both stages, shell form, lower case
from golang:1.22-bookworm<|>
arg version=1
run useradd -m app && mkdir /data && chown app /data
workdir $GOPATH/src/tool
copy . .
run CGO_ENABLED=0 go build -ldflags "-X main.version=$version" -o tool
env VERSION=$version
user app
volume /data
cmd ./tool --data /data
===>
from golang:1.22-bookworm as build
arg version=1
workdir $GOPATH/src/tool
copy . .
run CGO_ENABLED=0 go build -ldflags "-X main.version=$version" -o tool

from debian:bookworm-slim
arg version=1
run useradd -m app && mkdir /data && chown app /data
workdir /go/src/tool
copy --from=build /go/src/tool/tool /go/src/tool/tool
copy --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
env VERSION=$version
user app
volume /data
cmd ./tool --data /data

### Go: packages of the build stay, those of the container move, a health check brings its own
FROM golang:1.22-bookworm<|>
# tools and fonts
RUN apt-get update && apt-get install -y --no-install-recommends \
        git \
        fontconfig \
        make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app ./cmd/app
HEALTHCHECK CMD curl -f http://localhost/
ENTRYPOINT ["/bin/app"]
===>
FROM golang:1.22-bookworm AS build
# tools and fonts
RUN apt-get update && apt-get install -y --no-install-recommends \
        git \
        fontconfig \
        make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app ./cmd/app

FROM debian:bookworm-slim
# tools and fonts
RUN apt-get update && apt-get install -y --no-install-recommends \
        fontconfig \
    && rm -rf /var/lib/apt/lists/*
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /bin/app /bin/app
HEALTHCHECK CMD curl -f http://localhost/
ENTRYPOINT ["/bin/app"]

### Go: an entry point, files beside the project, and what RUNs put into it
FROM golang:1.22-bookworm AS base<|>
WORKDIR /src
COPY . .
COPY settings.yml /etc/app/settings.yml
RUN mkdir -p data bin && cp example.env .env
RUN CGO_ENABLED=0 go build -o bin/app ./cmd/app && rm -rf /root/.cache
ENTRYPOINT ["./entrypoint.sh"]
CMD ["./bin/app"]
--- file: go.mod
module example.org/app
--- file: cmd/app/main.go
package main
--- file: entrypoint.sh
#!/bin/sh
exec "$@"
===>
FROM golang:1.22-bookworm AS base
WORKDIR /src
COPY . .
RUN mkdir -p data bin && cp example.env .env
RUN CGO_ENABLED=0 go build -o bin/app ./cmd/app && rm -rf /root/.cache

FROM debian:bookworm-slim
WORKDIR /src
COPY --from=base /src/data /src/data
COPY --from=base /src/bin /src/bin
COPY --from=base /src/.env /src/.env
COPY --from=base /src/entrypoint.sh /src/entrypoint.sh
COPY --from=base /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY settings.yml /etc/app/settings.yml
ENTRYPOINT ["./entrypoint.sh"]
CMD ["./bin/app"]

### Go: several programs, of which the container runs one
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /out/ ./cmd/...
CMD ["/out/web", "--port", "80"]
--- file: go.mod
module example.org/app
--- file: cmd/web/main.go
package main
--- file: cmd/admin/main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/ ./cmd/...

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /out/web /out/web
CMD ["/out/web", "--port", "80"]

### Go: exec form has no place for a variable
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN ["go", "build", "-o", "/bin/app"]
CMD ["/bin/app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
ENV CGO_ENABLED=0
RUN ["go", "build", "-o", "/bin/app"]

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]

### Go: the user that built owns the directory that it works in
FROM golang:1.22<|>
USER 1001
WORKDIR /home/work
COPY --chown=1001 . .
RUN CGO_ENABLED=0 go build -o app .
CMD ["./app"]
===>
FROM golang:1.22 AS build
USER 1001
WORKDIR /home/work
COPY --chown=1001 . .
RUN CGO_ENABLED=0 go build -o app .

FROM gcr.io/distroless/static-debian12
USER 1001
COPY --from=build --chown=1001 /home/work/app /home/work/app
WORKDIR /home/work
CMD ["./app"]

### Go: the container runs the toolchain
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build ./...
CMD go run .
===> refused: The container runs go, which needs the Go toolchain.

### Go: a script that needs the toolchain
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./start.sh"]
--- file: start.sh
#!/bin/sh
go test ./... && ./app
===> refused: start.sh runs go test, which needs the Go toolchain.

### Go: what the container starts is not built here
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["/usr/bin/server"]
===> refused: /usr/bin/server is not built here, as far as the file tells.

### Go: a command of unknown effect
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN curl -sL https://example.org/install | sh
RUN go build -o app .
CMD ["./app"]
===> refused: Line 4 calls sh; what that leaves behind is not known.

### Go: nothing but a tool from elsewhere
FROM golang:1.22<|>
RUN go install golang.org/x/tools/cmd/stringer@latest
ENTRYPOINT ["stringer"]
===> refused: The program comes from elsewhere; whether it needs the Go toolchain at run time is not known.

### Go: a volume over the program
FROM golang:1.22<|>
VOLUME /src
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./app"]
===> refused: VOLUME on line 2 covers what is built.

### Go: a credential would go to the image that ships
FROM golang:1.22<|>
ARG API_TOKEN
WORKDIR /src
COPY . .
RUN go build -o app .
ENV TOKEN=$API_TOKEN
CMD ["./app"]
===> refused: API_TOKEN, a build argument for a credential, is used in what would be the runtime stage.

### Go: an unknown user
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o app .
USER deploy
CMD ["./app"]
===> refused: The user deploy may not be there in gcr.io/distroless/static-debian12.

### Go: a build and a user in one RUN
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN useradd app && go build -o app .
CMD ["./app"]
===> refused: Line 4 both builds and makes users; split it in two first.

### Node.js: a compiled server, with packages for production and files that it opens
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

### Node.js: a package for development that the program imports
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
COPY . .
RUN npm install && npm run build

FROM node:20-alpine
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/build /app/build
CMD ["node", "build/main.js"]

### Node.js: a build that may write anywhere: the project is copied as a whole
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

### Node.js: compilers stay in the builder, a launcher and a process manager move
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

### Node.js: package lists go with the installation that they are for
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

### Node.js: a manager that both stages need
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
COPY . .
RUN pnpm install && pnpm build
RUN CI=true pnpm prune --prod --ignore-scripts

FROM node:20-bookworm-slim
RUN npm install -g pnpm@9
WORKDIR /app
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
CMD ["pnpm", "start"]

### Node.js: a version by an argument
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

### Node.js: a digest is kept
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

### a site of files alone: nginx serves it on the same port
FROM node:20<|>
ARG VITE_API=/api
WORKDIR /app
COPY . .
RUN npm ci && npm run build
RUN npm install -g serve
EXPOSE 3000
CMD ["serve", "-s", "dist", "-l", "3000"]
--- file: package.json
{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "5.4.11" } }
===>
FROM node:20 AS build
ARG VITE_API=/api
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginx:1.28-alpine
COPY --from=build /app/dist /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 3000;' \
    '    root /usr/share/nginx/html;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ /index.html;' \
    '    }' \
    '}' \
    > /etc/nginx/conf.d/default.conf
EXPOSE 3000

### a site: the preview's settings, and a script that passes more
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
USER node
CMD ["npm", "run", "preview", "--", "--port", "8080"]
--- file: package.json
{
  "scripts": { "build": "tsc && vite build", "preview": "vite preview --host" },
  "devDependencies": { "vite": "5.4.11" }
}
--- file: vite.config.ts
export default { build: { outDir: 'site' }, preview: { port: 5000 } };
===>
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginxinc/nginx-unprivileged:1.28-alpine
COPY --from=build /app/site /usr/share/nginx/html
RUN printf '%s\n' \
    'server {' \
    '    listen 8080;' \
    '    root /usr/share/nginx/html;' \
    '    location / {' \
    '        try_files $uri $uri.html $uri/ /index.html;' \
    '    }' \
    '}' \
    > /etc/nginx/conf.d/default.conf

### a site: what is served is not what is built
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npx", "serve", "-s", "build"]
--- file: package.json
{ "scripts": { "build": "vite build" } }
===> refused: The container serves /app/build, but the build writes to /app/dist.

### Node.js: a server for development
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci
CMD ["npm", "start"]
--- file: package.json
{ "scripts": { "start": "react-scripts start" } }
===> refused: The container runs react-scripts start, a tool for development.

### Node.js: a script that can't be read
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["npm", "start"]
===> refused: What the script "start" runs stands in package.json, which can't be read here.

### Node.js: nothing is built
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
CMD ["node", "app.js"]
===> refused: No RUN builds anything, so there is little to leave behind; node:20-slim and npm ci --omit=dev would make the image smaller.

### Node.js: two projects in one
FROM node:20<|>
WORKDIR /app
COPY . .
RUN cd client && npm ci && npm run build
RUN cd server && npm ci
CMD ["node", "server/index.js"]
===> refused: Packages are installed in /app/client and /app/server: each is a project of its own.

### Node.js: a browser
FROM node:20<|>
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/index.js"]
--- file: package.json
{ "scripts": { "build": "tsc" }, "dependencies": { "puppeteer": "23.0.0" } }
===> refused: puppeteer needs a browser and its libraries, and which ones is not known.

### the file has stages already
FROM golang:1.22 AS build
RUN go build -o /app
FROM scratch<|>
COPY --from=build /app /app
===> refused: The file has 2 stages already.

### no start
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
===> refused: No CMD or ENTRYPOINT says what the container runs.

### for development, by its name
FROM golang:1.22 AS dev<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./app"]
===> refused: The stage dev is not for shipping, by its name.

### a stage that a Compose file builds by its name
FROM golang:1.22 AS app<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./app"]
--- file: compose.yaml
services:
  app:
    build:
      context: .
      target: app
===> refused: compose.yaml builds the stage app by its name.

### instructions for images that are built on it
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
ONBUILD COPY settings.yml .
CMD ["./app"]
===> refused: ONBUILD on line 5 is for images that are built on this one.

### Windows
FROM golang:1.22-windowsservercore<|>
COPY . .
RUN go build -o app.exe .
CMD ["app.exe"]
===> refused: The image is for Windows.

### another language
FROM python:3.12<|>
COPY . .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
===> refused: No build of a project is found here; Go and Node.js are known.

### no stage
ARG A=b<|>
===> not offered

### Go: a Makefile, and a program for the health check
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN make build
HEALTHCHECK CMD ["/src/bin/check"]
ENTRYPOINT ["/src/bin/server"]
--- file: go.mod
module example.org/app
--- file: cmd/server/main.go
package main
--- file: cmd/check/main.go
package main
--- file: Makefile
BIN ?= bin

all: test build

build: $(BIN)/server check

$(BIN)/server:
	@mkdir -p $(BIN)
	go build -o $(BIN)/server ./cmd/server

check:
	go build -o $(BIN)/check ./cmd/check
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 make build

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /src/bin/server /src/bin/server
COPY --from=build /src/bin/check /src/bin/check
HEALTHCHECK CMD ["/src/bin/check"]
ENTRYPOINT ["/src/bin/server"]

### Go: a Makefile that can't be read
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN make build
ENTRYPOINT ["/src/bin/server"]
===> refused: No RUN builds a program.
