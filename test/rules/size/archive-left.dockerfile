### a download that is unpacked
FROM debian:12
RUN curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz && tar -xzf /tmp/a.tar.gz -C /opt
                                                                       ^^^^^^^^^^^^^ /tmp/a.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
RUN wget https://example.org/b.zip && unzip b.zip
                                            ^^^^^ /b.zip stays in the image after it is unpacked: nothing behind it in this RUN removes it.
WORKDIR /srv
RUN wget https://example.org/c.tar.gz \
 && tar xf c.tar.gz
           ^^^^^^^^ /srv/c.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
===>
FROM debian:12
RUN curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz && tar -xzf /tmp/a.tar.gz -C /opt && rm -f /tmp/a.tar.gz
RUN wget https://example.org/b.zip && unzip b.zip && rm -f /b.zip
WORKDIR /srv
RUN wget https://example.org/c.tar.gz \
 && tar xf c.tar.gz \
 && rm -f /srv/c.tar.gz

### what removes it
FROM debian:12
RUN curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz && tar -xzf /tmp/a.tar.gz && rm /tmp/a.tar.gz
RUN curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz && tar -xzf /tmp/a.tar.gz && rm -rf /tmp/*
RUN cd /tmp && wget https://example.org/a.tar.gz && tar xf a.tar.gz && rm *.tar.gz
RUN mkdir /tmp/x && cd /tmp/x && wget https://example.org/a.tar.gz && tar xf a.tar.gz && rm -rf /tmp/x
RUN wget https://example.org/a.tar.gz && tar xf a.tar.gz && mv a.tar.gz /srv

### never written
FROM debian:12
RUN curl -fsSL https://example.org/a.tar.gz | tar -xz -C /opt
RUN --mount=type=tmpfs,target=/tmp curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz && tar -xzf /tmp/a.tar.gz -C /opt
RUN --mount=type=bind,source=b.tar.gz,target=/tmp/b.tar.gz tar -xzf /tmp/b.tar.gz -C /opt

### not unpacked, or of unknown origin
FROM debian:12
RUN wget https://example.org/a.tar.gz && tar -tf a.tar.gz
RUN tar -xf /usr/src/x.tar
RUN wget https://example.org/tool && chmod +x tool
RUN wget https://example.org/a.tar.gz && tar -cf other.tar .

### variables
FROM debian:12
ENV VERSION=1.2
RUN curl -fsSLo app-$VERSION.tar.gz https://example.org/app.tar.gz && tar -xzf app-$VERSION.tar.gz
                                                                               ^^^^^^^^^^^^^^^^^^^ /app-1.2.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
RUN file=/tmp/x.tgz; curl -o "$file" https://example.org/x && tar xzf "$file"
                                                                      ^^^^^^^ /tmp/x.tgz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
===>
FROM debian:12
ENV VERSION=1.2
RUN curl -fsSLo app-$VERSION.tar.gz https://example.org/app.tar.gz && tar -xzf app-$VERSION.tar.gz && rm -f app-$VERSION.tar.gz
RUN file=/tmp/x.tgz; curl -o "$file" https://example.org/x && tar xzf "$file" && rm -f "$file"

### in another directory at the end
FROM debian:12
RUN wget https://example.org/a.tar.gz && tar xf a.tar.gz && cd a && make install
                                                ^^^^^^^^ /a.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
WORKDIR /usr/src
RUN wget https://example.org/b.tar.gz && tar xf b.tar.gz && cd b && make install
                                                ^^^^^^^^ /usr/src/b.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
===>
FROM debian:12
RUN wget https://example.org/a.tar.gz && tar xf a.tar.gz && cd a && make install && rm -f /a.tar.gz
WORKDIR /usr/src
RUN wget https://example.org/b.tar.gz && tar xf b.tar.gz && cd b && make install && rm -f /usr/src/b.tar.gz

### something else wants the archive
FROM debian:12
RUN curl -fsSLo /srv/a.tar.gz https://example.org/a.tar.gz && tar -xzf /srv/a.tar.gz -C /opt
                                                                       ^^^^^^^^^^^^^ /srv/a.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
CMD ["cat", "/srv/a.tar.gz"]
===> no fix

### copied, or downloaded before
FROM debian:12
COPY a.tar.gz /tmp/
     ^^^^^^^^ /tmp/a.tar.gz stays in this layer after line 3 unpacks it; a bind mount, or a download in that RUN, would leave nothing behind.
RUN tar -xzf /tmp/a.tar.gz -C /opt
ADD https://example.org/b.zip /tmp/
    ^^^^^^^^^^^^^^^^^^^^^^^^^ /tmp/b.zip stays in this layer after line 5 unpacks it; a bind mount, or a download in that RUN, would leave nothing behind.
RUN unzip /tmp/b.zip
RUN wget -P /tmp https://example.org/c.tar.gz
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ /tmp/c.tar.gz stays in this layer after line 7 unpacks it; a bind mount, or a download in that RUN, would leave nothing behind.
RUN tar -xzf /tmp/c.tar.gz && rm /tmp/c.tar.gz
===> no fix

### a stage that only builds
FROM debian:12 AS build
RUN wget https://example.org/a.tar.gz && tar xf a.tar.gz
                                                ^^^^^^^^ /a.tar.gz stays in the image after it is unpacked: nothing behind it in this RUN removes it.
FROM debian:12
