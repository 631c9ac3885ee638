### the first one
FROM debian:12
WORKDIR app
        ^^^ The directory depends on the one that the base image ends in: write it with its whole path.
WORKDIR lib
===>
FROM debian:12
WORKDIR /app
WORKDIR lib

### behind an absolute one
FROM debian:12
WORKDIR /srv
WORKDIR app

### in a stage that builds on another
FROM debian:12 AS one
WORKDIR /srv
FROM one AS two
FROM two
WORKDIR app

### where that one is relative too
FROM debian:12 AS one
WORKDIR srv
        ^^^ The directory depends on the one that the base image ends in: write it with its whole path.
FROM one
WORKDIR app

### each stage on its own
FROM debian:12 AS one
WORKDIR /srv
FROM debian:12
WORKDIR app
        ^^^ The directory depends on the one that the base image ends in: write it with its whole path.
===>
FROM debian:12 AS one
WORKDIR /srv
FROM debian:12
WORKDIR /app

### an image known to end elsewhere
FROM php:8-apache
WORKDIR public
        ^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
===>
FROM php:8-apache
WORKDIR /var/www/html/public

### dots
FROM debian:12
WORKDIR .
        ^ The directory depends on the one that the base image ends in: write it with its whole path.
===>
FROM debian:12
WORKDIR /

### variables are expanded
FROM debian:12 AS one
ARG DIR=/app
WORKDIR $DIR
FROM debian:12 AS two
ARG DIR=app
WORKDIR $DIR
        ^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
FROM debian:12 AS three
WORKDIR ${DIR:-/app}
FROM debian:12 AS four
WORKDIR ${DIR:-app}
        ^^^^^^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
===> no fix

### a variable behind a relative start
FROM debian:12
ARG NAME
WORKDIR srv/$NAME
        ^^^^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
===>
FROM debian:12
ARG NAME
WORKDIR /srv/$NAME

### an ARG without a value may well be given an absolute path
FROM debian:12
ARG DIR
WORKDIR $DIR

### BuildKit takes it for empty
FROM debian:12 AS one
ARG DIR
WORKDIR $DIR
        ^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
FROM debian:12 AS two
ARG DIR
WORKDIR $DIR/app
FROM debian:12 AS three
WORKDIR ${HOME}app
        ^^^^^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
--- settings: {"buildkit": true}

### a variable that the base image sets
FROM golang:1.22
WORKDIR $GOPATH
FROM example.org/team/app:1
WORKDIR $APP_HOME
FROM golang:1.22
WORKDIR ${GOPATH}/src
--- settings: {"buildkit": true}

### by way of another variable
FROM golang:1.22
ENV SOURCES=$GOPATH/src
WORKDIR $SOURCES
FROM debian:12
ENV PLACE=${HOME}srv
WORKDIR $PLACE/x
        ^^^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
FROM debian:12
ENV PLACE=$HOME/srv
WORKDIR $PLACE/x
FROM golang:1.22
ENV SOURCES=$GOPATH
WORKDIR $SOURCES
--- settings: {"buildkit": true}

### and what nobody can tell
FROM example.org/team/app:1
ENV SOURCES=$APP_HOME/src
WORKDIR $SOURCES
FROM debian:12
ENV PLACE=${HOME}srv
WORKDIR $PLACE/x

### quotes
FROM debian:12 AS one
WORKDIR "/srv/my app"
FROM debian:12 AS two
WORKDIR "my app"
        ^^^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
===>
FROM debian:12 AS one
WORKDIR "/srv/my app"
FROM debian:12 AS two
WORKDIR "/my app"

### a drive is a name on Linux
FROM debian:12
WORKDIR C:/app
        ^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.

### on Windows it is none
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022 AS one
WORKDIR C:\app
FROM mcr.microsoft.com/windows/servercore:ltsc2022 AS two
WORKDIR \app
FROM mcr.microsoft.com/windows/servercore:ltsc2022 AS three
WORKDIR app
        ^^^ The directory depends on the one that the base image ends in: write it with its whole path.

### the exec form is none
FROM debian:12
WORKDIR ["app"]
        ^^^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
===> no fix

### a home directory
FROM debian:12
WORKDIR ~/app
        ^^^^^ The directory depends on the one that the base image ends in: write it with its whole path.
===> no fix

### triggers are not looked at
FROM debian:12
ONBUILD WORKDIR app
WORKDIR lib
        ^^^ The directory depends on the one that the base image ends in: write it with its whole path.

### scratch
FROM scratch
WORKDIR app
        ^^^ The directory depends on the one that the base image ends in: write it with its whole path.

### before the first FROM
WORKDIR app
FROM debian:12
