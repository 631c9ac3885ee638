### caches of several kinds
FROM node:22
RUN pnpm install --prod
FROM oven/bun:1
RUN bun install
FROM composer:2
RUN composer install
FROM rust:1.80
RUN cargo build --release
FROM maven:3.9-eclipse-temurin-21
RUN mvn package
    ^^^^^^^^^^^ Maven leaves its cache in the image, at /root/.m2; a cache mount keeps it out, or a clean-up in this RUN.

### the last stage alone counts
FROM maven:3.9-eclipse-temurin-21
RUN mvn package
    ^^^^^^^^^^^ Maven leaves its cache in the image, at /root/.m2; a cache mount keeps it out, or a clean-up in this RUN.
CMD ["java", "-jar", "target/app.jar"]
===>
FROM maven:3.9-eclipse-temurin-21
RUN mvn package && rm -rf /root/.m2
CMD ["java", "-jar", "target/app.jar"]

### Gradle
FROM gradle:8
USER root
RUN gradle build
    ^^^^^^^^^^^^ Gradle leaves its cache in the image, at /home/gradle/.gradle; a cache mount keeps it out, or a clean-up in this RUN.
===>
FROM gradle:8
USER root
RUN gradle build && rm -rf /home/gradle/.gradle

### NuGet
FROM mcr.microsoft.com/dotnet/sdk:8.0
RUN dotnet publish -c Release
    ^^^^^^^^^^^^^^^^^^^^^^^^^ .NET leaves its cache in the image, at /root/.nuget/packages; a cache mount keeps it out, or a clean-up in this RUN.
===>
FROM mcr.microsoft.com/dotnet/sdk:8.0
RUN dotnet publish -c Release && dotnet nuget locals all --clear

### conda
FROM continuumio/miniconda3
RUN conda install -y numpy
    ^^^^^^^^^^^^^^^^^^^^^^ conda leaves its cache in the image, at /opt/conda/pkgs; a cache mount keeps it out, or a clean-up in this RUN.
===>
FROM continuumio/miniconda3
RUN conda install -y numpy && conda clean --all --yes

### Bundler
FROM ruby:3.3
RUN bundle install
    ^^^^^^^^^^^^^^ Bundler leaves its cache in the image, at /usr/local/bundle/cache; a cache mount keeps it out, or a clean-up in this RUN.
===>
FROM ruby:3.3
RUN bundle install && rm -rf /usr/local/bundle/cache

### Composer, and pnpm
FROM composer:2
RUN composer install
    ^^^^^^^^^^^^^^^^ Composer leaves its cache in the image, at /tmp/cache; a cache mount keeps it out, or a clean-up in this RUN.
RUN pnpm install
    ^^^^^^^^^^^^ pnpm leaves its cache in the image, at /root/.local/share/pnpm/store; a cache mount keeps it out, or a clean-up in this RUN.
===>
FROM composer:2
RUN composer install && composer clear-cache
RUN pnpm install && pnpm store prune

### Cargo, where a later step needs it again
FROM rust:1.80
RUN cargo fetch
    ^^^^^^^^^^^ Cargo leaves its cache in the image, at /usr/local/cargo/registry; a cache mount keeps it out, or a clean-up in this RUN.
RUN cargo build --release
    ^^^^^^^^^^^^^^^^^^^^^ Cargo leaves its cache in the image, at /usr/local/cargo/registry; a cache mount keeps it out, or a clean-up in this RUN.
===>
FROM rust:1.80
RUN cargo fetch
RUN cargo build --release && rm -rf /usr/local/cargo/registry

### what cleans up
FROM golang:1.24
RUN go build ./... && go clean -cache -modcache
RUN go build ./... && rm -rf /go/pkg /root/.cache
FROM continuumio/miniconda3
RUN conda install -y numpy && conda clean -afy
RUN conda install -y numpy && rm -rf /opt/conda/pkgs

### mounts
FROM golang:1.24
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build ./...

### a stage that only builds
FROM golang:1.24 AS build
RUN go build ./...
FROM scratch
COPY --from=build /app /app

### a place that the file does not tell
FROM ubuntu:24.04
RUN conda install -y numpy

### managers with rules of their own
FROM node:22
RUN npm ci && pip install flask && yarn install && apt-get install -y git

### what the container starts reads the cache
FROM maven:3.9-eclipse-temurin-21
RUN mvn dependency:go-offline
CMD ["mvn", "spring-boot:run"]
