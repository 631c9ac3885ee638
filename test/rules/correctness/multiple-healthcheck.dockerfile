### two
FROM debian:12
HEALTHCHECK CMD a
HEALTHCHECK NONE
^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.
===>
FROM debian:12
HEALTHCHECK NONE

### without FROM
HEALTHCHECK CMD a
HEALTHCHECK NONE
^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.

### three, two of them are too many
FROM debian:12
HEALTHCHECK CMD a
RUN make
HEALTHCHECK NONE
^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.
USER app
HEALTHCHECK --interval=5s CMD ["c"]
^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.

### lower case, hadolint's preset
--- settings: {"hadolint": true}
from debian:12
healthcheck CMD a
healthcheck NONE
^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.

### one in each stage
FROM debian:12 AS a
HEALTHCHECK CMD a
FROM a
HEALTHCHECK NONE

### in ONBUILD
--- settings: {"hadolint": true}
FROM debian:12
ONBUILD HEALTHCHECK CMD a
ONBUILD HEALTHCHECK NONE
HEALTHCHECK --interval=5s CMD ["c"]

### other kinds between
FROM debian:12
ENTRYPOINT ["a"]
CMD ["b"]
HEALTHCHECK CMD true

### broken instructions in between
FROM debian:12
HEALTHCHECK CMD a
FOO bar
COPY
HEALTHCHECK NONE
^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.

### an ignore comment goes with the instruction
FROM debian:12
# The first.
# hadolint ignore=DL3025
HEALTHCHECK CMD a

HEALTHCHECK NONE
^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.
===>
FROM debian:12
# The first.

HEALTHCHECK NONE
