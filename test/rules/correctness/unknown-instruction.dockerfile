### near to one
FROM debian:12
RUNN a
^^^^ RUNN is no instruction; RUN is the nearest.
COPPY a b
^^^^^ COPPY is no instruction; COPY is the nearest.
WORKDR /srv
^^^^^^ WORKDR is no instruction; WORKDIR is the nearest.
ENTRYPIONT ["a"]
^^^^^^^^^^ ENTRYPIONT is no instruction; ENTRYPOINT is the nearest.
run b
Cmd ["c"]
VOLUM /a
^^^^^ VOLUM is no instruction; VOLUME is the nearest.
===>
FROM debian:12
RUN a
COPY a b
WORKDIR /srv
ENTRYPOINT ["a"]
run b
Cmd ["c"]
VOLUME /a

### two letters off, and in small letters: for a person to look at
FROM debian:12
ETRYPONT ["a"]
^^^^^^^^ ETRYPONT is no instruction; ENTRYPOINT is the nearest.
runn a
^^^^ runn is no instruction; RUN is the nearest.
cd /srv
^^ cd is no instruction; CMD is the nearest.
===>
FROM debian:12
ENTRYPOINT ["a"]
run a
cmd /srv

### near to none, or to two
FROM debian:12
INCLUDE base.dockerfile
^^^^^^^ INCLUDE is no instruction; if it continues the line above, that one lacks its continuation character.
apt-get install curl
^^^^^^^ apt-get is no instruction; if it continues the line above, that one lacks its continuation character.
&& rm -rf /tmp
^^ No instruction begins like this; if it continues the line above, that one lacks its continuation character.
PASSWORD=hunter2secret
^^^^^^^^^^^^^^^^^^^^^^ No instruction begins like this; if it continues the line above, that one lacks its continuation character.
RU
^^ RU is no instruction; RUN is the nearest.
R U N x
^ R is no instruction; if it continues the line above, that one lacks its continuation character.
RUN:x
^^^^^ No instruction begins like this; if it continues the line above, that one lacks its continuation character.
;RUN x
^^^^ No instruction begins like this; if it continues the line above, that one lacks its continuation character.
===>
FROM debian:12
INCLUDE base.dockerfile
apt-get install curl
&& rm -rf /tmp
PASSWORD=hunter2secret
RUN
R U N x
RUN:x
;RUN x

### a line that the one above was to continue
FROM debian:12
RUN apt-get update &&
    apt-get install --yes curl
    ^^^^^^^ apt-get is no instruction; if it continues the line above, that one lacks its continuation character.
===> no fix

### every instruction there is
FROM debian:12
ARG A
ENV B=1
LABEL c=d
RUN true
COPY a b
ADD a b
WORKDIR /srv
USER a
VOLUME /a
EXPOSE 80
STOPSIGNAL 9
SHELL ["a"]
HEALTHCHECK NONE
ONBUILD RUN true
MAINTAINER a
ENTRYPOINT ["a"]
CMD ["a"]

### a keyword in two pieces
FROM debian:12
RU\
N true
\
COPY a b

### a lone escape character
FROM debian:12
\
^ No instruction begins like this; if it continues the line above, that one lacks its continuation character.
===> no fix

### a heredoc of an instruction that takes none
FROM debian:12
CMD <<EOF
echo
^^^^ echo is no instruction; if it continues the line above, that one lacks its continuation character.
EOF
^^^ EOF is no instruction; ENV is the nearest.
===>
FROM debian:12
CMD <<EOF
echo
ENV

### the first line of all
RUNN x
^^^^ RUNN is no instruction; RUN is the nearest.
===>
RUN x

### behind ONBUILD it is another rule's
FROM debian:12
ONBUILD RUNN x

### a frontend of one's own
# syntax=registry.example.com/frontend:1
FROM debian:12
INCLUDE+ base
^^^^^^^^ No instruction begins like this; if it continues the line above, that one lacks its continuation character.
RUNN x
^^^^ RUNN is no instruction; RUN is the nearest.
===>
# syntax=registry.example.com/frontend:1
FROM debian:12
INCLUDE+ base
RUN x

### a heredoc whose delimiter stands apart
FROM debian:12
RUN << EOF
RUNN x
EOF
COPY <<  "A B" /x
x
A B
RUN cat <<< x
RUN <<-
