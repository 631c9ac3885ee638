### two stages
FROM debian AS a
COPY --from=b /x /x
            ^ The stages a and b need each other, so the build fails.
FROM debian AS b
COPY --from=a /y /y

### three, one by FROM, one by mount, letter case aside
FROM debian AS a
RUN --mount=from=C,target=/c true
                 ^ The stages a and c need each other, so the build fails.
FROM a AS b
FROM debian AS c
COPY --from=1 /y /y

### itself
FROM debian AS a
COPY --from=A /x /y
            ^ The stage a needs itself, so the build fails.
RUN --mount=from=a,target=/x true
                 ^ The stage a needs itself, so the build fails.
COPY --from=0 /x /y
            ^ The stage a needs itself, so the build fails.

### by ONBUILD
FROM debian AS base
ONBUILD COPY --from=b /x /x
                    ^ The stages a and b need each other, so the build fails.
FROM base AS a
FROM debian AS b
COPY --from=a /y /y

### a later stage that needs nothing, an image of its own name, earlier stages
FROM debian AS a
COPY --from=b /x /x
FROM b AS b
FROM debian AS c
COPY --from=a /x /x
