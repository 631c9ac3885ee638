### latest
FROM debian:latest
     ^^^^^^^^^^^^^ debian:latest is whatever was released last.
===>
FROM debian:13

### with a digest it says which one
FROM debian:latest@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f

### behind a registry with a port
FROM localhost:5000/app:latest
     ^^^^^^^^^^^^^^^^^^^^^^^^^ localhost:5000/app:latest is whatever was released last.

### an image that is named as a stage
FROM debian:12 AS build
FROM build:latest
     ^^^^^^^^^^^^ build:latest is whatever was released last.

### a default in a variable is not looked into
FROM debian:${TAG:-latest}

### the name alone holds a variable
FROM $IMAGE:latest
     ^^^^^^^^^^^^^ $IMAGE:latest is whatever was released last.

### only exactly latest
FROM jenkins/inbound-agent:latest-jdk21
FROM debian:Latest

### an image whose release lines are not known
FROM example/app:latest
     ^^^^^^^^^^^^^^^^^^ example/app:latest is whatever was released last.
===> no fix

### hadolint takes what stands behind a host's port for a part of the tag
FROM localhost:5000/app:latest
--- settings: {"hadolint": true}

### hadolint finds it too
FROM debian:latest AS build
     ^^^^^^^^^^^^^ debian:latest is whatever was released last.
--- settings: {"hadolint": true}
