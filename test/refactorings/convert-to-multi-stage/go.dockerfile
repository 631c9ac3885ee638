### nothing needs cgo, and files that the program opens come along
# An example.
FROM golang:1.22<|>

# who made it
LABEL maintainer="me@example.org"
ENV PORT=8080

WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o server .

# what it listens on
EXPOSE 8080
CMD ["./server"]
--- file: go.mod
module example.org/web/hello

go 1.22
--- file: main.go
package main

import (
	_ "embed"
	"html/template"
	"net/http"
)

//go:embed page.txt
var page string

func main() {
	template.Must(template.ParseGlob("views/*.html"))
	http.Handle("/", http.FileServer(http.Dir("./assets")))
	http.ListenAndServe(":8080", nil)
}
--- file: page.txt
embedded
--- file: views/index.html
<p>
--- file: assets/a.css
a {}
--- file: assets/b/c.css
a {}
--- file: docs/manual.txt
not opened
===>
# An example.
FROM golang:1.22 AS build

WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o server .

FROM gcr.io/distroless/static-debian12
# who made it
LABEL maintainer="me@example.org"
ENV PORT=8080
WORKDIR /app
COPY --from=build /app/server /app/server
COPY --from=build /app/assets /app/assets
COPY --from=build /app/views /app/views

# what it listens on
EXPOSE 8080
CMD ["./server"]

### with cgo, the C library stays the same
FROM golang:1.22-bookworm<|>
WORKDIR /app
COPY . .
RUN go build -o /usr/local/bin/app
CMD ["app"]
--- file: go.mod
module example.org/app

require github.com/mattn/go-sqlite3 v1.14.22
--- file: main.go
package main
===>
FROM golang:1.22-bookworm AS build
WORKDIR /app
COPY . .
RUN go build -o /usr/local/bin/app

FROM gcr.io/distroless/base-debian12
WORKDIR /app
COPY --from=build /usr/local/bin/app /usr/local/bin/app
CMD ["app"]

### on Alpine, and without the sources, it stays on Alpine
FROM golang:1.22-alpine3.20<|>
RUN apk add --no-cache git
WORKDIR /go/src/app
COPY . .
RUN go install ./...
CMD ["app"]
===>
FROM golang:1.22-alpine3.20 AS build
RUN apk add --no-cache git
WORKDIR /go/src/app
COPY . .
RUN go install ./...

FROM alpine:3.20
RUN apk add --no-cache tzdata
WORKDIR /go/src/app
COPY --from=build /go/bin/app /usr/local/bin/app
COPY --from=build /go/src/app /go/src/app
CMD ["app"]

### users, directories, an argument in both stages, shell form, lower case
from golang:1.22-bookworm<|>
arg version=1
run useradd -m app && mkdir /data && chown app /data
workdir $GOPATH/src/tool
copy . .
run CGO_ENABLED=0 go build -ldflags "-X main.version=$version" -o tool
env VERSION=$version
user app
volume /data
cmd ./tool --data /data
===>
from golang:1.22-bookworm as build
arg version=1
workdir $GOPATH/src/tool
copy . .
run CGO_ENABLED=0 go build -ldflags "-X main.version=$version" -o tool

from debian:bookworm-slim
arg version=1
run useradd -m app && mkdir /data && chown app /data
workdir /go/src/tool
copy --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
copy --from=build /go/src/tool /go/src/tool
env VERSION=$version
user app
volume /data
cmd ./tool --data /data

### packages of the build stay, those of the container move, a health check brings its own
FROM golang:1.22-bookworm<|>
# tools and fonts
RUN apt-get update && apt-get install -y --no-install-recommends \
        git \
        fontconfig \
        make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app ./cmd/app
HEALTHCHECK CMD curl -f http://localhost/
ENTRYPOINT ["/bin/app"]
===>
FROM golang:1.22-bookworm AS build
# tools and fonts
RUN apt-get update && apt-get install -y --no-install-recommends \
        git \
        fontconfig \
        make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app ./cmd/app

