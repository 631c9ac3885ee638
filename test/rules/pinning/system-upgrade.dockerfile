### every system's
FROM example/base:1
RUN apt-get upgrade -y
    ^^^^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
RUN apk --no-cache upgrade
    ^^^^^^^^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
RUN yum -y update
    ^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
RUN dnf upgrade -y
    ^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
RUN microdnf update
    ^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
RUN zypper --non-interactive up
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
RUN pacman -Syu --noconfirm
    ^^^^^^^^^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.

### of named packages
FROM example/base:1
RUN apk upgrade openssl && yum update -y openssl && dnf upgrade openssl && zypper update -y openssl && apt-get install --only-upgrade x

### refreshing lists
FROM example/base:1
RUN apt-get update && apk update && zypper refresh && pacman -Sy --noconfirm git

### in the middle of a list
FROM debian:12
RUN apt-get update && \
    apt-get upgrade -y && \
    ^^^^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
    apt-get install -y curl
===>
FROM debian:12
RUN apt-get update && \
    apt-get install -y curl

### where the package lists are fetched along, nothing is deleted
FROM example/base:1
RUN apk -U upgrade && apk add curl
    ^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
RUN pacman -Syu --noconfirm && pacman -S --noconfirm git
    ^^^^^^^^^^^^^^^^^^^^^^^ Every package is upgraded to what is newest on the day of the build.
===> no fix
