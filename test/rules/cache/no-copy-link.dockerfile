### what can't be linked, or is
FROM nginx:1.27
COPY --link a /a
COPY a b
COPY --chown=nginx a /a
COPY --chown=101:101 a /a
^^^^ This copy is made again whenever a layer below it changes: it has no --link.
COPY a /bin/a
COPY a ${DIR}/a
RUN ln -s /srv/x /srv/y
COPY a /srv/y/
ADD https://example.com/x /x
^^^ This copy is made again whenever a layer below it changes: it has no --link.
FROM scratch
COPY a /a
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
COPY a /a
===>
FROM nginx:1.27
COPY --link a /a
COPY a b
COPY --chown=nginx a /a
COPY --link --chown=101:101 a /a
COPY a /bin/a
COPY a ${DIR}/a
RUN ln -s /srv/x /srv/y
COPY a /srv/y/
ADD --link https://example.com/x /x
FROM scratch
COPY a /a
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
COPY a /a

### an older frontend
# syntax=docker/dockerfile:1.3
FROM nginx:1.27
COPY a /a
