### numbers that differ
FROM node:20
USER node
RUN --mount=type=cache,target=/home/node/.npm,uid=1001 npm ci
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount belongs to the user 1001, so node cannot write to it.
RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci
RUN --mount=type=cache,target=/home/node/.npm,mode=0777 npm ci
RUN --mount=type=cache,target=/home/node/.npm,gid=1000,mode=0775 npm ci
RUN --mount=type=cache,target=/home/node/.npm,gid=1000 npm ci
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount belongs to root, so node cannot write to it.
===>
FROM node:20
USER node
RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci
RUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci
RUN --mount=type=cache,target=/home/node/.npm,mode=0777 npm ci
RUN --mount=type=cache,target=/home/node/.npm,gid=1000,mode=0775 npm ci
RUN --mount=type=cache,target=/home/node/.npm,gid=1000,uid=1000 npm ci

### root, sudo, and users that are not known
FROM ubuntu:24.04
RUN --mount=type=cache,target=/root/.npm npm ci
USER $NB_USER
RUN --mount=type=cache,target=/root/.npm npm ci
USER app
RUN --mount=type=cache,target=/root/.npm sudo npm ci
RUN --mount=type=cache,target=/root/.npm npm ci
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount is in the home of root, but the step runs as app.
RUN --mount=type=cache,target=/home/app/.npm npm ci
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount belongs to root, so app cannot write to it.
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update
USER 0:0
RUN --mount=type=cache,target=/root/.npm npm ci
===> no fix

### made with adduser
FROM alpine:3.20
RUN adduser -D -u 2000 -h /srv dev
USER dev
RUN --mount=type=cache,target=/root/.cache/pip,id=x pip install flask
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount is in the home of root, but the step runs as dev.
RUN --mount=type=cache,target=/srv/.cache/pip pip install flask
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The mount belongs to root, so dev cannot write to it.
===>
FROM alpine:3.20
RUN adduser -D -u 2000 -h /srv dev
USER dev
RUN --mount=type=cache,target=/srv/.cache/pip,id=x,uid=2000 pip install flask
RUN --mount=type=cache,target=/srv/.cache/pip,uid=2000 pip install flask
