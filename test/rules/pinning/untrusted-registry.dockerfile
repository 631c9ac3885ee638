### without a list nothing is reported
FROM evil.example.com/app:1

### another registry
FROM evil.example.com/app:1
     ^^^^^^^^^^^^^^^^^^^^^^ The registry evil.example.com is not one of the trusted ones.
FROM good.example.com/app:1
--- settings: {"trustedRegistries": ["good.example.com"]}

### Docker Hub by either of its names
FROM debian:12
FROM library/debian:12
FROM docker.io/debian:12
--- settings: {"trustedRegistries": ["docker.io"]}

### Docker Hub by its website
FROM debian:12
--- settings: {"trustedRegistries": ["hub.docker.com"]}

### Docker Hub is not on the list
FROM debian:12
     ^^^^^^^^^ The registry docker.io is not one of the trusted ones.
--- settings: {"trustedRegistries": ["good.example.com"]}

### a star accepts all
FROM evil.example.com/app:1
FROM debian:12
--- settings: {"trustedRegistries": ["*"]}

### a star at the start
FROM a.example.com/app:1
FROM example.org/app:1
     ^^^^^^^^^^^^^^^^^ The registry example.org is not one of the trusted ones.
--- settings: {"trustedRegistries": ["*.example.com"]}

### a star at the end
FROM registry.local:5000/app:1
FROM registry.evil.com/app:1
     ^^^^^^^^^^^^^^^^^^^^^^^ The registry registry.evil.com is not one of the trusted ones.
--- settings: {"trustedRegistries": ["registry.local*"]}

### a star at the start accepts Docker Hub by its ending
FROM debian:12
--- settings: {"trustedRegistries": ["*.io"]}

### stages and scratch
FROM scratch AS build
FROM build
COPY --from=build /a /a
COPY --from=0 /a /a
--- settings: {"trustedRegistries": ["good.example.com"]}

### images that files are taken from
FROM good.example.com/app:1
COPY --from=evil.example.com/tool:1 /tool /tool
            ^^^^^^^^^^^^^^^^^^^^^^^ The registry evil.example.com is not one of the trusted ones.
RUN --mount=type=bind,from=evil.example.com/tool:1,target=/t --mount=type=cache,from=nginx,target=/c /t/tool
                           ^^^^^^^^^^^^^^^^^^^^^^^ The registry evil.example.com is not one of the trusted ones.
                                                                                     ^^^^^ The registry docker.io is not one of the trusted ones.
RUN --mount=type=cache,target=/c true
RUN --mount=type=secret,id=x,from=evil.example.com/y true
--- settings: {"trustedRegistries": ["good.example.com"]}

### a host without a dot
FROM localhost:5000/app:1
--- settings: {"trustedRegistries": ["localhost:5000"]}

### hadolint takes the host without a dot for an image of Docker Hub
FROM localhost:5000/app:1
     ^^^^^^^^^^^^^^^^^^^^ The registry docker.io is not one of the trusted ones.
--- settings: {"trustedRegistries": ["localhost:5000"], "hadolint": true}

### hadolint takes the number of a stage for an image
FROM good.example.com/app:1
COPY --from=0 /a /a
            ^ The registry docker.io is not one of the trusted ones.
--- settings: {"trustedRegistries": ["good.example.com"], "hadolint": true}

### hadolint takes a variable for an image of Docker Hub, and compares stage names with case
FROM $IMAGE
     ^^^^^^ The registry docker.io is not one of the trusted ones.
FROM good.example.com/app:1 AS Build
FROM build
     ^^^^^ The registry docker.io is not one of the trusted ones.
--- settings: {"trustedRegistries": ["good.example.com"], "hadolint": true}

### hadolint reports one of several mounts, and none inside ONBUILD
FROM good.example.com/app:1
RUN --mount=from=evil.example.com/a,target=/a --mount=type=cache,from=evil.example.com/b,target=/b true
                 ^^^^^^^^^^^^^^^^^^ The registry evil.example.com is not one of the trusted ones.
ONBUILD FROM evil.example.com/app:1
--- settings: {"trustedRegistries": ["good.example.com"], "hadolint": true}
