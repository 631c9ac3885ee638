### a package on each line
FROM debian:12
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      wget \
      git=1:2.39 \
      ^^^^^^^^^^ This package is out of order; a sorted list is easier to read and to change.
      Curl \
      ca-certificates \
 && rm -rf /var/lib/apt/lists/*
RUN apk add --no-cache zip bzip2 \
                           ^^^^^ This package is out of order; a sorted list is easier to read and to change.
    curl
===>
FROM debian:12
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      ca-certificates \
      Curl \
      git=1:2.39 \
      wget \
 && rm -rf /var/lib/apt/lists/*
RUN apk add --no-cache bzip2 curl \
    zip

### variables and flags keep their place
FROM debian:12
RUN apt-get install -y \
    zip \
    $MORE \
    git \
    ^^^ This package is out of order; a sorted list is easier to read and to change.
    --no-install-recommends \
    "$OTHER" \
    curl
===>
FROM debian:12
RUN apt-get install -y \
    curl \
    $MORE \
    git \
    --no-install-recommends \
    "$OTHER" \
    zip

### a comment moves with the line below it
FROM debian:12
RUN apt-get install -y \
    # for archives
    zip \
    git \
    ^^^ This package is out of order; a sorted list is easier to read and to change.
    # to fetch
    # what there is
    curl \
    bash
===>
FROM debian:12
RUN apt-get install -y \
    bash \
    # to fetch
    # what there is
    curl \
    git \
    # for archives
    zip

### the first one stands beside the command
FROM debian:12
RUN apt-get install -y zip \
    git \
    ^^^ This package is out of order; a sorted list is easier to read and to change.
    curl
===>
FROM debian:12
RUN apt-get install -y curl \
    git \
    zip

### nowhere for the comment
FROM debian:12
RUN apt-get install -y zip \
    git \
    ^^^ This package is out of order; a sorted list is easier to read and to change.
    # to fetch
    curl
RUN apt-get install -y \
    # these
    zip git \
        ^^^ This package is out of order; a sorted list is easier to read and to change.
    curl
===> no fix

### other managers
FROM node:20
RUN npm install -g \
    yarn@1.22 \
    @angular/cli@17
    ^^^^^^^^^^^^^^^ This package is out of order; a sorted list is easier to read and to change.
RUN pip install \
    requests==2.0 \
    "flask>=1"
    ^^^^^^^^^^ This package is out of order; a sorted list is easier to read and to change.
===>
FROM node:20
RUN npm install -g \
    @angular/cli@17 \
    yarn@1.22
RUN pip install \
    "flask>=1" \
    requests==2.0

### in a here-document
FROM debian:12
RUN <<EOT
apt-get install -y \
  zip \
  curl
  ^^^^ This package is out of order; a sorted list is easier to read and to change.
EOT
--- lineEnds: LF
===>
FROM debian:12
RUN <<EOT
apt-get install -y \
  curl \
  zip
EOT

### sorted, one way or the other
FROM debian:12
RUN apt-get install -y \
    g++ \
    gcc \
    python3 \
    python3-pip \
    zip
RUN apt-get install -y \
    libfoo-dev \
    libfoo1
RUN apt-get install -y \
    libfoo1 \
    libfoo-dev
RUN apt-get install -y git curl bash
RUN pip install \
    b==2 \
    b2==1

### groups by comments
FROM debian:12
RUN apt-get install -y \
    # build
    gcc \
    make \
    # run
    curl

### exec form and quoted scripts
FROM debian:12
RUN ["apt-get", "install", \
  "zip", \
  "curl"]
RUN sh -c 'apt-get install -y \
    zip \
    curl'
    ^^^^ This package is out of order; a sorted list is easier to read and to change.
===> no fix
