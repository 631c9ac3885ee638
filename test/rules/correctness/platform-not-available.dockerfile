### not among those of the index
FROM --platform=linux/s390x example/app:1
                ^^^^^^^^^^^ The image example/app:1 comes for linux/amd64 and linux/arm64, not for linux/s390x.
--- images: {"example/app:1": {"offered": ["linux/amd64", "linux/arm64/v8"]}}

### among them
FROM --platform=linux/arm64 example/app:1
FROM --platform=linux/aarch64 example/app:1 AS two
--- images: {"example/app:1": {"offered": ["linux/amd64", "linux/arm64/v8"]}}

### a variable
FROM --platform=$TARGETPLATFORM example/app:1
--- images: {"example/app:1": {"offered": ["linux/amd64"]}}

### nothing is known
FROM --platform=linux/s390x example/app:1
