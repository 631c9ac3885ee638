### dash
FROM debian:12
RUN [[ -f x ]] && [[ -f y ]]
    ^^^^^^^^^^ dash, which is sh here, has no [[ ]].
RUN a=(1 2) && echo
    ^^^^^^^ dash, which is sh here, has no arrays.
RUN source x && cat <(ls)
    ^^^^^^ dash, which is sh here, has no source.
                    ^^^^^ dash, which is sh here, has no <( ).
RUN mkdir -p {a,b} && touch f{1..3}
             ^^^^^ dash, which is sh here, leaves braces as they are.
RUN make &> log
         ^^^^^^ dash, which is sh here, starts the command in the background and redirects its output alone.
RUN function f { ls; }; f
    ^^^^^^^^^^ dash, which is sh here, has no "function", only f().
RUN pushd x && popd
    ^^^^^ dash, which is sh here, has no pushd.
               ^^^^ dash, which is sh here, has no popd.
RUN cat <<< x
        ^^^^^ dash, which is sh here, has no <<<.
RUN ls |& cat
    ^^^^^^^^^ dash, which is sh here, has no |&.
RUN if [[ a = b ]]; then ls; fi
       ^^^^^^^^^^^ dash, which is sh here, has no [[ ]].
RUN sh -c '[[ a ]]'
           ^^^^^^^ dash, which is sh here, has no [[ ]].
RUN <<EOT
source x
^^^^^^ dash, which is sh here, has no source.
EOT
===>
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN [[ -f x ]] && [[ -f y ]]
RUN a=(1 2) && echo
RUN source x && cat <(ls)
RUN mkdir -p {a,b} && touch f{1..3}
RUN make &> log
RUN function f { ls; }; f
RUN pushd x && popd
RUN cat <<< x
RUN ls |& cat
RUN if [[ a = b ]]; then ls; fi
RUN sh -c '[[ a ]]'
RUN <<EOT
source x
EOT

### what sh has
FROM debian:12
RUN [ -f x ] && . x && echo "{a,b}" '[[ ]]' ${a} > log 2>&1
RUN f() { ls; }; f && find . -exec echo {} \;
RUN awk '{print $1,$2}' x
RUN bash -c '[[ a ]] && source x && ls {a,b}'
RUN ["/bin/bash", "-c", "source x"]
RUN <<EOT
#!/bin/bash
source x
EOT
RUN <<EOT bash
source x
EOT
SHELL ["/bin/bash", "-c"]
RUN [[ a ]] && source x

### exec form with sh
FROM debian:12
RUN ["/bin/sh", "-c", "source x"]
                       ^^^^^^ dash, which is sh here, has no source.
===> no fix

### BusyBox has some of it
FROM alpine:3.22
RUN [[ -f x ]] && source x && cat <(ls) && make &> log
RUN function f { ls; }; f
RUN a=(1 2)
    ^^^^^^^ BusyBox's ash, which is sh here, has no arrays.
RUN mkdir {a,b} && pushd x && cat <<< x
          ^^^^^ BusyBox's ash, which is sh here, leaves braces as they are.
                   ^^^^^ BusyBox's ash, which is sh here, has no pushd.
                                  ^^^^^ BusyBox's ash, which is sh here, has no <<<.
RUN ls |& cat
    ^^^^^^^^^ BusyBox's ash, which is sh here, has no |&.
===> no fix

### bash is there
FROM alpine:3.22
RUN apk add bash
RUN pushd x
    ^^^^^ BusyBox's ash, which is sh here, has no pushd.
===>
FROM alpine:3.22
RUN apk add bash
SHELL ["/bin/bash", "-c"]
RUN pushd x

### another shell, an unknown one, a link in its place
FROM fedora:43
RUN source x
FROM example.com/base
RUN [[ a ]]
FROM debian:12 AS base
SHELL ["/bin/bash", "-c"]
FROM base
RUN source x

### a link in its place
FROM ubuntu:24.04
RUN ln -sf /bin/bash /bin/sh
RUN source x

### without FROM
RUN source x
