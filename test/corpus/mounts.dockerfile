# syntax=docker/dockerfile:1
FROM debian:12-slim AS tools
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends git openssh-client && apt-get clean
RUN --mount=type=ssh,required git clone git@example.com:team/lib.git /lib-src
RUN --mount=type=secret,id=token,env=TOKEN --mount=type=tmpfs,target=/tmp,size=64m ./fetch.sh
RUN --mount=from=tools,source=/usr/bin,target=/mnt,ro ls /mnt
RUN --mount=target=. --mount=type=cache,target=/root/.cache,id=x,sharing=shared,uid=0,mode=0755 make
RUN --network=none --security=sandbox true
