### near to one
FROM --platfrom=linux/amd64 debian:12
       ^^^^^^^^ FROM has no flag --platfrom; --platform is the nearest.
COPY --form=a b c
       ^^^^ COPY has no flag --form; --from is the nearest.
COPY --chmo=755 a b
       ^^^^ COPY has no flag --chmo; --chmod is the nearest.
ADD --checksums=sha256:x https://example.com/a b
      ^^^^^^^^^ ADD has no flag --checksums; --checksum is the nearest.
RUN --mont=type=cache,target=/x a
      ^^^^ RUN has no flag --mont; --mount is the nearest.
RUN --netwrok=none a
      ^^^^^^^ RUN has no flag --netwrok; --network is the nearest.
HEALTHCHECK --intervall=5s CMD a
              ^^^^^^^^^ HEALTHCHECK has no flag --intervall; --interval is the nearest.
===>
FROM --platform=linux/amd64 debian:12
COPY --from=a b c
COPY --chmod=755 a b
ADD --checksum=sha256:x https://example.com/a b
RUN --mount=type=cache,target=/x a
RUN --network=none a
HEALTHCHECK --interval=5s CMD a

### the case of letters counts
FROM --PLATFORM=linux/amd64 debian:12
       ^^^^^^^^ FROM has no flag --PLATFORM; --platform is the nearest.
COPY --Chown=a b c
       ^^^^^ COPY has no flag --Chown; --chown is the nearest.
===>
FROM --platform=linux/amd64 debian:12
COPY --chown=a b c

### another instruction's
FROM debian:12
ADD --from=a b c
      ^^^^ ADD has no flag --from; COPY has it.
COPY --keep-git-dir a b
       ^^^^^^^^^^^^ COPY has no flag --keep-git-dir; ADD has it.
RUN --chown=a b
      ^^^^^ RUN has no flag --chown; ADD and COPY have it.
===> no fix

### instructions without flags
FROM debian:12
CMD --verbose
      ^^^^^^^ CMD has no flags.
ENTRYPOINT --verbose a
             ^^^^^^^ ENTRYPOINT has no flags.
ENV --a=b c=d
      ^ ENV has no flags.
EXPOSE --tcp 80
         ^^^ EXPOSE has no flags.
WORKDIR --x /a
          ^ WORKDIR has no flags.
ONBUILD --x RUN a
          ^ ONBUILD has no flags.
===> no fix

### nearly nothing
FROM debian:12
RUN --sandboxing=x a
      ^^^^^^^^^^ RUN has no flag --sandboxing in any docker/dockerfile frontend that we know.
COPY --=x a b
       ^ COPY has no such flag in any docker/dockerfile frontend that we know.
===> no fix

### nearly nothing, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
RUN --sandboxing=x a
      ^^^^^^^^^^ RUN has no flag --sandboxing in any docker/dockerfile frontend that we know.
ONBUILD RUN --sandboxing=x a
===> no fix

### flags that there are
FROM --platform=$BUILDPLATFORM debian:12
COPY --from=a --chown=b --chmod=755 --link --parents --exclude=c d e
ADD --chown=b --chmod=755 --link --keep-git-dir --checksum=sha256:x --unpack --exclude=c d e
RUN --mount=type=cache,target=/x --network=none --security=sandbox --device=a b
HEALTHCHECK --interval=1s --timeout=1s --start-period=1s --start-interval=1s --retries=1 CMD a

### behind the first argument it is an argument
FROM debian:12
COPY a --chwon=b
RUN a --mont
RUN -- --mont
RUN -x
CMD ["--x"]
HEALTHCHECK CMD --intervall=5s

### passed over
FROM debian:12
HEALTHCHECK --x NONE
ARG --x A
STOPSIGNAL --x 9
UNKNOWN --x

### behind ONBUILD
FROM debian:12
ONBUILD COPY --chwon=a b c
               ^^^^^ COPY has no flag --chwon; --chown is the nearest.
===>
FROM debian:12
ONBUILD COPY --chown=a b c

### a frontend of one's own
# syntax=registry.example.com/frontend:1
FROM debian:12
COPY --chwon=a b c
       ^^^^^ COPY has no flag --chwon; --chown is the nearest.
RUN --privileged a
      ^^^^^^^^^^ RUN has no flag --privileged in any docker/dockerfile frontend that we know.
===>
# syntax=registry.example.com/frontend:1
FROM debian:12
COPY --chown=a b c
RUN --privileged a
