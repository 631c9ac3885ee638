### one behind the other
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
                      ^^^^^^^^^^^^^^^^^^^^^^ Line 2 installs system packages, too: one RUN can install them all.
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && \
    apt-get install -y git && rm -rf /var/lib/apt/lists/*

### three, with things between that none needs
FROM alpine:3.22
RUN apk add --no-cache curl
ENV A=1
WORKDIR /app
RUN apk add --no-cache git
    ^^^^^^^^^^^^^^^^^^^^^^ Line 2 installs system packages, too: one RUN can install them all.
COPY . .
RUN mkdir /data
RUN apk add --no-cache jq
    ^^^^^^^^^^^^^^^^^^^^^ Line 5 installs system packages, too: one RUN can install them all.
===> no fix

### a repository, a key or a package between
FROM debian:12
RUN apt-get update && apt-get install -y curl gnupg
RUN curl -fsSL https://example.org/key.asc | gpg --dearmor -o /usr/share/keyrings/x.gpg
RUN apt-get update && apt-get install -y x
COPY x.list /etc/apt/sources.list.d/
RUN apt-get update && apt-get install -y y
COPY z.deb /tmp/
RUN apt-get install -y w
FROM rockylinux:9
RUN dnf install -y epel-release
RUN dnf install -y htop

### a user, a shell, a program that nobody knows, a script between
FROM debian:12
RUN apt-get install -y curl
USER root
RUN apt-get install -y git
SHELL ["/bin/bash", "-c"]
RUN apt-get install -y jq
RUN ./setup.sh
RUN apt-get install -y make

### RUNs that do more, other managers
FROM debian:12
RUN apt-get install -y gcc && make -C /src && apt-get purge -y gcc
RUN apt-get install -y gcc && make -C /src2
RUN apt-get install -y curl
RUN npm install -g pnpm@9
RUN pip install flask

### a variable from between
FROM debian:12
RUN apt-get install -y curl
ARG VERSION
RUN apt-get install -y git=$VERSION

### apt and apt-get, in two stages
FROM debian:12 AS one
RUN apt-get install -y curl
FROM debian:12
RUN apt install -y curl
RUN apt-get install -y git
    ^^^^^^^^^^^^^^^^^^^^^^ Line 4 installs system packages, too: one RUN can install them all.

### an upgrade installs nothing new
FROM debian:12
RUN apt-get update && apt-get upgrade -y
RUN apt-get install -y curl
FROM rockylinux:9
RUN dnf -y update
RUN dnf install -y curl

### an upgrade and an installation in one RUN
FROM debian:12
RUN apt-get update && apt-get upgrade -y && apt-get install -y curl
RUN apt-get install -y git
    ^^^^^^^^^^^^^^^^^^^^^^ Line 2 installs system packages, too: one RUN can install them all.
