### two and more
FROM debian:12
RUN a
# A comment.
RUN b
^^^ This RUN makes a layer of its own; it could be part of the RUN before.

RUN c
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
COPY . .
RUN d
===>
FROM debian:12
RUN a && \
    # A comment.
    b && \
    c
COPY . .
RUN d

### more than one command: it protects the next one
FROM debian:12
RUN a
RUN b && c
RUN d
RUN e
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
===>
FROM debian:12
RUN a
RUN b && c
RUN d && \
    e

### commands in substitutions count, text that is no shell has none
FROM debian:12
RUN a $(b)
RUN c
RUN d
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
RUN e | ( f
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
===>
FROM debian:12
RUN a $(b)
RUN c && \
    d
RUN e | ( f

### exec form
FROM debian:12
RUN ["a", "b"]
RUN ["c"]
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
RUN ["d", "&&", "e"]
===> no fix

### flags as a set
FROM debian:12
RUN --mount=type=cache,target=/x --mount=type=cache,target=/y a
RUN --mount=target=/y,type=cache --mount=type=cache,dst=/x b
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
RUN --mount=type=cache,target=/x c
RUN --network=none d
RUN --network=none e
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
RUN --security=insecure f
RUN g
===>
FROM debian:12
RUN --mount=type=cache,target=/x --mount=type=cache,target=/y a && \
    b
RUN --mount=type=cache,target=/x c
RUN --network=none d && \
    e
RUN --security=insecure f
RUN g

### what is between
FROM debian:12
RUN a
ENV X=y
RUN b
ONBUILD RUN x
RUN c
ONBUILD RUN d
ONBUILD RUN e
FROM debian:12
RUN f

### heredocs
FROM debian:12
RUN <<EOT
a
EOT
RUN <<EOT
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
b
EOT
RUN <<EOT
c
d
EOT
===>
FROM debian:12
RUN <<EOT
{
a
} || exit
b
EOT
RUN <<EOT
c
d
EOT

### without FROM, and RUN without words
RUN a
RUN
RUN b
===> no fix

### hadolint
FROM debian:12
RUN a
RUN b
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
RUN c && d
RUN e
RUN f
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
ONBUILD RUN g
ONBUILD RUN h
RUN i
RUN ["j"]
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
--- settings: {"hadolint": true}

### hadolint: a test in brackets is no command, `test` is one
FROM debian:12
RUN a
RUN [ -f b ] && c
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
RUN if [[ -f b ]]; then c; fi
^^^ This RUN makes a layer of its own; it could be part of the RUN before.
RUN test -f b && c
RUN d
RUN [ -f b ] && c && d
RUN e
--- settings: {"hadolint": true}
