### modules alone, or compiled packages too
FROM golang:1.23 AS build
RUN go mod download
    ^^^^^^^^^^^^^^^ Go downloads everything again whenever this step reruns: there is no cache mount at /go/pkg/mod.
RUN go build -o /app . && go clean -cache -modcache
    ^^^^^^^^^^^^^^^^^^ Go downloads and compiles everything again whenever this step reruns: there is no cache mount at /go/pkg/mod and /root/.cache/go-build.
FROM scratch
COPY --from=build /app /app
===>
FROM golang:1.23 AS build
RUN --mount=type=cache,target=/go/pkg/mod go mod download
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -o /app .
FROM scratch
COPY --from=build /app /app

### outside the official image, vendored, and before modules
FROM alpine:3.20
RUN go build .
    ^^^^^^^^^^ Go downloads and compiles everything again whenever this step reruns: there is no cache mount at /root/go/pkg/mod and /root/.cache/go-build.
FROM golang:1.23
RUN go build -mod=vendor .
    ^^^^^^^^^^^^^^^^^^^^^^ Go compiles everything again whenever this step reruns: there is no cache mount at /root/.cache/go-build.
FROM golang:1.9
RUN go build .
FROM golang:1.23
ENV GOFLAGS=-mod=vendor GOCACHE=/cache
RUN go test ./...
    ^^^^^^^^^^^^^ Go compiles everything again whenever this step reruns: there is no cache mount at /cache.
===>
FROM alpine:3.20
RUN --mount=type=cache,target=/root/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build .
FROM golang:1.23
RUN --mount=type=cache,target=/root/.cache/go-build go build -mod=vendor .
FROM golang:1.9
RUN go build .
FROM golang:1.23
ENV GOFLAGS=-mod=vendor GOCACHE=/cache
RUN --mount=type=cache,target=/cache go test ./...

### the container itself needs the modules
FROM golang:1.23
RUN go mod download
CMD ["go", "run", "."]

### another stage takes them
FROM golang:1.23 AS modules
RUN go mod download
FROM golang:1.23
COPY --from=modules /go/pkg/mod /go/pkg/mod
RUN go build .
