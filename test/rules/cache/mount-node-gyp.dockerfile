### by package, by node-gyp, and in the same step
FROM node:20-slim
RUN apt-get update && apt-get install -y build-essential python3
RUN npm ci
    ^^^^^^ Native add-ons download the Node.js headers again whenever this step reruns: there is no cache mount at /root/.cache/node-gyp.
RUN --mount=type=cache,target=/root/.cache npm ci
USER node
RUN npm ci
    ^^^^^^ Native add-ons download the Node.js headers again whenever this step reruns: there is no cache mount at /home/node/.cache/node-gyp.
FROM node:8-alpine
RUN apk add --no-cache python make g++ && npm ci
                                          ^^^^^^ Native add-ons download the Node.js headers again whenever this step reruns: there is no cache mount at /root/.node-gyp.
FROM node:20
RUN npm i -g node-gyp
RUN yarn
    ^^^^ Native add-ons download the Node.js headers again whenever this step reruns: there is no cache mount at /root/.cache/node-gyp.
===>
FROM node:20-slim
RUN apt-get update && apt-get install -y build-essential python3
RUN --mount=type=cache,target=/root/.cache/node-gyp npm ci
RUN --mount=type=cache,target=/root/.cache npm ci
USER node
RUN --mount=type=cache,target=/home/node/.cache/node-gyp,uid=1000,gid=1000 npm ci
FROM node:8-alpine
RUN --mount=type=cache,target=/root/.node-gyp apk add --no-cache python make g++ && npm ci
FROM node:20
RUN npm i -g node-gyp
RUN --mount=type=cache,target=/root/.cache/node-gyp yarn

### no compiler, or nothing of Node
FROM node:20-slim
RUN apt-get update && apt-get install -y python3 make
RUN npm ci
FROM python:3.12
RUN apt-get update && apt-get install -y build-essential python3
RUN pip install flask

### a user whose other caches lie beside
FROM node:20-slim
RUN apt-get update && apt-get install -y build-essential python3
USER node
RUN yarn --frozen-lockfile
    ^^^^^^^^^^^^^^^^^^^^^^ Native add-ons download the Node.js headers again whenever this step reruns: there is no cache mount at /home/node/.cache/node-gyp.
===> no fix
