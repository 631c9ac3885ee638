### a download into tar
# syntax=docker/dockerfile:1
FROM debian:12
RUN curl -fsSL https://example.org/a.tar.gz | tar xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
RUN wget -qO- https://example.org/b.tar.xz | tar -xJ -C /srv
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without wget and tar.
WORKDIR /srv
RUN curl -L https://example.org/c.tgz | tar -xzf -
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
===>
# syntax=docker/dockerfile:1
FROM debian:12
ADD --unpack=true https://example.org/a.tar.gz /opt/
ADD --unpack=true https://example.org/b.tar.xz /srv/
WORKDIR /srv
ADD --unpack=true https://example.org/c.tgz /srv/

### a file that is unpacked
FROM debian:12
RUN curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz && tar -xzf /tmp/a.tar.gz -C /opt && rm /tmp/a.tar.gz
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
RUN cd /tmp && wget https://example.org/b.tar.gz && tar xf b.tar.gz
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without wget and tar.
RUN curl -O https://example.org/c.tar && tar --extract --file=c.tar
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
===> no fix

### no tar, no download, another file
FROM debian:12
RUN curl -fsSLo /tmp/a.zip https://example.org/a.zip && unzip /tmp/a.zip
RUN tar -xzf /tmp/a.tar.gz
RUN curl -fsSLo /tmp/b.tar.gz https://example.org/b.tar.gz && tar -xzf /tmp/a.tar.gz
RUN curl -fsSL https://example.org/key.asc | gpg --dearmor && tar -xf x.tar
RUN cat a.tar | tar -x
RUN curl -fsSLo a.tar.gz https://example.org/a.tar.gz && tar -tzf a.tar.gz

### more than ADD does
# syntax=docker/dockerfile:1
FROM debian:12
RUN curl -fsSL https://example.org/a.tar.gz | tar -xz --strip-components=1 -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, where nothing has to be left out or sent along.
RUN curl -fsSL -H "Authorization: x" https://example.org/a.tar.gz | tar -xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, where nothing has to be left out or sent along.
RUN mkdir /opt/x && curl -fsSL https://example.org/a.tar.gz | tar -xz -C /opt/x
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
RUN curl -fsSL https://example.org/a.tar.gz | tar -xz -C /opt bin/app
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, where nothing has to be left out or sent along.
===> no fix

### variables of the builder, and of the shell
# syntax=docker/dockerfile:1
FROM debian:12
ARG VERSION=1.2
RUN curl -fsSL https://example.org/a-$VERSION.tar.gz | tar -xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
RUN curl -fsSL https://example.org/a-$(uname -m).tar.gz | tar -xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, where the builder knows the URL.
===>
# syntax=docker/dockerfile:1
FROM debian:12
ARG VERSION=1.2
ADD --unpack=true https://example.org/a-$VERSION.tar.gz /opt/
RUN curl -fsSL https://example.org/a-$(uname -m).tar.gz | tar -xz -C /opt

### a frontend that is too old, and one that is not told
# syntax=docker/dockerfile:1.4
FROM debian:12
RUN curl -fsSL https://example.org/a.tar.gz | tar -xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
===>
# syntax=docker/dockerfile:1
FROM debian:12
ADD --unpack=true https://example.org/a.tar.gz /opt/

### another frontend
# syntax=example.org/own
FROM debian:12
RUN curl -fsSL https://example.org/a.tar.gz | tar -xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
===> no fix

### another user
# syntax=docker/dockerfile:1
FROM debian:12
USER app
RUN curl -fsSL https://example.org/a.tar.gz | tar -xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
===> no fix

### by way of another program
FROM debian:12
RUN curl -fsSL https://example.org/a.tar.gz | gunzip | tar -x -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, without curl and tar.
RUN curl -fsSL https://example.org/a.tar.gz | openssl enc -d | tar -x -C /opt
===> no fix

### an archive that is checked first
# syntax=docker/dockerfile:1
FROM debian:12
RUN curl -fsSLo /a.tar.gz https://example.org/a.tar.gz && echo "0a1b  /a.tar.gz" | sha256sum -c - && tar -xzf /a.tar.gz
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, where --checksum is check enough.
===> no fix

### flags in one word, and a URL of the shell
# syntax=docker/dockerfile:1
FROM debian:12
RUN curl -sLH "Cookie: a=b" https://example.org/a.tar.gz | tar -xz -C /opt
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, where nothing has to be left out or sent along.
RUN BASE=https://example.org && curl -fsSL "$BASE/a.tar.gz" -o a.tgz && tar -xzf a.tgz
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This download is only unpacked: ADD --unpack=true does both, where the builder knows the URL.
===> no fix
