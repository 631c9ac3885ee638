### the key of a RUN: order, variables, directory, and what reruns with it
FROM node:20-slim
ARG VERSION=1
ARG UNUSED=2
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci<|> --tag=$VERSION
COPY . .
RUN npm run build
===>
**RUN** · layer 3 of 5 · filesystem

Runs a command during the build and keeps what it changes as a new layer. [Reference](https://docs.docker.com/reference/dockerfile/#run)

- **Cache key:** the step before (line 6); its own text; the directory `/app`; the values of `VERSION`; `UNUSED` and `NODE_ENV` too, though it does not use them.
- **Reruns when** line 6 copies changed files or any other step before it runs again.
- **When it runs again,** so do the 2 steps in lines 8 and 9.
- **Note:** npm's download cache stays in this layer.

### a COPY from a stage is keyed by the bytes
FROM golang:1.23 AS build
COPY . .
RUN go build -o /out/app
FROM scratch
COPY --from=build /out/app<|> /app
===>
**COPY** · layer 1 of 1 in stage 1 · filesystem

Copies files from the build context, a build stage or an image into the image. [Reference](https://docs.docker.com/reference/dockerfile/#copy)

- **Cache key:** the base image `scratch`; its own text; the bytes of `/out/app` in stage `build`.
- **Reruns when** what stage `build` made there changes, line 2 copies changed files or any other step before it runs again.
- No later step runs again with it.

### an ENV names no value
FROM debian:12
ENV DB_PASSWORD=<|>hunter2-hunter2
RUN true
===>
**ENV** · metadata only, no layer

Sets environment variables, for the rest of the stage and for every container of the image. [Reference](https://docs.docker.com/reference/dockerfile/#env)

- **When it changes,** so does line 3.
- **Note:** The values stay in the image: whoever has it can read them.

### what is deleted later stays
FROM debian:12
RUN curl -fsSL -o /tmp/tool.tgz https://example.com/tool.tgz<|>
RUN tar xf /tmp/tool.tgz -C /opt && rm /tmp/tool.tgz
===>
**RUN** · layer 1 of 2 · filesystem

Runs a command during the build and keeps what it changes as a new layer. [Reference](https://docs.docker.com/reference/dockerfile/#run)

- **Cache key:** the base image `debian:12`; its own text.
- **Reruns when** a step before it runs again.
- **When it runs again,** so does line 3.
- **Note:** Line 3 deletes `/tmp/tool.tgz`, yet its bytes stay in this layer.

### deleting what came before saves nothing, and a chown stores files twice
FROM debian:12
COPY dump.sql /tmp/dump.sql
COPY app /srv/app
RUN chown -R app /srv/app && rm /tmp/dump.sql<|>
===>
**RUN** · layer 3 of 3 · filesystem

Runs a command during the build and keeps what it changes as a new layer. [Reference](https://docs.docker.com/reference/dockerfile/#run)

- **Cache key:** the step before (line 3); its own text.
- **Reruns when** one of the lines 2 and 3 copies changed files or any other step before it runs again.
- No later step runs again with it.
- **Note:** `/tmp/dump.sql` comes from line 2: deleting it here does not make the image smaller.
- **Note:** chown stores the files of line 3 a second time: `COPY --chown` does not.

### a flag under the cursor is explained
FROM debian:12
COPY --li<|>nk a /a
===>
**COPY** · layer 1 of 1 · filesystem

`--link`: Puts the files in a layer of their own that does not depend on the layers below, so it stays cached when they change. Needs `docker/dockerfile:1.4` or newer. [Reference](https://docs.docker.com/reference/dockerfile/#copy---link)

- **Cache key:** the base image `debian:12`; its own text; name, bytes and mode of `a` in the build context.
- **Reruns when** `a` changes or a step before it runs again.
- No later step runs again with it.

### a cache mount's content is in no image, its options are in the key
FROM node:20-slim
COPY package.json .
RUN --mount=type=cache,target=/root/.npm npm install<|>
===>
**RUN** · layer 2 of 2 · filesystem

Runs a command during the build and keeps what it changes as a new layer. [Reference](https://docs.docker.com/reference/dockerfile/#run)

- **Cache key:** the step before (line 2); its own text; the options of its cache mount, not its content.
- **Reruns when** line 2 copies changed files or any other step before it runs again.
- No later step runs again with it.
- **Note:** What lies in a cache mount is not part of the image.

### a LABEL reruns nothing
FROM debian:12
LABEL a=b<|>
RUN true
===>
**LABEL** · metadata only, no layer

Adds metadata to the image as names with values. [Reference](https://docs.docker.com/reference/dockerfile/#label)

- A change here reruns no step.

### a comment is no instruction
FROM debian:12
# a remark<|>
RUN true
===> nothing
