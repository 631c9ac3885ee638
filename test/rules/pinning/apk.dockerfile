### versions of every kind, a file, a virtual package
FROM alpine:3.22
RUN apk add --no-cache curl=8.14.1-r1 git=~2.49 "make>4" "jq<2" ./x.apk
RUN apk add --no-cache --virtual .build-deps gcc=14.2.0-r6 && apk add -t .more musl-dev=1.2.5-r10
RUN apk add --repository https://dl-cdn.alpinelinux.org/alpine/edge/testing hugo=0.1

### none
FROM alpine:3.22
RUN apk --no-cache add curl git
                       ^^^^^^^^ curl and git have no version: the next build may install different ones.

### a name for a group of packages is none
FROM alpine:3.22
RUN apk add --no-cache --virtual=.deps curl=8.14.1-r1
RUN apk del .deps && apk add .deps

### hadolint: values of virtual and repository flags are dropped, in their short forms too
FROM alpine:3.22
RUN apk add -t .a curl=1 && apk add --virtual .b git=1
RUN apk add -X https://example.com/r curl=1 && apk add --repository https://example.com/r git=1
RUN apk add -U --virtual=.c make=1
--- settings: {"hadolint": true}

### hadolint: values of other flags are packages
FROM alpine:3.22
RUN apk add --arch x86_64 curl=1
                   ^^^^^^ x86_64 has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: a tilde alone, and a sign in quotes
FROM alpine:3.22
RUN apk add curl~8 "git>2" 'make<5' x.apk
RUN apk add $PKGS
            ^^^^^ A package has no version: the next build may install a different one.
RUN apk add curl>8
            ^^^^ curl has no version: the next build may install a different one.
--- settings: {"hadolint": true}
