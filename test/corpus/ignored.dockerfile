# syntax=docker/dockerfile:1
# check=skip=JSONArgsRecommended;error=true
# layerwise global ignore=pinning/base-image-untagged -- mirrored
# hadolint global ignore=DL3008,DL3015

# hadolint ignore=DL3006
FROM debian
# layerwise ignore=cache/apt-update-alone,DL3009 -- the lists are needed below
RUN apt-get update
# check=skip=UndefinedVar
RUN echo $X
# layerwise stage ignore=cache/*
# trivy:ignore:AVD-DS-0002
FROM alpine
# tally ignore=hadolint/DL3018
RUN apk add curl
# nosemgrep: dockerfile.security.missing-user
CMD true
