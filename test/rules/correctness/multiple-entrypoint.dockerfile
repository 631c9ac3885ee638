### two
FROM debian:12
ENTRYPOINT ["a"]
ENTRYPOINT ["b"]
^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.
===>
FROM debian:12
ENTRYPOINT ["b"]

### without FROM
ENTRYPOINT ["a"]
ENTRYPOINT ["b"]
^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.

### three, two of them are too many
FROM debian:12
ENTRYPOINT ["a"]
RUN make
ENTRYPOINT ["b"]
^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.
USER app
ENTRYPOINT c --now
^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.

### lower case, hadolint's preset
--- settings: {"hadolint": true}
from debian:12
entrypoint ["a"]
entrypoint ["b"]
^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.

### one in each stage
FROM debian:12 AS a
ENTRYPOINT ["a"]
FROM a
ENTRYPOINT ["b"]

### in ONBUILD
--- settings: {"hadolint": true}
FROM debian:12
ONBUILD ENTRYPOINT ["a"]
ONBUILD ENTRYPOINT ["b"]
ENTRYPOINT c --now

### other kinds between
FROM debian:12
ENTRYPOINT ["a"]
CMD ["b"]
HEALTHCHECK CMD true

### broken instructions in between
FROM debian:12
ENTRYPOINT ["a"]
FOO bar
COPY
ENTRYPOINT ["b"]
^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.

### an ignore comment goes with the instruction
FROM debian:12
# The first.
# hadolint ignore=DL3025
ENTRYPOINT ["a"]

ENTRYPOINT ["b"]
^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.
===>
FROM debian:12
# The first.

ENTRYPOINT ["b"]
