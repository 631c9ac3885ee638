### directories of mktemp
FROM debian:12
RUN d=$(mktemp -d) && curl -o "$d/a" https://example.org/a && install "$d/a" /usr/local/bin
        ^^^^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
RUN export GNUPGHOME="$(mktemp -d)" && gpg --recv-keys ABC && gpg --verify a.asc a
                        ^^^^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
RUN d="$(mktemp --directory)"; cd "$d"; wget https://example.org/a; make
         ^^^^^^^^^^^^^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
===>
FROM debian:12
RUN d=$(mktemp -d) && curl -o "$d/a" https://example.org/a && install "$d/a" /usr/local/bin && rm -rf "$d"
RUN export GNUPGHOME="$(mktemp -d)" && gpg --recv-keys ABC && gpg --verify a.asc a && rm -rf "$GNUPGHOME"
RUN d="$(mktemp --directory)"; cd "$d"; wget https://example.org/a; make && rm -rf "$d"

### removed
FROM debian:12
RUN d=$(mktemp -d) && curl -o "$d/a" https://example.org/a && rm -rf "$d"
RUN export GNUPGHOME="$(mktemp -d)" && gpg --recv-keys ABC && rm -r "$GNUPGHOME" a.asc
RUN d=$(mktemp -d) && trap 'rm -rf "$d"' EXIT && curl -o "$d/a" https://example.org/a
RUN d=$(mktemp -d) && git clone https://example.org/a "$d" && mv "$d" /srv/a

### nothing in it, no directory, not kept in a variable
FROM debian:12
RUN d=$(mktemp -d) && rmdir "$d"
RUN f=$(mktemp) && echo x > "$f"
RUN mktemp -d
RUN export GNUPGHOME="$(mktemp -d)"

### directories below /tmp
FROM debian:12
RUN mkdir /tmp/x && cd /tmp/x && wget https://example.org/a && make install
          ^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
RUN mkdir -p /var/tmp/build/a/ && tar -xf /srv/a.tar -C /var/tmp/build/a
             ^^^^^^^^^^^^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
===>
FROM debian:12
RUN mkdir /tmp/x && cd /tmp/x && wget https://example.org/a && make install && rm -rf /tmp/x
RUN mkdir -p /var/tmp/build/a/ && tar -xf /srv/a.tar -C /var/tmp/build/a && rm -rf /var/tmp/build/a

### removed below /tmp
FROM debian:12
RUN mkdir /tmp/x && cd /tmp/x && wget https://example.org/a && rm -rf /tmp/x
RUN mkdir /tmp/y && cd /tmp/y && wget https://example.org/a && rm -rf /tmp/*
RUN mkdir /tmp/z && cd /tmp/z && wget https://example.org/a && cd / && rm -rf tmp/z
RUN mkdir -p /tmp/v && git clone https://example.org/a /tmp/v && mv /tmp/v /srv

### wanted later, only made, mounted
FROM debian:12
RUN mkdir /tmp/x && echo a > /tmp/x/a
WORKDIR /tmp/x
RUN mkdir /tmp/y && chmod 1777 /tmp/y
RUN --mount=type=tmpfs,target=/tmp mkdir /tmp/z && cd /tmp/z && wget https://example.org/a
RUN mkdir /srv/x && cd /srv/x && wget https://example.org/a

### a stage that only builds
FROM debian:12 AS build
RUN mkdir /tmp/x && cd /tmp/x && wget https://example.org/a
          ^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
FROM debian:12

### entered without a name
FROM debian:12
RUN cd "$(mktemp -d)" && wget https://example.org/a && make install
          ^^^^^^^^^ What is put into this directory stays in the image: nothing behind it in this RUN removes it.
RUN cd "$(mktemp -d)" && wget https://example.org/a && make install && rm -rf "$PWD"
RUN cd "$(mktemp -d)"
===> no fix
