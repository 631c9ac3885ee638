### CMD, shell form and exec form
FROM debian:12
CMD echo 1
^^^^^^^^^^ This CMD has no effect: line 3 overrides it.
CMD ["echo", "2"]
^^^^^^^^^^^^^^^^^ This CMD has no effect: line 4 overrides it.
CMD ["echo", "3"]
===>
FROM debian:12
CMD ["echo", "3"]

### ENTRYPOINT and HEALTHCHECK, letter case does not matter
FROM debian:12
entrypoint ["a"]
^^^^^^^^^^^^^^^^ This ENTRYPOINT has no effect: line 4 overrides it.
HEALTHCHECK --interval=5s CMD true
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This HEALTHCHECK has no effect: line 5 overrides it.
Entrypoint ["b"]
HEALTHCHECK NONE
===>
FROM debian:12
Entrypoint ["b"]
HEALTHCHECK NONE

### HEALTHCHECK CMD is no CMD
FROM debian:12
CMD ["a"]
HEALTHCHECK CMD true
ENTRYPOINT ["b"]

### a stage does not count its base's
FROM debian:12 AS base
CMD ["a"]
FROM base
CMD ["b"]

### a stage that nothing uses
--- settings: {"buildkit": true}
FROM debian:12 AS other
CMD ["a"]
^^^^^^^^^ This CMD has no effect: line 3 overrides it.
CMD ["b"]
FROM debian:12
RUN true

### ONBUILD alone
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD CMD ["a"]
ONBUILD CMD ["b"]
CMD ["c"]

### triggers that a stage of the file runs
--- settings: {"buildkit": true}
FROM debian:12 AS base
ONBUILD CMD ["a"]
ONBUILD CMD ["b"]
FROM base
     ^^^^ The CMD that ONBUILD of base brings has no effect: another one overrides it.
     ^^^^ The CMD that ONBUILD of base brings has no effect: another one overrides it.
CMD ["c"]

### triggers run for stages directly on top alone
FROM debian:12 AS base
ONBUILD CMD ["a"]
FROM base AS middle
FROM middle
CMD ["b"]

### triggers of a stage that is not needed
FROM debian:12 AS base
ONBUILD ENTRYPOINT ["x"]
FROM base AS other
ENTRYPOINT ["y"]
FROM base
CMD ["b"]

### many lines, comments within
FROM debian:12
CMD ["a", \
^^^^^^^^^^^ This CMD has no effect: line 6 overrides it.
# which is the first
  "b"]
# What runs.
CMD ["c"]
===>
FROM debian:12
# What runs.
CMD ["c"]

### without FROM
CMD ["a"]
^^^^^^^^^ This CMD has no effect: line 2 overrides it.
CMD ["b"]
