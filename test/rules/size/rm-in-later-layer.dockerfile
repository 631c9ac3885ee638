### a download, and what was unpacked from it
FROM debian:12
WORKDIR /opt
RUN wget https://example.org/app-1.2.tar.gz
RUN tar xzf app-1.2.tar.gz && cd app-1.2 && make install
RUN rm -rf app-1.2 app-1.2.tar.gz
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ /opt/app-1.2 and /opt/app-1.2.tar.gz are removed here but stay in the layers of lines 3 and 4.

### names by variables, of the file and of the shell
FROM debian:12
ENV VERSION=1.2
ARG NAME
WORKDIR /opt
RUN curl -fsSLo /tmp/app-${VERSION}.tgz https://example.org/app.tgz
RUN tar -xf /tmp/app-1.2.tgz && rm /tmp/app-$VERSION.tgz
                                   ^^^^^^^^^^^^^^^^^^^^^ /tmp/app-1.2.tgz is removed here but stays in the layer of line 5.
RUN f=$NAME.zip && curl -o $f https://example.org/a.zip
RUN rm $NAME.zip
       ^^^^^^^^^ /opt/${NAME}.zip is removed here but stays in the layer of line 7.
RUN rm $(basename "$NAME.zip")

### what the RUN made itself is its own to remove
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y git && apt-get clean && rm -rf /var/lib/apt/lists/*
RUN rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*
RUN wget https://example.org/a.zip && unzip a.zip && rm a.zip

### an older layer may hold the same
FROM debian:12
RUN apt-get update
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
RUN rm -rf /var/lib/apt/lists/*

### a base image's files, files that may not be there, other stages
FROM debian:12 AS build
RUN wget https://example.org/a.zip
RUN rm a.zip
FROM debian:12
RUN rm -rf /usr/share/doc /usr/share/man /var/cache/*
RUN rm -f /etc/nginx/conf.d/default.conf
RUN rm a.zip
COPY --from=build /a /a

### a stage of the same image
FROM debian:12 AS base
RUN wget -q -O /tmp/a.zip https://example.org/a.zip
FROM base
RUN unzip /tmp/a.zip -d /opt/a && rm -f /tmp/a.zip
                                        ^^^^^^^^^^ /tmp/a.zip is removed here but stays in the layer of line 2.

### copied files, by name, by directory and by glob
FROM debian:12
COPY big.tar.gz /tmp/
COPY src /usr/src/app
ADD https://example.org/tool.deb /tmp/tool.deb
RUN make -C /usr/src/app && rm -rf /usr/src/app
                                   ^^^^^^^^^^^^ What is copied to /usr/src/app is removed here but stays in the layer of line 3.
RUN tar xzf /tmp/big.tar.gz && dpkg -i /tmp/tool.deb && rm -f /tmp/*
                                                              ^^^^^^ /tmp/big.tar.gz and /tmp/tool.deb are removed here but stay in the layers of lines 2 and 4.

### a small file out of the context weighs little
FROM debian:12
COPY setup.sh /tmp/setup.sh
     ~~~~~~~~ This layer keeps /tmp/setup.sh.
RUN sh /tmp/setup.sh && rm /tmp/setup.sh
                           ^^^^^^^^^^^^^ /tmp/setup.sh is removed here but stays in the layer of line 2. (info)

### an archive that ADD unpacks is not there itself
FROM debian:12
ADD app.tar.gz /usr/src/app/
RUN rm -f /usr/src/app/app.tar.gz
RUN rm -rf /usr/src/app
           ^^^^^^^^^^^^ What is copied to /usr/src/app is removed here but stays in the layer of line 2.

### packages
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends build-essential=12.9 git curl && rm -rf /var/lib/apt/lists/*
RUN make && apt-get purge -y --auto-remove build-essential git nano
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ build-essential and git are removed here but stay in the layer of line 2.
RUN apt-get autoremove -y && apt-get clean

### a group of packages
FROM alpine:3.20
RUN apk add --no-cache --virtual .build-deps gcc make
RUN make && apk del .build-deps
                    ^^^^^^^^^^^ .build-deps is removed here but stays in the layer of line 2.
RUN apk add --no-cache --virtual .build-deps gcc && apk del .build-deps

### caches of package managers
FROM node:22
RUN npm install -g ember-cli
RUN npm cache clean --force
    ^^^^^^^^^^^^^^^^^^^^^^^ The npm cache is removed here but stays in the layer of line 2.
RUN --mount=type=cache,target=/root/.npm npm install -g bower
RUN rm -rf /root/.npm
RUN npm install -g grunt
RUN --mount=type=cache,target=/root/.npm npm install -g gulp && npm cache clean --force

### rpm packages and their metadata
FROM rockylinux:9
RUN dnf install -y gcc make
RUN make && dnf remove -y gcc && dnf clean all
                          ^^^ gcc is removed here but stays in the layer of line 2.
                                 ^^^^^^^^^^^^^ The dnf cache is removed here but stays in the layer of line 2.

### no cache, nothing to clean
FROM python:3.12
ENV PIP_NO_CACHE_DIR=1
RUN pip install flask
RUN rm -rf /root/.cache/pip

### Debian's images empty apt's archives after each command
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get clean && rm -rf /var/cache/apt/archives/*

### a repository
FROM debian:12
RUN git clone --depth 1 -b v1.2 https://example.org/lib.git
RUN cd lib && make install && cd .. && rm -rf lib
                                              ^^^ /lib is removed here but stays in the layer of line 2.

### node_modules of the build
FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --cache=/tmp/npm
COPY . .
RUN npm run build && rm -rf node_modules
                            ^^^^^^^^^^^^ /app/node_modules is removed here but stays in the layer of line 4.

### find, with and without a test of names
FROM debian:12
RUN apt-get update
RUN find /var/lib/apt/lists -name '*ubuntu*' -delete
RUN find /var/lib/apt/lists -type f -delete
         ^^^^^^^^^^^^^^^^^^ The package lists are removed here but stay in the layer of line 2.

### what may not run, and what no shell expands
FROM debian:12
COPY a.zip b.zip /tmp/
RUN [ -f /tmp/x ] && rm /tmp/a.zip
RUN if true; then rm /tmp/a.zip; fi
RUN true || rm /tmp/a.zip
RUN ["rm", "-rf", "/tmp/*"]
RUN rm -rf "/tmp/*" /tmp/{a,b}.zip
RUN rm /tmp

### a secret has its own rule
FROM node:22
COPY .npmrc package.json ./
RUN npm install --no-audit && rm -f .npmrc
ONBUILD RUN rm package.json

### more than three
FROM debian:12
WORKDIR /tmp
RUN wget https://example.org/a.zip
RUN wget https://example.org/b.zip
RUN wget https://example.org/c.zip
COPY d.zip .
RUN make && \
    rm *.zip
       ^^^^^ /tmp/a.zip, /tmp/b.zip and 2 more are removed here but stay in the layers of lines 3, 4 and 2 more.

### the next RUN, in the author's layout
FROM debian:12
RUN set -eux \
    # what the build needs
 && apt-get update \
 && apt-get install -y --no-install-recommends curl
# nobody needs the lists
RUN rm -rf /var/lib/apt/lists/*
           ^^^^^^^^^^^^^^^^^^^^ The package lists are removed here but stay in the layer of line 4.
===>
FROM debian:12
RUN (set -eux \
    # what the build needs
 && apt-get update \
 && apt-get install -y --no-install-recommends curl) \
 # nobody needs the lists
 && rm -rf /var/lib/apt/lists/*

### three RUNs, the middle one in a directory of its own
FROM debian:12
RUN curl -fsSLo /tmp/a.tgz https://example.org/a.tgz
RUN cd /opt && tar xzf /tmp/a.tgz
RUN rm /tmp/a.tgz
       ^^^^^^^^^^ /tmp/a.tgz is removed here but stays in the layer of line 2.
===>
FROM debian:12
RUN curl -fsSLo /tmp/a.tgz https://example.org/a.tgz && \
    (cd /opt && tar xzf /tmp/a.tgz) && \
    rm /tmp/a.tgz

### only what stands without anything between is merged
FROM alpine:3.20
RUN apk add --no-cache gcc
WORKDIR /app
RUN apk add --no-cache make
RUN make && apk del gcc make
            ^^^^^^^^^^^^^^^^ gcc and make are removed here but stay in the layers of lines 2 and 4.
===>
FROM alpine:3.20
RUN apk add --no-cache gcc
WORKDIR /app
RUN apk add --no-cache make && \
    make && apk del gcc make

### something stands between
FROM debian:12
RUN wget -O /tmp/a.zip https://example.org/a.zip
ENV A=b
RUN unzip /tmp/a.zip && rm /tmp/a.zip
                           ^^^^^^^^^^ /tmp/a.zip is removed here but stays in the layer of line 2.
===> no fix

### a RUN that would mean something else
FROM debian:12
RUN wget -O /tmp/a.zip https://example.org/a.zip; nohup server &
RUN unzip /tmp/a.zip && rm /tmp/a.zip
                           ^^^^^^^^^^ /tmp/a.zip is removed here but stays in the layer of line 2.
===> no fix

### an archive that one RUN reads
FROM debian:12
WORKDIR /opt/app
# the release
COPY --link dist/app.tgz .
ENV A=b
RUN set -ex; \
    tar xzf app.tgz; \
    rm -f app.tgz; \
          ^^^^^^^ /opt/app/app.tgz is removed here but stays in the layer of line 4.
    cd app-1.2; \
    ./configure
===>
# syntax=docker/dockerfile:1
FROM debian:12
WORKDIR /opt/app
# the release
ENV A=b
RUN --mount=type=bind,source=dist/app.tgz,target=/opt/app/app.tgz set -ex; \
    tar xzf app.tgz; \
    cd app-1.2; \
    ./configure

### a package, beside other removals
# syntax=docker/dockerfile:1
FROM debian:12
COPY --from=build /out/app.deb /tmp/app.deb
RUN --network=none dpkg -i /tmp/app.deb && rm -rf /tmp/app.deb /var/lib/apt/lists/*
                                                  ^^^^^^^^^^^^ /tmp/app.deb is removed here but stays in the layer of line 3.
===>
# syntax=docker/dockerfile:1
FROM debian:12
RUN --network=none --mount=type=bind,from=build,source=/out/app.deb,target=/tmp/app.deb dpkg -i /tmp/app.deb && rm -rf /var/lib/apt/lists/*

### where a mount would not do
FROM debian:12
COPY --chown=1000 a.tgz /tmp/
RUN tar xzf /tmp/a.tgz && rm /tmp/a.tgz
                             ^^^^^^^^^^ /tmp/a.tgz is removed here but stays in the layer of line 2. A bind mount can't take the place of the COPY: --chown gives it another owner or mode.
COPY b.tgz /tmp/
RUN ./install && tar xzf /tmp/b.tgz
RUN rm /tmp/b.tgz
       ^^^^^^^^^^ /tmp/b.tgz is removed here but stays in the layer of line 4. A bind mount can't take the place of the COPY: the RUN on line 5 may need it too.
COPY c.gz /tmp/
RUN gunzip -k /tmp/c.gz && rm /tmp/c.gz
                              ^^^^^^^^^ /tmp/c.gz is removed here but stays in the layer of line 7. A bind mount can't take the place of the COPY: gunzip may do more than read it.
COPY d.tgz /srv/releases/
RUN tar xzf /srv/releases/d.tgz && rm /srv/releases/d.tgz
                                      ^^^^^^^^^^^^^^^^^^^ /srv/releases/d.tgz is removed here but stays in the layer of line 9. A bind mount can't take the place of the COPY: its directory may be there by that alone.
COPY e.tgz /tmp/
RUN tar xzf /tmp/e.tgz && rm -rf /tmp/*
                                 ^^^^^^ /tmp/e.tgz is removed here but stays in the layer of line 11. A bind mount can't take the place of the COPY: rm takes a directory or a pattern, which fails at a mount.
COPY f.tgz /tmp/
RUN tar xzf /tmp/f.tgz && chown -R app /tmp && rm -rf /tmp/f.tgz
                                                      ^^^^^^^^^^ /tmp/f.tgz is removed here but stays in the layer of line 13. A bind mount can't take the place of the COPY: chown works on all of its directory.
COPY g.tgz /tmp/
RUN tar xzf /tmp/g.tgz || rm /tmp/g.tgz
RUN [ "rm", "/tmp/g.tgz" ]
             ^^^^^^^^^^ /tmp/g.tgz is removed here but stays in the layer of line 15. A bind mount can't take the place of the COPY: the RUN on line 16 may need it too.
ADD https://example.org/h.tgz /tmp/h.tgz
RUN tar xzf /tmp/h.tgz && rm /tmp/h.tgz
                             ^^^^^^^^^^ /tmp/h.tgz is removed here but stays in the layer of line 18. Only a download in the RUN leaves nothing behind.
COPY i.deb /tmp/
RUN dpkg -i /tmp/i.deb && if true; then rm /tmp/i.deb; fi
===> no fix

### a here-document
# syntax=docker/dockerfile:1
FROM debian:12
COPY a.tgz /tmp/
RUN <<EOT
set -e
cd /opt
tar xzf /tmp/a.tgz
rm /tmp/a.tgz
   ^^^^^^^^^^ /tmp/a.tgz is removed here but stays in the layer of line 3.
EOT
===>
# syntax=docker/dockerfile:1
FROM debian:12
RUN --mount=type=bind,source=a.tgz,target=/tmp/a.tgz <<EOT
set -e
cd /opt
tar xzf /tmp/a.tgz
EOT

### a name with a credential in it is not told
FROM debian:12
ARG API_TOKEN=s3cr3tv4lue
RUN wget -O /tmp/$API_TOKEN.zip https://example.org/a.zip
RUN cd /tmp && rm *.zip
                  ^^^^^ A file is removed here but stays in the layer of line 3.

### a mount is still there where the file no longer was
FROM debian:12
WORKDIR /opt/app
COPY app.tgz .
RUN tar xzf app.tgz && rm app.tgz && cp -r . /srv/app
                          ^^^^^^^ /opt/app/app.tgz is removed here but stays in the layer of line 3. A bind mount can't take the place of the COPY: cp may see it where it would be gone.
COPY b.tgz .
RUN tar xzf b.tgz && rm b.tgz && make install
                        ^^^^^ /opt/app/b.tgz is removed here but stays in the layer of line 5. A bind mount can't take the place of the COPY: make may see it where it would be gone.
COPY c.tgz .
RUN tar xzf c.tgz; rm c.tgz
                      ^^^^^ /opt/app/c.tgz is removed here but stays in the layer of line 7. A bind mount can't take the place of the COPY: what removes it can not be taken out of the RUN.
COPY --from=0 d.tgz .
RUN tar xzf d.tgz && rm d.tgz
                        ^^^^^ /opt/app/d.tgz is removed here but stays in the layer of line 9. A bind mount can't take the place of the COPY: its stage is told by a number.
ARG V=1.2
COPY f-$V.tgz .
RUN tar xzf f-$V.tgz && rm f-$V.tgz
                           ^^^^^^^^ /opt/app/f-1.2.tgz is removed here but stays in the layer of line 12. A bind mount can't take the place of the COPY: variables tell what it copies.
COPY e.tgz .
RUN --mount=type=cache,target=/opt/app tar xzf e.tgz && rm -rf /opt/app/*
===> no fix
