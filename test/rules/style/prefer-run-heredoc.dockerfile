### three commands and more
# syntax=docker/dockerfile:1
FROM debian:12
RUN a && b && c
^^^ 3 commands are joined here; a here-document gives each a line of its own.
RUN a \
^^^ 4 commands are joined here; a here-document gives each a line of its own.
    # why
    && b \
    && c \
    && d
===>
# syntax=docker/dockerfile:1
FROM debian:12
RUN <<EOF
set -e
a
b
c
EOF
RUN <<EOF
set -e
a
# why
b
c
d
EOF

### fewer, or joined otherwise
# syntax=docker/dockerfile:1
FROM debian:12
RUN a && b
COPY . .
RUN a; b; c; d
RUN a && b || c
RUN <<EOT
a && b && c
EOT
RUN ["sh", "-c", "a && b && c"]
ONBUILD RUN a && b && c
RUN a && b && cat <<EOT
EOT

### neighbours that can be one
# syntax=docker/dockerfile:1
FROM debian:12
RUN a
^^^ 3 RUNs follow each other; one here-document can hold their 3 commands.
RUN b
RUN c
ENV X=y
RUN a && b
^^^ 2 RUNs follow each other; one here-document can hold their 3 commands.
RUN c
ENV X=z
RUN a
RUN b
RUN --mount=type=secret,id=x c
===>
# syntax=docker/dockerfile:1
FROM debian:12
RUN a && \
    b && \
    c
ENV X=y
RUN a && b && \
    c
ENV X=z
RUN a
RUN b
RUN --mount=type=secret,id=x c

### which frontend the builder has is not known
FROM debian:12
RUN a && b && c
^^^ 3 commands are joined here; a here-document gives each a line of its own.
===> no fix

### a frontend of its own
# syntax=example.org/frontend:2
FROM debian:12
RUN a && b && c

### a frontend that is too old
# syntax=docker/dockerfile:1.3
FROM debian:12
RUN a && b && c

### it is known from the settings
FROM debian:12
RUN a && b && c
^^^ 3 commands are joined here; a here-document gives each a line of its own.
--- minimumFrontend: 1.4
===>
FROM debian:12
RUN <<EOF
set -e
a
b
c
EOF
