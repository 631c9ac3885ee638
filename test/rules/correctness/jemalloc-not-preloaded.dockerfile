### installed
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y curl libjemalloc2 && rm -rf /var/lib/apt/lists/*
                                              ^^^^^^^^^^^^ Nothing uses jemalloc: LD_PRELOAD does not name it.
CMD ["puma"]
===>
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y curl libjemalloc2 && rm -rf /var/lib/apt/lists/*
ENV LD_PRELOAD=libjemalloc.so.2
CMD ["puma"]

### on Alpine
FROM ruby:3.4-alpine
RUN apk add --no-cache jemalloc
                       ^^^^^^^^ Nothing uses jemalloc: LD_PRELOAD does not name it.
CMD ["puma"]
===>
FROM ruby:3.4-alpine
RUN apk add --no-cache jemalloc
ENV LD_PRELOAD=libjemalloc.so.2
CMD ["puma"]

### preloaded
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y libjemalloc2
ENV LD_PRELOAD=libjemalloc.so.2
CMD ["puma"]

### configured
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y libjemalloc2
ENV MALLOC_CONF=narenas:2
CMD ["puma"]

### preloaded by the start
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y libjemalloc2
CMD LD_PRELOAD=libjemalloc.so.2 puma

### preloaded by a script
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y libjemalloc2
COPY . .
ENTRYPOINT ["./bin/docker-entrypoint"]
--- file: bin/docker-entrypoint
#!/bin/bash -e
export LD_PRELOAD="$(find /usr/lib -name libjemalloc.so.2)"
exec "$@"

### not by the script
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y libjemalloc2
                                         ^^^^^^^^^^^^ Nothing uses jemalloc: LD_PRELOAD does not name it.
COPY . .
ENTRYPOINT ["./bin/docker-entrypoint"]
--- file: bin/docker-entrypoint
#!/bin/bash -e
exec "$@"

### a script that nobody can read
FROM ruby:3.4-slim
RUN apt-get update && apt-get install -y libjemalloc2
COPY . .
ENTRYPOINT ["./bin/docker-entrypoint"]

### to compile with
FROM debian:12
RUN apt-get update && apt-get install -y libjemalloc-dev libjemalloc2 && make

### in a stage that is not shipped
FROM ruby:3.4-slim AS build
RUN apt-get update && apt-get install -y libjemalloc2
FROM ruby:3.4-slim
CMD ["puma"]

### in the stage that it is built on
FROM ruby:3.4-slim AS base
RUN apt-get update && apt-get install -y libjemalloc2
                                         ^^^^^^^^^^^^ Nothing uses jemalloc: LD_PRELOAD does not name it.
FROM base
CMD ["puma"]
===>
FROM ruby:3.4-slim AS base
RUN apt-get update && apt-get install -y libjemalloc2
ENV LD_PRELOAD=libjemalloc.so.2
FROM base
CMD ["puma"]
