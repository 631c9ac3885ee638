### names in a stage from scratch
FROM scratch
COPY --chown=app:app a /a
             ^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the build stops here.
ADD --chown=nobody b /b
            ^^^^^^ Nothing in this stage says who nobody is: there is no /etc/passwd, so the build stops here.
COPY --chown=0:staff c /c
             ^^^^^^^ Nothing in this stage says which group staff is: there is no /etc/group, so the build stops here.
USER app
     ^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the container does not start.
===>
FROM scratch
COPY --chown=app:app a /a
ADD --chown=65534 b /b
COPY --chown=0:staff c /c
USER app

### numbers, and what COPY knows
FROM scratch
COPY --chown=1000:1000 a /a
COPY --chown=root:root b /b
COPY --chown=0 c /c
USER 65532:65532

### root is a name to a container
FROM scratch
COPY a /a
USER root
     ^^^^ Nothing in this stage says who root is: there is no /etc/passwd, so the container does not start.
===>
FROM scratch
COPY a /a
USER 0

### the group alone
FROM scratch
USER 1000:app
     ^^^^^^^^ Nothing in this stage says which group app is: there is no /etc/group, so the container does not start.

### accounts that are copied
FROM debian:12 AS build
FROM scratch
COPY --from=build /etc/passwd /etc/group /etc/
COPY --chown=app:app a /a
USER app

### one by one
FROM debian:12 AS build
FROM scratch
COPY --from=build /etc/passwd /etc/passwd
COPY --chown=app a /a
COPY --chown=app:app b /b
             ^^^^^^^ Nothing in this stage says which group app is: there is no /etc/group, so the build stops here.
USER app:app
     ^^^^^^^ Nothing in this stage says which group app is: there is no /etc/group, so the container does not start.

### too late for COPY
FROM debian:12 AS build
FROM scratch
COPY --chown=app a /a
             ^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the build stops here.
COPY --from=build /etc/passwd /etc/passwd
USER app

### written here
FROM scratch
COPY <<EOF /etc/passwd
app:x:1000:1000::/:
EOF
USER app

### all of a system
FROM scratch
ADD rootfs.tar.gz /
USER app

### a directory of a system
FROM scratch
COPY rootfs/ /
USER app

### another stage's root
FROM debian:12 AS build
FROM scratch
COPY --from=build / /
USER app

### a program is no system
FROM debian:12 AS build
FROM scratch
COPY --from=build /server /
USER app
     ^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the container does not start.

### in the stage that it is built on
FROM scratch AS base
COPY passwd /etc/passwd
FROM base
USER app

### static images
FROM gcr.io/distroless/static-debian12
COPY --chown=nonroot:nonroot a /a
USER nonroot
USER app
     ^^^ Nothing in this stage says who app is, so the container does not start.

### Chainguard's
FROM cgr.dev/chainguard/static:latest
USER app
     ^^^ Nothing in this stage says who app is, so the container does not start.

### other images
FROM gcr.io/distroless/base-debian12
USER app
FROM alpine
USER app

### the number of another stage
FROM golang:1.25 AS build
RUN useradd -u 10001 app
FROM scratch
COPY --from=build --chown=app:app /a /a
                          ^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the build stops here.
USER app:app
     ^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the container does not start.
===>
FROM golang:1.25 AS build
RUN useradd -u 10001 app
FROM scratch
COPY --from=build --chown=10001:10001 /a /a
USER 10001:10001

### variables
FROM scratch
ARG OWNER=app
COPY --chown=$OWNER a /a
             ^^^^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the build stops here.
COPY --chown=$UNKNOWN b /b
USER "app"
     ^^^^^ Nothing in this stage says who app is: there is no /etc/passwd, so the container does not start.
===> no fix

### what runs may write it
FROM scratch
ADD busybox /bin/sh
RUN adduser -D app
USER app
