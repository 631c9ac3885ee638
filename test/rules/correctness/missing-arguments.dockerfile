### nothing behind the keyword
FROM
^^^^ FROM needs an image.
ADD
^^^ ADD needs a source and a destination.
COPY
^^^^ COPY needs a source and a destination.
ENV
^^^ ENV needs a name and a value.
LABEL
^^^^^ LABEL needs a name and a value.
ARG
^^^ ARG needs a name.
EXPOSE
^^^^^^ EXPOSE needs a port.
VOLUME
^^^^^^ VOLUME needs a path.
MAINTAINER
^^^^^^^^^^ MAINTAINER needs a name.
USER
^^^^ USER needs a user.
WORKDIR
^^^^^^^ WORKDIR needs a path.
STOPSIGNAL
^^^^^^^^^^ STOPSIGNAL needs a signal.
ONBUILD
^^^^^^^ ONBUILD needs an instruction.
===> no fix

### CMD and ENTRYPOINT may stand alone, RUN does nothing
FROM debian:12
CMD
ENTRYPOINT
CMD []
ENTRYPOINT []
RUN []
RUN
^^^ RUN has no command, so it does nothing.
RUN --mount=type=cache,target=/x
^^^ RUN has no command, so it does nothing.
RUN \
^^^ RUN has no command, so it does nothing.
===> no fix

### too few
FROM debian:12
COPY a
^^^^ COPY needs a source and a destination.
ADD a
^^^ ADD needs a source and a destination.
COPY ["a"]
^^^^ COPY needs a source and a destination.
COPY []
^^^^ COPY needs a source and a destination.
COPY --chown=a:b a
^^^^ COPY needs a source and a destination.
COPY --from=b
^^^^ COPY needs a source and a destination.
COPY <<EOF
^^^^ COPY needs a source and a destination.
x
EOF
COPY a b
COPY ["a", "b"]
COPY <<EOF /b
x
EOF
===> no fix

### a name without a value
FROM debian:12
ENV A
    ^ A has no value.
LABEL a.b
      ^^^ a.b has no value.
ENV A=
LABEL a=
ENV A b
LABEL a ""
ARG A
===> no fix

### paths that are empty
FROM debian:12
ARG NONE=
VOLUME ""
       ^^ The path is empty.
VOLUME [""]
        ^^ The path is empty.
VOLUME /a ""
          ^^ The path is empty.
VOLUME $NONE
       ^^^^^ The path is empty.
VOLUME $UNKNOWN
VOLUME []
^^^^^^ VOLUME needs a path.
===> no fix

### words with blanks are one argument
FROM debian:12
USER a b
WORKDIR /a b
MAINTAINER a b
WORKDIR ""

### COPY of what only ADD fetches
FROM debian:12
COPY https://example.com/a /a
     ^^^^^^^^^^^^^^^^^^^^^ COPY takes no URL; ADD does.
COPY git@github.com:a/b.git /a
     ^^^^^^^^^^^^^^^^^^^^^^ COPY takes no Git repository; ADD does.
COPY --from=b https://example.com/a /a
ADD https://example.com/a /a
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD COPY a
        ^^^^ COPY needs a source and a destination.
ONBUILD USER
        ^^^^ USER needs a user.
ONBUILD ENV A
            ^ A has no value.
ONBUILD CMD
===> no fix

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD COPY a
ONBUILD ENV A
            ^ A has no value.
COPY a
^^^^ COPY needs a source and a destination.
===> no fix

### BuildKit takes a RUN without a command
--- settings: {"buildkit": true}
FROM debian:12
RUN
