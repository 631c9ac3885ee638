### a download that a later RUN unpacks and removes
FROM debian:12
ADD https://example.org/app.tar.gz /tmp/app.tar.gz
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ /tmp/app.tar.gz stays in this layer although line 3 removes it; only a download in that RUN leaves nothing behind.
RUN tar -xzf /tmp/app.tar.gz -C /opt && rm -f /tmp/app.tar.gz
===> no fix

### a file that is copied and removed
# syntax=docker/dockerfile:1
FROM debian:12
COPY installer.deb /tmp/
     ^^^^^^^^^^^^^ /tmp/installer.deb stays in this layer although line 4 removes it; a bind mount in that RUN would leave nothing behind.
RUN dpkg -i /tmp/installer.deb && rm /tmp/installer.deb
===>
# syntax=docker/dockerfile:1
FROM debian:12
RUN --mount=type=bind,source=installer.deb,target=/tmp/installer.deb dpkg -i /tmp/installer.deb

### a folder
FROM debian:12
COPY src /src
     ^^^ What is copied to /src stays in this layer although line 4 removes it; a bind mount in that RUN would leave nothing behind.
RUN make -C /src install
RUN rm -rf /src

### what stays, what the RUN itself made, another stage
FROM debian:12 AS build
ADD https://example.org/app.tar.gz /tmp/
RUN rm /tmp/app.tar.gz
FROM debian:12
ADD https://example.org/app.tar.gz /tmp/
RUN tar -xzf /tmp/app.tar.gz -C /opt
RUN curl -fsSLo /tmp/b.tar.gz https://example.org/b.tar.gz && rm /tmp/b.tar.gz
RUN rm -rf /tmp/other

### two at once
FROM debian:12
COPY a.txt /tmp/
     ^^^^^ /tmp/a.txt stays in this layer although line 4 removes it; a bind mount in that RUN would leave nothing behind.
COPY b.txt /tmp/
     ^^^^^ /tmp/b.txt stays in this layer although line 4 removes it; a bind mount in that RUN would leave nothing behind.
RUN cat /tmp/a.txt /tmp/b.txt && rm /tmp/a.txt /tmp/b.txt

### into a directory of every image
FROM debian:12
ADD https://example.org/app.tar.gz /tmp
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ /tmp/app.tar.gz stays in this layer although line 3 removes it; only a download in that RUN leaves nothing behind.
RUN tar -xzf /tmp/app.tar.gz -C /opt && rm /tmp/app.tar.gz
