### dependencies are built first: their results stay in the layer
FROM rust:1.80 AS build
WORKDIR /src
RUN cargo build --release
    ^^^^^^^^^^^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /usr/local/cargo/registry and /usr/local/cargo/git/db.
COPY . .
RUN cargo build --release
    ^^^^^^^^^^^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /usr/local/cargo/registry and /usr/local/cargo/git/db.
FROM debian:12
COPY --from=build /src/target/release/app /app
===>
FROM rust:1.80 AS build
WORKDIR /src
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    cargo build --release
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    cargo build --release
FROM debian:12
COPY --from=build /src/target/release/app /app

### the RUN copies its results itself
FROM rust:1.80 AS build
WORKDIR /src
RUN cargo build --release && cp target/release/app /app
    ^^^^^^^^^^^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /usr/local/cargo/registry, /usr/local/cargo/git/db and /src/target.
===>
FROM rust:1.80 AS build
WORKDIR /src
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    --mount=type=cache,target=/src/target,sharing=locked \
    cargo build --release && cp target/release/app /app

### more than plain files is read
FROM rust:1.80 AS build
WORKDIR /src
RUN cargo build --release
    ^^^^^^^^^^^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /usr/local/cargo/registry and /usr/local/cargo/git/db.
FROM debian:12
COPY --from=build /src/target/release/* /app/
===>
FROM rust:1.80 AS build
WORKDIR /src
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    cargo build --release
FROM debian:12
COPY --from=build /src/target/release/* /app/

### in one stage, with a later step
FROM rust:1.80
WORKDIR /src
RUN cargo build --release \
    ^^^^^^^^^^^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /usr/local/cargo/registry, /usr/local/cargo/git/db and /src/target.
 && echo built
RUN strip target/release/app
CMD ["./target/release/app"]
===>
FROM rust:1.80
WORKDIR /src
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    --mount=type=cache,target=/src/target,sharing=locked \
    cargo build --release \
 && echo built \
 && mkdir -p /out && cp target/release/app /out/
RUN strip /out/app
CMD ["/out/app"]

### tools
FROM rust:1.80
RUN cargo install ripgrep
    ^^^^^^^^^^^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /usr/local/cargo/registry and /usr/local/cargo/git/db.
FROM debian:12
RUN cargo fetch
    ^^^^^^^^^^^ Cargo downloads everything again whenever this step reruns: there is no cache mount at /root/.cargo/registry and /root/.cargo/git/db.
===>
FROM rust:1.80
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    cargo install ripgrep
FROM debian:12
RUN --mount=type=cache,target=/root/.cargo/registry \
    --mount=type=cache,target=/root/.cargo/git/db \
    cargo fetch
