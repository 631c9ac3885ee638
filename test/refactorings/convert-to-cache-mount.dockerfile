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
FROM debian:12
RUN cabal update<|> && mix deps.get
===>
FROM debian:12
RUN --mount=type=cache,target=/root/.cabal/packages \
    --mount=type=cache,target=/root/.hex \
    --mount=type=cache,target=/root/.cache/rebar3 \
    cabal update && mix deps.get

### newer Cabals use other directories, unless a mount makes the old one
FROM haskell:9
RUN cabal update<|> && cabal install pandoc-cli
===> refused: The base image does not tell where Cabal keeps what it downloads.

### a step that fetches and one that compiles change together, whichever is asked
FROM golang:1.23 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /app .<|>
FROM scratch
COPY --from=build /app /app
===>
FROM golang:1.23 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o /app .
FROM scratch
COPY --from=build /app /app

### a program that builds gets the mounts, too
FROM golang:1.23 AS build
COPY go.mod go.sum ./
RUN go mod download<|>
COPY . .
RUN make build
FROM scratch
COPY --from=build /app /app
===>
FROM golang:1.23 AS build
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod make build
FROM scratch
COPY --from=build /app /app

### a program that builds as another user
FROM golang:1.23 AS build
COPY go.mod go.sum ./
RUN go mod download<|>
COPY . .
USER 1000
RUN ./build.sh
===> refused: The RUN in line 6 has to change with it. It runs build.sh as another user.

### users of Go's image: the checksum database lies beside the modules
FROM golang:1.23
USER 1000:1000
RUN go mod download<|>
===> refused: Go also writes to /go/pkg, which would belong to root and not to 1000.

### users of another user's call
FROM golang:1.23
RUN su app -c "go build<|> -o /app ."
===> refused: Go runs under su, so its cache may be that of either user.

### gosu
FROM golang:1.23
RUN gosu app go build<|> -o /app .
===> refused: Go runs under gosu, so its cache may be that of either user.

### a home for the call
FROM golang:1.23
RUN HOME=/tmp go build<|> -o /app .
===> refused: Go is given a home directory of its own.

### a cache for the call
FROM golang:1.23
RUN env GOCACHE=/c GOMODCACHE=/m go build<|> -o /app .
===>
FROM golang:1.23
RUN --mount=type=cache,target=/m \
    --mount=type=cache,target=/c \
    env GOCACHE=/c GOMODCACHE=/m go build -o /app .

### no proxy
FROM golang:1.23
ENV GOPROXY=off
RUN go build<|> -o /app .
===> refused: It installs without the network what an earlier step downloaded.

### a program that starts it when the container does
FROM golang:1.23
RUN go mod download<|>
CMD ["air"]
===> refused: The container runs Go (line 3), which needs what lies in /go/pkg/mod.

### settings in a directory that the base image names
FROM maven:3.9 AS build
COPY settings.xml ${MAVEN_CONFIG}/settings.xml
RUN mvn package<|>
===>
FROM maven:3.9 AS build
COPY settings.xml ${MAVEN_CONFIG}/settings.xml
RUN --mount=type=cache,target=/root/.m2/repository mvn package

### settings that are a secret
FROM maven:3.9 AS build
RUN --mount=type=secret,id=settings,target=/root/.m2/settings.xml mvn package<|>
===>
FROM maven:3.9 AS build
RUN --mount=type=secret,id=settings,target=/root/.m2/settings.xml \
    --mount=type=cache,target=/root/.m2/repository \
    mvn package

### settings that move the repository
FROM maven:3.9 AS build
RUN mvn -s /usr/share/maven/ref/settings-docker.xml package<|>
===> refused: Maven is told to use a place of its own.

### a crate in a directory below
FROM rust:1.80 AS build
WORKDIR /src
RUN cd app && cargo build --release<|>
FROM debian:12
COPY --from=build /src/app/target/release/app /app
===>
FROM rust:1.80 AS build
WORKDIR /src
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    cd app && cargo build --release
FROM debian:12
COPY --from=build /src/app/target/release/app /app

### a name for each platform's packages
FROM debian:12
ARG TARGETARCH
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN apt-get update && apt-get install -y<|> curl
===>
FROM debian:12
ARG TARGETARCH
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,id=var-cache-apt-$TARGETARCH,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,id=var-lib-apt-$TARGETARCH,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y curl

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

