### an empty tag
ARG TAG
FROM debian:$TAG
     ^^^^^^^^^^^ With the ARGs at their defaults this is "debian:", which is no image name: give TAG a default that makes one.
===>
ARG TAG=13
FROM debian:$TAG

### a default that is empty
ARG TAG=""
FROM node:${TAG}
     ^^^^^^^^^^^ With the ARGs at their defaults this is "node:", which is no image name: give TAG a default that makes one.
===>
ARG TAG=24
FROM node:${TAG}

### nothing at all
ARG IMAGE
FROM $IMAGE
     ^^^^^^ With the ARGs at their defaults nothing is left of the image name: give IMAGE a default that makes one.
===> no fix

### one that is not declared
FROM $IMAGE
     ^^^^^^ With the ARGs at their defaults nothing is left of the image name: give IMAGE a default that makes one.
FROM debian:$TAG
     ^^^^^^^^^^^ With the ARGs at their defaults this is "debian:", which is no image name: give TAG a default that makes one.

### an empty name, registry or digest
ARG EMPTY
FROM $EMPTY:12
     ^^^^^^^^^ With the ARGs at their defaults this is ":12", which is no image name: give EMPTY a default that makes one.
FROM $EMPTY/debian:12
     ^^^^^^^^^^^^^^^^ With the ARGs at their defaults this is "/debian:12", which is no image name: give EMPTY a default that makes one.
FROM debian@$EMPTY
     ^^^^^^^^^^^^^ With the ARGs at their defaults this is "debian@", which is no image name: give EMPTY a default that makes one.
===> no fix

### a value that is no name
ARG IMAGE=Debian
ARG TAG=" 12"
FROM $IMAGE
     ^^^^^^ With the ARGs at their defaults this is no image name: give IMAGE a default that makes one.
FROM debian:$TAG
     ^^^^^^^^^^^ With the ARGs at their defaults this is no image name: give TAG a default that makes one.

### by way of another ARG
ARG ONE
ARG TWO=$ONE
FROM debian:$TWO
     ^^^^^^^^^^^ With the ARGs at their defaults this is "debian:", which is no image name: give TWO a default that makes one.

### a default with an unknown part
ARG ONE
ARG TAG=12$ONE
ARG IMAGE=$ONE/debian
FROM debian:$TAG
FROM $IMAGE
     ^^^^^^ With the ARGs at their defaults this is no image name: give IMAGE a default that makes one.

### a name that is fine without
ARG VARIANT
FROM debian:12$VARIANT
FROM ${VARIANT}debian:12

### a default in FROM
ARG TAG
FROM debian:${TAG:-12}
FROM debian:${TAG-12}
FROM debian:12${TAG:+-slim}

### the name of a stage
ARG BASE=one
FROM debian:12 AS one
FROM $BASE

### names that are fine
ARG REGISTRY=localhost:5000
ARG DIGEST=sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f
FROM $REGISTRY/team/app:1
FROM debian@$DIGEST
FROM MyHost:5000/app
FROM debian:12-${TARGETARCH}
FROM debian${TARGETVARIANT}:12

### no variable
FROM debian:
FROM Debian

### BuildKit looks at names without a variable too
FROM debian:
     ^^^^^^^ This is no image name.
FROM Debian
     ^^^^^^ This is no image name.
FROM debian:12 AS one
FROM one
--- settings: {"buildkit": true}

### the case of a stage's name, which only BuildKit minds
ARG BASE=One
FROM debian:12 AS one
FROM $BASE

### under BuildKit's preset
ARG BASE=One
FROM debian:12 AS one
FROM $BASE
     ^^^^^ With the ARGs at their defaults this is no image name: give BASE a default that makes one.
FROM One
     ^^^ This is no image name.
FROM scratch
--- settings: {"buildkit": true}

### a digest that is too short, an identifier
ARG DIGEST=sha256:0123
ARG ID=0123456789012345678901234567890123456789012345678901234567890123
FROM debian@$DIGEST
     ^^^^^^^^^^^^^^ With the ARGs at their defaults this is no image name: give DIGEST a default that makes one.
FROM $ID
     ^^^ With the ARGs at their defaults this is no image name: give ID a default that makes one.

### two variables
ARG IMAGE
ARG TAG
FROM $IMAGE:$TAG
     ^^^^^^^^^^^ With the ARGs at their defaults this is ":", which is no image name: give IMAGE and TAG defaults that make one.

### an image whose releases are not known
ARG TAG
FROM example/app:$TAG
     ^^^^^^^^^^^^^^^^ With the ARGs at their defaults this is "example/app:", which is no image name: give TAG a default that makes one.
===> no fix
