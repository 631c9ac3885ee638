### an installation that keeps the index
FROM alpine:3.22
RUN apk add --update curl
        ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN apk --update add curl
                 ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN apk add -U git
        ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
===>
FROM alpine:3.22
RUN apk add --no-cache curl
RUN apk add --no-cache curl
RUN apk add --no-cache git

### an index that is fetched and removed again
FROM alpine:3.22
RUN apk update && apk add curl && rm -rf /var/cache/apk/*
                      ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN apk update \
 && apk add \
        ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
    curl \
    git \
 && rm -rf /var/cache/apk/* /tmp/*
===>
FROM alpine:3.22
RUN apk add --no-cache curl
RUN apk add --no-cache \
    curl \
    git \
 && rm -rf /tmp/*

### an index that something else needs
FROM alpine:3.22
RUN apk update && apk upgrade && apk add curl && rm -rf /var/cache/apk/*
                                     ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN apk add curl && apk info
        ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
===>
FROM alpine:3.22
RUN apk update && apk upgrade && apk add --no-cache curl && rm -rf /var/cache/apk/*
RUN apk add --no-cache curl && apk info

### several installations
FROM alpine:3.22
RUN apk update && apk add curl && apk add --virtual .build gcc && make && apk del .build && rm -f /var/cache/apk/*
                      ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
                                      ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
===>
FROM alpine:3.22
RUN apk add --no-cache curl && apk add --no-cache --virtual .build gcc && make && apk del .build

### a failure that is passed over
FROM alpine:3.22
RUN apk update || true; apk add curl; rm -rf /var/cache/apk/* || true
                            ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
===>
FROM alpine:3.22
RUN apk update || true; apk add --no-cache curl; rm -rf /var/cache/apk/* || true

### the flag
FROM alpine:3.22
RUN apk add --no-cache curl && apk --no-cache add git
RUN apk update

### mounts
FROM alpine:3.22
RUN --mount=type=cache,target=/var/cache/apk apk add curl
RUN --mount=type=cache,target=/etc/apk/cache apk add curl
RUN --mount=type=cache,target=/var/cache apk add curl
RUN --mount=type=cache,target=/root/.cache apk add curl
                                               ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.

### exec form, a shell of its own, sudo
FROM alpine:3.22
RUN ["apk", "add", "curl"]
             ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN sh -c 'apk add curl'
               ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN sudo apk add curl
             ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
===>
FROM alpine:3.22
RUN ["apk", "add", "--no-cache", "curl"]
RUN sh -c 'apk add --no-cache curl'
RUN sudo apk add --no-cache curl

### a here-document
FROM alpine:3.22
RUN <<EOF
apk update
apk add curl
    ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
rm -rf /var/cache/apk/*
EOF
===>
FROM alpine:3.22
RUN <<EOF
apk add --no-cache curl
EOF

### hadolint: what counts
FROM alpine
RUN apk add flex=2.6.4-r1
        ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN apk add --no-cache flex=2.6.4-r1
RUN apk update && apk add flex && rm -rf /var/cache/apk/*
                      ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN apk update
RUN --mount=type=cache,target=/var/cache/apk apk add -U curl=7.77.0
RUN --mount=type=tmpfs,target=/var/cache/apk apk add curl
RUN --mount=type=cache,target=/var/cache apk add curl
                                             ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN sudo apk add curl
ONBUILD RUN apk add curl
                ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
--- settings: {"hadolint": true}

### a later step works with the index that is left
FROM alpine:3.22
RUN apk update && apk add curl
                      ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN apk add git
        ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
===>
FROM alpine:3.22
RUN apk update && apk add --no-cache curl
RUN apk add --no-cache git

### a script may work with it
FROM alpine:3.22
RUN apk add --update bash
        ^^^ Without --no-cache the index of the repositories stays in the image, or has to be removed again.
RUN ./setup.sh
===>
FROM alpine:3.22
RUN apk add --no-cache --update bash
RUN ./setup.sh
