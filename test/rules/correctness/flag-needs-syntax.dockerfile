### what came when
# syntax=docker/dockerfile:1.0
FROM debian:12
ADD --keep-git-dir https://github.com/a/b.git c
      ^^^^^^^^^^^^ ADD --keep-git-dir needs docker/dockerfile 1.1; the # syntax line asks for 1.0.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ ADD of a Git repository needs docker/dockerfile 1.1; the # syntax line asks for 1.0.
RUN --mount=type=cache,target=/x --network=none a
      ^^^^^ RUN --mount needs docker/dockerfile 1.2; the # syntax line asks for 1.0.
                                   ^^^^^^^ RUN --network needs docker/dockerfile 1.3; the # syntax line asks for 1.0.
COPY --chmod=755 a b
       ^^^^^ COPY --chmod needs docker/dockerfile 1.2; the # syntax line asks for 1.0.
COPY --link a b
       ^^^^ COPY --link needs docker/dockerfile 1.4; the # syntax line asks for 1.0.
COPY --exclude=a b c
       ^^^^^^^ COPY --exclude needs docker/dockerfile 1.19; the # syntax line asks for 1.0.
COPY --parents a b
       ^^^^^^^ COPY --parents needs docker/dockerfile 1.20; the # syntax line asks for 1.0.
ADD --unpack a b
      ^^^^^^ ADD --unpack needs docker/dockerfile 1.17; the # syntax line asks for 1.0.
RUN --security=insecure a
      ^^^^^^^^ RUN --security needs docker/dockerfile 1.20; the # syntax line asks for 1.0.
RUN --device=x a
      ^^^^^^ RUN --device needs docker/dockerfile 1.27; the # syntax line asks for 1.0.
RUN <<EOF
    ^^^^^ A heredoc needs docker/dockerfile 1.4; the # syntax line asks for 1.0.
a
EOF
===>
# syntax=docker/dockerfile:1
FROM debian:12
ADD --keep-git-dir https://github.com/a/b.git c
RUN --mount=type=cache,target=/x --network=none a
COPY --chmod=755 a b
COPY --link a b
COPY --exclude=a b c
COPY --parents a b
ADD --unpack a b
RUN --security=insecure a
RUN --device=x a
RUN <<EOF
a
EOF

### exactly new enough
# syntax=docker/dockerfile:1.4
FROM debian:12
COPY --link a b
RUN <<EOF
a
EOF

### checks, secrets as variables, symbolic permissions
# syntax=docker/dockerfile:1.7
# check=skip=all
^^^^^^^^^^^^^^^^ A # check line needs docker/dockerfile 1.8; the # syntax line asks for 1.7.
FROM debian:12
RUN --mount=type=secret,id=a,env=A b
                             ^^^^^ env= of a mount needs docker/dockerfile 1.10; the # syntax line asks for 1.7.
COPY --chmod=u+x a b
             ^^^ A symbolic --chmod needs docker/dockerfile 1.14; the # syntax line asks for 1.7.
ADD --checksum=sha256:x https://example.com/a b
===>
# syntax=docker/dockerfile:1
# check=skip=all
FROM debian:12
RUN --mount=type=secret,id=a,env=A b
COPY --chmod=u+x a b
ADD --checksum=sha256:x https://example.com/a b

### the labs channel had some earlier
# syntax=docker/dockerfile:1.7-labs
FROM debian:12
COPY --parents --exclude=a b c
RUN --security=insecure a
RUN --device=x a
      ^^^^^^ RUN --device needs docker/dockerfile 1.14-labs; the # syntax line asks for 1.7.
===>
# syntax=docker/dockerfile:1
FROM debian:12
COPY --parents --exclude=a b c
RUN --security=insecure a
RUN --device=x a

### the newest
# syntax=docker/dockerfile:1
FROM debian:12
COPY --parents --link a b

### no such line
FROM debian:12
COPY --parents --link a b

### no such line, and a builder that may be old
--- minimumFrontend: 1.3
FROM debian:12
COPY --link a b
       ^^^^ COPY --link needs docker/dockerfile 1.4; the builder may have 1.3.
===>
# syntax=docker/dockerfile:1
FROM debian:12
COPY --link a b

### a frontend of one's own
# syntax=registry.example.com/frontend:1
FROM debian:12
COPY --link a b

### a digest does not tell the version
# syntax=docker/dockerfile@sha256:0000000000000000000000000000000000000000000000000000000000000000
FROM debian:12
COPY --link a b

### a digest beside an old version
# syntax=docker/dockerfile:1.2@sha256:0000000000000000000000000000000000000000000000000000000000000000
FROM debian:12
COPY --link a b
       ^^^^ COPY --link needs docker/dockerfile 1.4; the # syntax line asks for 1.2.
===> no fix
