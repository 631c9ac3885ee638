### names and numbers
FROM debian
USER app
     ^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER root
     ^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER 1000
USER 0
USER app:1000
     ^^^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER 1000:app
USER 1000:1000
USER :app
USER 1000a
     ^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER -1
     ^^ The user is given by name, which Kubernetes can't tell from root; a number says it.

### the same in hadolint's reading
FROM debian
USER app
     ^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER root
     ^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER 1000:app
USER :app
USER app:1000
     ^^^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER "1000"
     ^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER $UID
     ^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER ${UID}
     ^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
--- settings: {"hadolint": true}

### arguments are taken for numbers
ARG GLOBAL=app
FROM debian
USER $GLOBAL
USER ${GLOBAL}:1
FROM debian
USER $LATER
     ^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
ARG LATER
USER $LATER
USER ${LATER}
USER $LATERAL
USER ${LATERAL}
     ^^^^^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER x$LATER
ENV NAME=1000
USER $NAME
     ^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
FROM debian
USER ${LATER}
USER ${LATER:-app}
     ^^^^^^^^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
--- settings: {"hadolint": true}

### without the preset, values count
ARG GLOBAL=app
FROM debian
USER $GLOBAL
ENV NAME=1000 OTHER=app
USER $NAME
USER "1000"
USER $OTHER
     ^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER $UNKNOWN
     ^^^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER $APP_UID

### without FROM
USER app
     ^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.

### Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
USER ContainerUser

### Windows in hadolint's reading
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
USER ContainerUser
     ^^^^^^^^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
--- settings: {"hadolint": true}

### not in ONBUILD
FROM debian
ONBUILD USER app

### an ARG inside ONBUILD does not count
FROM debian
ONBUILD ARG WHO
USER $WHO
     ^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
--- settings: {"hadolint": true}

### the number that is made
FROM alpine
ARG UID=1234
RUN adduser -D -u 1234 app && adduser -D other && adduser -D -u $UID third
USER app:app
     ^^^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER other
     ^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
USER third
     ^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
===>
FROM alpine
ARG UID=1234
RUN adduser -D -u 1234 app && adduser -D other && adduser -D -u $UID third
USER 1234:app
USER other
USER third

### half typed
FROM debian
USER

### an ARG below tells nothing, also without FROM
USER $NAME
     ^^^^^ The user is given by name, which Kubernetes can't tell from root; a number says it.
ARG NAME
USER $NAME
