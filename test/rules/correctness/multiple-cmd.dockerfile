### two
FROM debian:12
CMD ["a"]
CMD ["b"]
^^^ This stage has a CMD already, and only the last one counts.
===>
FROM debian:12
CMD ["b"]

### without FROM
CMD ["a"]
CMD ["b"]
^^^ This stage has a CMD already, and only the last one counts.

### three, two of them are too many
FROM debian:12
CMD ["a"]
RUN make
CMD ["b"]
^^^ This stage has a CMD already, and only the last one counts.
USER app
CMD c --now
^^^ This stage has a CMD already, and only the last one counts.

### lower case, hadolint's preset
--- settings: {"hadolint": true}
from debian:12
cmd ["a"]
cmd ["b"]
^^^ This stage has a CMD already, and only the last one counts.

### one in each stage
FROM debian:12 AS a
CMD ["a"]
FROM a
CMD ["b"]

### in ONBUILD
--- settings: {"hadolint": true}
FROM debian:12
ONBUILD CMD ["a"]
ONBUILD CMD ["b"]
CMD c --now

### other kinds between
FROM debian:12
ENTRYPOINT ["a"]
CMD ["b"]
HEALTHCHECK CMD true

### broken instructions in between
FROM debian:12
CMD ["a"]
FOO bar
COPY
CMD ["b"]
^^^ This stage has a CMD already, and only the last one counts.

### an ignore comment goes with the instruction
FROM debian:12
# The first.
# hadolint ignore=DL3025
CMD ["a"]

CMD ["b"]
^^^ This stage has a CMD already, and only the last one counts.
===>
FROM debian:12
# The first.

CMD ["b"]
