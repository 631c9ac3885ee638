### WORKDIR
FROM debian
WORKDIR /srv
USER app
WORKDIR /srv
^^^^^^^ The working directory is /srv already.
WORKDIR /srv/
^^^^^^^ The working directory is /srv already.
WORKDIR .
^^^^^^^ The working directory is /srv already.
WORKDIR app
WORKDIR /srv
===>
FROM debian
WORKDIR /srv
USER app
WORKDIR app
WORKDIR /srv

### the root that an image starts in is not known
FROM debian
WORKDIR /

### a stage that is built on another
FROM debian AS base
WORKDIR /srv
USER app
FROM base
WORKDIR /srv
^^^^^^^ The working directory is /srv already.
USER app
^^^^ The user is app already.
===>
FROM debian AS base
WORKDIR /srv
USER app
FROM base

### another stage is another image
FROM debian
WORKDIR /srv
FROM debian
WORKDIR /srv

### a directory that a RUN may have removed
FROM debian
WORKDIR /srv
RUN rm -rf /srv
WORKDIR /srv
^^^^^^^ The working directory is /srv already.

### USER
FROM debian
USER root
RUN true
USER root
^^^^ The user is root already.
USER app
USER root
===>
FROM debian
USER root
RUN true
USER app
USER root

### the user of the image is not known
FROM debian
USER root

### variables with a known value
FROM debian
ENV DIR=/srv
WORKDIR /srv
WORKDIR $DIR
^^^^^^^ The working directory is /srv already.

### a build argument decides
FROM debian
ARG DIR=/srv
ARG NAME=app
WORKDIR /srv
WORKDIR $DIR
USER app
USER $NAME
USER $UNKNOWN
USER $UNKNOWN

### SHELL
FROM debian
SHELL ["/bin/bash", "-c"]
RUN true
SHELL ["/bin/bash", "-c"]
^^^^^ The shell is this one already.
SHELL ["/bin/sh", "-c"]
===>
FROM debian
SHELL ["/bin/bash", "-c"]
RUN true
SHELL ["/bin/sh", "-c"]

### the shell of the image is not known
FROM debian
SHELL ["/bin/sh", "-c"]

### ENV, whole or in part
FROM debian
ENV A=1 B=2
ENV A=1
^^^ A has this value already.
ENV C=3 B="2"
        ^^^^^ B has this value already.
ENV A 1
^^^ A has this value already.
===>
FROM debian
ENV A=1 B=2
ENV C=3

### ENV with another value
FROM debian
ENV A=1
ENV A=2
ENV A=1
ENV PATH=/a:$PATH
ENV PATH=/a:$PATH

### ENV beside an ARG
FROM debian
ARG A=1
ENV A=1
ARG B=1
ENV C=$B
ENV C=$B

### CMD and ENTRYPOINT of the stage below
FROM debian AS base
CMD ["bash", "-l"]
FROM base
CMD ["bash", "-l"]
^^^ The image that the stage is built on has the same CMD.
===>
FROM debian AS base
CMD ["bash", "-l"]
FROM base

### an ENTRYPOINT drops the CMD
FROM debian AS base
CMD ["bash", "-l"]
FROM base
ENTRYPOINT ["tini"]
CMD ["bash", "-l"]
FROM base AS other
ENTRYPOINT ["tini"]
FROM other
CMD ["bash", "-l"]

### an ENTRYPOINT that is the same drops the CMD as well
FROM debian AS base
ENTRYPOINT ["tini"]
CMD ["bash", "-l"]
FROM base
ENTRYPOINT ["tini"]

### an ENTRYPOINT that is the same with no CMD to drop
FROM debian AS base
ENTRYPOINT ["tini"]
FROM base
ENTRYPOINT ["tini"]
^^^^^^^^^^ The image that the stage is built on has the same ENTRYPOINT.
===>
FROM debian AS base
ENTRYPOINT ["tini"]
FROM base

### an ENTRYPOINT that is the same beside a CMD
FROM debian AS base
ENTRYPOINT ["tini"]
CMD ["a"]
FROM base
ENTRYPOINT ["tini"]
^^^^^^^^^^ The image that the stage is built on has the same ENTRYPOINT.
CMD ["b"]

### in shell form
FROM debian AS base
CMD exec bash -l
FROM base
CMD exec bash -l
^^^ The image that the stage is built on has the same CMD.
FROM base AS other
SHELL ["/bin/bash", "-c"]
CMD exec bash -l

### other words
FROM debian AS base
CMD ["bash", "-l"]
FROM base
CMD ["bash"]

### what a well-known image starts
FROM nginx:1.29-alpine
COPY . /usr/share/nginx/html
CMD ["nginx", "-g", "daemon off;"]
^^^ The image that the stage is built on has the same CMD.
===>
FROM nginx:1.29-alpine
COPY . /usr/share/nginx/html

### what the images of a language start
FROM python:3.12-slim
CMD ["python3"]
^^^ The image that the stage is built on has the same CMD.
FROM ruby:3.3
CMD ["irb"]
^^^ The image that the stage is built on has the same CMD.
FROM python:2.7
CMD ["python3"]

### somebody else's image of that name
FROM example/nginx:1.29
CMD ["nginx", "-g", "daemon off;"]

### inside ONBUILD, and without a stage
FROM debian
WORKDIR /srv
ONBUILD WORKDIR /srv

### no FROM
WORKDIR /srv
WORKDIR /srv

### without a value
FROM debian
USER
USER
WORKDIR
WORKDIR
ENV A
ENV A
