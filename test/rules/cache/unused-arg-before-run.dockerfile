### one of several
FROM alpine:3.20
ARG A=1 CONTACT=me B=2
        ^^^^^^^ Nothing uses CONTACT, but a new value reruns every RUN from line 3 on.
RUN echo $A ${B}
===>
FROM alpine:3.20
ARG A=1 B=2
RUN echo $A ${B}
### the last of several
FROM alpine:3.20
ARG A=1 CONTACT=me
        ^^^^^^^ Nothing uses CONTACT, but a new value reruns every RUN from line 3 on.
RUN echo $A
===>
FROM alpine:3.20
ARG A=1
RUN echo $A
### used in a later stage, a heredoc, a mount, a destination, a trigger
FROM alpine:3.20 AS base
ARG A B C D E
RUN --mount=type=secret,id=B cat /run/secrets/B
COPY x /opt/$C/
RUN <<EOF
echo ${D:-none}
EOF
ONBUILD RUN echo $E
FROM base
RUN echo $A
### what tools read from the environment
FROM debian:12
ARG DEBIAN_FRONTEND=noninteractive
ARG TARGETARCH
ARG HTTP_PROXY
ARG SOURCE_DATE_EPOCH
ARG NPM_TOKEN
ARG GOPROXY=direct
RUN apt-get update && apt-get install -y curl
### builds and scripts of the project may read it
FROM debian:12
ARG FLAVOUR=full
COPY . /src
RUN make -C /src
### no RUN comes behind
FROM debian:12
RUN mkdir /data
ARG FLAVOUR=full
### the environment is printed
FROM debian:12
ARG FLAVOUR=full
RUN env > /environment
