### a volume
FROM debian:12
VOLUME ["/data", "/log"]
        ^^^^^^^ The container keeps data in /data and runs as root, so what it writes there belongs to root.
CMD ["server"]

### root by name
FROM debian:12
VOLUME /data
       ^^^^^ The container keeps data in /data and runs as root, so what it writes there belongs to root.
USER root
CMD ["server"]

### writes
FROM debian:12
RUN make && mkdir -p /var/lib/app
                     ^^^^^^^^^^^^ The container keeps data in /var/lib/app and runs as root, so what it writes there belongs to root.

### writes, and a volume
FROM debian:12
RUN make && mkdir -p /var/lib/app
VOLUME /x
       ^^ The container keeps data in /x and runs as root, so what it writes there belongs to root.

### by redirection
FROM debian:12
RUN echo x > /var/log/app/x.log
             ^^^^^^^^^^^^^^^^^^ The container keeps data in /var/log/app/x.log and runs as root, so what it writes there belongs to root.

### by WORKDIR
FROM debian:12
WORKDIR /srv/app
        ^^^^^^^^ The container keeps data in /srv/app and runs as root, so what it writes there belongs to root.

### by COPY
FROM debian:12
COPY data.db /data/
             ^^^^^^ The container keeps data in /data and runs as root, so what it writes there belongs to root.

### in a stage that it is built on
FROM debian:12 AS base
VOLUME /data
       ^^^^^ The container keeps data in /data and runs as root, so what it writes there belongs to root.
FROM base
CMD ["server"]

### another user
FROM debian:12
VOLUME /data
USER app

### a user of the base image's own
FROM bitnami/redis:7
VOLUME /data

### a stage that is not shipped
FROM debian:12 AS builder
VOLUME /data
FROM debian:12

### what package managers keep
FROM debian:12
RUN apt-get update && rm -rf /var/lib/apt/lists/* && mkdir -p /var/lib/apt/lists/partial && touch /var/log/apt/x && mkdir /var/cache/app
RUN ln -sf /dev/stdout /var/log/nginx/access.log && ls /data /srv && echo > /dev/null && mkdir /var/lib

### the start leaves root
FROM debian:12
VOLUME /data
ENTRYPOINT ["gosu", "app", "server"]

### the base image's start leaves root
FROM postgres:17
VOLUME /data

### but not with another start
FROM postgres:17
VOLUME /data
       ^^^^^ The container keeps data in /data and runs as root, so what it writes there belongs to root.
ENTRYPOINT ["server"]

### Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
VOLUME C:\data

### a place for temporary files
FROM debian:12
VOLUME /tmp /var/tmp/x

### places of the machine
FROM debian:12
VOLUME /sys/fs/cgroup /run /var/run/docker /dev/shm /proc/x ~/x

### given to another user
FROM debian:12 AS base
RUN useradd app && chown -R app: /data
VOLUME /data
FROM base
VOLUME /log
       ^^^^ The container keeps data in /log and runs as root, so what it writes there belongs to root.

### the base image's start leaves root, in a stage on a stage
FROM postgres:17 AS base
FROM base
VOLUME /data
