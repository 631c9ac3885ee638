### neither tag nor digest
FROM debian
     ^^^^^^ debian has no tag, so it is whatever was released last.
===>
FROM debian:13

### a platform flag is no part of the image
FROM --platform=linux/amd64 debian AS build
                            ^^^^^^ debian has no tag, so it is whatever was released last.
===>
FROM --platform=linux/amd64 debian:13 AS build

### a tag is enough
FROM debian:12

### a digest is enough
FROM debian@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f

### scratch has no tags
FROM scratch

### the alias of an earlier stage is no image
FROM debian:12 AS build
FROM build

### its own alias does not count
FROM build AS build
     ^^^^^ build has no tag, so it is whatever was released last.

### a name in variables may bring the tag
ARG BASE
FROM $BASE
FROM ${BASE}
FROM docker.io/$BASE

### a tag in a variable is a tag
ARG TAG
FROM debian:$TAG
FROM $IMAGE:$TAG

### a name that starts otherwise is no exemption, where the variable's value brings no tag
ARG IMG=app
FROM org/$IMG
     ^^^^^^^^ org/$IMG has no tag, so it is whatever was released last.

### a variable inside the name that brings a tag
ARG IMG=app:1.2
FROM org/$IMG

### a variable without value inside the name
ARG IMG
FROM org/$IMG
     ^^^^^^^^ org/$IMG has no tag, so it is whatever was released last.

### stage names are compared without case, as Docker does
FROM debian:12 AS Build
FROM build

### a port is no tag
FROM localhost:5000/app
     ^^^^^^^^^^^^^^^^^^ localhost:5000/app has no tag, so it is whatever was released last.
FROM my.host:5000/team/app
     ^^^^^^^^^^^^^^^^^^^^^ my.host:5000/team/app has no tag, so it is whatever was released last.

### a registry stays in the pinned reference
FROM docker.io/library/node AS build
     ^^^^^^^^^^^^^^^^^^^^^^ docker.io/library/node has no tag, so it is whatever was released last.
===>
FROM docker.io/library/node:24 AS build

### an image whose release lines are not known
FROM example/app
     ^^^^^^^^^^^ example/app has no tag, so it is whatever was released last.
===> no fix

### an image that nobody builds any more gets no new tag
FROM openjdk
     ^^^^^^^ openjdk has no tag, so it is whatever was released last.
===> no fix

### hadolint compares stage names with case
FROM debian:12 AS Build
FROM build
     ^^^^^ build has no tag, so it is whatever was released last.
--- settings: {"hadolint": true}

### hadolint takes a port of a host without a dot for a tag
FROM localhost:5000/app
--- settings: {"hadolint": true}

### hadolint knows a host with a dot
FROM my.host:5000/team/app
     ^^^^^^^^^^^^^^^^^^^^^ my.host:5000/team/app has no tag, so it is whatever was released last.
--- settings: {"hadolint": true}

### hadolint leaves names in variables, behind a registry too
ARG BASE
FROM $BASE
FROM my.host/$BASE
--- settings: {"hadolint": true}

### hadolint reports a name with a variable inside
FROM org/$IMG
     ^^^^^^^^ org/$IMG has no tag, so it is whatever was released last.
--- settings: {"hadolint": true}

### hadolint exempts an image of another registry that is named as a stage
FROM debian:12 AS build
FROM my.host/build
--- settings: {"hadolint": true}

### FROM inside ONBUILD is never looked at
FROM debian:12
ONBUILD FROM debian
--- settings: {"hadolint": true}
