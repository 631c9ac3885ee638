### commands in the middle, at the end, and first
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get clean && \
    ^^^^^^^^^^^^^ This empties the cache mount.
    apt-get update && \
    apt-get install -y curl && \
    rm -rf /var/lib/apt/lists/* && \
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ This empties the cache mount.
    curl --version
===>
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && \
    apt-get install -y curl && \
    curl --version

### only what is mounted
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get clean && pip install --no-cache-dir flask
RUN --mount=type=secret,id=x,target=/root/.npm/x npm cache clean --force

### several managers
FROM node:20
RUN --mount=type=cache,target=/root/.npm npm ci && npm cache clean --force
                                                   ^^^^^^^^^^^^^^^^^^^^^^^ This empties the cache mount at /root/.npm.
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn && yarn cache clean && rm -rf /usr/local/share/.cache/yarn
                                                                   ^^^^^^^^^^^^^^^^ This empties the cache mount at /usr/local/share/.cache/yarn.
                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This empties the cache mount at /usr/local/share/.cache/yarn.
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build . ; go clean -cache
                                                                                                       ^^^^^^^^^^^^^^^ This empties the cache mount.
===>
FROM node:20
RUN --mount=type=cache,target=/root/.npm npm ci
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build .

### two caches at once
FROM golang:1.23
RUN --mount=type=cache,target=/go/pkg/mod go build . && go clean -cache -modcache
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ This empties the cache mount at /go/pkg/mod.
===> no fix

### apk fetches the index another way
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked apk add --no-cache curl
                                                                    ^^^^^^^^^^ --no-cache passes the cache mount at /var/cache/apk by.
===>
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked apk add --update-cache curl

### what does more than to empty the mount
FROM debian:12
RUN --mount=type=cache,target=/root/.cache/pip pip install flask && rm -rf /root/.cache
                                                                    ^^^^^^^^^^^^^^^^^^^ This empties the cache mount at /root/.cache/pip.
RUN --mount=type=cache,target=/root/.npm npm ci && (npm cache clean --force || true)
                                                    ^^^^^^^^^^^^^^^^^^^^^^^ This empties the cache mount at /root/.npm.
===> no fix

### a variable passes the mount by
FROM python:3.12
ENV PIP_NO_CACHE_DIR=1
RUN --mount=type=cache,target=/root/.cache/pip pip install flask
                                               ^^^^^^^^^^^^^^^^^ PIP_NO_CACHE_DIR makes pip pass its cache mount by.
===> no fix

### paths with a variable, a home or a working directory
FROM node:20
WORKDIR /root
RUN --mount=type=cache,target=/root/.npm npm ci && rm -rf ~/.npm $HOME/.npm/_logs .npm/x && cd / && rm -rf .npm && rm -rf $OTHER/.npm
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This empties the cache mount at /root/.npm.
===>
FROM node:20
WORKDIR /root
RUN --mount=type=cache,target=/root/.npm npm ci && cd / && rm -rf .npm && rm -rf $OTHER/.npm

### a part of the cache is mounted, and the clean-up empties the rest too
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt/archives,sharing=locked apt-get update && apt-get install -y curl && apt-get clean
                                                                                                                  ^^^^^^^^^^^^^ This empties the cache mount at /var/cache/apt/archives.
===> no fix
