### as it is written mostly
FROM --platform=$TARGETPLATFORM debian:12 AS one
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
FROM --platform=${TARGETPLATFORM} debian:12 AS two
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
===>
FROM debian:12 AS one
FROM debian:12 AS two

### in quotes or with a default
FROM --platform="$TARGETPLATFORM" debian:12
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
FROM --platform='${TARGETPLATFORM}' debian:12
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
FROM --platform=${TARGETPLATFORM:-linux/amd64} debian:12
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
FROM --platform=${TARGETPLATFORM-linux/amd64} debian:12
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
===>
FROM debian:12
FROM debian:12
FROM debian:12
FROM debian:12

### hadolint looks at the text
FROM --platform=$TARGETPLATFORM debian:12
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
FROM --platform=${TARGETPLATFORM} debian:12
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
FROM --platform="$TARGETPLATFORM" debian:12
FROM --platform=${TARGETPLATFORM:-linux/amd64} debian:12
--- settings: {"hadolint": true}

### other platforms
ARG PLATFORM=$TARGETPLATFORM
FROM --platform=$PLATFORM debian:12
FROM --platform=$BUILDPLATFORM debian:12
FROM --platform=$TARGETOS/$TARGETARCH debian:12
FROM --platform=linux/amd64 debian:12
FROM --platform=$TARGETPLATFORM/v7 debian:12
FROM debian:12

### where an ARG gives it another value
ARG TARGETPLATFORM=linux/arm64
FROM --platform=$TARGETPLATFORM debian:12
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
===> no fix

### over two lines
FROM --platform=$TARGETPLATFORM \
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ The target platform is what FROM takes anyway.
    debian:12
===>
FROM \
    debian:12
