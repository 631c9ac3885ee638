### copies below USER
FROM node:22
COPY a /a
USER node:node
COPY a /a
       ^^ The files belong to root, although node is the user here.
ADD b /b
      ^^ The files belong to root, although node is the user here.
COPY --from=build /c /c
                     ^^ The files belong to root, although node is the user here.
COPY --chown=node d /d
COPY --chmod=755 e /e
                   ^^ The files belong to root, although node is the user here.
===>
FROM node:22
COPY a /a
USER node:node
COPY --chown=node:node a /a
ADD --chown=node:node b /b
COPY --from=build --chown=node:node /c /c
COPY --chown=node d /d
COPY --chmod=755 --chown=node:node e /e

### root again
FROM node:22
USER node
RUN true
USER root
COPY a /a
USER 0
COPY a /a

### given away afterwards
FROM node:22
USER node
COPY . /app
USER root
RUN chown -R node:node /app

### all of it is given away
FROM node:22
WORKDIR /home/node
USER node
COPY . app
USER root
RUN chown -R node .

### something else is given away
FROM node:22
USER node
COPY . /app
       ^^^^ The files belong to root, although node is the user here.
USER root
RUN chown -R node:node /data

### given away before
FROM node:22
RUN chown node /app
USER node
COPY . /app
       ^^^^ The files belong to root, although node is the user here.

### in the stage that it is built on
FROM node:22 AS base
USER node
FROM base
COPY . /app
       ^^^^ The files belong to root, although node is the user here.

### only of its stage
FROM node:22 AS base
USER node
FROM node:22
COPY . /app

### variables
FROM debian:12
ARG USERNAME=app
USER $USERNAME
COPY a /a
       ^^ The files belong to root, although app is the user here.
USER $UNKNOWN
COPY b /b
===>
FROM debian:12
ARG USERNAME=app
USER $USERNAME
COPY --chown=$USERNAME a /a
USER $UNKNOWN
COPY b /b

### .NET
FROM mcr.microsoft.com/dotnet/aspnet:9.0
USER $APP_UID
COPY --from=build /app .
                       ^ The files belong to root, although $APP_UID is the user here.
===>
FROM mcr.microsoft.com/dotnet/aspnet:9.0
USER $APP_UID
COPY --from=build --chown=$APP_UID /app .

### the base image's own user
FROM bitnami/redis:7
COPY a /a

### Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
USER ContainerUser
COPY a C:/a

### ONBUILD, and half typed
FROM node:22
USER node
ONBUILD COPY a /a
COPY a
COPY
USER
COPY a /a
