### names
FROM debian:12 AS a
FROM debian:12 AS A-b_c.d
FROM debian:12 as a2
FROM debian:12 AS 1a
                  ^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
FROM debian:12 AS a/b
                  ^^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
FROM debian:12 AS _a
                  ^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
FROM debian:12 AS a:b
                  ^^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
FROM debian:12 AS "a"
                  ^^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
FROM debian:12 AS $A
                  ^^ The name of a stage cannot have variables in it.
FROM debian:12 AS a..b
                  ^^^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
FROM debian:12 AS a-
                  ^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
===>
FROM debian:12 AS a
FROM debian:12 AS A-b_c.d
FROM debian:12 as a2
FROM debian:12 AS stage-1a
FROM debian:12 AS a-b
FROM debian:12 AS _a
FROM debian:12 AS a-b
FROM debian:12 AS "a"
FROM debian:12 AS $A
FROM debian:12 AS a-b
FROM debian:12 AS a-

### uses are renamed too
FROM debian:12 AS 1a
                  ^^ A stage's name begins with a letter; then come letters, digits, and - _ . between them.
FROM 1a AS b
COPY --from=1a c d
RUN --mount=from=1a,target=/c e
===>
FROM debian:12 AS stage-1a
FROM stage-1a AS b
COPY --from=stage-1a c d
RUN --mount=from=stage-1a,target=/c e

### words
FROM debian:12 a
               ^ Between the image and a name stands AS.
FROM debian:12 AS
               ^^ Behind AS stands the name of the stage.
FROM debian:12 IS a
               ^^ Behind the image stands AS and a name, or nothing.
FROM debian:12 AS a b
                    ^ Behind the name of the stage stands nothing more.
FROM debian:12 a b c
               ^^^^^ Behind the image stands AS and a name, or nothing.
FROM debian:12 # comment
               ^ A comment cannot stand behind FROM: its words are read as arguments.
FROM debian:12 AS a # comment
                    ^ A comment cannot stand behind FROM: its words are read as arguments.
FROM debian:12 --platform=linux/amd64
               ^^^^^^^^^^^^^^^^^^^^^^ The flags of FROM stand in front of the image.
FROM debian 12
            ^^ Between the image and a name stands AS.
FROM debian:12 RUN a
               ^^^ Behind the image stands AS and a name, or nothing.
===>
FROM debian:12 AS a
FROM debian:12 AS
FROM debian:12 IS a
FROM debian:12 AS a b
FROM debian:12 a b c
FROM debian:12 # comment
FROM debian:12 AS a # comment
FROM debian:12 --platform=linux/amd64
FROM debian 12
FROM debian:12 RUN a

### images
FROM debian:12
FROM registry.example.com:5000/a/b_c/d-e__f:1.2-x@sha256:0000000000000000000000000000000000000000000000000000000000000000
FROM Registry.example.com/a
FROM localhost/a
FROM scratch
FROM debian:
     ^^^^^^^ This is no name of an image.
FROM :12
     ^^^ This is no name of an image.
FROM Debian:12
     ^^^^^^^^^ The name of an image is written in small letters.
FROM debian:12:13
     ^^^^^^^^^^^^ This is no name of an image.
FROM debian@sha256:abc
     ^^^^^^^^^^^^^^^^^ This is no name of an image.
FROM https://example.com/a
     ^^^^^^^^^^^^^^^^^^^^^ An image is named without a scheme in front.
FROM -a
     ^^ This is no name of an image.
FROM a//b
     ^^^^ This is no name of an image.
FROM ["debian:12"]
     ^^^^^^^^^^^^^ This is no name of an image.
FROM ""
     ^^ The name of the image is empty.
FROM SCRATCH
     ^^^^^^^ The name of an image is written in small letters.
===>
FROM debian:12
FROM registry.example.com:5000/a/b_c/d-e__f:1.2-x@sha256:0000000000000000000000000000000000000000000000000000000000000000
FROM Registry.example.com/a
FROM localhost/a
FROM scratch
FROM debian:
FROM :12
FROM debian:12
FROM debian:12:13
FROM debian@sha256:abc
FROM https://example.com/a
FROM -a
FROM a//b
FROM ["debian:12"]
FROM ""
FROM scratch

### variables
ARG TAG
ARG IMAGE=debian
FROM debian:$TAG
FROM $IMAGE
FROM ${IMAGE}:12
FROM $NOWHERE
     ^^^^^^^^ Nothing declares this variable above the first FROM, so the name of the image is empty.
FROM ${NOWHERE:-debian:12}
FROM debian:12-$TARGETARCH
FROM $BUILDPLATFORM
===> no fix

### stages are named in small letters
FROM debian:12 AS Base
FROM base
FROM Base
     ^^^^ Stages are named in small letters: this is base.
===>
FROM debian:12 AS Base
FROM base
FROM base

### no image at all is another rule's
FROM
