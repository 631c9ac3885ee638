### Rust, a stage below
FROM rust:1.90-alpine AS build
WORKDIR /src
RUN cargo build --release
FROM scratch AS base
     ^^^^^^^ scratch has no certificates, so that the program can make no HTTPS requests.
# What runs.
COPY --from=build /src/target/release/server /server
FROM base
CMD ["/server"]
===>
FROM rust:1.90-alpine AS build
WORKDIR /src
RUN cargo build --release
FROM scratch AS base
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
# What runs.
COPY --from=build /src/target/release/server /server
FROM base
CMD ["/server"]

### an image of which it is not known whether it has any
FROM example.org/golang AS build
RUN CGO_ENABLED=0 go build -o /server .
FROM scratch
     ^^^^^^^ scratch has no certificates, so that the program can make no HTTPS requests.
COPY --from=build /server /server
===> no fix

### they come along
FROM golang:1.25 AS build
RUN CGO_ENABLED=0 go build -o /server .
FROM scratch AS a
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /server /server
CMD ["/server"]
FROM scratch AS b
COPY ca.pem /etc/ca.pem
COPY --from=build /server /server
CMD ["/server"]
FROM scratch
ADD rootfs.tar /
COPY --from=build /server /server

### another base, C, other files
FROM golang:1.25 AS build
WORKDIR /src
RUN CGO_ENABLED=0 go build -o /server .
FROM gcc:14 AS c
RUN gcc -static -o /c c.c
FROM gcr.io/distroless/static-debian12 AS a
COPY --from=build /server /server
CMD ["/server"]
FROM scratch
COPY --from=c /c /c
COPY --from=build /src/static /static
