ARG REGISTRY=docker.io
ARG BASE=library/debian
ARG TAG=12-slim
FROM ${REGISTRY}/${BASE}:${TAG} AS base
ARG TAG
ARG BUILD_DATE
ARG VCS_REF
LABEL org.label-schema.build-date=$BUILD_DATE org.label-schema.vcs-ref=$VCS_REF
ENV PREFIX=${PREFIX:-/opt} NAME=${TAG%-slim} \
    PATH=${PREFIX}/bin:$PATH
RUN mkdir -p "$PREFIX/bin" && echo ${TAG##*-}
COPY --chmod=755 bin/ ${PREFIX}/bin/
USER ${APP_USER:-1000}:${APP_GROUP:-1000}
WORKDIR ${PREFIX}
WORKDIR sub/dir
