### what is root
FROM debian
USER root
     ^^^^ The stage ends as root. (hint)
FROM debian
USER 0
     ^ The stage ends as root. (hint)
FROM debian
USER root:root
     ^^^^^^^^^ The stage ends as root. (hint)
FROM debian
USER 0:0
     ^^^ The stage ends as root. (hint)
FROM debian
USER app
USER root
     ^^^^ The stage ends as root. (hint)
FROM debian AS last
RUN true
USER root:0
     ^^^^^^ The container runs as root.

### what is not
FROM debian
USER app
FROM debian
USER root
USER app
FROM debian
USER rootless
FROM debian
USER 01
FROM debian
USER 1000:0
FROM debian
USER 1000:root

### hadolint has one severity, quotes and variables are names
FROM debian AS base
USER root
     ^^^^ The stage ends as root. (hint)
FROM debian
USER "root"
FROM debian
ARG WHO=root
USER $WHO
FROM debian
ENV WHO=root
USER ${WHO}
--- settings: {"hadolint": true}

### quotes and variables are looked through
FROM debian AS base
USER "root"
     ^^^^^^ The stage ends as root. (hint)
FROM debian
ENV WHO=root
USER ${WHO}
     ^^^^^^ The container runs as root.

### a base stage's user is its own
FROM debian AS base
USER root
     ^^^^ The container runs as root.
FROM base
RUN true

### the final stage has a user of its own
FROM debian AS base
USER root
     ^^^^ The stage ends as root. (hint)
FROM base
RUN true
USER app

### the stage without USER is silent
FROM debian AS base
USER root
     ^^^^ The stage ends as root. (hint)
FROM base AS next
RUN true
FROM next
USER root
     ^^^^ The container runs as root.
--- settings: {"hadolint": true}

### not in ONBUILD
FROM debian
ONBUILD USER root

### not in ONBUILD, hadolint
FROM debian
USER app
ONBUILD USER root
--- settings: {"hadolint": true}

### without FROM
USER root
     ^^^^ The container runs as root.

### without FROM in hadolint's reading
USER root
--- settings: {"hadolint": true}

### half typed
FROM debian
USER
USER

### back to the user before
FROM node:22
USER node
WORKDIR /app
USER root
     ^^^^ The container runs as root.
RUN apt-get update
# what is started
CMD ["node", "server.js"]
===>
FROM node:22
USER node
WORKDIR /app
USER root
RUN apt-get update
USER node
# what is started
CMD ["node", "server.js"]

### back to the user that is made
from debian:12
run useradd app
user root
     ^^^^ The container runs as root.
copy . /app
===>
from debian:12
run useradd app
user root
copy . /app
user app

### a base stage has no fix
FROM debian AS base
USER root
     ^^^^ The stage ends as root. (hint)
FROM debian
USER app
===> no fix
