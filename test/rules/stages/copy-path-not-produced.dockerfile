### a tmpfs mount, a relative target, a glob
FROM node:22 AS build
WORKDIR /app
COPY package.json .
RUN --mount=type=tmpfs,target=dist npm run build
FROM nginx:1.29
COPY --from=build /app/dist /usr/share/nginx/html
                  ^^^^^^^^^ The stage keeps nothing below /app/dist, where a tmpfs is mounted: copy it elsewhere in the RUN that makes it.
COPY --from=build /app/dist/*.css /css/
                  ^^^^^^^^^^^^^^^ The stage keeps nothing below /app/dist, where a tmpfs is mounted: copy it elsewhere in the RUN that makes it.

### copied out, beside the mount, around it
FROM rust:1.90 AS build
WORKDIR /src
RUN --mount=type=cache,target=/src/target cargo build --release && cp target/release/a /a
FROM debian:12
COPY --from=build /a /a
COPY --from=build /src/targets /x
COPY --from=build /src /src

### another RUN writes there
FROM rust:1.90 AS build
WORKDIR /src
RUN --mount=type=cache,target=/src/target cargo build --release
RUN mkdir -p target && touch target/x
FROM debian:12
COPY --from=build /src/target/x /x

### another RUN builds without the mount
FROM rust:1.90 AS build
WORKDIR /src
RUN --mount=type=cache,target=/src/target cargo build --release
RUN cargo build --release --bin other
FROM debian:12
COPY --from=build /src/target/release/other /x

### a COPY brings it
FROM rust:1.90 AS build
COPY prebuilt /src/target/release/
RUN --mount=type=cache,target=/src/target true
FROM debian:12
COPY --from=build /src/target/release/x /x

### bind and secret mounts
FROM rust:1.90 AS build
RUN --mount=type=bind,target=/src,rw make
FROM debian:12
COPY --from=build /src/x /x

### from scratch, what is copied into it
FROM scratch AS assets
COPY a /a/
COPY b.txt /b.txt
WORKDIR /w
FROM debian:12
COPY --from=assets /a/x /x
COPY --from=assets /b.txt /b
COPY --from=assets / /
COPY --from=assets /w /w
COPY --from=assets /c.txt /c
                   ^^^^^^ The stage assets is from scratch, and nothing in it brings /c.txt.
COPY --from=assets /b.txt.gz /c
                   ^^^^^^^^^ The stage assets is from scratch, and nothing in it brings /b.txt.gz.

### from scratch with a RUN, with an archive to the root, with text
FROM scratch AS a
COPY a /a
RUN ["/a"]
FROM scratch AS b
ADD rootfs.tar /
FROM scratch AS c
COPY <<EOF /x
a
EOF
FROM debian:12
COPY --from=a /x /x
COPY --from=b /x /x
COPY --from=c /y /y
