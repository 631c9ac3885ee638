### rights and owner of a file
FROM debian:12
COPY entrypoint.sh /entrypoint.sh
RUN chmod 755 /entrypoint.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
COPY app.conf /etc/app.conf
RUN chown 1000:1000 /etc/app.conf
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 4 copies is stored a second time by this; --chown of the COPY does the same.
===>
FROM debian:12
COPY --chmod=755 entrypoint.sh /entrypoint.sh
COPY --chown=1000:1000 app.conf /etc/app.conf

### of a directory
FROM node:22
WORKDIR /app
COPY . .
RUN chown -R node:node /app && npm ci
    ^^^^^^^^^^^^^^^^^^^^^^^ What line 3 copies is stored a second time by this; --chown of the COPY does the same.
===> no fix

### of a directory that holds nothing else
FROM node:22
COPY web /srv/site
RUN chown -R node:node /srv/site
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chown of the COPY does the same.
===>
FROM node:22
COPY --chown=node:node web /srv/site

### a frontend that knows no such flag
# syntax=docker/dockerfile:1.1
FROM debian:12
COPY run.sh /usr/local/bin/
RUN chmod 755 /usr/local/bin/run.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 3 copies is stored a second time by this; --chmod of the COPY does the same.
===> no fix

### what letters say, with a frontend that knows them and one that may not
# syntax=docker/dockerfile:1
FROM debian:12
COPY run.sh /usr/local/bin/
RUN chmod +x /usr/local/bin/run.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 3 copies is stored a second time by this; --chmod of the COPY does the same.
FROM debian:12
COPY run.sh /usr/local/bin/
RUN chmod u=rwx,go=rx /usr/local/bin/run.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 6 copies is stored a second time by this; --chmod of the COPY does the same.
===>
# syntax=docker/dockerfile:1
FROM debian:12
COPY --chmod=+x run.sh /usr/local/bin/
FROM debian:12
COPY --chmod=u=rwx,go=rx run.sh /usr/local/bin/

### a name that tells nothing, run as a program
FROM debian:12
COPY entrypoint /entrypoint
RUN chmod 755 /entrypoint
    ^^^^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
COPY --from=build /out/app /app
RUN chmod 0711 /app
    ^^^^^^^^^^^^^^^ What line 4 copies is stored a second time by this; --chmod of the COPY does the same.
COPY tool /opt/tool
RUN chmod a+x /opt/tool
    ^^^^^^^^^^^^^^^^^^^ What line 6 copies is stored a second time by this; --chmod of the COPY does the same.
COPY data /data
RUN chown 1000 /data && chmod 600 /data
COPY src /src/
RUN chmod +x /src
COPY lib /lib
RUN chmod 755 /lib
ENTRYPOINT ["/entrypoint"]
CMD ["/app"]
===>
FROM debian:12
COPY --chmod=755 entrypoint /entrypoint
COPY --chmod=0711 --from=build /out/app /app
COPY tool /opt/tool
RUN chmod a+x /opt/tool
COPY data /data
RUN chown 1000 /data && chmod 600 /data
COPY src /src/
RUN chmod +x /src
COPY lib /lib
RUN chmod 755 /lib
ENTRYPOINT ["/entrypoint"]
CMD ["/app"]

### a frontend that is not told
FROM debian:12
COPY run.sh /usr/local/bin/
RUN chmod +x /usr/local/bin/run.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
===> no fix

### around what is copied, and all that is in it
FROM debian:12
COPY src /app/src
RUN chown -R 1000 /app
    ^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chown of the COPY does the same.
