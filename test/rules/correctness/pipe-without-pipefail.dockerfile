### a pipe of any kind
FROM debian:12
RUN wget -qO- x | tar xz
    ^^^^^^^^^^^^^^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN a |& b
    ^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN echo $(a | b)
           ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN X=`a | b` c
       ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN (a | b) && { c | d; }
     ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN for i in $(a | b); do c; done
               ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN if a | b; then c; fi
       ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN [[ $(a | b) = c ]]
         ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN while read x; do a; done < <(b | c)
                                 ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN cat <<EOT
$(a | b)
  ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
EOT
RUN <<EOT
a | b
^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
EOT
RUN sh -c 'a | b'
           ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN ["sh", "-c", "a | b"]
                  ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===>
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN wget -qO- x | tar xz
RUN a |& b
RUN echo $(a | b)
RUN X=`a | b` c
RUN (a | b) && { c | d; }
RUN for i in $(a | b); do c; done
RUN if a | b; then c; fi
RUN [[ $(a | b) = c ]]
RUN while read x; do a; done < <(b | c)
RUN cat <<EOT
$(a | b)
EOT
RUN <<EOT
a | b
EOT
RUN sh -c 'a | b'
RUN ["sh", "-c", "a | b"]

### no pipe
FROM debian:12
RUN a || b
RUN echo "a | b" 'c | d' e\|f
RUN case x in a|b) c;; esac
RUN ["echo", "a", "|", "b"]
ONBUILD RUN a | b
CMD a | b

### set in the RUN, before the pipe
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN set -o pipefail && a | b
RUN set -euo pipefail; a | b
RUN set -euxo pipefail \
    && a | b
RUN <<EOT
set -o pipefail
a | b
EOT
RUN a | b && set -o pipefail
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN set -eu && a | b
               ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===>
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN set -o pipefail && a | b
RUN set -euo pipefail; a | b
RUN set -euxo pipefail \
    && a | b
RUN <<EOT
set -o pipefail
a | b
EOT
RUN a | b && set -o pipefail
RUN set -eu && a | b

### SHELL
FROM debian:12 AS one
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN a | b
RUN sh -c 'c | d'
FROM one
RUN a | b
SHELL ["/bin/bash", "-c"]
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
SHELL ["/bin/bash", "-euxo", "pipefail", "-c"]
RUN a | b
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
SHELL ["zsh", "-o", "pipefail", "-c"]
RUN a | b
SHELL ["pwsh", "-Command"]
RUN a | b
SHELL ["cmd", "/S", "/C"]
RUN a | b

### a shell that is called for it
FROM debian:12
RUN ["/bin/bash", "-o", "pipefail", "-c", "a | b"]
RUN bash -o pipefail -c 'a | b'
RUN bash -c 'set -o pipefail; a | b'
RUN ["/bin/bash", "-c", "a | b"]
                         ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===> no fix

### the shell of the base
FROM alpine:3.20
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
FROM alpine:3.20
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
RUN a | b
FROM alpine:3.20
RUN apk add bash
# What it is for.
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
FROM example.com/base
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===>
FROM alpine:3.20
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
RUN a | b
FROM alpine:3.20
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
RUN a | b
FROM alpine:3.20
RUN apk add bash
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# What it is for.
RUN a | b
FROM example.com/base
RUN a | b

### both ways on Alpine
FROM alpine:3.20
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===> Set pipefail in this RUN
FROM alpine:3.20
RUN set -o pipefail && a | b

### the rest of the list runs in the background
FROM example.com/base
SHELL ["bash", "-exc"]
RUN a | b & c
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===> no fix

### yes ends by a broken pipe
FROM alpine:3.20
RUN yes | a
    ^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===> no fix

### so does a loop without an end
FROM alpine:3.20
RUN (while true; do sleep 1; echo y; done) | a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
===> no fix

### the pipe that can fail is the one that is marked
FROM alpine:3.20
RUN echo a | tee b && curl c | tar x
                      ^^^^^^^^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.

### hadolint: SHELL of the stage, the last one
FROM debian:12 AS one
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN a | b
FROM one
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN a | b
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
SHELL ["/bin/zsh", "-o", "pipefail", "-c"]
RUN a | b
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
RUN a | b
SHELL ["/bin/bash", "-c"]
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
SHELL ["pwsh", "-c"]
RUN a | b
SHELL ["powershell.exe", "-c"]
RUN a | b
SHELL ["cmd"]
RUN a | b
--- settings: {"hadolint": true}

### hadolint: neither set nor a pragma counts, exec form does
# hadolint shell=powershell
FROM debian:12
RUN set -o pipefail && a | b
                       ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN ["a", "|", "b"]
      ^^^^^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN ["sh", "-c", "a | b"]
      ^^^^^^^^^^^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN bash -c 'a | b'
RUN echo $(a | b)
           ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN a |& b
    ^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN a || b
RUN a | b | c && d | e
    ^^^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
RUN a | ( b
ONBUILD RUN a | b
--- settings: {"hadolint": true}

### hadolint: without FROM
RUN a | b
    ^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
--- settings: {"hadolint": true}
