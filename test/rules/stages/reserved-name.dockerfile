### any letter case for the builder
--- settings: {"buildkit": true}
FROM debian AS scratch
               ^^^^^^^ The name scratch has a meaning of its own for the builder.
FROM debian AS Context
               ^^^^^^^ The name Context has a meaning of its own for the builder.
FROM debian AS contexts
FROM debian AS SCRATCH
               ^^^^^^^ The name SCRATCH has a meaning of its own for the builder.

### lower case for hadolint
--- settings: {"hadolint": true}
FROM debian AS scratch
               ^^^^^^^ The name scratch has a meaning of its own for the builder.
FROM debian AS Context
FROM debian AS context
               ^^^^^^^ The name context has a meaning of its own for the builder.

### references follow
FROM debian AS Context
               ^^^^^^^ The name Context has a meaning of its own for the builder.
FROM debian
COPY --from=context /a /a
RUN --mount=from=CONTEXT,target=/b true
===>
FROM debian AS context-stage
FROM debian
COPY --from=context-stage /a /a
RUN --mount=from=context-stage,target=/b true

### FROM scratch below it
FROM debian AS scratch
               ^^^^^^^ The name scratch has a meaning of its own for the builder.
FROM scratch
COPY --from=0 /a /a
===> no fix

### an image of that name is no stage
FROM scratch
COPY --from=context / /
