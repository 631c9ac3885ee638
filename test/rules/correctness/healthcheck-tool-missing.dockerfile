### Debian, Alpine, scratch, exec form
FROM node:22-slim
HEALTHCHECK --interval=5s CMD wget -q -O - http://localhost/ || exit 1
                              ^^^^ node:22-slim has no wget and no line installs it, so this check always fails.
FROM alpine:3.22
HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
                  ^^^^ alpine:3.22 has no curl and no line installs it, so this check always fails.
FROM gcr.io/distroless/base-debian12
HEALTHCHECK CMD ["/usr/bin/curl", "-f", "http://localhost/"]
                           ^^^^ gcr.io/distroless/base-debian12 has no curl and no line installs it, so this check always fails.
FROM debian:12
HEALTHCHECK CMD nc -z localhost 80
                ^^ debian:12 has no nc and no line installs it, so this check always fails.
FROM scratch
COPY app /app
HEALTHCHECK CMD ["curl", "http://localhost/"]
                  ^^^^ scratch has no curl and no line installs it, so this check always fails.

### a stage on one without it
FROM python:3.13-slim AS base
RUN pip install flask
FROM base
HEALTHCHECK CMD curl -f http://localhost/
                ^^^^ python:3.13-slim has no curl and no line installs it, so this check always fails.

### the image has it
FROM node:22
HEALTHCHECK CMD curl -f http://localhost/
FROM alpine:3.22
HEALTHCHECK CMD wget -q -O - http://localhost/
FROM nginx:1.29
HEALTHCHECK CMD curl -f http://localhost/
FROM nginx:1.29-alpine
HEALTHCHECK CMD curl -f http://localhost/
FROM php:8.4-fpm-alpine
HEALTHCHECK CMD curl -f http://localhost/

### it is installed, here or below
FROM python:3.13-slim
RUN apt-get update && apt-get install -y curl
HEALTHCHECK CMD curl -f http://localhost/
FROM alpine:3.22 AS base
RUN apk add --no-cache curl
FROM base
HEALTHCHECK CMD curl -f http://localhost/
FROM debian:12
RUN apt-get update && apt-get install -y netcat-openbsd
HEALTHCHECK CMD nc -z localhost 80

### what is installed can't be told
FROM debian:12
ARG PACKAGES
RUN apt-get update && apt-get install -y $PACKAGES
HEALTHCHECK CMD curl -f http://localhost/

### it is copied
FROM debian:12
COPY --from=curlimages/curl:8.11.1 /usr/bin/curl /usr/bin/curl
HEALTHCHECK CMD curl -f http://localhost/
FROM scratch
COPY --from=busybox:1.36 /bin/ /bin/
HEALTHCHECK CMD wget http://localhost/

### other images, other programs, several to choose from, NONE
FROM example.org/base
HEALTHCHECK CMD curl -f http://localhost/
FROM debian:12
HEALTHCHECK CMD /check.sh
FROM debian:12
HEALTHCHECK CMD curl -f http://localhost/ || wget -q http://localhost/
FROM debian:12
HEALTHCHECK NONE
HEALTHCHECK CMD
HEALTHCHECK
