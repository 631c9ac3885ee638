### ways into a group
FROM debian:12
RUN useradd -m -G video,audio one
USER one:one
        ^^^^ With a group of its own here, the process loses the groups video and audio that one was put into.
USER root
RUN useradd two && usermod -a -G video two && useradd three && gpasswd -a three video
USER two:two
        ^^^^ With a group of its own here, the process loses the group video that two was put into.
USER three:1000
          ^^^^^ With a group of its own here, the process loses the group video that three was put into.
USER root
RUN adduser --disabled-password four && adduser four video
USER four:four
         ^^^^^ With a group of its own here, the process loses the group video that four was put into.
===>
FROM debian:12
RUN useradd -m -G video,audio one
USER one
USER root
RUN useradd two && usermod -a -G video two && useradd three && gpasswd -a three video
USER two
USER three
USER root
RUN adduser --disabled-password four && adduser four video
USER four

### busybox
FROM alpine:3.22
RUN adduser -D app && addgroup app video
USER app:app
        ^^^^ With a group of its own here, the process loses the group video that app was put into.

### no group of its own
FROM debian:12
RUN useradd -m -G video app
USER app
USER 1000:1000

### no other group
FROM debian:12
RUN useradd -m -g users app && groupadd video
USER app:video

### the only other group
FROM debian:12
RUN useradd -m -G video app
USER app:video

### somebody else's
FROM debian:12
RUN useradd one && useradd -G video two
USER one:one

### made afterwards
FROM debian:12
USER app:app
RUN usermod -aG video app

### in another stage
FROM debian:12 AS builder
RUN useradd -G video app
FROM debian:12
RUN useradd app
USER app:app

### in the stage that it is built on
FROM debian:12 AS base
RUN useradd -G video app
FROM base
USER "app:app"
     ^^^^^^^^^ With a group of its own here, the process loses the group video that app was put into.
===> no fix

### usermod in other orders
FROM debian:12
RUN useradd app && usermod --append --groups=video app && usermod --shell /bin/sh -aG audio app
USER app:app
        ^^^^ With a group of its own here, the process loses the groups video and audio that app was put into.

### made with flags
FROM alpine:3.22
RUN addgroup --system --gid 1000 app && adduser --system app --uid 1000 --ingroup app app
USER 1000:1000
USER app:app
