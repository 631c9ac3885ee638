### nobody knows
FROM debian:12-slim
COPY --chown=app:app . /app
             ^^^ Neither debian nor this file has a user app.
USER app
===>
FROM debian:12-slim
RUN useradd -r -l app
COPY --chown=app:app . /app
USER app

### by the base image
FROM node:22
COPY --chown=node:node . .
USER node
FROM debian:12
USER www-data
USER nobody:nogroup
FROM alpine:3.22
USER guest
FROM ubuntu:24.04
USER ubuntu
FROM mcr.microsoft.com/dotnet/aspnet:9.0
USER app

### node is no user of Alpine's
FROM alpine:3.22
RUN apk add --no-cache nodejs
USER node
===> no fix

### made
FROM debian:12
RUN groupadd app && useradd -g app app
COPY --chown=app . /app
USER app:app

### made with a name that an argument gives
FROM debian:12
ARG NAME=app
RUN useradd $NAME
USER $NAME

### made with a name that nobody knows
FROM debian:12
RUN useradd $NAME
USER app

### made in the stage that it is built on
FROM debian:12 AS base
RUN useradd app
FROM base
USER app

### made in another stage
FROM debian:12 AS build
RUN useradd app
FROM debian:12
USER app
     ^^^ Neither debian nor this file has a user app.
===>
FROM debian:12 AS build
RUN useradd app
FROM debian:12
RUN useradd -r -l app
USER app

### made too late
FROM alpine:3.22
COPY --chown=app a /a
             ^^^ Neither alpine nor this file has a user app.
RUN adduser -D app
USER app

### an unknown base image
FROM example.com/base:1
USER app
FROM postgres:18
USER app

### numbers and variables
FROM debian:12
USER 1000
USER 1000:app
USER $UID
USER :app

### a script may make it
FROM debian:12
RUN ./setup.sh
USER app

### a package may make it
FROM debian:12
RUN apt-get update && apt-get install -y redis-server
USER redis

### a package that has nothing to do with it
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates && rm -rf /var/lib/apt/lists/*
USER app
     ^^^ Neither debian nor this file has a user app.

### a local package
FROM debian:12
RUN apt-get install -y ./app_1.0.deb
USER tool

### written by hand
FROM debian:12
RUN echo "app:x:1000:1000::/:" >> /etc/passwd
USER app

### copied
FROM debian:12
COPY passwd /etc/passwd
USER app

### renamed
FROM node:22
RUN usermod -l app node
USER app

### root
FROM debian:12
COPY --chown=root . /app
USER root

### Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
USER app

### below another user
FROM debian:12
USER nobody
USER app
     ^^^ Neither debian nor this file has a user app.
===> no fix

### without FROM
USER app

### servers that images start
FROM nginx:1.29
USER app
     ^^^ Neither nginx nor this file has a user app.
FROM nginx:1.29
USER nginx
FROM redis:8-alpine
USER redis
FROM php:8.4-fpm
USER www-data
FROM php:8.4-fpm
USER app
     ^^^ Neither php nor this file has a user app.
