### constants
FROM --platform=linux/amd64 debian:12
                ^^^^^^^^^^^ This stage is for linux/amd64 whatever platform is built for: leave the platform to the build.
FROM --platform="linux/arm64" debian:12
                ^^^^^^^^^^^^^ This stage is for linux/arm64 whatever platform is built for: leave the platform to the build.
FROM --platform=linux debian:12
                ^^^^^ This stage is for linux whatever platform is built for: leave the platform to the build.
FROM --platform=arm64 debian:12
                ^^^^^ This stage is for arm64 whatever platform is built for: leave the platform to the build.
FROM --platform=windows/amd64 scratch
                ^^^^^^^^^^^^^ This stage is for windows/amd64 whatever platform is built for: leave the platform to the build.
FROM --platform=linux/arm/v7 scratch
                ^^^^^^^^^^^^ This stage is for linux/arm/v7 whatever platform is built for: leave the platform to the build.
FROM --platform=windows(10.0.17763)/amd64 scratch
                ^^^^^^^^^^^^^^^^^^^^^^^^^ This stage is for windows(10.0.17763)/amd64 whatever platform is built for: leave the platform to the build.
===>
FROM debian:12
FROM debian:12
FROM debian:12
FROM debian:12
FROM scratch
FROM scratch
FROM scratch

### what a stage that compiles for others takes
FROM --platform=linux/amd64 golang:1.22 AS build
                ^^^^^^^^^^^ This stage is for linux/amd64 whatever platform is built for: leave the platform to the build.
===> Use $BUILDPLATFORM
FROM --platform=$BUILDPLATFORM golang:1.22 AS build

### a stage of that platform by its name
FROM --platform=linux/amd64 debian:12 AS build-amd64
FROM --platform=linux/amd64 debian:12 AS linux
FROM --platform=linux/arm/v7 debian:12 AS armv7
FROM --platform=linux/aarch64 debian:12 AS my-arm64
FROM --platform=linux/x86_64 debian:12 AS AMD64
FROM --platform=linux debian:12 AS amd64

### names that say something else
FROM --platform=linux/amd64 debian:12 AS x86
                ^^^^^^^^^^^ This stage is for linux/amd64 whatever platform is built for: leave the platform to the build.
FROM --platform=linux/x86_64 debian:12 AS x86_64
                ^^^^^^^^^^^^ This stage is for linux/x86_64 whatever platform is built for: leave the platform to the build.
FROM --platform=linux/arm/v7 debian:12 AS v7
                ^^^^^^^^^^^^ This stage is for linux/arm/v7 whatever platform is built for: leave the platform to the build.

### variables
ARG PLATFORM=linux/amd64
FROM --platform=$PLATFORM debian:12
FROM --platform=linux/$TARGETARCH debian:12
FROM --platform=$BUILDPLATFORM debian:12

### what is no platform
FROM --platform=foo debian:12
FROM --platform= debian:12
FROM --platform debian:12
FROM --platform=linux/amd64/v2/x debian:12

### a stage and scratch
FROM debian:12 AS one
FROM --platform=linux/amd64 one
                ^^^^^^^^^^^ This stage is for linux/amd64 whatever platform is built for: leave the platform to the build.
FROM --platform=linux/amd64 scratch
                ^^^^^^^^^^^ This stage is for linux/amd64 whatever platform is built for: leave the platform to the build.
