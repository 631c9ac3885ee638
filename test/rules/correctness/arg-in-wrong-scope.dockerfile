### a global ARG in a script
ARG VERSION=1
ARG OTHER=2
FROM debian:12
RUN echo "$VERSION" ${VERSION:-x} && curl https://example.org/$OTHER
          ^^^^^^^^ ARG VERSION stands above the first FROM, so it is empty in this stage: repeat it here.
                                                              ^^^^^^ ARG OTHER stands above the first FROM, so it is empty in this stage: repeat it here.
RUN echo "${VERSION}"
          ^^^^^^^^^^ ARG VERSION stands above the first FROM, so it is empty in this stage: repeat it here.
===>
ARG VERSION=1
ARG OTHER=2
FROM debian:12
ARG VERSION
ARG OTHER
RUN echo "$VERSION" ${VERSION:-x} && curl https://example.org/$OTHER
RUN echo "${VERSION}"

### repeated in the stage, or in one that it builds on
ARG VERSION=1
FROM debian:12 AS base
ARG VERSION
RUN echo $VERSION
FROM base
RUN echo $VERSION

### an ARG of another stage
FROM debian:12 AS one
ARG VERSION=1
FROM debian:12
RUN echo $VERSION
         ^^^^^^^^ ARG VERSION stands in another stage, so it is empty in this one: declare it above the first FROM and in both.
LABEL version=$VERSION
              ^^^^^^^^ ARG VERSION stands in another stage, so it is empty in this one: declare it above the first FROM and in both.
===>
FROM debian:12 AS one
ARG VERSION=1
FROM debian:12
ARG VERSION=1
RUN echo $VERSION
LABEL version=$VERSION

### what the builder expands
ARG VERSION=1
FROM debian:12
COPY app-$VERSION.tgz /x
         ^^^^^^^^ ARG VERSION stands above the first FROM, so it is empty in this stage: repeat it here.
ENV VERSION=$VERSION
            ^^^^^^^^ ARG VERSION stands above the first FROM, so it is empty in this stage: repeat it here.
===>
ARG VERSION=1
FROM debian:12
ARG VERSION
COPY app-$VERSION.tgz /x
ENV VERSION=$VERSION

### in a FROM
FROM debian:12
ARG TAG=12
FROM debian:$TAG
            ^^^^ ARG TAG stands in a stage, so FROM does not see it: declare it above the first FROM.
===> no fix

### set by the script itself
ARG VERSION=1
FROM debian:12
RUN VERSION=2 && echo $VERSION
RUN VERSION=$(cat x); echo $VERSION
RUN for VERSION in 1 2; do echo $VERSION; done
RUN cat x | while read -r VERSION; do echo $VERSION; done
RUN export VERSION=1; echo $VERSION
RUN . /etc/os-release && echo $VERSION
RUN --mount=type=secret,id=x,env=VERSION echo $VERSION

### set by an ENV
ARG VERSION=1
FROM debian:12
ENV VERSION=2
RUN echo $VERSION

### set by the base image
ARG NODE_VERSION=22
FROM node:${NODE_VERSION}
RUN echo $NODE_VERSION
FROM example.org/team/app:${NODE_VERSION}
RUN echo $NODE_VERSION

### quotes that keep the shell from it
ARG VERSION=1
FROM debian:12
RUN echo '$VERSION' \$VERSION
RUN ["echo", "$VERSION"]

### other shells
# escape=`
ARG VERSION=1
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN echo $VERSION

### no ARG of that name
FROM debian:12
RUN echo $VERSION
COPY $VERSION /x

### above the ARG of the same stage
FROM debian:12
RUN echo $VERSION
COPY $VERSION /x
ARG VERSION
