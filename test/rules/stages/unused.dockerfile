### reached by FROM, COPY, a mount, a number, another stage
FROM debian AS a
FROM a AS b
FROM debian AS c
FROM debian AS d
FROM debian AS e
RUN --mount=from=d,target=/d true
FROM debian AS Left
               ^^^^ Nothing needs the stage Left, so it is built only when --target asks for it.
RUN true
FROM b
COPY --from=2 /x /x
COPY --from=E /x /x

### only needed by one that is not needed
FROM debian AS a
               ^ Nothing needs the stage a, so it is built only when --target asks for it.
FROM a AS b
          ^ Nothing needs the stage b, so it is built only when --target asks for it.
RUN true
FROM debian

### without a name
FROM debian
     ^^^^^^ Nothing needs this stage, so it is not built.
RUN true
FROM nginx

### by ONBUILD
FROM debian AS assets
FROM debian AS base
ONBUILD COPY --from=assets /x /x
FROM base

### a target
--- settings: {"targets": ["api"]}
FROM debian AS a
FROM a AS Api
FROM debian AS b
               ^ Nothing needs the stage b, so it is built only when --target asks for it.
FROM debian

### a probable target is a hint
FROM debian AS base
               ^^^^ Nothing needs the stage base, so it is built only when --target asks for it. (hint)
FROM base AS api
             ^^^ Nothing needs the stage api, so it is built only when --target asks for it. (hint)
CMD ["api"]
FROM debian AS test
               ^^^^ Nothing needs the stage test, so it is built only when --target asks for it. (hint)
FROM debian AS x
               ^ Nothing needs the stage x, so it is built only when --target asks for it.
FROM debian

### a variable chooses
ARG MODE=prod
FROM debian AS base-dev
FROM debian AS base-prod
FROM debian AS other
               ^^^^^ Nothing needs the stage other, so it is built only when --target asks for it.
FROM base-${MODE}

### deleted with its comments
# syntax=docker/dockerfile:1
FROM debian AS a
RUN true

# Not needed.
FROM debian AS b
               ^ Nothing needs the stage b, so it is built only when --target asks for it.
RUN true
# Behind it.

# The result.
FROM a
===>
# syntax=docker/dockerfile:1
FROM debian AS a
RUN true

# Behind it.

# The result.
FROM a

### numbers behind it would change
FROM debian AS a
               ^ Nothing needs the stage a, so it is built only when --target asks for it.
FROM debian
FROM debian
COPY --from=1 /x /x
===> no fix

### one stage
FROM debian AS a
