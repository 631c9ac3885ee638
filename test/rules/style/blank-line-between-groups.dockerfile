### missing
FROM debian
USER app
^^^^ An empty line would set USER apart from FROM.
# the start
CMD ["bash"]
^^^ An empty line would set CMD apart from USER.
===>
FROM debian

USER app

# the start
CMD ["bash"]

### there
FROM debian

USER app

# the start
CMD ["bash"]

### too many
FROM debian


USER app
^^^^ More than one empty line sets USER apart from FROM.
===>
FROM debian

USER app

### of one kind
FROM debian

RUN true
RUN true

RUN true

### comments between
FROM debian
# about the base

# the user
USER app

### behind a here-document
FROM debian

RUN <<EOF
true
EOF
USER app
^^^^ An empty line would set USER apart from RUN.
===>
FROM debian

RUN <<EOF
true
EOF

USER app

### an ignore comment stays with its instruction
FROM debian
# hadolint ignore=DL3002
USER root
^^^^ An empty line would set USER apart from FROM.
===>
FROM debian

# hadolint ignore=DL3002
USER root
