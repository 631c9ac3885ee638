### not declared at all
FROM $IMAGE
     ^^^^^^ IMAGE is no ARG above the first FROM, so it is empty: declare it with ARG IMAGE there.
FROM debian:${TAG:-12}
            ^^^^^^^^^^ TAG is no ARG above the first FROM, so only its default is ever used: declare it with ARG TAG there.
===>
ARG IMAGE
ARG TAG
FROM $IMAGE
FROM debian:${TAG:-12}

### in the platform
FROM --platform=linux/$ARCH debian:12
                      ^^^^^ ARCH is no ARG above the first FROM, so it is empty: declare it with ARG ARCH there.
FROM --platform=${PLATFORM:-linux/amd64} debian:12
                ^^^^^^^^^^^^^^^^^^^^^^^^ PLATFORM is no ARG above the first FROM, so only its default is ever used: declare it with ARG PLATFORM there.

### once per name and word
FROM --platform=${ONE:-linux/amd64} ${TWO:-debian}:${ONE:-12}-${ONE}
                ^^^^^^^^^^^^^^^^^^^ ONE is no ARG above the first FROM, so only its default is ever used: declare it with ARG ONE there.
                                    ^^^^^^^^^^^^^^ TWO is no ARG above the first FROM, so only its default is ever used: declare it with ARG TWO there.
                                                   ^^^^^^^^^^ ONE is no ARG above the first FROM, so only its default is ever used: declare it with ARG ONE there.

### an ARG behind the first FROM is not seen
FROM debian:12
ARG TAG=12
FROM debian:$TAG
            ^^^^ TAG is no ARG above the first FROM, so it is empty: declare it with ARG TAG there.
===>
ARG TAG
FROM debian:12
ARG TAG=12
FROM debian:$TAG

### an ARG above it is, with or without a value
ARG TAG
ARG IMAGE=debian OTHER=x
FROM $IMAGE:${TAG:-12}

### what the builder knows
FROM --platform=$BUILDPLATFORM debian:12 AS one
FROM --platform=$TARGETOS/$TARGETARCH$TARGETVARIANT debian:12 AS two
FROM debian:12${TARGETSTAGE:+-slim}

### a name in a default
ARG TAG
FROM debian:${TAG:-${OTHER:-12}}
                   ^^^^^^^^^^^^ OTHER is no ARG above the first FROM, so only its default is ever used: declare it with ARG OTHER there.

### mistyped
ARG VERSION=12
FROM --platform=${BUILDPLATFROM:-linux/amd64} debian:${VERSOIN}
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ BUILDPLATFROM is no ARG above the first FROM, so only its default is ever used. Is BUILDPLATFORM meant?
                                                     ^^^^^^^^^^ VERSOIN is no ARG above the first FROM, so it is empty. Is VERSION meant?
===>
ARG VERSION=12
FROM --platform=${BUILDPLATFORM:-linux/amd64} debian:${VERSION}

### the same alone
arg VERSION=12
from debian:$Versions
            ^^^^^^^^^ Versions is no ARG above the first FROM, so it is empty. Is VERSION meant?
===>
arg VERSION=12
from debian:$VERSION

### above the comments, in the case of the file
# escape=\
# The base.
from debian:$release
            ^^^^^^^^ release is no ARG above the first FROM, so it is empty: declare it with ARG release there.
===>
# escape=\
# The base.
arg release
from debian:$release

### a variable of an ARG above the first FROM is another matter
ARG TAG=$OTHER
FROM debian:12

### in quotes
FROM "debian:${TAG}" AS x
             ^^^^^^ TAG is no ARG above the first FROM, so it is empty: declare it with ARG TAG there.
FROM debian:'$TAG'
