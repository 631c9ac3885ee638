### another architecture or system
FROM --platform=linux/arm64 example/app:1
                ^^^^^^^^^^^ The image example/app:1 is for linux/amd64, not for linux/arm64.
FROM --platform=windows/amd64 example/app:1 AS two
                ^^^^^^^^^^^^^ The image example/app:1 is for linux/amd64, not for windows/amd64.
--- images: {"example/app:1": {"platform": "linux/amd64"}}

### the same, by whatever name
FROM --platform=linux/amd64 example/app:1
FROM --platform=linux/x86_64 example/app:1 AS two
FROM --platform=linux example/app:1 AS three
FROM --platform=linux/arm/v7 example/arm:1
--- images: {"example/app:1": {"platform": "linux/amd64"}, "example/arm:1": {"platform": "linux/arm/v6"}}

### no platform is asked for, or a variable
FROM example/app:1
FROM --platform=$BUILDPLATFORM example/app:1 AS two
--- images: {"example/app:1": {"platform": "linux/arm64"}}

### nothing is known of the image
FROM --platform=linux/arm64 example/other:1
FROM --platform=linux/arm64 example/app:1
--- images: {"example/app:1": {}}

### a stage is no image
FROM debian:12 AS app
FROM --platform=linux/arm64 app
--- images: {"app": {"platform": "linux/amd64"}}

### nothing is known at all
FROM --platform=linux/arm64 debian:12
