### scratch, a program of a directory, Go without -o
FROM golang:1.25 AS build
WORKDIR /src
RUN go build -ldflags "-s -X main.version=${VERSION}" ./cmd/server
FROM scratch
COPY --from=build /src/server /server
                  ^^^^^^^^^^^ go builds this on golang:1.25 with glibc, as long as C is not turned off, and scratch has no C library: it may not start there.
===>
FROM golang:1.25 AS build
WORKDIR /src
RUN CGO_ENABLED=0 go build -ldflags "-s -X main.version=${VERSION}" ./cmd/server
FROM scratch
COPY --from=build /src/server /server

### go install, copied within the stage, by number
FROM golang:1.25-bookworm
RUN GOOS=linux go install ./cmd/server && cp /go/bin/server /out
FROM alpine:3.22
COPY --from=0 /out /server
              ^^^^ go builds this on golang:1.25-bookworm with glibc, as long as C is not turned off, and alpine:3.22 has musl: it may not start there.
===>
FROM golang:1.25-bookworm
RUN GOOS=linux CGO_ENABLED=0 go install ./cmd/server && cp /go/bin/server /out
FROM alpine:3.22
COPY --from=0 /out /server

### Rust
FROM rust:1.90 AS build
WORKDIR /src
RUN cargo build --release
FROM alpine:3.22
COPY --from=build /src/target/release/server /server
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ cargo builds this on rust:1.90 with glibc, and alpine:3.22 has musl: it does not start there unless it is static.
CMD ["/server"]
===> no fix

### C, musl to glibc, musl to nothing
FROM alpine:3.22 AS build
RUN apk add --no-cache build-base && gcc -O2 -o /hello hello.c
FROM debian:12
COPY --from=build /hello /hello
                  ^^^^^^ gcc builds this on alpine:3.22 with musl, and debian:12 has glibc: it does not start there unless it is static.

### Go on Alpine with a compiler
FROM golang:1.25-alpine AS build
RUN apk add --no-cache gcc musl-dev && go build -o /server .
FROM debian:12
COPY --from=build /server /server
                  ^^^^^^^ go builds this on golang:1.25-alpine with musl, as long as C is not turned off, and debian:12 has glibc: it may not start there.

### static: CGO_ENABLED, in front, by ENV, exported, by go env
FROM golang:1.25 AS a
RUN CGO_ENABLED=0 go build -o /server .
FROM golang:1.25 AS b
ENV CGO_ENABLED=0
RUN go build -o /server .
FROM golang:1.25 AS c
RUN export CGO_ENABLED=0 && go build -o /server .
FROM golang:1.25 AS d
RUN go env -w CGO_ENABLED=0
RUN go build -o /server .
FROM golang:1.25 AS e
RUN go build -ldflags '-linkmode external -extldflags "-static"' -o /server .
FROM golang:1.25-alpine AS f
RUN go build -o /server .
FROM alpine:3.22
COPY --from=a /server /a
COPY --from=b /server /b
COPY --from=c /server /c
COPY --from=d /server /d
COPY --from=e /server /e
FROM debian:12
COPY --from=f /server /f

### static: Rust, C
FROM rust:1.90 AS a
RUN cargo build --release --target x86_64-unknown-linux-musl
FROM rust:1.90 AS b
ENV RUSTFLAGS="-C target-feature=+crt-static"
RUN cargo build --release
FROM rust:1.90-alpine AS c
RUN cargo build --release
FROM gcc:14 AS d
RUN gcc --static -o /d d.c
FROM scratch
COPY --from=a /target/x86_64-unknown-linux-musl/release/a /a
COPY --from=b /target/release/b /b
COPY --from=c /target/release/c /c
COPY --from=d /d /d

### CGO_ENABLED=1 is meant
FROM golang:1.25 AS build
RUN CGO_ENABLED=1 go build -o /server .
FROM gcr.io/distroless/static-debian12
COPY --from=build /server /server
                  ^^^^^^^ go builds this on golang:1.25 with glibc, as long as C is not turned off, and gcr.io/distroless/static-debian12 has no C library: it may not start there.
===> no fix

### the same C library, one that is not known
FROM golang:1.25 AS build
RUN go build -o /server .
FROM debian:12 AS a
COPY --from=build /server /server
FROM gcr.io/distroless/base-debian12 AS b
COPY --from=build /server /server
FROM example.org/base
COPY --from=build /server /server

### other files, gcompat, the libraries come along
FROM golang:1.25 AS build
WORKDIR /src
RUN go build -o /server .
FROM alpine:3.22 AS a
COPY --from=build /src/static /static
CMD ["x"]
FROM alpine:3.22 AS b
RUN apk add --no-cache gcompat
COPY --from=build /server /server
CMD ["x"]
FROM scratch
COPY --from=build /lib64/ld-linux-x86-64.so.2 /lib64/
COPY --from=build /server /server

### a stage that only hands it on
FROM golang:1.25 AS build
RUN go build -o /server .
FROM alpine:3.22 AS packed
COPY --from=build /server /server
FROM debian:12
COPY --from=packed /server /server

### sources that use nothing of C
FROM golang:1.25 AS build
WORKDIR /src
COPY . .
RUN go build -o /server .
FROM alpine:3.22
COPY --from=build /server /server
--- file: go.mod
module example.org/server
--- file: main.go
package main

import "fmt"

func main() { fmt.Println("hello") }
