### from the moment on at which both were used
FROM debian:12
RUN wget -q https://example.com/a
RUN wget -q https://example.com/b
RUN curl -O https://example.com/c
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
RUN wget -q https://example.com/d
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
RUN echo
RUN curl -O https://example.com/e && wget -q https://example.com/f
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
FROM debian:12
RUN curl -O https://example.com/a
FROM debian:12
RUN wget -q https://example.com/a && curl -O https://example.com/b
                                     ^^^^ This stage downloads with wget and with curl; one of them is enough.

### behind sudo, in triggers
FROM debian:12
RUN sudo wget -q https://example.com/a
RUN /usr/bin/curl -O https://example.com/a
    ^^^^^^^^^^^^^ This stage downloads with wget and with curl; one of them is enough.
ONBUILD RUN wget -q https://example.com/a
ONBUILD RUN curl -O https://example.com/a
            ^^^^ This stage downloads with wget and with curl; one of them is enough.
ONBUILD RUN wget -q https://example.com/b
            ^^^^ This stage downloads with wget and with curl; one of them is enough.

### one of them, and installing both
FROM debian:12
RUN apt-get install -y wget curl
RUN curl -O https://example.com/a
ONBUILD RUN wget -q https://example.com/a

### hadolint: a stage at a time
FROM debian as one
RUN wget foo
FROM one
RUN curl bar
--- settings: {"hadolint": true}

### hadolint: without FROM, one for each RUN
RUN wget foo
RUN curl bar
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
RUN wget foo && curl bar
                ^^^^ This stage downloads with wget and with curl; one of them is enough.
RUN sudo wget foo
RUN wget baz
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
--- settings: {"hadolint": true}

### hadolint: triggers are a stream of their own
FROM debian
ONBUILD RUN wget foo
RUN curl bar
FROM debian
ONBUILD RUN curl bar
            ^^^^ This stage downloads with wget and with curl; one of them is enough.
--- settings: {"hadolint": true}

### by the tool used first
FROM debian:12
RUN curl -fsSL https://example.com/a | tar x
RUN wget https://example.com/b.tar
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget -q -O /x "https://example.com/c" && wget -q https://example.com/b
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget -qO- https://example.com/c | tar x
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget --progress=dot:giga -O - https://example.com/c
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
FROM debian:12
RUN wget https://example.com/a
RUN curl -fsSLO https://example.com/b.tar
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
RUN curl -sSL -o /x https://example.com/c
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
RUN curl https://example.com/c | tar x
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
RUN curl --fail --silent --location --output /x https://example.com/c
    ^^^^ This stage downloads with wget and with curl; one of them is enough.
===>
FROM debian:12
RUN curl -fsSL https://example.com/a | tar x
RUN curl -fsSLO https://example.com/b.tar
RUN curl -fsSLo /x "https://example.com/c" && wget -q https://example.com/b
RUN curl -fsSL https://example.com/c | tar x
RUN curl -fsSL https://example.com/c
FROM debian:12
RUN wget https://example.com/a
RUN wget -q https://example.com/b.tar
RUN wget -qO /x https://example.com/c
RUN wget -qO- https://example.com/c | tar x
RUN wget -qO /x https://example.com/c

### too special to tell
FROM debian:12
RUN curl -fsSL https://example.com/a | tar x
RUN wget -c https://example.com/b
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget https://example.com/b?x=1
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget https://example.com/a https://example.com/b
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget -i list
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget $URL
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget https://example.com
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
RUN wget \
    ^^^^ This stage downloads with curl and with wget; one of them is enough.
    https://example.com/b
RUN ["wget", "https://example.com/b"]
      ^^^^ This stage downloads with curl and with wget; one of them is enough.
===> no fix
