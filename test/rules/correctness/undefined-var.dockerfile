### every instruction whose words the builder expands
FROM debian:12
ENV A1=$foo $name=1
       ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
            ^^^^^ name is not defined here, so nothing takes its place: declare it with ARG or ENV above.
LABEL $key=1 "title"="$title"
      ^^^^ key is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                      ^^^^^^ title is not defined here, so nothing takes its place: declare it with ARG or ENV above.
ARG A2=$bar
       ^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.
COPY $from1 $from2 /$dest/
     ^^^^^^ from1 is not defined here, so nothing takes its place: declare it with ARG or ENV above.
            ^^^^^^ from2 is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                    ^^^^^ dest is not defined here, so nothing takes its place: declare it with ARG or ENV above.
COPY ["$one", "/$two/"]
       ^^^^ one is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                ^^^^ two is not defined here, so nothing takes its place: declare it with ARG or ENV above.
ADD --chown=$owner --chmod=$mode x /x
            ^^^^^^ owner is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                           ^^^^^ mode is not defined here, so nothing takes its place: declare it with ARG or ENV above.
ADD --checksum=$sum https://example.org/x /x
               ^^^^ sum is not defined here, so nothing takes its place: declare it with ARG or ENV above.
WORKDIR $dir
        ^^^^ dir is not defined here, so nothing takes its place: declare it with ARG or ENV above.
USER $user:$group
     ^^^^^ user is not defined here, so nothing takes its place: declare it with ARG or ENV above.
           ^^^^^^ group is not defined here, so nothing takes its place: declare it with ARG or ENV above.
VOLUME /$volume
        ^^^^^^^ volume is not defined here, so nothing takes its place: declare it with ARG or ENV above.
VOLUME ["/$list"]
          ^^^^^ list is not defined here, so nothing takes its place: declare it with ARG or ENV above.
STOPSIGNAL $signal
           ^^^^^^^ signal is not defined here, so nothing takes its place: declare it with ARG or ENV above.
RUN --mount=type=cache,id=$id,target=/$target true
                          ^^^ id is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                                      ^^^^^^^ target is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### what the builder leaves to others
FROM debian:12
RUN echo $foo
CMD echo $foo
ENTRYPOINT ["/bin/echo", "$foo"]
HEALTHCHECK CMD test $foo
EXPOSE $foo
SHELL ["/bin/$foo"]
ONBUILD ENV A1=$foo

