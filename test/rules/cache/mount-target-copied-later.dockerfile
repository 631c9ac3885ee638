### a later RUN, and the container
FROM rust:1.80
WORKDIR /src
RUN --mount=type=cache,target=target \
    cargo build --release
RUN strip ./target/release/app
          ^^^^^^^^^^^^^^^^^^^^ This file is only in the cache mount at /src/target, not in the layer.
CMD ["/src/target/release/app"]
     ^^^^^^^^^^^^^^^^^^^^^^^^^ This file is only in the cache mount at /src/target, not in the layer.
===>
FROM rust:1.80
WORKDIR /src
RUN --mount=type=cache,target=target \
    cargo build --release && \
    mkdir -p /out && cp -r target/release/app /out/
RUN strip /out/app
CMD ["/out/app"]

### mounted there, too, or not read
FROM rust:1.80
WORKDIR /src
RUN --mount=type=cache,target=/src/target cargo build --release
RUN --mount=type=cache,target=/src/target cp target/release/app /app && rm -rf target/x
RUN rm -rf target && mkdir -p target
CMD ["/app"]

### filled by something else
FROM node:20 AS a
WORKDIR /src
COPY cache.tgz /cache/x/
RUN --mount=type=cache,target=/cache npm ci
FROM node:20 AS b
RUN tar xf /x.tgz -C /cache
RUN --mount=type=cache,target=/cache npm ci
FROM scratch
COPY --from=a /cache/x/cache.tgz /
COPY --from=b /cache/y /

### a directory, a glob, and a RUN that goes on after failures
FROM golang:1.23 AS build
RUN --mount=type=cache,target=/out2 go build -o /out2/ ./...
FROM golang:1.23 AS glob
RUN --mount=type=cache,target=/out2 go build -o /out2/ ./...
FROM golang:1.23 AS other
RUN --mount=type=cache,target=/out2 go build -o /out2/ ./... || true
FROM scratch
COPY --from=build /out2 /bin/
                  ^^^^^ This file is only in the cache mount at /out2, not in the layer.
COPY --from=glob /out2/* /bin/
                 ^^^^^^^ This file is only in the cache mount at /out2, not in the layer.
COPY --from=other /out2/x /bin/
                  ^^^^^^^ This file is only in the cache mount at /out2, not in the layer.
===>
FROM golang:1.23 AS build
RUN --mount=type=cache,target=/out2 go build -o /out2/ ./... && \
    mkdir -p /out && cp -r /out2 /out/
FROM golang:1.23 AS glob
RUN --mount=type=cache,target=/out2 go build -o /out2/ ./...
FROM golang:1.23 AS other
RUN --mount=type=cache,target=/out2 go build -o /out2/ ./... || true
FROM scratch
COPY --from=build /out/out2 /bin/
COPY --from=glob /out2/* /bin/
COPY --from=other /out2/x /bin/
