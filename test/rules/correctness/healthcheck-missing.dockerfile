### one stage
FROM debian:12
     ^^^^^^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.
CMD ["app"]
===> no fix

### NONE counts, in hadolint's preset too
FROM debian:12
HEALTHCHECK NONE

### the stage that ships counts
FROM golang:1.25 AS build
RUN go build
FROM debian:12
HEALTHCHECK CMD app --check

### a check in a stage that only builds
FROM golang:1.25 AS build
HEALTHCHECK CMD true
FROM debian:12
     ^^^^^^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.

### of the stage below
FROM debian:12 AS base
HEALTHCHECK CMD true
FROM base AS middle
FROM middle

### by ONBUILD
FROM debian:12 AS base
ONBUILD HEALTHCHECK CMD true
FROM base

### stages that are built by name
--- settings: {"targets": ["api"]}
FROM debian:12 AS api
     ^^^^^^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.
FROM debian:12 AS other
FROM debian:12
HEALTHCHECK CMD true

### hadolint looks at stages that build, too
--- settings: {"hadolint": true}
FROM golang:1.25 AS build
     ^^^^^^^^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.
RUN go build
FROM debian:12
HEALTHCHECK CMD app --check

### hadolint: based on a stage with one, and the other way round
--- settings: {"hadolint": true}
FROM debian:12 AS base
FROM base AS middle
FROM middle AS top
HEALTHCHECK CMD true
FROM top

### hadolint: names count case
--- settings: {"hadolint": true}
FROM debian:12 AS Base
HEALTHCHECK CMD true
FROM base
     ^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.

### hadolint: ONBUILD is not looked at
--- settings: {"hadolint": true}
FROM debian:12
     ^^^^^^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.
ONBUILD HEALTHCHECK CMD true

### without FROM
RUN true

### Alpine has wget
FROM alpine:3.22
     ^^^^^^^^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.
EXPOSE 8080/tcp
# Starts it.
ENTRYPOINT ["app"]
===>
FROM alpine:3.22
EXPOSE 8080/tcp
HEALTHCHECK CMD ["wget", "-q", "-O", "/dev/null", "http://localhost:8080/"]
# Starts it.
ENTRYPOINT ["app"]