COPY bin /opt/bin
RUN chmod +x /opt/bin/*
===> no fix

### a user of the stage, of nobody, and without a group
FROM debian:12
RUN useradd app
COPY a.txt /srv/a.txt
RUN chown app:app /srv/a.txt
    ^^^^^^^^^^^^^^^^^^^^^^^^ What line 3 copies is stored a second time by this; --chown of the COPY does the same.
COPY b.txt /srv/b.txt
RUN chown late /srv/b.txt
    ^^^^^^^^^^^^^^^^^^^^^ What line 5 copies is stored a second time by this; --chown of the COPY does the same.
COPY c.txt /srv/c.txt
RUN chown app /srv/c.txt
    ^^^^^^^^^^^^^^^^^^^^ What line 7 copies is stored a second time by this; --chown of the COPY does the same.
COPY d.txt /srv/d.txt
RUN chown app: /srv/d.txt
    ^^^^^^^^^^^^^^^^^^^^^ What line 9 copies is stored a second time by this; --chown of the COPY does the same.
===>
FROM debian:12
RUN useradd app
COPY --chown=app:app a.txt /srv/a.txt
COPY b.txt /srv/b.txt
RUN chown late /srv/b.txt
COPY --chown=app:0 c.txt /srv/c.txt
COPY d.txt /srv/d.txt
RUN chown app: /srv/d.txt

### several sources, several targets, other commands in the RUN
FROM debian:12
COPY a.sh b.sh /usr/local/bin/
RUN chmod 755 /usr/local/bin/a.sh /usr/local/bin/b.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
COPY c.sh /usr/local/bin/
RUN apt-get update && chmod 755 /usr/local/bin/c.sh && c.sh
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 4 copies is stored a second time by this; --chmod of the COPY does the same.
===>
FROM debian:12
COPY a.sh b.sh /usr/local/bin/
RUN chmod 755 /usr/local/bin/a.sh /usr/local/bin/b.sh
COPY --chmod=755 c.sh /usr/local/bin/
RUN apt-get update && c.sh

### in a directory that the COPY makes
FROM debian:12
COPY a.sh /opt/tools/a.sh
RUN chmod 755 /opt/tools/a.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
===>
FROM debian:12
COPY --chmod=755 a.sh /opt/tools/a.sh

### in a here-document, from a URL, from a stage
FROM debian:12 AS build
FROM debian:12
COPY <<EOF /run.sh
echo
EOF
RUN chmod 755 /run.sh
    ^^^^^^^^^^^^^^^^^ What line 3 copies is stored a second time by this; --chmod of the COPY does the same.
ADD https://example.org/tool /usr/local/bin/tool
RUN chmod 755 /usr/local/bin/tool
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 7 copies is stored a second time by this; --chmod of the ADD does the same.
COPY --from=build /app /usr/local/bin/app
RUN chmod 755 /usr/local/bin/app
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What line 9 copies is stored a second time by this; --chmod of the COPY does the same.
===>
FROM debian:12 AS build
FROM debian:12
COPY --chmod=755 <<EOF /run.sh
echo
EOF
ADD --chmod=755 https://example.org/tool /usr/local/bin/tool
COPY --chmod=755 --from=build /app /usr/local/bin/app

### what was not copied, or not changed as it was copied
FROM debian:12
RUN mkdir /data && chown -R 1000 /data && chmod 755 /usr/bin/env
COPY src /src
RUN chmod +x /src/run.sh && chown 1000 /src && chmod -R g+w /srv
RUN chmod --reference=/etc/passwd /src/a
FROM debian:12
RUN chown -R 1000 /src

### before the COPY, in another stage
FROM debian:12 AS one
COPY a.sh /a.sh
FROM debian:12
RUN chmod 755 /a.sh
COPY a.sh /a.sh

### a stage that only builds
FROM debian:12 AS build
COPY a.sh /a.sh
RUN chmod 755 /a.sh
    ^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
FROM debian:12

### with the flag already, exec form
FROM debian:12
COPY --chmod=644 a.sh /a.sh
RUN chmod 755 /a.sh
    ^^^^^^^^^^^^^^^ What line 2 copies is stored a second time by this; --chmod of the COPY does the same.
COPY b.sh /b.sh
RUN ["chmod", "755", "/b.sh"]
      ^^^^^^^^^^^^^^^^^^^^^ What line 4 copies is stored a second time by this; --chmod of the COPY does the same.
===>
FROM debian:12
COPY --chmod=644 a.sh /a.sh
RUN chmod 755 /a.sh
COPY --chmod=755 b.sh /b.sh
