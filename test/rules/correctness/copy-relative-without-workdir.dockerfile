### no WORKDIR
FROM debian:12
COPY bla.sh blubb.sh
            ^^^^^^^^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
COPY --from=build x .
                    ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
COPY ["a", "b"]
           ^^^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
COPY "a" "b"
         ^^^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
===>
FROM debian:12
WORKDIR /app
COPY bla.sh blubb.sh
WORKDIR /app
COPY --from=build x .
WORKDIR /app
COPY ["a", "b"]
WORKDIR /app
COPY "a" "b"

### without FROM
COPY bla.sh blubb.sh
            ^^^^^^^^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.

### the same place, where the base image's directory is known
FROM golang:1.22
  COPY go.mod ./src/
              ^^^^^^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
===> Write /go/src/
FROM golang:1.22
  COPY go.mod /go/src/

### absolute
FROM debian:12
COPY bla.sh /usr/local/bin/
COPY bla.sh "/usr/local/bin/"
COPY ["bla.sh", "/x"]
COPY bla.sh $DIR/
COPY bla.sh "${DIR}/x"
COPY bla.sh C:/x
COPY bla.sh "d:\x"

### a WORKDIR above
FROM debian:12
WORKDIR /app
COPY bla.sh .
FROM debian:12 AS two
WORKDIR app
COPY bla.sh .

### a WORKDIR below
FROM debian:12
COPY bla.sh .
            ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
WORKDIR /app

### in a stage that is built on
FROM debian:12 AS base
WORKDIR /app
FROM base AS middle
FROM middle
COPY bla.sh .

### in another stage
FROM debian:12 AS build
WORKDIR /app
FROM alpine:3
COPY bla.sh .
            ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.

### two stages of one image
FROM debian:12
WORKDIR /app
FROM debian:12
COPY bla.sh .
            ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.

### hadolint takes the second for the first
FROM debian:12
WORKDIR /app
FROM debian:12
COPY bla.sh .
FROM debian:12 AS other
COPY bla.sh .
--- settings: {"hadolint": true}

### hadolint knows stages by their names
FROM debian:12 AS base
WORKDIR /app
FROM base AS middle
FROM middle
COPY bla.sh .
FROM debian:12
COPY bla.sh .
            ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
FROM Base
COPY bla.sh .
            ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
--- settings: {"hadolint": true}

### hadolint forgets a WORKDIR of a name that is given again
FROM debian:12 AS base
WORKDIR /app
FROM alpine:3 AS base
FROM base
COPY bla.sh .
            ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
--- settings: {"hadolint": true}

### hadolint, without FROM
WORKDIR /app
COPY bla.sh .
--- settings: {"hadolint": true}

### ADD and triggers are not looked at
FROM debian:12
ADD bla.sh .
ONBUILD COPY bla.sh .

### a trigger's WORKDIR does not count
FROM debian:12
ONBUILD WORKDIR /app
COPY bla.sh .
            ^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.

### on Windows
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY bla.ps1 \app\
COPY bla.ps1 app\
             ^^^^ The destination is relative and there is no WORKDIR, so it depends on the base image where this lands.
