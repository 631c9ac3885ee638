### tools to look around with
FROM debian:12
RUN apt-get update && apt-get install -y curl vim net-tools=1.60 iputils-ping
                                              ^^^ vim, net-tools and iputils-ping are for looking around, not for what the container runs.
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl

### of other distributions
FROM alpine:3.22
RUN apk add --no-cache nano
                       ^^^^ nano is for looking around, not for what the container runs.
===> no fix

### of Red Hat's
FROM rockylinux:9
RUN dnf install -y strace tcpdump httpd && yum install -y telnet
                   ^^^^^^ strace and tcpdump are for looking around, not for what the container runs.
                                                          ^^^^^^ telnet is for looking around, not for what the container runs.
===>
FROM rockylinux:9
RUN dnf install -y httpd && yum install -y telnet

### several lines
FROM debian:12
RUN apt-get install -y \
    curl \
    vim \
    ^^^ vim and less are for looking around, not for what the container runs.
    less
===>
FROM debian:12
RUN apt-get install -y \
    curl

### others, removed again, not in the last stage
FROM debian:12 AS build
RUN apt-get install -y vim
FROM debian:12
RUN apt-get install -y curl git vimdiff && apt-get install -y gdb && apt-get purge -y gdb
RUN pip install less

### a stage for developers
FROM debian:12 AS dev
RUN apt-get install -y vim