### later calls of apt that install nothing would leave an index of the packages
FROM debian:12
RUN apt-get update && apt-get install -y gcc<|> && rm -rf /var/lib/apt/lists/*
RUN cc --version
RUN apt-get purge -y --auto-remove gcc && apt-get clean
===>
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y gcc
RUN cc --version
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get purge -y --auto-remove gcc

### only the first of two steps has the secret
FROM golang:1.23 AS build
RUN --mount=type=ssh go mod download<|>
COPY . .
RUN go build -o /app .
FROM scratch
COPY --from=build /app /app
===> refused: Line 4 has no secret to download everything itself, as it must when the cache is empty.

### credentials that are gone after the first step
FROM golang:1.23 AS build
ARG TOKEN
RUN echo "machine example.org login a password $TOKEN" > ~/.netrc && go mod download && rm ~/.netrc
COPY . .
RUN go build -o /app .<|>
FROM scratch
COPY --from=build /app /app
===> refused: Line 5 has no secret to download everything itself, as it must when the cache is empty.

### both steps have it
FROM golang:1.23 AS build
RUN --mount=type=ssh go mod download<|>
COPY . .
RUN --mount=type=ssh go build -o /app .
FROM scratch
COPY --from=build /app /app
===>
FROM golang:1.23 AS build
RUN --mount=type=ssh --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=ssh \
    --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -o /app .
FROM scratch
COPY --from=build /app /app

### a whole directory of downloads comes from another stage
FROM gradle:8 AS deps
RUN gradle dependencies
FROM gradle:8 AS build
COPY --from=deps /home/gradle/.gradle /home/gradle/.gradle
RUN gradle bootJar<|>
FROM eclipse-temurin:17-jre
COPY --from=build /home/gradle/build/libs/app.jar /
===> refused: Line 4 puts files into /home/gradle/.gradle, which a mount would hide.

### the parts of a cache lie where the cache lies
FROM gradle:8 AS build
COPY gradle.properties /home/gradle/.gradle/
RUN gradle bootJar<|>
FROM eclipse-temurin:17-jre
COPY --from=build /home/gradle/build/libs/app.jar /
===>
FROM gradle:8 AS build
COPY gradle.properties /home/gradle/.gradle/
RUN --mount=type=cache,target=/home/gradle/.gradle/caches,sharing=locked \
    --mount=type=cache,target=/home/gradle/.gradle/wrapper,sharing=locked \
    gradle bootJar
FROM eclipse-temurin:17-jre
COPY --from=build /home/gradle/build/libs/app.jar /

### archives that are brought along
FROM debian:12
COPY *.deb /var/cache/apt/archives/
RUN apt-get install -y<|> curl
===> refused: Line 2 puts files into /var/cache/apt, which a mount would hide.

### the context brings settings into the home directory
FROM maven:3.9 AS build
WORKDIR /root
COPY . .
RUN mvn package<|>
FROM eclipse-temurin:17-jre
COPY --from=build /root/target/app.jar /
--- file: .m2/settings.xml
<settings/>
--- file: pom.xml
<project/>
===>
FROM maven:3.9 AS build
WORKDIR /root
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository mvn package
FROM eclipse-temurin:17-jre
COPY --from=build /root/target/app.jar /

### a clone needs an empty directory
FROM rust:1.80 AS build
WORKDIR /src
RUN git clone https://example.org/app.git . && cargo build<|> --release
FROM debian:12
COPY --from=build /src/target/release/app /app
===>
FROM rust:1.80 AS build
WORKDIR /src
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    git clone https://example.org/app.git . && cargo build --release
FROM debian:12
COPY --from=build /src/target/release/app /app

### a directory that must not be there yet
FROM maven:3.9 AS build
COPY settings.xml .
RUN mkdir ~/.m2 && cp settings.xml ~/.m2 && mvn package<|>
===> refused: `mkdir ~/.m2` does something else, or fails, where a mount makes the directory.

### directories of results are not copied as if they were files
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN cargo build<|> --release
FROM debian:12
COPY --from=build /src/target/release/ /app/
===>
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    cargo build --release
FROM debian:12
COPY --from=build /src/target/release/ /app/

### results are looked for
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN cargo build<|> --release
RUN find . -name app -type f -exec cp {} /bin/app \;
FROM debian:12
COPY --from=build /src/target/release/app /app
===>
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    cargo build --release
RUN find . -name app -type f -exec cp {} /bin/app \;
FROM debian:12
COPY --from=build /src/target/release/app /app

### two builds in one step
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN cargo test --release && cargo build<|> --release
FROM debian:12
COPY --from=build /src/target/release/app /app
===>
FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    --mount=type=cache,target=/src/target,sharing=locked \
    cargo test --release && cargo build --release && \
    mkdir -p /out && cp target/release/app /out/
FROM debian:12
COPY --from=build /out/app /app

### a script may need what a step before it publishes among the downloads
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /lib
COPY lib .
RUN <|>mvn install
WORKDIR /app
COPY app .
RUN ./build.sh
===> refused: Line 7 may need what this step puts into its cache.

### a script may have published what a later step needs
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN ./lib/build.sh
RUN <|>mvn package
===> refused: It may need what line 4 puts into its cache.
