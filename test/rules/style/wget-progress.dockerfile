### what prints
FROM debian:12
RUN wget https://example.com/a
    ^^^^ wget prints its progress, which makes for a long log of the build.
RUN wget -O f https://example.com/a && wget -O- https://example.com/a | tar x
    ^^^^ wget prints its progress, which makes for a long log of the build.
                                       ^^^^ wget prints its progress, which makes for a long log of the build.
RUN wget --show-progress https://example.com/a
    ^^^^ wget prints its progress, which makes for a long log of the build.
RUN sudo wget https://example.com/a
         ^^^^ wget prints its progress, which makes for a long log of the build.
RUN ["wget", "https://example.com/a"]
      ^^^^ wget prints its progress, which makes for a long log of the build.
RUN wget https://example.com/a 2>&1 | tee log
    ^^^^ wget prints its progress, which makes for a long log of the build.
ONBUILD RUN wget https://example.com/a
            ^^^^ wget prints its progress, which makes for a long log of the build.
===>
FROM debian:12
RUN wget -nv https://example.com/a
RUN wget -nv -O f https://example.com/a && wget -nv -O- https://example.com/a | tar x
RUN wget -nv --show-progress https://example.com/a
RUN sudo wget -nv https://example.com/a
RUN ["wget", "-nv", "https://example.com/a"]
RUN wget -nv https://example.com/a 2>&1 | tee log
ONBUILD RUN wget -nv https://example.com/a

### what does not
FROM debian:12
RUN wget --progress=dot:giga x && wget -q x && wget --quiet x && wget -nv x && wget --no-verbose x && wget -qO- x
RUN wget -o log x && wget --output-file=log x && wget -a log x && wget --append-output log x && wget x -q
RUN wget x 2> /dev/null && wget x &> log && wget x > log 2>&1 && wget x >/dev/null 2>/dev/null
RUN wget --version && curl x

### BusyBox has -q alone
FROM alpine:3.20
RUN wget https://example.com/a
    ^^^^ wget prints its progress, which makes for a long log of the build.
RUN apk add wget
RUN wget https://example.com/a
    ^^^^ wget prints its progress, which makes for a long log of the build.
FROM debian:12
RUN busybox wget https://example.com/a
            ^^^^ wget prints its progress, which makes for a long log of the build.
FROM busybox
RUN wget https://example.com/a
    ^^^^ wget prints its progress, which makes for a long log of the build.
===>
FROM alpine:3.20
RUN wget -q https://example.com/a
RUN apk add wget
RUN wget -nv https://example.com/a
FROM debian:12
RUN busybox wget -q https://example.com/a
FROM busybox
RUN wget -q https://example.com/a

### hadolint
RUN wget x
    ^^^^ wget prints its progress, which makes for a long log of the build.
RUN wget -O f x
    ^^^^ wget prints its progress, which makes for a long log of the build.
RUN wget x && wget y
    ^^^^ wget prints its progress, which makes for a long log of the build.
RUN wget x 2> /dev/null
    ^^^^ wget prints its progress, which makes for a long log of the build.
ONBUILD RUN wget x
            ^^^^ wget prints its progress, which makes for a long log of the build.
RUN wget -qO- x
RUN wget -nv x
RUN wget -bq x
RUN wget --progress=bar x
RUN wget -o log x
RUN wget -a log x
RUN wget --no-verbose x
RUN sudo wget x
RUN wget -q x && wget y
                 ^^^^ wget prints its progress, which makes for a long log of the build.
--- settings: {"hadolint": true}
