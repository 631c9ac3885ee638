### constants and other variables
FROM --platform=linux debian:12
                ^^^^^ The platform is neither that of the build nor that of the target: leave it to the build.
FROM --platform=linux/amd64 debian:12 AS build-amd64
                ^^^^^^^^^^^ The platform is neither that of the build nor that of the target: leave it to the build.
FROM --platform=$PLATFORM debian:12
                ^^^^^^^^^ The platform is neither that of the build nor that of the target: leave it to the build.
FROM --platform=linux/$TARGETARCH debian:12
                ^^^^^^^^^^^^^^^^^ The platform is neither that of the build nor that of the target: leave it to the build.
===>
FROM debian:12
FROM debian:12 AS build-amd64
FROM debian:12
FROM debian:12

### the platforms of the build and of the target
FROM --platform=$BUILDPLATFORM debian:12
FROM --platform=${BUILDPLATFORM} debian:12
FROM --platform=${BUILDPLATFORM:-linux/amd64} debian:12
FROM --platform=$TARGETPLATFORM debian:12
FROM --platform="$TARGETPLATFORM" debian:12

### none
FROM debian:12
