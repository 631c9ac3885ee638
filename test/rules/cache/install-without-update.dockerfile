### in the middle of a list, with a wrapper and assignments
FROM node:20
RUN set -ex; DEBIAN_FRONTEND=noninteractive sudo -E apt-get install -y curl
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There are no package lists here: neither the base image nor a step before brings them.
===>
FROM node:20
RUN set -ex; sudo -E apt-get update && DEBIAN_FRONTEND=noninteractive sudo -E apt-get install -y curl
### lists that were deleted
FROM debian:12
RUN apt-get update && apt-get install -y gnupg && rm -rf /var/lib/apt/lists/*
RUN apt-get install -y curl
    ^^^^^^^^^^^^^^^^^^^^^^^ There are no package lists here: neither the base image nor a step before brings them.
### lists of an earlier RUN, or of the stage that it is built on
FROM debian:12 AS base
RUN apt-get update
RUN apt-get install -y curl
FROM base
RUN apt-get install -y git
### an image of which nothing is known, or that came with lists
FROM registry.example.com/debian:12
RUN apt-get install -y curl
FROM ubuntu:precise
RUN apt-get install -y curl
FROM acme/base
RUN apt-get install -y curl
### local packages, repairs and variables
FROM debian:12
RUN apt-get install -y ./tool.deb
RUN apt-get -f install -y
RUN apt-get install -y $PACKAGES
### a script may have brought them
FROM debian:12
RUN curl -fsSL https://example.com/setup.sh | bash -
RUN apt-get install -y nodejs
### mounted lists
FROM debian:12
RUN --mount=type=cache,target=/var/lib/apt apt-get install -y curl
