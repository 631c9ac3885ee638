### the program
FROM node:22
COPY --chown=node . /app
     ^^^^^^^^^^^^ node runs the program and can change these files; left to root they can be read all the same.
COPY --chown=1000:1000 --from=builder /app/dist /app/dist
     ^^^^^^^^^^^^^^^^^ node runs the program and can change these files; left to root they can be read all the same.
USER node
===>
FROM node:22
COPY . /app
COPY --from=builder /app/dist /app/dist
USER node

### by number
FROM debian:12
COPY --chown=10001 . /app
     ^^^^^^^^^^^^^ 10001 runs the program and can change these files; left to root they can be read all the same.
USER 10001:10001

### data
FROM node:22
COPY --chown=node data /app/data
COPY --chown=node seed.json /srv/storage/
COPY --chown=node --from=builder /app/tmp /app/tmp
USER node

### somebody else's, or nobody's
FROM node:22
COPY --chown=root:node . /app
COPY --chown=www-data . /www
COPY . /x
USER node

### the user still builds
FROM node:22
USER node
COPY --chown=node . /app
RUN npm ci
COPY --chown=node x.js /app/x.js
     ^^^^^^^^^^^^ node runs the program and can change these files; left to root they can be read all the same.

### root
FROM node:22
COPY --chown=node . /app

### a stage that is not the last
FROM node:22 AS builder
COPY --chown=node . /app
USER node
FROM node:22
USER node

### below USER
FROM node:22
USER node
COPY --chown=node:node . /app
     ^^^^^^^^^^^^^^^^^ node runs the program and can change these files; left to root they can be read all the same.
===>
FROM node:22
USER node
COPY --chown=0:0 . /app

### a framework that writes to its own directories
FROM ruby:3.4
COPY --chown=1000 . /rails
USER 1000
CMD ["bin/rails", "server"]
