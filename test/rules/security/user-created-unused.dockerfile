### forgotten
FROM alpine:3.22
RUN addgroup -S app && adduser -S -G app app
                                         ^^^ The user app is created, but nothing switches to it: the container runs as root.
CMD ["/bin/app"]
===>
FROM alpine:3.22
RUN addgroup -S app && adduser -S -G app app
USER app
CMD ["/bin/app"]

### root at the end
FROM debian:12
RUN useradd -m app
               ^^^ The user app is created, but nothing switches to it: the container runs as root.
USER root
CMD ["server"]
===>
FROM debian:12
RUN useradd -m app
USER root
USER app
CMD ["server"]

### in a stage that it is built on
FROM debian:12 AS base
RUN useradd -m app
               ^^^ The user app is created, but nothing switches to it: the container runs as root.
FROM base
CMD ["server"]

### in a stage that is not shipped
FROM debian:12 AS builder
RUN useradd -m app
FROM debian:12
CMD ["server"]

### used
FROM debian:12
RUN useradd -m app
USER app

### used in between
FROM debian:12
RUN useradd -m app
USER app
RUN make
USER root

### owns files
FROM debian:12
RUN useradd -m app && chown -R app:app /srv
CMD ["server"]

### owns what is copied
FROM debian:12
RUN useradd -m app
COPY --chown=app . /srv
CMD ["server"]

### gosu
FROM debian:12
RUN useradd -m app
ENTRYPOINT ["gosu", "app", "server"]

### the script leaves root
FROM debian:12
RUN useradd -m app
COPY entrypoint.sh /
ENTRYPOINT ["/entrypoint.sh"]
--- file: entrypoint.sh
#!/bin/sh
exec gosu "$RUN_AS" server

### the script does not
FROM debian:12
RUN useradd -m app
               ^^^ The user app is created, but nothing switches to it: the container runs as root.
COPY entrypoint.sh /
ENTRYPOINT ["/entrypoint.sh"]
--- file: entrypoint.sh
#!/bin/sh
exec server

### nobody can read the script
FROM debian:12
RUN useradd -m app
COPY entrypoint.sh /
ENTRYPOINT ["/entrypoint.sh"]

### the base image runs as somebody else
FROM bitnami/redis:7
RUN useradd -m app

### a password and sudo are no use
FROM ubuntu:24.04
RUN useradd -m dev && echo "dev:dev" | chpasswd && adduser dev sudo && echo "dev ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/dev
               ^^^ The user dev is created, but nothing switches to it: the container runs as root.
CMD ["bash"]

### su
FROM ubuntu:24.04
RUN useradd -m dev && su - dev -c 'make'
CMD ["bash"]

### the name is not known
FROM ubuntu:24.04
RUN useradd -m "$NAME"
CMD ["bash"]

### the name is an argument's
FROM ubuntu:24.04
ARG NAME=dev
RUN useradd -m "$NAME"
               ^^^^^^^ The user dev is created, but nothing switches to it: the container runs as root.
CMD ["bash"]

### a group is no user
FROM ubuntu:24.04
RUN groupadd app && adduser www-data app

### without FROM
RUN useradd app

### a daemon goes over to its user
FROM debian:12
RUN useradd -r nginx
CMD ["nginx", "-g", "daemon off;"]

### people log in
FROM debian:12
RUN useradd -m dev && apt-get install -y openssh-server
CMD ["/usr/sbin/sshd", "-D"]

### what leaves root is installed
FROM alpine:3.22
RUN adduser -S app && apk add --no-cache su-exec
COPY start /
CMD ["/start"]

### with a name for its group
FROM alpine:3.22
RUN adduser -D -u 1000 app app
                       ^^^ The user app is created, but nothing switches to it: the container runs as root.
CMD ["/start"]

### for developers
FROM debian:12 AS dev-envs
RUN useradd -m vscode
CMD ["server"]
