### an archive that a RUN unpacks
FROM debian:12
WORKDIR /opt
COPY app.tar.gz /tmp/
     ^^^^^^^^^^ The image holds app.tar.gz beside what line 4 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xzf /tmp/app.tar.gz && rm /tmp/app.tar.gz
===>
FROM debian:12
WORKDIR /opt
ADD app.tar.gz /opt/

### without a dash, into a directory, among others
FROM debian:12
COPY app.tgz /tmp/app.tgz
     ^^^^^^^ The image holds app.tgz beside what line 3 unpacks of it; ADD would unpack it and leave it out.
RUN mkdir -p /srv/app && \
    tar xzf /tmp/app.tgz -C /srv/app && \
    chmod -R a+rX /srv/app
===>
FROM debian:12
ADD app.tgz /srv/app/
RUN mkdir -p /srv/app && \
    chmod -R a+rX /srv/app

### more than ADD does
FROM debian:12
COPY a.tar.gz /tmp/
     ^^^^^^^^ The image holds a.tar.gz beside what line 3 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xzf /tmp/a.tar.gz --strip-components=1 -C /opt
FROM debian:12
COPY b.tar.gz /tmp/
     ^^^^^^^^ The image holds b.tar.gz beside what line 6 unpacks of it; ADD would unpack it and leave it out.
RUN sha256sum /tmp/b.tar.gz && tar -xzf /tmp/b.tar.gz -C /opt
FROM debian:12
COPY --chown=1:1 c.tar.gz /tmp/
                 ^^^^^^^^ The image holds c.tar.gz beside what line 9 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xzf /tmp/c.tar.gz -C /opt
FROM debian:12
COPY d.tar.gz /tmp/
     ^^^^^^^^ The image holds d.tar.gz beside what line 12 unpacks of it; ADD would unpack it and leave it out.
RUN cd /opt && tar -xzf /tmp/d.tar.gz
FROM debian:12
COPY e.tar.gz b.txt /tmp/
     ^^^^^^^^ The image holds e.tar.gz beside what line 15 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xzf /tmp/e.tar.gz -C /opt
===> no fix

### the archive is needed otherwise
FROM debian:12
COPY app.tar.gz /tmp/
     ^^^^^^^^^^ The image holds app.tar.gz beside what line 3 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xzf /tmp/app.tar.gz -C /opt
CMD ["cat", "/tmp/app.tar.gz"]
===> no fix

### another name in the image
FROM debian:12
COPY app.bin /tmp/app.tar.xz
     ^^^^^^^ The image holds app.tar.xz beside what line 3 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xJf /tmp/app.tar.xz
FROM debian:12
COPY app.tar.xz /tmp/app.bin
RUN tar -xf /tmp/app.bin

### what unpacks
FROM debian:12
COPY a.gz b.bz2 c.xz /tmp/
     ^^^^ The image holds a.gz beside what line 3 unpacks of it; a bind mount in that RUN would leave it out.
RUN gunzip /tmp/a.gz
RUN bunzip2 /tmp/b.bz2
RUN ["unxz", "/tmp/c.xz"]

### no archive by its name, not unpacked, from a stage
FROM debian:12 AS build
FROM debian:12
COPY app.zip a.tar.zst app.jar /tmp/
RUN unzip /tmp/app.zip && tar -xf /tmp/a.tar.zst && unzip /tmp/app.jar
COPY b.tar /tmp/
RUN tar -tf /tmp/b.tar && tar -cf /tmp/b.tar /srv
COPY --from=build /c.tar /tmp/
RUN tar -xf /tmp/c.tar
ADD d.tar /tmp/
RUN tar -xf /tmp/other.tar

### a stage that only builds
FROM debian:12 AS build
COPY app.tar /tmp/
     ^^^^^^^ The image holds app.tar beside what line 3 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xf /tmp/app.tar
FROM debian:12

### hadolint: what is an archive, what unpacks
FROM debian
COPY packaged-app.tar /usr/src/app
     ^^^^^^^^^^^^^^^^ The image holds packaged-app.tar beside what line 3 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xf /usr/src/app/packaged-app.tar
COPY b.tar.lzma /usr/src/
     ^^^^^^^^^^ The image holds b.tar.lzma beside what line 5 unpacks of it; a bind mount in that RUN would leave it out.
RUN unlzma /usr/src/b.tar.lzma
COPY c.tZ d.tar.Z e.txz /x/
     ^^^^ The image holds c.tZ beside what line 7 unpacks of it; a bind mount in that RUN would leave it out.
RUN zcat c.tZ
RUN foo && tar --get d.tar.Z
COPY foo/bar/f.tar /foo.tar
     ^^^^^^^^^^^^^ The image holds foo.tar beside what line 10 unpacks of it; ADD would unpack it and leave it out.
RUN tar -x foo.tar
COPY g.tar /x
     ^^^^^ The image holds g.tar beside what line 12 unpacks of it; ADD would unpack it and leave it out.
RUN tar --exclude g.tar
COPY h.tar /x
RUN tar xf h.tar
COPY i.tar /x
RUN tar -x --file=i.tar
COPY j.zip /x
RUN unzip j.zip
COPY k.TAR /x
RUN tar -xf k.TAR
COPY l.tar /x
ONBUILD RUN tar -xf l.tar
COPY a/m.tar n.tar /x
     ^^^^^^^ The image holds m.tar beside what line 24 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xf 'C:\x\m.tar' && tar -xf n.tar
--- settings: {"hadolint": true}

### hadolint: only the last stage
FROM debian AS build
COPY a.tar /x
RUN tar -xf a.tar
FROM debian
COPY --from=build b.tar /x
RUN tar -xf b.tar
--- settings: {"hadolint": true}

### hadolint: forgotten at FROM, and the order
FROM debian
RUN tar -xf b.tar
COPY b.tar /x
COPY a.tar /x
FROM debian
RUN tar -xf a.tar
--- settings: {"hadolint": true}

### hadolint: without FROM
COPY a.tar /x
     ^^^^^ The image holds a.tar beside what line 2 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xf a.tar && rm a.tar
--- settings: {"hadolint": true}

### hadolint: backslashes in the paths of a COPY
COPY x\a.tar /
     ^^^^^^^ The image holds a.tar beside what line 2 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xf /a.tar
COPY b.tar "x\c.tar"
     ^^^^^ The image holds c.tar beside what line 4 unpacks of it; ADD would unpack it and leave it out.
RUN tar -xf /c.tar
--- settings: {"hadolint": true}
===> no fix
