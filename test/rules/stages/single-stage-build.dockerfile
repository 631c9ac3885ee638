### the image's own tools and those that are installed are named
FROM golang:1.22-alpine
     ^^^^^^^^^^^^^^^^^^ The image ships go, gcc, g++ and make, which only the build needs; what is built can run on alpine:3.
RUN apk add --no-cache build-base
WORKDIR /src
COPY . .
RUN CGO_ENABLED=1 go build -o /bin/server .
CMD ["/bin/server"]
### no tools are known, yet what is built can leave the packages for development behind
FROM node:20-slim
     ^^^^^^^^^^^^ The image ships what only its build needs; what is built can run on a fresh node:20-slim.
WORKDIR /app
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/server.js"]
--- file: package.json
{ "name": "shop", "scripts": { "build": "tsc" }, "devDependencies": { "typescript": "5.4.5" } }
--- file: package-lock.json
{ "name": "shop", "lockfileVersion": 3 }
--- file: tsconfig.json
{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }
--- file: src/server.ts
console.log('open');
### a refusal that a person can act on is a hint without a fix
FROM golang:1.22
     ^^^^^^^^^^^ The image ships go, gcc, g++ and make, which a build stage could leave behind if it weren't for this: VOLUME on line 5 covers what is built.
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /data/server .
VOLUME /data
CMD ["/data/server"]
--- file: main.go
package main
===> no fix
### without the files around, a refusal may be due to just that
FROM golang:1.22
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /data/server .
VOLUME /data
CMD ["/data/server"]
### a file for developers
FROM golang:1.22
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/server .
CMD ["/bin/server"]
--- named: Dockerfile.dev
### a stage for tests
FROM golang:1.22 AS test
WORKDIR /src
COPY . .
RUN go build -o /bin/server .
CMD ["/bin/server"]
### a development container
FROM golang:1.22
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/server .
CMD ["/bin/server"]
--- named: project/.devcontainer/Dockerfile
### the tools come with the image, and packages may be compiled with them
FROM node:20
     ^^^^^^^ The image ships gcc, g++ and make, which only the build needs; what is built can run on node:20-slim.
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
CMD ["node", "server.js"]
--- file: package.json
{ "name": "shop" }
--- file: server.js
require('http').createServer().listen(8080);
### nothing is built, and no tools are there
FROM node:20-slim
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
CMD ["node", "server.js"]
--- file: package.json
{}
### the tools of the build are removed where they are installed
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN apt-get update && apt-get install -y gcc && pip install -r requirements.txt && apt-get purge -y gcc
COPY . .
CMD ["python", "app.py"]
--- file: requirements.txt
psycopg2==2.9.9
### an image that others build on starts nothing
FROM golang:1.22
RUN go install golang.org/x/tools/cmd/goimports@v0.24.0
### two stages
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/server .

FROM gcr.io/distroless/static-debian12
COPY --from=build /bin/server /bin/server
CMD ["/bin/server"]
