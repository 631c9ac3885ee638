### the name of the stage
--- settings: {"hadolint": true}
FROM debian AS build
COPY --from=build /a /b
            ^^^^^ This is the stage that is being built, so the build fails: copy inside it with RUN cp.
FROM debian AS other
COPY --from=build /a /b
COPY --from=other --chown=a /a /b
            ^^^^^ This is the stage that is being built, so the build fails: copy inside it with RUN cp.

### letter case counts for hadolint
--- settings: {"hadolint": true}
FROM debian AS Build
COPY --from=build /a /b

### it does not for the builder
FROM debian AS Build
COPY --from=build /a /b
            ^^^^^ This is the stage that is being built, so the build fails: copy inside it with RUN cp.

### numbers, ONBUILD, mounts, stages without a name
FROM debian AS build
COPY --from=0 /a /b
ONBUILD COPY --from=build /a /b
RUN --mount=from=build,target=/x true
FROM debian
COPY --from=build /a /b
COPY --from=debian /a /b

### a stage of the name above, hadolint
--- settings: {"hadolint": true}
FROM debian AS build
FROM debian AS build
COPY --from=build /a /b
            ^^^^^ This is the stage that is being built, so the build fails: copy inside it with RUN cp.

### a stage of the name above is none that the builder takes
FROM debian AS build
FROM debian AS build
COPY --from=build /a /b
            ^^^^^ This is the stage that is being built, so the build fails: copy inside it with RUN cp.
