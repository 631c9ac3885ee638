### nobody says
FROM debian:12
     ^^^^^^^^^ No USER is set, so the container runs as root.
RUN true

### an earlier stage says, for itself
FROM debian:12 AS builder
USER app
FROM debian:12
     ^^^^^^^^^ No USER is set, so the container runs as root.
COPY --from=builder /x /x

### a stage that it is built on says
FROM debian:12 AS base
USER app
FROM base
RUN true

### root is said, too
FROM debian:12
USER root

### images that have a user
FROM gcr.io/distroless/static:nonroot

### Chainguard
FROM cgr.dev/chainguard/node:latest

### Bitnami
FROM bitnami/redis:7.2

### a registry's copy of Bitnami
FROM docker.io/bitnami/nginx

### a name that says so
FROM my.registry/base-nonroot:1

### nginx without rights
FROM nginxinc/nginx-unprivileged:1.29

### .NET
FROM mcr.microsoft.com/dotnet/aspnet:9.0
USER $APP_UID

### .NET without
FROM mcr.microsoft.com/dotnet/aspnet:9.0
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No USER is set, so the container runs as root.
ENTRYPOINT ["dotnet", "a.dll"]
===>
FROM mcr.microsoft.com/dotnet/aspnet:9.0
USER app
ENTRYPOINT ["dotnet", "a.dll"]

### gosu leaves root
FROM debian:12
ENTRYPOINT ["tini", "--", "gosu", "app", "server"]

### Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
CMD ["a.exe"]

### unknown image
ARG BASE
FROM ${BASE}
     ^^^^^^^ No USER is set, so the container runs as root unless its base image says otherwise.
CMD ["a"]
===> no fix

### no FROM
RUN true

### scratch
FROM scratch
     ^^^^^^^ No USER is set, so the container runs as root.
COPY a /a
ENTRYPOINT ["/a"]
===>
FROM scratch
COPY a /a
USER 10001
ENTRYPOINT ["/a"]

### Node has one
FROM node:22-alpine
     ^^^^^^^^^^^^^^ No USER is set, so the container runs as root.
WORKDIR /app
COPY . .
EXPOSE 3000

# start
CMD ["node", "."]
===>
FROM node:22-alpine
WORKDIR /app
COPY . .
EXPOSE 3000

USER node
# start
CMD ["node", "."]

### Debian
FROM python:3.13-slim
     ^^^^^^^^^^^^^^^^ No USER is set, so the container runs as root.
COPY . /app
CMD python /app/x.py
RUN true
===>
FROM python:3.13-slim
COPY . /app
CMD python /app/x.py
RUN true
RUN useradd -r -l app
USER app

### ONBUILD is for others
FROM debian:12
     ^^^^^^^^^ No USER is set, so the container runs as root.
ONBUILD USER app

### the user that is made
FROM debian:12
     ^^^^^^^^^ No USER is set, so the container runs as root.
RUN useradd app
CMD ["a"]
===>
FROM debian:12
RUN useradd app
USER app
CMD ["a"]
