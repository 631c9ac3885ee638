### latest, with and without saying so
# syntax=docker/dockerfile:latest
         ^^^^^^^^^^^^^^^^^^^^^^^^ The frontend is whatever was released last as latest.
FROM alpine:3.22
===>
# syntax=docker/dockerfile:1
FROM alpine:3.22

### no tag at all
# syntax=docker/dockerfile
         ^^^^^^^^^^^^^^^^^ The frontend is whatever was released last as latest.
FROM alpine:3.22
===>
# syntax=docker/dockerfile:1
FROM alpine:3.22

### the experimental channel is a labs one
# escape=\
# syntax = docker/dockerfile:labs
           ^^^^^^^^^^^^^^^^^^^^^^ The frontend is whatever was released last as labs.
FROM alpine:3.22
===>
# escape=\
# syntax = docker/dockerfile:1-labs
FROM alpine:3.22

### a patch release
# syntax=docker.io/docker/dockerfile:1.7.1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The frontend is held back at 1.7.1 and gets no fixes.
FROM alpine:3.22
===>
# syntax=docker/dockerfile:1
FROM alpine:3.22

### upstream's builds between releases are chosen for a reason
# syntax=docker/dockerfile-upstream:master
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The frontend is whatever was released last as master.
FROM alpine:3.22
===> no fix

### the major version, with labs or not, a digest, another frontend
# syntax=docker/dockerfile:1
FROM alpine:3.22

### labs of the major version
# syntax=docker/dockerfile:1-labs
FROM alpine:3.22

### a digest
# syntax=docker/dockerfile:1.7@sha256:a57df69d0ea827fb7266491f2813635de6f17269be881f696fbfdf2d83dda33e
FROM alpine:3.22

### another frontend
# syntax=ghcr.io/example/frontend:2
FROM alpine:3.22

### without the line, a file that needs no newer syntax
# escape=`
FROM alpine:3.22
RUN --mount=type=cache,target=/c true

### without the line, a heredoc
# escape=\
FROM alpine:3.22
COPY <<EOF /a
     ^^^^^ A heredoc needs docker/dockerfile 1.4, and no # syntax line asks for it.
text
EOF
RUN true
===>
# syntax=docker/dockerfile:1
# escape=\
FROM alpine:3.22
COPY <<EOF /a
text
EOF
RUN true

### without the line, a flag
FROM alpine:3.22
COPY --link --chown=1:1 a b
     ^^^^^^ --link needs docker/dockerfile 1.4, and no # syntax line asks for it.
===>
# syntax=docker/dockerfile:1
FROM alpine:3.22
COPY --link --chown=1:1 a b

### without the line, a newer modifier
FROM alpine:3.22
ARG V=v1
ENV W=${V#v}
      ^^^^^^ ${…#…} needs docker/dockerfile 1.7, and no # syntax line asks for it.
===>
# syntax=docker/dockerfile:1
FROM alpine:3.22
ARG V=v1
ENV W=${V#v}

### without the line, in a trigger
FROM alpine:3.22
ONBUILD COPY --exclude=*.md . .
             ^^^^^^^^^ --exclude needs docker/dockerfile 1.19, and no # syntax line asks for it.
===>
# syntax=docker/dockerfile:1
FROM alpine:3.22
ONBUILD COPY --exclude=*.md . .

### what the builder is known to bring along needs no line
--- minimumFrontend: 1.4
FROM alpine:3.22
RUN <<EOF
a
EOF
COPY --link a b

### what is newer than that still does
--- minimumFrontend: 1.4
FROM alpine:3.22
RUN <<EOF
a
EOF
ADD --checksum=sha256:0 https://example.org/x /x
    ^^^^^^^^^^ --checksum needs docker/dockerfile 1.6, and no # syntax line asks for it.
===>
# syntax=docker/dockerfile:1
FROM alpine:3.22
RUN <<EOF
a
EOF
ADD --checksum=sha256:0 https://example.org/x /x
### a shebang stays first
#!/usr/bin/env docker-build
FROM debian:12
COPY <<EOF /hello
     ^^^^^ A heredoc needs docker/dockerfile 1.4, and no # syntax line asks for it.
hello
EOF
===>
#!/usr/bin/env docker-build
# syntax=docker/dockerfile:1
FROM debian:12
COPY <<EOF /hello
hello
EOF
