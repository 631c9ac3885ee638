### letter case does not matter to the builder
--- settings: {"buildkit": true}
FROM debian AS a
FROM debian AS A
               ^ The stage in line 1 is named a as well: what is behind this line means this one.
FROM debian AS a
               ^ The stage in line 1 is named a as well: what is behind this line means this one.
FROM a

### nor by default
FROM debian AS Build
FROM debian AS build
               ^^^^^ The stage in line 1 is named Build as well: what is behind this line means this one.

### it does to hadolint
--- settings: {"hadolint": true}
FROM debian AS a
FROM debian AS A
FROM debian AS A
               ^ The stage in line 2 is named A as well: what is behind this line means this one.

### references behind it follow, others do not
FROM debian AS a
FROM debian AS b
COPY --from=a /x /x
FROM debian AS a
               ^ The stage in line 1 is named a as well: what is behind this line means this one.
FROM A AS c
COPY --from=a /y /y
RUN --mount=type=bind,from=a,target=/a true
===>
FROM debian AS a
FROM debian AS b
COPY --from=a /x /x
FROM debian AS a-2
FROM a-2 AS c
COPY --from=a-2 /y /y
RUN --mount=type=bind,from=a-2,target=/a true

### the name is taken
FROM debian AS a-2
FROM debian AS a
FROM debian AS a
               ^ The stage in line 2 is named a as well: what is behind this line means this one.
===>
FROM debian AS a-2
FROM debian AS a
FROM debian AS a-3

### different names, none, half-typed
FROM debian AS a
FROM debian AS b
FROM debian
FROM debian
FROM debian AS
FROM