FROM debian:bookworm-slim
# tools and fonts
RUN apt-get update && apt-get install -y --no-install-recommends \
        fontconfig \
    && rm -rf /var/lib/apt/lists/*
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /bin/app /bin/app
COPY --from=build /src /src
HEALTHCHECK CMD curl -f http://localhost/
ENTRYPOINT ["/bin/app"]

### an entry point, files beside the project, and what RUNs put into it
FROM golang:1.22-bookworm AS base<|>
WORKDIR /src
COPY . .
COPY settings.yml /etc/app/settings.yml
RUN mkdir -p data bin && cp example.env .env
RUN CGO_ENABLED=0 go build -o bin/app ./cmd/app && rm -rf /root/.cache
ENTRYPOINT ["./entrypoint.sh"]
CMD ["./bin/app"]
--- file: go.mod
module example.org/app
--- file: cmd/app/main.go
package main
--- file: entrypoint.sh
#!/bin/sh
exec "$@"
===>
FROM golang:1.22-bookworm AS base
WORKDIR /src
COPY . .
RUN mkdir -p data bin && cp example.env .env
RUN CGO_ENABLED=0 go build -o bin/app ./cmd/app && rm -rf /root/.cache

FROM debian:bookworm-slim
WORKDIR /src
COPY --from=base /src/data /src/data
COPY --from=base /src/bin /src/bin
COPY --from=base /src/.env /src/.env
COPY --from=base /src/entrypoint.sh /src/entrypoint.sh
COPY --from=base /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY settings.yml /etc/app/settings.yml
ENTRYPOINT ["./entrypoint.sh"]
CMD ["./bin/app"]

### several programs, of which the container runs one
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /out/ ./cmd/...
CMD ["/out/web", "--port", "80"]
--- file: go.mod
module example.org/app
--- file: cmd/web/main.go
package main
--- file: cmd/admin/main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/ ./cmd/...

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /out/web /out/web
CMD ["/out/web", "--port", "80"]

### exec form has no place for a variable
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN ["go", "build", "-o", "/bin/app"]
CMD ["/bin/app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
ENV CGO_ENABLED=0
RUN ["go", "build", "-o", "/bin/app"]

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]

### the user that built owns the directory that it works in
FROM golang:1.22<|>
USER 1001
WORKDIR /home/work
COPY --chown=1001 . .
RUN CGO_ENABLED=0 go build -o app .
CMD ["./app"]
===>
FROM golang:1.22 AS build
USER 1001
WORKDIR /home/work
COPY --chown=1001 . .
RUN CGO_ENABLED=0 go build -o app .

FROM gcr.io/distroless/static-debian12
USER 1001
COPY --from=build --chown=1001 /home/work /home/work
WORKDIR /home/work
CMD ["./app"]

### the container runs the toolchain
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build ./...
CMD go run .
===> refused: The container runs go, which needs the Go toolchain: build the program in a RUN, and start that.

### a script that needs the toolchain
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./start.sh"]
--- file: start.sh
#!/bin/sh
go test ./... && ./app
===> refused: start.sh runs go test, which needs the Go toolchain.

### what the container starts is not built here
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["/usr/bin/server"]
===> refused: /usr/bin/server is not built here, as far as the file tells.

### a command of unknown effect
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN curl -sL https://example.org/install | sh
RUN go build -o app .
CMD ["./app"]
===> refused: Line 4 calls sh; what that leaves behind is not known.

### nothing but a tool from elsewhere
FROM golang:1.22<|>
RUN go install golang.org/x/tools/cmd/stringer@latest
ENTRYPOINT ["stringer"]
===> refused: The program comes from elsewhere; whether it needs the Go toolchain at run time is not known.

### a volume over the program
FROM golang:1.22<|>
VOLUME /src
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./app"]
===> refused: VOLUME on line 2 covers what is built.

### a credential would go to the image that ships
FROM golang:1.22<|>
ARG API_TOKEN
WORKDIR /src
COPY . .
RUN go build -o app .
ENV TOKEN=$API_TOKEN
CMD ["./app"]
===> refused: API_TOKEN, a build argument for a credential, is used in what would be the runtime stage.

### an unknown user
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o app .
USER deploy
CMD ["./app"]
===> refused: The user deploy may not be there in gcr.io/distroless/static-debian12.

### a build and a user in one RUN: what sets up the system comes along
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN set -eux; \
    # the program
    go build -o /usr/bin/app .; \
    # who runs it
    useradd -r app; \
    mkdir /var/lib/app; \
    chown app /var/lib/app
USER app
CMD ["app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN set -eux; \
    # the program
    CGO_ENABLED=0 go build -o /usr/bin/app .; \
    # who runs it
    useradd -r app; \
    mkdir /var/lib/app; \
    chown app /var/lib/app

FROM debian:bookworm-slim
RUN set -eux; \
    # the program
    # who runs it
    useradd -r app; \
    mkdir /var/lib/app; \
    chown app /var/lib/app
WORKDIR /src
COPY --from=build /usr/bin/app /usr/bin/app
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
USER app
CMD ["app"]

### a build and a user in one statement
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN (useradd app && go build -o app .)
CMD ["./app"]
===> refused: Line 4 both builds and makes users; split it in two first.

### a Makefile, and a program for the health check
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN make build
HEALTHCHECK CMD ["/src/bin/check"]
ENTRYPOINT ["/src/bin/server"]
--- file: go.mod
module example.org/app
--- file: cmd/server/main.go
package main
--- file: cmd/check/main.go
package main
--- file: Makefile
BIN ?= bin

all: test build

build: $(BIN)/server check

$(BIN)/server:
	@mkdir -p $(BIN)
	go build -o $(BIN)/server ./cmd/server

check:
	go build -o $(BIN)/check ./cmd/check
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 make build

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /src/bin/server /src/bin/server
COPY --from=build /src/bin/check /src/bin/check
HEALTHCHECK CMD ["/src/bin/check"]
ENTRYPOINT ["/src/bin/server"]

### a Makefile that can't be read
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN make build
ENTRYPOINT ["/src/bin/server"]
===> refused: No RUN builds a program.

### built by a script, which has done its work then
FROM golang:1.22<|>
WORKDIR /app
COPY . .
RUN chmod +x scripts/build.sh && ./scripts/build.sh
CMD ["/app/dist/app"]
--- file: scripts/build.sh
#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=0
go build -trimpath -o dist/app ./cmd/app
--- file: go.mod
module example.org/app
--- file: cmd/app/main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN chmod +x scripts/build.sh && ./scripts/build.sh

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/dist/app /app/dist/app
CMD ["/app/dist/app"]

### a Makefile with conditions and variables of make's own
FROM golang:1.22<|>
WORKDIR /app
COPY . .
RUN make OUT=dist
CMD ["./dist/app"]
--- file: Makefile
-include .env
OUT ?= out
ifeq ($(OS),Windows_NT)
EXT := .exe
else
EXT :=
endif
.DEFAULT_GOAL := build
help:
	@grep -E '^[a-z]+:' Makefile
build: $(OUT)/app
$(OUT)/app: $(wildcard *.go)
	@mkdir -p $(@D)
	go build -o $@ .
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 make OUT=dist

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/dist/app /app/dist/app
CMD ["./dist/app"]

### Go on a plain distribution, unpacked from its archive
FROM ubuntu:22.04<|>
ARG GO_VERSION=1.22.3
RUN apt-get update && apt-get install -y curl git
RUN curl -fsSL https://go.dev/dl/go${GO_VERSION}.linux-amd64.tar.gz | tar -C /usr/local -xz
ENV GOPATH=/go PATH=$PATH:/usr/local/go/bin
WORKDIR /app
COPY . .
RUN go build -o /usr/bin/app .
CMD ["app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM ubuntu:22.04 AS build
ARG GO_VERSION=1.22.3
RUN apt-get update && apt-get install -y curl git
RUN curl -fsSL https://go.dev/dl/go${GO_VERSION}.linux-amd64.tar.gz | tar -C /usr/local -xz
ENV GOPATH=/go PATH=$PATH:/usr/local/go/bin
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/bin/app .

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /usr/bin/app /usr/bin/app
CMD ["app"]

### what a RUN makes by relative paths, and a user that owns it
FROM golang:1.22<|>
WORKDIR /app
RUN useradd -m app && mkdir data && chown app data
COPY . .
RUN go build -o server
USER app
CMD ["./server"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server

FROM debian:bookworm-slim
WORKDIR /app
RUN useradd -m app && mkdir data && chown app data
WORKDIR /app
COPY --from=build /app/server /app/server
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
USER app
CMD ["./server"]

### directories that everybody may write to
FROM golang:1.22<|>
WORKDIR /app
COPY . .
RUN mkdir uploads && chmod 777 uploads && go build -o server
USER nobody
CMD ["./server"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN mkdir uploads && chmod 777 uploads && CGO_ENABLED=0 go build -o server

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/server /app/server
COPY --from=build --chown=nobody /app/uploads /app/uploads
USER nobody
CMD ["./server"]

### a server of the working directory as a whole
FROM golang:1.22<|>
WORKDIR /app
COPY . .
RUN go build -o server
CMD ["./server"]
--- file: go.mod
module example.org/app
--- file: main.go
package main

import "net/http"

func main() { http.ListenAndServe(":80", http.FileServer(http.Dir("."))) }
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app /app
CMD ["./server"]

### names that are put together, and a file that the build makes
FROM golang:1.22<|>
WORKDIR /app
COPY . .
RUN go run ./tools/gen > words.txt && go build -o server
CMD ["./server"]
--- file: go.mod
module example.org/app
--- file: main.go
package main

import (
	"os"
	"path/filepath"
)

func main() {
	os.ReadFile("settings." + os.Getenv("ENV") + ".json")
	filepath.Glob("*.tmpl")
	os.ReadFile(os.Getenv("LANG") + ".po")
}
--- file: settings.dev.json
{}
--- file: a.tmpl
a
--- file: de.po
a
--- file: other.txt
not opened
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN go run ./tools/gen > words.txt && CGO_ENABLED=0 go build -o server

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/server /app/server
COPY --from=build /app/a.tmpl /app/a.tmpl
COPY --from=build /app/de.po /app/de.po
COPY --from=build /app/settings.dev.json /app/settings.dev.json
COPY --from=build /app/words.txt /app/words.txt
CMD ["./server"]

### commands that the program calls, and a program of its own
FROM golang:1.22<|>
RUN apt-get update && apt-get install -y graphviz
WORKDIR /src
COPY . .
RUN mkdir /app && go build -o /app ./cmd/...
ENTRYPOINT ["/app/web"]
--- file: go.mod
module example.org/app
--- file: cmd/job/main.go
package main
--- file: cmd/web/main.go
package main

import "os/exec"

func main() {
	exec.Command("/app/job").Run()
	exec.Command("dot", "-Tsvg").Run()
	exec.Command("git", "gc").Run()
	exec.Command("xdg-open", "http://localhost").Run()
}
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN mkdir /app && CGO_ENABLED=0 go build -o /app ./cmd/...

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y graphviz
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates git && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /app /app
ENTRYPOINT ["/app/web"]

### a health check in exec form brings its tool
FROM golang:1.22<|>
WORKDIR /app
COPY . .
RUN go build -o server
HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
CMD ["./server"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server

FROM debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates curl && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/server /app/server
HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
CMD ["./server"]

### certificates of one's own
FROM golang:1.22<|>
COPY corp.crt /usr/local/share/ca-certificates/corp.crt
RUN update-ca-certificates
WORKDIR /app
COPY . .
RUN go build -o server
CMD ["./server"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
--- file: corp.crt
x
===>
FROM golang:1.22 AS build
COPY corp.crt /usr/local/share/ca-certificates/corp.crt
RUN update-ca-certificates
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/server /app/server
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
CMD ["./server"]

### by way of a link, a PATH and a variable
FROM golang:1.22<|>
ENV NAME=server PATH=/opt/bin:$PATH
WORKDIR /app
COPY . .
RUN go build -o /opt/app/$NAME && mkdir /opt/bin && ln -s /opt/app/$NAME /opt/bin/$NAME
CMD $NAME
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
ENV NAME=server PATH=/opt/bin:$PATH
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o /opt/app/$NAME && mkdir /opt/bin && ln -s /opt/app/$NAME /opt/bin/$NAME

FROM debian:bookworm-slim
ENV NAME=server PATH=/opt/bin:$PATH
WORKDIR /app
COPY --from=build /opt/app/server /opt/app/server
COPY --from=build /opt/bin /opt/bin
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
CMD $NAME

### C++ needs the compiler's libraries, on a tag that moves
FROM golang:latest<|>
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/tool
USER nobody:nogroup
CMD ["tool"]
--- file: go.mod
module example.org/tool
--- file: main.go
package main

// #include "x.h"
import "C"
--- file: x.h
const char *name();
--- file: x.cpp
#include "x.h"
===>
FROM golang:latest AS build
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/tool

FROM debian:stable-slim
WORKDIR /src
COPY --from=build /usr/local/bin/tool /usr/local/bin/tool
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
USER nobody:nogroup
CMD ["tool"]

### linked with a library from nowhere
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/tool
CMD ["tool"]
--- file: go.mod
module example.org/tool
--- file: main.go
package main

// #cgo LDFLAGS: -L/opt/lib -lwindow -lm
import "C"
===> refused: The program is linked with libwindow, and no package that the file installs is known to bring it.

### the program calls the compiler
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/tool
CMD ["tool"]
--- file: go.mod
module example.org/tool
--- file: main.go
package main

import "os/exec"

func main() { exec.Command("go", "vet").Run() }
===> refused: The program calls go, which the image of the toolchain has.

### a tool of the project's calls the compiler, what ships does not
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go run ./tools/gen && go build -o /usr/local/bin/app ./cmd/app
CMD ["app"]
--- file: go.mod
module example.org/app
--- file: cmd/app/main.go
package main

import (
	"example.org/app/internal/web"
)

func main() { web.Serve() }
--- file: internal/web/web.go
package web

func Serve() {}
--- file: tools/gen/main.go
package main

import "os/exec"

func main() { exec.Command("go", "vet").Run() }
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go run ./tools/gen && CGO_ENABLED=0 go build -o /usr/local/bin/app ./cmd/app

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /usr/local/bin/app /usr/local/bin/app
CMD ["app"]

### the program loads plugins
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/tool
CMD ["tool"]
--- file: go.mod
module example.org/tool
--- file: main.go
package main

import (
	"plugin"
)
===> refused: The program loads plugins, which have to be built and to run in the same environment.

### sources that a RUN clones
FROM golang:1.22<|>
COPY settings.yml /etc/tool.yml
RUN git clone https://example.org/tool.git /go/src/tool && cd /go/src/tool && go build -o /usr/local/bin/tool
CMD ["tool"]
--- file: settings.yml
a: b
===> refused: Line 3 clones sources, so which files the program opens at run time is not known here.

### files beside the program, beside a source, and by a path that a request names
FROM golang:1.22<|>
WORKDIR /app
COPY . .
RUN go build -o bin/app .
CMD ["./bin/app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main

import (
	"os"
	"path/filepath"
	"runtime"
)

func main() {
	program, _ := os.Executable()
	os.ReadFile(filepath.Join(filepath.Dir(program), "words.json"))
	_, source, _, _ := runtime.Caller(0)
	os.ReadFile(filepath.Join(filepath.Dir(source), "own.json"))
}
--- file: own.json
a
--- file: bin/words.json
a
--- file: docs/own.json
not opened
===>
FROM golang:1.22 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o bin/app .

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/bin/app /app/bin/app
COPY --from=build /app/bin/words.json /app/bin/words.json
COPY --from=build /app/own.json /app/own.json
CMD ["./bin/app"]

### a RUN behind the build that reads the project is the builder's too
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /usr/bin/app .
RUN cp conf/app.yml /etc/app.yml
CMD ["app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
--- file: conf/app.yml
a
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/bin/app .
RUN cp conf/app.yml /etc/app.yml

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /usr/bin/app /usr/bin/app
COPY --from=build /etc/app.yml /etc/app.yml
CMD ["app"]

### a RUN behind the build that reads the project and makes a user
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /usr/bin/app .
RUN useradd app && cp conf/app.yml /home/app.yml
CMD ["app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
--- file: conf/app.yml
a
===> refused: Line 5 reads /src/conf/app.yml, which stays in the builder; in a RUN of its own that could be told apart.

### a program that the loader puts anywhere
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -buildmode=pie -o /usr/bin/app .
CMD ["app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -buildmode=pie -o /usr/bin/app .

FROM gcr.io/distroless/base-debian12
WORKDIR /src
COPY --from=build /usr/bin/app /usr/bin/app
CMD ["app"]

### sources that are others without cgo
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o /usr/bin/app .
CMD ["app"]
--- file: go.mod
module example.org/app
--- file: main.go
package main
--- file: with.go
//go:build cgo

package main
--- file: without.go
//go:build !cgo

package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /usr/bin/app .

FROM gcr.io/distroless/base-debian12
WORKDIR /src
COPY --from=build /usr/bin/app /usr/bin/app
CMD ["app"]
