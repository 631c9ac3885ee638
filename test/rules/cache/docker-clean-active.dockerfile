### removed before, in the same RUN, or by a file
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt mv /etc/apt/apt.conf.d/docker-clean /tmp && apt-get install -y curl
FROM debian:12
COPY keep /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt apt-get install -y curl

### once for a stage and those based on it
FROM python:3.12 AS base
# tools
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The cache mount stays empty: the image's docker-clean setting makes apt delete its archives after each install.
RUN --mount=type=cache,target=/var/cache/apt apt-get install -y git
FROM base
RUN --mount=type=cache,target=/var/cache/apt apt-get install -y tree
===>
FROM python:3.12 AS base
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
# tools
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
RUN --mount=type=cache,target=/var/cache/apt apt-get install -y git
FROM base
RUN --mount=type=cache,target=/var/cache/apt apt-get install -y tree

### a later install without a mount would leave its archives
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The cache mount stays empty: the image's docker-clean setting makes apt delete its archives after each install.
RUN apt-get install -y git
===> no fix

### not Debian, not known, or no mount for archives
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apt apt-get install -y curl
FROM example.com/base
RUN --mount=type=cache,target=/var/cache/apt apt-get install -y curl
FROM debian:12
RUN --mount=type=cache,target=/var/lib/apt apt-get install -y curl

### later steps would leave apt's index of the packages
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y curl
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The cache mount stays empty: the image's docker-clean setting makes apt delete its archives after each install.
RUN apt-get purge -y curl
===> no fix
