### relative to the root directory
FROM debian:12
WORKDIR app
        ^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===>
FROM debian:12
WORKDIR /app

### one below an absolute one
FROM debian:12
WORKDIR /srv
WORKDIR app/bin/
        ^^^^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===>
FROM debian:12
WORKDIR /srv
WORKDIR /srv/app/bin/

### without FROM
WORKDIR workdir
        ^^^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===>
WORKDIR /workdir

### dots
FROM debian:12
WORKDIR /srv/app
WORKDIR ..
        ^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
WORKDIR ./lib
        ^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===>
FROM debian:12
WORKDIR /srv/app
WORKDIR /srv
WORKDIR /srv/lib

### absolute, in whatever quotes
WORKDIR /work
WORKDIR "/work dir"
WORKDIR '/work'
WORKDIR C:\work
WORKDIR "D:/work"
WORKDIR c:\

### a variable in front counts as absolute
WORKDIR $DIR
WORKDIR ${DIR}/x
WORKDIR "$DIR"

### relative in quotes
FROM debian:12
WORKDIR "work dir"
        ^^^^^^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
WORKDIR 'work'
        ^^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===>
FROM debian:12
WORKDIR "/work dir"
WORKDIR '/work dir/work'

### a variable further behind
FROM debian:12
ARG DIR=x
WORKDIR app/$DIR
        ^^^^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===>
FROM debian:12
ARG DIR=x
WORKDIR /app/$DIR

### what the base image is known to end in
FROM golang:1.22
WORKDIR src/app
        ^^^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===>
FROM golang:1.22
WORKDIR /go/src/app

### a home directory has a rule of its own
FROM debian:12
WORKDIR ~/app
        ^^^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===> no fix

### an unknown directory before
FROM debian:12
WORKDIR $SOMEWHERE
WORKDIR app
        ^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
===> no fix

### triggers are not looked at
FROM debian:12
ONBUILD WORKDIR app

### a backslash starts an absolute path on Windows
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR \app
WORKDIR app
        ^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.

### in every stage
FROM debian:12 AS one
WORKDIR one
        ^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.
FROM one
WORKDIR two
        ^^^ The directory is relative, so it depends on what WORKDIR was before: write it with its whole path.

### nothing is given
FROM debian:12
WORKDIR
