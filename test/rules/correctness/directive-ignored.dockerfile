### behind a comment
# The image of the shop
# syntax=docker/dockerfile:1
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a syntax directive stands in the first lines of the file.
FROM debian:12
===>
# syntax=docker/dockerfile:1
# The image of the shop
FROM debian:12

### behind an empty line

# escape=`
^^^^^^^^^^ This is only a comment here: an escape directive stands in the first lines of the file.
FROM debian:12
===>
# escape=`

FROM debian:12

### behind an instruction
FROM debian:12
# syntax=docker/dockerfile:1
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a syntax directive stands in the first lines of the file.
RUN a
# Escape = `
^^^^^^^^^^^^ This is only a comment here: an escape directive stands in the first lines of the file.
===>
# syntax=docker/dockerfile:1
# Escape = `
FROM debian:12
RUN a

### behind a line like a directive
# encoding=utf-8
# syntax=docker/dockerfile:1
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a syntax directive stands in the first lines of the file.
FROM debian:12
===>
# syntax=docker/dockerfile:1
# encoding=utf-8
FROM debian:12

### behind directives that count
# escape=`

# syntax=docker/dockerfile:1
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a syntax directive stands in the first lines of the file.
FROM debian:12
===>
# escape=`
# syntax=docker/dockerfile:1

FROM debian:12

### a check above an instruction is for that one
FROM debian:12
# check=skip=JSONArgsRecommended
CMD a

### a check above the first instruction, behind a comment
# a comment
# check=skip=all
FROM debian:12

### its error= is lost there
# a comment
# check=skip=all;error=true
^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a check directive stands in the first lines of the file.
FROM debian:12
===>
# check=skip=all;error=true
# a comment
FROM debian:12

### a check below the last instruction
FROM debian:12
# check=skip=all
^^^^^^^^^^^^^^^^ This is only a comment here: a check directive stands in the first lines of the file.
===>
# check=skip=all
FROM debian:12

### behind a line for the shell
#!/usr/bin/env -S docker build -f
# syntax=docker/dockerfile:1
FROM debian:12

### the second of two is another rule's
# escape=`
# escape=`
FROM debian:12

### given twice, and the second too late
# syntax=docker/dockerfile:1
FROM debian:12
# syntax=docker/dockerfile:1
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a syntax directive stands in the first lines of the file.
===> no fix

### words that are no directives
# syntax: docker
# the syntax=docker/dockerfile:1
# escapes=x
# syntax=
FROM debian:12

### inside an instruction
FROM debian:12
RUN a && \
    # syntax=docker/dockerfile:1
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is only a comment here: a syntax directive stands in the first lines of the file.
    b
===> no fix
