### absent, shared, or exclusive already
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt,sharing=shared apt-get update
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Concurrent builds use the cache at /var/cache/apt at the same time, and apt-get does not expect that.
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Concurrent builds use the cache at /var/lib/apt at the same time, and apt-get does not expect that.
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=private apt-get update
RUN --mount=type=cache,id=a,dst=/var/cache/apt/archives,sharing=SHARED apt-get update
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Concurrent builds use the cache at /var/cache/apt/archives at the same time, and apt-get does not expect that.
===>
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=private apt-get update
RUN --mount=type=cache,id=a,dst=/var/cache/apt/archives,sharing=locked apt-get update

### other managers, and those that can share
FROM fedora:41
RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y httpd
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Concurrent builds use the cache at /var/cache/libdnf5 at the same time, and dnf does not expect that.
RUN --mount=type=cache,target=/home/gradle/.gradle gradle build
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Concurrent builds use the cache at /home/gradle/.gradle at the same time, and Gradle does not expect that.
RUN --mount=type=cache,target=/root/.npm npm ci
RUN --mount=type=cache,target=/var/cache/apk apk add curl
RUN --mount=type=bind,target=/var/cache/apt apt-get update
===>
FROM fedora:41
RUN --mount=type=cache,target=/var/cache/libdnf5,sharing=locked dnf install -y httpd
RUN --mount=type=cache,target=/home/gradle/.gradle,sharing=locked gradle build
RUN --mount=type=cache,target=/root/.npm npm ci
RUN --mount=type=cache,target=/var/cache/apk apk add curl
RUN --mount=type=bind,target=/var/cache/apt apt-get update

### one cache in two places: a lock would wait for itself
FROM debian:12
RUN --mount=type=cache,id=a,target=/var/cache/apt --mount=type=cache,id=a,target=/x apt-get install -y curl
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Concurrent builds use the cache at /var/cache/apt at the same time, and apt-get does not expect that.
===> no fix
