### nothing but comments
# a comment
^ The file has no instructions.
===> no fix

### only ARG
ARG A=1
^^^ There is no FROM, so there is nothing to build.
===> no fix

### a snippet
RUN a
^^^ There is no FROM, so there is nothing to build.
COPY b c
===> no fix

### only a directive
# syntax=docker/dockerfile:1
^ The file has no instructions.
===> no fix

### an unknown instruction alone
RUNN x
^^^^ There is no FROM, so there is nothing to build.
===> no fix

### FROM without an image is a stage
FROM

### FROM in small letters
from debian:12
