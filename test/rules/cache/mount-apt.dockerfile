### mounted already, by a cache or for nothing to stay
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y curl
RUN --mount=type=tmpfs,target=/var/cache/apt apt-get update && apt-get install -y curl
RUN --mount=type=cache,dst=/var/cache/apt/archives apt install -y curl

### operators in front, comments and other clean-ups stay
FROM debian:12
# tools
RUN apt-get update \
 && apt-get install -y \
    ^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
      curl \
 # smaller
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /tmp/* \
 && curl --version
===>
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
# tools
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update \
 && apt-get install -y \
      curl \
 # smaller
 && rm -rf /tmp/* \
 && curl --version

### a clean-up at the end, with a comment that stays
FROM ubuntu:24.04
RUN apt-get update && \
    apt-get install -y curl && \
    ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
    # smaller
    apt-get clean && \
    rm -rf /var/lib/apt/lists/*
ENV A=1
===>
FROM ubuntu:24.04
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && \
    apt-get install -y curl
    # smaller
ENV A=1

### lists that a later step installs from stay in the image, and so does their clean-up
FROM debian:12
RUN apt-get update && apt-get install -y curl
                      ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt.
RUN apt-get install -y git && rm -rf /var/lib/apt/lists/*
    ^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt.
===> Add a cache mount at /var/cache/apt, and mounts to 1 later RUN
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update && apt-get install -y curl
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y git && rm -rf /var/lib/apt/lists/*
===> Add a cache mount at /var/cache/apt
FROM debian:12
RUN apt-get update && apt-get install -y curl
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y git && rm -rf /var/lib/apt/lists/*

### marks of automatic installation lie beside the lists and have to reach the image
FROM debian:12
RUN apt-get update && apt-get install -y gcc && make && apt-get purge -y --auto-remove gcc && rm -rf /var/lib/apt/lists/*
                      ^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt/lists.
===>
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y gcc && make && apt-get purge -y --auto-remove gcc

### downloads kept already
FROM debian:12
RUN rm /etc/apt/apt.conf.d/docker-clean
RUN apt-get update; apt-get install -y curl; apt-get clean;
                    ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===>
FROM debian:12
RUN rm /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update; apt-get install -y curl;

### a heredoc
FROM debian:12
RUN <<EOF2
set -e
apt-get update
apt-get install -y curl
^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
# smaller
rm -rf /var/lib/apt/lists/*
EOF2
===>
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    <<EOF2
set -e
apt-get update
apt-get install -y curl
# smaller
EOF2

### what removes more than the mounts keep is left alone
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/cache/* /var/lib/apt/lists/*
                      ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===> no fix

### a clean-up that may decide what runs next is left alone
FROM debian:12
RUN apt-get update && apt-get install -y curl && (apt-get clean || true)
                      ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
RUN apt-get update && apt-get install -y curl && apt-get clean || exit 1
                      ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===> no fix

### sudo
FROM ubuntu:22.04
USER dev
RUN sudo apt-get update && sudo apt-get install -y curl && sudo rm -rf /var/lib/apt/lists/*
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===>
FROM ubuntu:22.04
USER dev
RUN sudo rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' | sudo tee /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    sudo apt-get update && sudo apt-get install -y curl

### flags already there, commands on their own lines
FROM debian:12
RUN --network=host \
  --mount=type=secret,id=x \
  apt-get update && \
  apt-get install -y curl
  ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===>
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --network=host \
  --mount=type=secret,id=x \
  --mount=type=cache,target=/var/cache/apt,sharing=locked \
  --mount=type=cache,target=/var/lib/apt,sharing=locked \
  apt-get update && \
  apt-get install -y curl

### an old frontend is raised
# syntax=docker/dockerfile:1.0
FROM debian:12
RUN apt-get update && apt-get install -y curl
                      ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===>
# syntax=docker/dockerfile:1
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y curl

### exec form and quoted scripts need no more than the mount
FROM debian:12
RUN ["apt-get", "install", "-y", "curl"]
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt.
RUN bash -c "apt-get update && apt-get install -y curl"
                               ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===> Add a cache mount at /var/cache/apt, and mounts to 1 later RUN
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked ["apt-get", "install", "-y", "curl"]
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    bash -c "apt-get update && apt-get install -y curl"
===> Add cache mounts at /var/cache/apt and /var/lib/apt
FROM debian:12
RUN ["apt-get", "install", "-y", "curl"]
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    bash -c "apt-get update && apt-get install -y curl"

### nothing is installed, or not here
FROM debian:12
RUN apt-get update && echo apt-get install curl
ONBUILD RUN apt-get update && apt-get install -y curl
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN apt-get install curl

### stages based on the stage
FROM debian:12 AS base
RUN apt-get update && apt-get install -y curl
                      ^^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
FROM base
RUN apt-get update && apt-get install -y git
                      ^^^^^^^^^^^^^^^^^^^^^^ apt-get downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apt and /var/lib/apt.
===> Add cache mounts at /var/cache/apt and /var/lib/apt, and mounts to 1 later RUN
FROM debian:12 AS base
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y curl
FROM base
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y git
===> Add cache mounts at /var/cache/apt and /var/lib/apt
FROM debian:12 AS base
RUN apt-get update && apt-get install -y curl
FROM base
RUN rm -f /etc/apt/apt.conf.d/docker-clean && \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y git
