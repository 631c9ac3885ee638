### names of no stage, images without a tag, variables
--- settings: {"hadolint": true}
FROM debian AS build
COPY --from=bulid /a /a
            ^^^^^ No FROM above has the name bulid.
COPY --from=nginx /a /a
            ^^^^^ No FROM above has the name nginx.
COPY --from=$IMAGE /a /a
            ^^^^^^ No FROM above has the name $IMAGE.
COPY --from="other" /a /a
            ^^^^^^^ No FROM above has the name other.

### stages above, the stage itself
--- settings: {"hadolint": true}
FROM debian AS build
COPY --from=build /a /a
COPY --from="build" /a /a
FROM debian
COPY --from=build /a /a

### letter case counts
FROM debian AS Build
FROM debian
COPY --from=build /a /a
            ^^^^^ No FROM above has the name build.

### a stage below
FROM debian
COPY --from=later /a /a
            ^^^^^ No FROM above has the name later.
FROM debian AS later

### numbers
--- settings: {"hadolint": true}
FROM debian
COPY --from=0 /a /a
COPY --from=1 /a /a
            ^ There is no stage 1 above.
FROM debian
COPY --from=1 /a /a
COPY --from=0x /a /a
COPY --from=2x /a /a
            ^^ No FROM above has the name 2x.

### without FROM
--- settings: {"hadolint": true}
COPY --from=build /a /a
            ^^^^^ No FROM above has the name build.
COPY --from=0 /a /a
            ^ There is no stage 0 above.

### images with a tag or a port
--- settings: {"hadolint": true}
FROM debian
COPY --from=nginx:1.29 /a /a
COPY --from=localhost:5000/nginx /a /a

### a registry without a port, a digest
FROM debian
COPY --from=ghcr.io/a/b /a /a
            ^^^^^^^^^^^ No FROM above has the name ghcr.io/a/b.
COPY --from=nginx@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f /a /a

### ADD, mounts, ONBUILD, no --from
FROM debian
ADD --from=x /a /a
RUN --mount=from=x,target=/x true
ONBUILD COPY --from=x /a /a
COPY a b
