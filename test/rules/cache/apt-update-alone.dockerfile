### a step between, and several RUNs that install
FROM debian:12
# lists
RUN apt-get -q update
    ^^^^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 5, which then works with old ones.
ENV LANG=C
RUN apt-get install -y curl
RUN DEBIAN_FRONTEND=noninteractive apt-get install -y git
===>
FROM debian:12
# lists
ENV LANG=C
RUN apt-get -q update && apt-get install -y curl
RUN apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get install -y git
### an upgrade in the same RUN keeps its lists
FROM ubuntu:22.04
RUN apt-get update && apt-get upgrade -y
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 3, which then works with old ones.
RUN apt-get install -y curl
===>
FROM ubuntu:22.04
RUN apt-get update && apt-get upgrade -y
RUN apt-get update && apt-get install -y curl
### the first statement of several
FROM debian:12
RUN apt-get update && \
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 4, which then works with old ones.
    mkdir /data
RUN sudo apt-get install -y curl
===>
FROM debian:12
RUN mkdir /data
RUN apt-get update && sudo apt-get install -y curl
### lists that nothing works with
FROM debian:12
RUN apt-get update
    ^^^^^^^^^^^^^^ Nothing works with these package lists: line 3 fetches them anew. (info)
RUN apt-get update && apt-get install -y curl
### each list belongs to what comes behind it
FROM debian:12
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 3, which then works with old ones.
RUN apt-get install -y gnupg
RUN echo "deb https://example.com/debian stable main" > /etc/apt/sources.list.d/x.list
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 6, which then works with old ones.
RUN apt-get install -y x
### a stage on another one
FROM debian:12 AS base
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 4, which then works with old ones.
FROM base
RUN apt-get install -y curl
### other managers
FROM alpine:3.20 AS a
RUN apk update
    ^^^^^^^^^^ The builder caches these package lists apart from "apk add" in line 3, which then works with old ones.
RUN apk add curl
FROM fedora:40 AS b
RUN dnf makecache
    ^^^^^^^^^^^^^ The builder caches these package lists apart from "dnf install" in line 6, which then works with old ones.
RUN dnf install -y curl
FROM opensuse/leap AS c
RUN zypper refresh
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "zypper install" in line 9, which then works with old ones.
RUN zypper install -y curl
FROM archlinux AS d
RUN pacman -Sy
    ^^^^^^^^^^ The builder caches these package lists apart from "pacman -S" in line 12, which then works with old ones.
RUN pacman -S --noconfirm curl
### in one RUN, or with lists of its own
FROM debian:12
RUN apt-get update && apt-get install -y curl
RUN apt-get update; apt install -y git
FROM alpine:3.20
RUN apk update && apk add git
RUN apk upgrade
FROM archlinux
RUN pacman -Syu --noconfirm git
### a script may install from the lists
FROM debian:12
COPY install.sh /
RUN apt-get update && /install.sh
RUN apt-get install -y curl
### nothing is installed
FROM debian:12
RUN apt-get update
FROM debian:12
RUN apt-get install -y curl
### in exec form
FROM debian:12
RUN ["apt-get", "update"]
      ^^^^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 3, which then works with old ones.
RUN ["apt-get", "install", "-y", "curl"]
===> no fix
### a script may work with the lists before
FROM debian:12
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 5, which then works with old ones.
COPY setup.sh /
RUN /setup.sh
RUN apt-get install -y curl
    ~~~~~~~~~~~~~~~~~~~~~~~ This installs from the lists.
===> no fix
### another call of apt asks the lists before
FROM debian:12
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 4, which then works with old ones.
RUN apt-cache policy curl
RUN apt-get install -y curl
    ~~~~~~~~~~~~~~~~~~~~~~~ This installs from the lists.
===> no fix
### two stages install from the lists of a third
FROM debian:12 AS base
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 4, which then works with old ones.
FROM base AS one
RUN apt-get install -y curl
    ~~~~~~~~~~~~~~~~~~~~~~~ This installs from the lists.
FROM base
RUN apt-get install -y git
    ~~~~~~~~~~~~~~~~~~~~~~ This installs from the lists.
===>
FROM debian:12 AS base
FROM base AS one
RUN apt-get update && apt-get install -y curl
FROM base
RUN apt-get update && apt-get install -y git
### the lists are copied into another stage
FROM debian:12 AS base
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 3, which then works with old ones.
RUN apt-get install -y curl
    ~~~~~~~~~~~~~~~~~~~~~~~ This installs from the lists.
FROM debian:12
COPY --from=base /var/lib/apt /var/lib/apt
===> no fix
### another user installs
FROM debian:12
RUN apt-get update
    ^^^^^^^^^^^^^^ The builder caches these package lists apart from "apt-get install" in line 4, which then works with old ones.
USER app
RUN sudo apt-get install -y curl
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This installs from the lists.
===> no fix

### yum upgrades with them in the same RUN
FROM centos:7
RUN yum makecache fast && yum -y update
RUN yum -y install git
