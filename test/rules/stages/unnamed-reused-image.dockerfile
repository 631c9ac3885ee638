### a third one, blanks aside
FROM node:22 AS base
WORKDIR /app
RUN  corepack   enable

FROM node:22
     ^^^^^^^ This stage begins as the one in line 1 does, with 2 instructions: a common base would say them once.
WORKDIR /app
RUN corepack enable
CMD ["a"]
===>
FROM node:22 AS base
WORKDIR /app
RUN  corepack   enable

FROM base
CMD ["a"]

### base is taken, a platform, comments
FROM debian AS base
# The first.
from --platform=linux/amd64 node:22 as build
# What it needs.
run a
run b
from --platform=linux/amd64 node:22
                            ^^^^^^^ This stage begins as the one in line 3 does, with an instruction: a common base would say it once.
run a
copy --from=build /x /x
===>
FROM debian AS base
from --platform=linux/amd64 node:22 as common
# What it needs.
run a

# The first.
from common as build
run b
from common
copy --from=build /x /x

### nothing that makes a layer of files
FROM node:22 AS build
WORKDIR /app
ENV A=b
RUN a
FROM node:22
WORKDIR /app
ENV A=b
RUN b

### other images, other platforms, stages of the file, scratch
FROM node:22
RUN a
FROM node:22-slim
RUN a
FROM --platform=linux/arm64 node:22
RUN a
FROM node:22 AS base
FROM base
RUN a
FROM base
RUN a
FROM scratch
COPY a /a
FROM scratch
COPY a /a

### an ARG, a number
FROM node:22 AS build
ARG A
RUN a
FROM node:22
     ^^^^^^^ This stage begins as the one in line 1 does, with 2 instructions: a common base would say them once.
ARG A
RUN a
COPY --from=0 /x /x
FROM debian
COPY --from=0 /x /x
===> no fix

### the one that it has most in common with
FROM node:22 AS a
RUN a
FROM node:22 AS b
RUN b
RUN c
FROM node:22 AS c
     ^^^^^^^ This stage begins as the one in line 3 does, with 2 instructions: a common base would say them once.
RUN b
RUN c
RUN d
===>
FROM node:22 AS a
RUN a
FROM node:22 AS b
RUN b
RUN c
FROM b AS c
RUN d
