### wrappers by package, by variable and by argument
FROM alpine:3.20
RUN apk add --no-cache ccache build-base
RUN make && make install
    ^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /root/.cache/ccache.
FROM debian:12
ENV CC="ccache gcc"
RUN ninja
    ^^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /root/.cache/ccache.
FROM debian:12
RUN RUSTC_WRAPPER=/usr/bin/sccache make
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The cache of sccache is lost when this step is done: there is no cache mount at /root/.cache/sccache.
FROM debian:12
RUN make
RUN cmake -S . -B b && cmake --install b
===>
FROM alpine:3.20
RUN apk add --no-cache ccache build-base
RUN --mount=type=cache,target=/root/.cache/ccache make && make install
FROM debian:12
ENV CC="ccache gcc"
RUN --mount=type=cache,target=/root/.cache/ccache ninja
FROM debian:12
RUN --mount=type=cache,target=/root/.cache/sccache RUSTC_WRAPPER=/usr/bin/sccache make
FROM debian:12
RUN make
RUN cmake -S . -B b && cmake --install b

### older distributions, moved, mounted
FROM ubuntu:20.04
RUN apt-get update && apt-get install -y ccache
RUN make
    ^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /root/.ccache.
ENV CCACHE_DIR=/ccache
RUN make
    ^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /ccache.
RUN --mount=type=cache,target=/ccache make
USER dev
ENV CCACHE_DIR=
RUN make
    ^^^^ The cache of ccache is lost when this step is done: there is no cache mount for it.
===>
FROM ubuntu:20.04
RUN apt-get update && apt-get install -y ccache
RUN --mount=type=cache,target=/root/.ccache make
ENV CCACHE_DIR=/ccache
RUN --mount=type=cache,target=/ccache make
RUN --mount=type=cache,target=/ccache make
USER dev
ENV CCACHE_DIR=
RUN make

### clean-ups, and what a mount would hide
FROM debian:12 AS build
RUN ccache --version
RUN make && ccache -C
    ^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /root/.cache/ccache.
RUN su build -c "make"
                 ^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /root/.cache/ccache.
ENV CCACHE_DIR=/ccache
COPY ccache.conf /ccache/
RUN make
    ^^^^ The cache of ccache is lost when this step is done: there is no cache mount at /ccache.
FROM scratch
COPY --from=build /app /app
===>
FROM debian:12 AS build
RUN ccache --version
RUN --mount=type=cache,target=/root/.cache/ccache make
RUN su build -c "make"
ENV CCACHE_DIR=/ccache
COPY ccache.conf /ccache/
RUN make
FROM scratch
COPY --from=build /app /app
