### settings
FROM debian:12
ENV FLASK_DEBUG=1 DEBUG=True RAILS_ENV=development
    ^^^^^^^^^^^^^ FLASK_DEBUG=1 is for development, and ships.
                  ^^^^^^^^^^ DEBUG=True is for development, and ships.
                             ^^^^^^^^^^^^^^^^^^^^^ RAILS_ENV=development is for development, and ships.
ENV NODE_ENV development
    ^^^^^^^^^^^^^^^^^^^^ NODE_ENV=development is for development, and ships.
ENV ASPNETCORE_ENVIRONMENT=Development FLASK_ENV=development
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ASPNETCORE_ENVIRONMENT=Development is for development, and ships.
                                       ^^^^^^^^^^^^^^^^^^^^^ FLASK_ENV=development is for development, and ships.
CMD ["server"]

### settings that are fine
FROM debian:12
ENV FLASK_DEBUG=0 DEBUG=False RAILS_ENV=production NODE_ENV=production ASPNETCORE_ENVIRONMENT=Production
ENV DEBUG_LEVEL=True APP_ENV=development
CMD ["server"]

### node's DEBUG
FROM node:22
ENV DEBUG=express:*
RUN NODE_ENV=development npm ci

### the last one counts
FROM debian:12 AS base
ENV NODE_ENV=development
FROM base
ENV NODE_ENV=production

### in a stage that it is built on
FROM debian:12 AS base
ENV NODE_ENV=development
    ^^^^^^^^^^^^^^^^^^^^ NODE_ENV=development is for development, and ships.
FROM base
CMD ["server"]

### in a stage that is not shipped
FROM debian:12 AS builder
ENV NODE_ENV=development
FROM debian:12
CMD ["server"]

### for developers by its name
FROM debian:12 AS dev
ENV NODE_ENV=development
CMD ["node", "--inspect", "x.js"]

### a file for developers
FROM debian:12
ENV NODE_ENV=development
--- named: Dockerfile.dev

### an argument can change it
FROM debian:12
ARG NODE_ENV=development
ENV NODE_ENV=$NODE_ENV

### known otherwise
FROM debian:12
ENV MODE=development
ENV NODE_ENV=$MODE
    ^^^^^^^^^^^^^^ NODE_ENV=development is for development, and ships.
===>
FROM debian:12
ENV MODE=development

### Xdebug
FROM php:8.4-fpm
RUN pecl install xdebug-3.4.0 && docker-php-ext-enable xdebug opcache
                 ^^^^^^^^^^^^ Xdebug is for debugging, and ships.
                                                       ^^^^^^ Xdebug is for debugging, and ships.
RUN install-php-extensions xdebug
                           ^^^^^^ Xdebug is for debugging, and ships.
RUN apt-get update && apt-get install -y php8.3-xdebug php8.3-curl
                                         ^^^^^^^^^^^^^ php8.3-xdebug is for debugging, and ships.
RUN apk add php83-pecl-xdebug
            ^^^^^^^^^^^^^^^^^ php83-pecl-xdebug is for debugging, and ships.

### debuggers
FROM python:3.13
RUN pip install debugpy==1.8.0 flask && apt-get update && apt-get install -y gdbserver gdb
                ^^^^^^^^^^^^^^ debugpy is for debugging, and ships.
                                                                             ^^^^^^^^^ gdbserver is for debugging, and ships.
CMD ["python", "-m", "debugpy", "--listen", "0.0.0.0:5678", "app.py"]
                     ^^^^^^^^^ The program starts with a debugger that others can reach, and ships so.

### Delve
FROM golang:1.24
RUN go install github.com/go-delve/delve/cmd/dlv@latest
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Delve is for debugging, and ships.
ENTRYPOINT ["/go/bin/dlv", "exec", "/app"]
            ^^^^^^^^^^^^^ The program starts with a debugger that others can reach, and ships so.

### Node
FROM node:22
ENTRYPOINT ["node", "--inspect-brk=0.0.0.0", "x.js"]
                    ^^^^^^^^^^^^^^^^^^^^^^^ The program starts with a debugger that others can reach, and ships so.
CMD ["--inspect"]
     ^^^^^^^^^^^ The program starts with a debugger that others can reach, and ships so.
===>
FROM node:22
ENTRYPOINT ["node", "x.js"]
CMD ["--inspect"]

### Node in shell form
FROM node:22
CMD node --inspect server.js
         ^^^^^^^^^ The program starts with a debugger that others can reach, and ships so.
===> no fix

### Node by its options
FROM node:22
ENV NODE_OPTIONS="--max-old-space-size=512 --inspect=0.0.0.0"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_OPTIONS opens the program to debuggers.
CMD ["node", "server.js"]

### other options of Node
FROM node:22
ENV NODE_OPTIONS=--enable-source-maps
CMD ["node", "server.js"]

### Java
FROM eclipse-temurin:21
ENV JAVA_OPTS="-Dcom.sun.management.jmxremote -Dcom.sun.management.jmxremote.authenticate=false"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ JAVA_OPTS opens the program to debuggers.
ENV JAVA_TOOL_OPTIONS=-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ JAVA_TOOL_OPTIONS opens the program to debuggers.
CMD ["java", "-Dcom.sun.management.jmxremote.authenticate=true", "-jar", "a.jar"]

### gone again
FROM php:8.4-fpm
RUN apt-get install -y gdbserver && make && apt-get purge -y gdbserver
HEALTHCHECK CMD node --inspect