### a default or an alternative does not declare it
FROM debian:12
ENV A1=${foo:-x} B1=${foo-x} C1=${foo:+x} D1=${foo+x} E1=${foo#x}
       ^^^^^^^^^ foo is not defined here, so only its default is ever used: declare it with ARG or ENV above.
                    ^^^^^^^^ foo is not defined here, so only its default is ever used: declare it with ARG or ENV above.
                                ^^^^^^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                                             ^^^^^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                                                         ^^^^^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### a name in a default
FROM debian:12
ARG set=1
ENV A1=${set:-$foo} B1=${set:-${foo:-x}} C1=${set:-"$foo"} D1=${set:-'$foo'}
              ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                              ^^^^^^^^^ foo is not defined here, so only its default is ever used: declare it with ARG or ENV above.
                                                    ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### once per name and word
FROM debian:12
ENV A1=$foo$bar$foo B1=$foo
       ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
           ^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                       ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
COPY $foo/$foo $foo /x/
     ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
               ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### each option of a mount is a word
FROM debian:12
RUN --mount=type=cache,id=$foo,target=/$foo$foo true
                          ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                                       ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
RUN --mount=type=secret,id=${a1:-x},env=${b1:-x},required=${c1:-false} true
                           ^^^^^^^^ a1 is not defined here, so only its default is ever used: declare it with ARG or ENV above.
                                        ^^^^^^^^ b1 is not defined here, so only its default is ever used: declare it with ARG or ENV above.
                                                          ^^^^^^^^^^^^ c1 is not defined here, so only its default is ever used: declare it with ARG or ENV above.

### here-documents of COPY and ADD, where the delimiter is not quoted
FROM debian:12
COPY <<EOF /x/$foo
              ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
first $bar
      ^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.
'${baz:-1}' \$escaped \\$last
 ^^^^^^^^^ baz is not defined here, so only its default is ever used: declare it with ARG or ENV above.
                        ^^^^^ last is not defined here, so nothing takes its place: declare it with ARG or ENV above.
EOF
COPY <<'EOF' /y
$foo
EOF
ADD <<-"ONE" <<-TWO /z/
	$foo
	ONE
	$bar
	^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.
	TWO
RUN <<EOF
echo $foo
EOF

### quotes and escapes
FROM debian:12
ENV A1='$foo' B1="$bar" C1=\$baz D1=\\$qux E1="\$quux"
                  ^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.
                                      ^^^^ qux is not defined here, so nothing takes its place: declare it with ARG or ENV above.
ENV A2 '$foo' "$bar"
               ^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### the other escape character
# escape=`
FROM debian:12
ENV A1=`$foo B1=\$bar
                 ^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### declared by ARG, with or without a value, or by ENV
FROM debian:12
ARG FIRST SECOND=2
ENV THIRD=3
ENV A1=$FIRST$SECOND$THIRD
ENV EMPTY=
ENV B1=$EMPTY

### an earlier name of the same ARG counts, one of the same ENV does not
FROM debian:12
ARG ONE=1 TWO=$ONE THREE=$THREE
                         ^^^^^^ THREE is not defined here, so nothing takes its place: declare it with ARG or ENV above.
ENV FOUR=4 FIVE=$FOUR
                ^^^^^ FOUR is set by this very ENV, which counts from the next instruction on: here nothing takes its place.
===> no fix

### declared further down
FROM debian:12
ENV A1=$LATER
       ^^^^^^ LATER is not defined here, so nothing takes its place: declare it with ARG or ENV above.
ARG LATER=1

### PATH is always there
FROM scratch
ENV PATH=$PATH:/opt/bin

### HOME is not
FROM debian:12
ENV CACHE=$HOME/.cache
          ^^^^^ HOME is set when a process starts, not for the builder, so here nothing takes its place: write it out.
===> no fix

### a stage knows what the stages that it builds on declare
FROM debian:12 AS base
ARG ONE=1
ENV TWO=2
FROM base AS middle
FROM middle
ENV A1=$ONE$TWO

### and nothing of the others
FROM debian:12 AS base
ARG ONE=1
FROM debian:12
ENV A1=$ONE
       ^^^^ ONE is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### an ARG above the first FROM counts once it is repeated
ARG VERSION=1
FROM debian:12
LABEL version=$VERSION
              ^^^^^^^^ VERSION is declared above the first FROM only, so in this stage nothing takes its place: repeat ARG VERSION in the stage.
ARG VERSION
LABEL again=$VERSION
===>
ARG VERSION=1
FROM debian:12
ARG VERSION
LABEL version=$VERSION
ARG VERSION
LABEL again=$VERSION

### what the builder knows has to be declared as well
FROM debian:12
ENV A1=$TARGETARCH
       ^^^^^^^^^^^ TARGETARCH is known to a stage that has ARG TARGETARCH only, so here nothing takes its place.
ARG TARGETARCH
ENV B1=$TARGETARCH
COPY ${TARGETOS:-linux} /x
     ^^^^^^^^^^^^^^^^^^ TARGETOS is known to a stage that has ARG TARGETOS only, so here only its default is ever used.
===>
FROM debian:12
ARG TARGETARCH
ENV A1=$TARGETARCH
ARG TARGETARCH
ENV B1=$TARGETARCH
ARG TARGETOS
COPY ${TARGETOS:-linux} /x

### proxies too
FROM debian:12
ENV A1=$HTTP_PROXY
       ^^^^^^^^^^^ HTTP_PROXY is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### a name that is written almost right
FROM debian:12
ARG VERSION=1
ENV A1=$VERSOIN B1=${VERSIONS:-2} C1=$version D1=$PAHT
       ^^^^^^^^ VERSOIN is not defined here, so nothing takes its place. Is VERSION meant?
                   ^^^^^^^^^^^^^^ VERSIONS is not defined here, so only its default is ever used. Is VERSION meant?
                                     ^^^^^^^^ version is not defined here, so nothing takes its place. Is VERSION meant?
                                                 ^^^^^ PAHT is not defined here, so nothing takes its place. Is PATH meant?
===>
FROM debian:12
ARG VERSION=1
ENV A1=$VERSION B1=${VERSION:-2} C1=$VERSION D1=$PATH

### a name that is far from any other
FROM debian:12
ARG APP_VERSION=1
  COPY x /opt/$DIRECTORY/x
              ^^^^^^^^^^ DIRECTORY is not defined here, so nothing takes its place: declare it with ARG or ENV above.
copy y $DIRECTORY/y
       ^^^^^^^^^^ DIRECTORY is not defined here, so nothing takes its place: declare it with ARG or ENV above.
===>
FROM debian:12
ARG APP_VERSION=1
  ARG DIRECTORY
  COPY x /opt/$DIRECTORY/x
copy y $DIRECTORY/y

### names that no ARG can declare
FROM debian:12
ENV A1=$1 B1=$@ C1=$$
       ^^ $1 is read as a variable, which nothing defines: write \$ for a dollar sign.
             ^^ $@ is read as a variable, which nothing defines: write \$ for a dollar sign.
                   ^^ $$ is read as a variable, which nothing defines: write \$ for a dollar sign.
===> no fix

### what well-known images set
FROM golang:1.22-alpine
WORKDIR $GOPATH/src
ENV A1=$GOLANG_VERSION$NODE_VERSION
                      ^^^^^^^^^^^^^ NODE_VERSION is not defined here, so nothing takes its place: declare it with ARG or ENV above.
FROM docker.io/library/node:20
ENV A1=$NODE_VERSION$GOPATH
                    ^^^^^^^ GOPATH is not defined here, so nothing takes its place: declare it with ARG or ENV above.
FROM php:8-apache
COPY php.ini $PHP_INI_DIR/

### an image that is not known may set anything
FROM example.org/team/app:1
COPY x $APP_HOME/
ENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH
ARG RELEASE=${RELEASE:-1}
USER $APP_USER
ENV APP_USER=app

### but hardly what the file declares elsewhere, what the builder declares, or what is mistyped
ARG VERSION=1
FROM example.org/team/app:1
ARG APPLICATION=x
ENV A1=$VERSION B1=$TARGETARCH C1=$APPLICATOIN D1=1 E1=$D1 F1=$PWD
       ^^^^^^^^ VERSION is declared above the first FROM only, so in this stage nothing takes its place: repeat ARG VERSION in the stage.
                   ^^^^^^^^^^^ TARGETARCH is known to a stage that has ARG TARGETARCH only, so here nothing takes its place.
                                  ^^^^^^^^^^^^ APPLICATOIN is not defined here, so nothing takes its place. Is APPLICATION meant?
                                                       ^^^ D1 is set by this very ENV, which counts from the next instruction on: here nothing takes its place.
                                                              ^^^^ PWD is set when a process starts, not for the builder, so here nothing takes its place: write it out.
ENV G1=$LATER
       ^^^^^^ LATER is not defined here, so nothing takes its place: declare it with ARG or ENV above.
ARG LATER

### what its own tag is made of may well be set by it
ARG CUDA_VERSION=12.4
FROM nvidia/cuda:${CUDA_VERSION}-base
LABEL cuda=$CUDA_VERSION

### an image of another registry is another image
FROM registry.example.org/debian:12
ENV A1=$foo

### the image may be named by a variable
ARG BASE=debian:12
FROM $BASE
ENV A1=$foo
       ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### nothing is known of an image for Windows
FROM mcr.microsoft.com/windows/servercore:ltsc2022
ENV A1=$PATH B1=$foo

### a variable at the end of a line
FROM debian:12
ENV A1=1 \
    # $comment
    B1=$foo \
       ^^^^ foo is not defined here, so nothing takes its place: declare it with ARG or ENV above.
    C1=$bar
       ^^^^ bar is not defined here, so nothing takes its place: declare it with ARG or ENV above.

### an engine has told what the image sets
FROM example/app:1
COPY x $APP_HOME/$OTHER_HOME
                 ^^^^^^^^^^^ OTHER_HOME is not defined here, so nothing takes its place: declare it with ARG or ENV above.
--- images: {"example/app:1": {"variables": ["APP_HOME"]}}
