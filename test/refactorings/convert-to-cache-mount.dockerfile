### all managers of the step
FROM node:20-slim
RUN <|>apt-get update && apt-get install -y git && npm ci && yarn global add serve && npm cache clean --force && rm -rf /var/lib/apt/lists/*
===>
FROM node:20-slim
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    --mount=type=cache,target=/root/.npm \
    --mount=type=cache,target=/usr/local/share/.cache/yarn \
    apt-get update && apt-get install -y git && npm ci && yarn global add serve

### the cursor anywhere in the step
FROM golang:1.23 AS build
RUN go mod download \
    # fetch
    && go build -o /app<|> ./...
FROM scratch
COPY --from=build /app /app
===>
FROM golang:1.23 AS build
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go mod download \
    # fetch
    && go build -o /app ./...
FROM scratch
COPY --from=build /app /app

### later steps that would suffer
FROM debian:12
RUN apt-get update && apt-get install -y <|>curl && rm -rf /var/lib/apt/lists/*
ENV A=1
RUN apt-get update \
 && apt-get install -y git \
 && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y curl
ENV A=1
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update \
 && apt-get install -y git

### only the managers that can have mounts
FROM python:3.12
ENV PIP_NO_CACHE_DIR=yes
RUN <|>apt-get update && apt-get install -y git && pip install flask
===>
FROM python:3.12
ENV PIP_NO_CACHE_DIR=yes
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y git && pip install flask

### managers that no rule reports
FROM archlinux
RUN pacman -Syu --noconfirm<|> git && pacman -Scc --noconfirm
===>
FROM archlinux
RUN --mount=type=cache,target=/var/cache/pacman/pkg,sharing=locked \
    pacman -Syu --noconfirm git

### Cabal and Mix
FROM haskell:9
RUN cabal update<|> && mix deps.get
===>
FROM haskell:9
RUN --mount=type=cache,target=/root/.cabal/packages \
    --mount=type=cache,target=/root/.hex \
    --mount=type=cache,target=/root/.cache/rebar3 \
    cabal update && mix deps.get

### Bazel's results can't be told from its downloads
FROM ubuntu:24.04
RUN bazel build<|> //app
===> refused: Bazel keeps its results where its downloads are, so a mount would keep them out of the image.

### heredoc
FROM python:3.12
RUN <<EOF3
pip install --no-cache-dir <|>flask
EOF3
===>
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pip <<EOF3
pip install flask
EOF3

### escape character of its own
# escape=`
FROM debian:12
RUN apt-get update && `
    apt-get install -y<|> curl && `
    rm -rf /var/lib/apt/lists/*
===>
# escape=`
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && `
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked `
    --mount=type=cache,target=/var/lib/apt,sharing=locked `
    apt-get update && `
    apt-get install -y curl

### lower case, tabs
from node:20
run npm ci<|> && \
	npm cache clean --force && \
	npm run build
===>
from node:20
run --mount=type=cache,target=/root/.npm \
	npm ci && \
	npm run build

### mounted already
FROM node:20
RUN --mount=type=cache,target=/root/.npm npm ci<|>
===> refused: The step has its cache mounts already.

### nothing is installed
FROM node:20
RUN npm run build<|>
===> not offered

### no RUN
FROM node:20
COPY<|> . .
===> not offered

### a trigger
FROM node:20
ONBUILD RUN npm ci<|>
===> refused: The RUN is an ONBUILD trigger: it runs in builds of other images.

### a trigger that installs nothing
FROM node:20
ONBUILD RUN echo<|> npm ci
===> not offered

### PowerShell
FROM node:20
SHELL ["pwsh", "-Command"]
RUN npm ci<|>; Remove-Item -Recurse x
===> refused: The step runs in PowerShell.

### Windows
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN npm ci<|>
===> refused: Windows containers have no cache mounts for it.

### offline
FROM maven:3.9
RUN mvn -o package<|>
===> refused: It installs without the network what an earlier step downloaded.

### read by the container
FROM maven:3.9
RUN mvn package<|>
CMD ["mvn", "exec:java"]
===> refused: The container runs Maven (line 3), which needs what lies in /root/.m2.

### taken by another stage
FROM node:20 AS deps
RUN npm ci<|>
FROM node:20
COPY --from=deps /root/.npm /root/.npm
===> refused: Line 4 copies what this step leaves in /root/.npm.

### hidden by the mount
FROM rust:1.80
COPY registry /usr/local/cargo/registry
RUN cargo fetch<|>
===> refused: Line 2 puts files into /usr/local/cargo/registry, which a mount would hide.

### the number of the user is not known
FROM python:3.12
USER app
RUN pip install<|> flask
===> refused: The number of the user app is not known, and a mount without it belongs to root.

### a clean-up that does more
FROM python:3.12
RUN pip install<|> flask && rm -rf /root/.cache
===> refused: `rm -rf /root/.cache` removes more than the mounts would keep.

### exec form with a flag to drop
FROM python:3.12
RUN ["pip", "install", "--no-cache-dir", "flask"]<|>
===> refused: `--no-cache-dir` passes the caches by, and stands where it can't be taken out safely.

### exec form
FROM python:3.12
RUN ["pip", "install", "flask"]<|>
===>
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pip ["pip", "install", "flask"]

### an old frontend
# syntax=docker/dockerfile:1.1.7
FROM python:3.12
RUN pip install flask<|>
===>
# syntax=docker/dockerfile:1
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pip pip install flask

### an experimental frontend had mounts before
# syntax=docker/dockerfile:1.1-experimental
FROM python:3.12
RUN pip install flask<|>
===>
# syntax=docker/dockerfile:1.1-experimental
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pip pip install flask

### results of a build
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN cargo build --release<|>
FROM debian:12-slim
COPY --from=build /src/target/release/app /app
===>
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    --mount=type=cache,target=/src/target,sharing=locked \
    cargo build --release && \
    mkdir -p /out && cp target/release/app /out/
FROM debian:12-slim
COPY --from=build /out/app /app

### a step without the network
FROM golang:1.23
RUN go mod download<|>
RUN --network=none go build .
===> refused: The RUN in line 3 has to change with it. It installs without the network what an earlier step downloaded.
