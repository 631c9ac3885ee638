### ARG, comments and directives may stand there
# syntax=docker/dockerfile:1
# a comment
ARG VERSION=12
FROM debian:${VERSION}
RUN a

### each instruction is reported, ONBUILD too
MAINTAINER a
^^^^^^^^^^ MAINTAINER stands above the first FROM, where there is no stage yet.
ENV B=1
^^^ ENV stands above the first FROM, where there is no stage yet.
ARG VERSION=12
ONBUILD RUN c
^^^^^^^ ONBUILD stands above the first FROM, where there is no stage yet.
RUN d && \
^^^ RUN stands above the first FROM, where there is no stage yet.
    e
FROM debian:${VERSION}
RUN f
===>
ARG VERSION=12
FROM debian:${VERSION}
MAINTAINER a
ENV B=1
ONBUILD RUN c
RUN d && \
    e
RUN f

### in small letters
run a
^^^ RUN stands above the first FROM, where there is no stage yet.
from debian:12
===>
from debian:12
run a

### the first FROM counts, whatever comes later
FROM debian:12
RUN a
FROM debian:12

### without any FROM another rule speaks
RUN a
COPY b c

### without any FROM, as hadolint has it
--- settings: {"hadolint": true}
RUN a
^^^ RUN stands above the first FROM, where there is no stage yet.
ARG B
COPY b c
^^^^ COPY stands above the first FROM, where there is no stage yet.
ONBUILD RUN d
^^^^^^^ ONBUILD stands above the first FROM, where there is no stage yet.
===> no fix

### before FROM, as hadolint has it
--- settings: {"hadolint": true}
LABEL a=b
^^^^^ LABEL stands above the first FROM, where there is no stage yet.
FROM debian:12
===>
FROM debian:12
LABEL a=b

### a FROM on the last line without a newline
LABEL a=b
^^^^^ LABEL stands above the first FROM, where there is no stage yet.
FROM debian:12
===>
FROM debian:12
LABEL a=b
