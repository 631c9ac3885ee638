### what is made of the stamps goes along
FROM debian:12

ARG VCS_REF
    ^^^^^^^ Each new value of VCS_REF reruns "apt-get install" in line 9, which does not use it.
ARG BUILD_DATE
    ^^^^^^^^^^ Each new value of BUILD_DATE reruns "apt-get install" in line 9, which does not use it.
LABEL org.label-schema.vcs-ref=$VCS_REF \
      org.label-schema.build-date="$BUILD_DATE"

# tools
RUN apt-get update && apt-get install -y curl
RUN echo "$VCS_REF" > /revision
===> Move 3 instructions below the RUN in line 9
FROM debian:12

# tools
RUN apt-get update && apt-get install -y curl

ARG VCS_REF
ARG BUILD_DATE
LABEL org.label-schema.vcs-ref=$VCS_REF \
      org.label-schema.build-date="$BUILD_DATE"
RUN echo "$VCS_REF" > /revision
### an ENV that passes it on
FROM alpine:3.20
ARG GIT_COMMIT=unknown
    ^^^^^^^^^^ Each new value of GIT_COMMIT reruns "apk add" in line 4, which does not use it.
ENV GIT_COMMIT=$GIT_COMMIT
RUN apk add --no-cache curl
===>
FROM alpine:3.20
RUN apk add --no-cache curl
ARG GIT_COMMIT=unknown
ENV GIT_COMMIT=$GIT_COMMIT
### a version that only the release knows
ARG TOOL_VERSION=1.2
FROM alpine:3.20
ARG VERSION
    ^^^^^^^ Each new value of VERSION reruns "apk add" in line 4, which does not use it.
RUN apk add --no-cache curl
FROM alpine:3.20
ARG VERSION=1.0
RUN apk add --no-cache curl
ARG TOOL_VERSION
RUN wget https://example.com/tool-$TOOL_VERSION
### it is used
FROM alpine:3.20
ARG GIT_SHA
RUN wget https://example.com/$GIT_SHA.tar.gz
### it may be read from the environment
FROM node:20
ARG GIT_SHA
COPY . .
RUN npm run build
RUN ./scripts/release.sh
### a label alone, an undeclared variable, a literal
FROM alpine:3.20
LABEL revision=$VCS_REF created="2024-05-01"
ENV BUILD_DATE=2024-05-01
RUN apk add --no-cache curl
### below everything slow
FROM alpine:3.20
RUN apk add --no-cache curl
ARG BUILD_DATE
RUN mkdir /data
### in the stage only where it is declared
ARG BUILD_DATE
FROM alpine:3.20
RUN apk add --no-cache curl
### there to have the download run again
FROM alpine:3.20
ARG CACHEBUST=1
RUN git clone https://example.com/tool.git
### above more than the download
FROM alpine:3.20
ARG CACHEBUST=1
    ^^^^^^^^^ Each new value of CACHEBUST reruns "apk add" in line 3, which does not use it.
RUN apk add --no-cache git
RUN git clone https://example.com/tool.git
===>
FROM alpine:3.20
RUN apk add --no-cache git
RUN git clone https://example.com/tool.git
ARG CACHEBUST=1
### the same label is set again
FROM alpine:3.20
ARG VERSION
    ^^^^^^^ Each new value of VERSION reruns "apk add" in line 5, which does not use it.
LABEL version=$VERSION
LABEL version=1
RUN apk add --no-cache git
===> no fix
### the order of the image's variables is part of it
FROM alpine:3.20
ARG GIT_COMMIT
    ^^^^^^^^^^ Each new value of GIT_COMMIT reruns "apk add" in line 5, which does not use it.
ENV GIT_COMMIT=$GIT_COMMIT
ENV LANG=C.UTF-8
RUN apk add --no-cache git
===> no fix
### the file ends inside the installation
FROM alpine:3.20
ARG GIT_COMMIT
    ^^^^^^^^^^ Each new value of GIT_COMMIT reruns "apk add" in line 3, which does not use it.
RUN apk add --no-cache git \
===> no fix
### a variable that the stamp is made of changes between
FROM debian:12
ARG BASE=1
ARG BUILD_NUMBER=$BASE-1
    ^^^^^^^^^^^^ Each new value of BUILD_NUMBER reruns "apt-get install" in line 5, which does not use it.
ARG BASE=2
RUN apt-get update && apt-get install -y curl
LABEL build=$BUILD_NUMBER
===> no fix
### a program asks for the stamp by its name
FROM debian:12
ARG GIT_SHA
    ^^^^^^^ Each new value of GIT_SHA reruns "apt-get install" in line 3, which does not use it.
RUN apt-get update && apt-get install -y gawk && awk 'BEGIN { print ENVIRON["GIT_SHA"] }' > /revision
===> no fix
### all variables are read from the kernel
FROM debian:12
ARG GIT_SHA
    ^^^^^^^ Each new value of GIT_SHA reruns "apt-get install" in line 3, which does not use it.
RUN apt-get update && apt-get install -y curl && tr '\0' '\n' < /proc/self/environ > /build.env
===> no fix
