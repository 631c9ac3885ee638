### CMD and ENTRYPOINT, no shell syntax
FROM debian:12
CMD /bin/app --port 80 'a b' "c"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
ENTRYPOINT exec tini -- app
           ^^^^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
===>
FROM debian:12
CMD ["/bin/app", "--port", "80", "a b", "c"]
ENTRYPOINT ["tini", "--", "app"]

### a variable, a glob
FROM debian:12
CMD node $FILE --x=*.js
    ^^^^^^^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
===>
FROM debian:12
CMD ["/bin/sh", "-c", "exec node $FILE --x=*.js"]

### several commands, a redirection, an assignment, a builtin
FROM debian:12
CMD migrate && serve
    ^^^^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
===>
FROM debian:12
CMD ["/bin/sh", "-c", "migrate && serve"]

### an assignment in front
FROM debian:12
CMD PORT=80 serve "x\y"
    ^^^^^^^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
===>
FROM debian:12
CMD ["/bin/sh", "-c", "PORT=80 serve \"x\\y\""]

### malformed JSON
FROM debian:12
CMD ["echo", 'x']
    ^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
ENTRYPOINT ["echo", ]
           ^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
===> no fix

### nothing behind CMD
FROM debian:12
CMD
^^^ In shell form a shell stands between the container and its program, which may then get no signals.
===> no fix

### JSON, empty JSON, HEALTHCHECK, ONBUILD
FROM debian:12
CMD ["a"]
ENTRYPOINT []
HEALTHCHECK CMD a b
ONBUILD CMD a b

### JSON on several lines
FROM debian:12
CMD [ "a", \
  "b" ]

### SHELL in the stage, before
FROM debian:12
CMD echo 1
    ^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
SHELL ["/bin/bash", "-c"]
ENTRYPOINT echo 2

### SHELL in a stage that it is based on
FROM debian:12 AS base
SHELL ["/bin/bash", "-c"]
FROM base
CMD echo 1
FROM debian:12
CMD echo 2
    ^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.

### SHELL of the base image
FROM jupyter/base-notebook
CMD start.sh

### SHELL by ONBUILD
FROM debian:12 AS base
ONBUILD SHELL ["/bin/bash", "-c"]
FROM base
CMD echo 1

### triggers that a stage of the file runs
--- settings: {"buildkit": true}
FROM debian:12 AS base
ONBUILD CMD echo 1
FROM base
     ^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
RUN true

### triggers of a stage that is not needed
FROM debian:12 AS base
ONBUILD CMD echo 1
FROM base AS other
FROM debian:12
RUN true

### on the line below the keyword
FROM debian:12
CMD \
^^^ In shell form a shell stands between the container and its program, which may then get no signals.
  node server.js

### several lines
FROM debian:12
CMD node server.js \
    ^^^^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
  --port 80
===> no fix

### scratch, without FROM
CMD a
    ^ In shell form a shell stands between the container and its program, which may then get no signals.

### Windows
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
CMD app.exe
    ^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
===> no fix

### PowerShell of an image for Windows
FROM python:3.12-windowsservercore-ltsc2022
CMD app.exe
