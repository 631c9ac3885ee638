### behind a keyword, flags and words
FROM  --platform=$BUILDPLATFORM   debian  AS   build
    ^^ There are 2 spaces between two words.
                               ^^^ There are 3 spaces between two words.
                                        ^^ There are 2 spaces between two words.
                                            ^^^ There are 3 spaces between two words.
COPY   --link  a   b  /c
    ^^^ There are 3 spaces between two words.
             ^^ There are 2 spaces between two words.
                ^^^ There are 3 spaces between two words.
                    ^^ There are 2 spaces between two words.
===>
FROM --platform=$BUILDPLATFORM debian AS build
COPY --link a b /c

### ENV, LABEL, ARG and EXPOSE
FROM debian
ENV  A=1  B="x  y"
   ^^ There are 2 spaces between two words.
        ^^ There are 2 spaces between two words.
LABEL a=b  c=d
         ^^ There are 2 spaces between two words.
ARG  X  Y
   ^^ There are 2 spaces between two words.
      ^^ There are 2 spaces between two words.
EXPOSE 80  81
         ^^ There are 2 spaces between two words.
===>
FROM debian
ENV A=1 B="x  y"
LABEL a=b c=d
ARG X Y
EXPOSE 80 81

### the old form of ENV: what is in the value stays
FROM debian
ENV NAME  a  b
        ^^ There are 2 spaces between two words.
LABEL name   a  b
          ^^^ There are 3 spaces between two words.
===>
FROM debian
ENV NAME a  b
LABEL name a  b

### between the words of a shell and around what joins commands
FROM debian
RUN  apt-get   update  &&  apt-get install  -y curl |  cat
   ^^ There are 2 spaces between two words.
            ^^^ There are 3 spaces between two words.
                     ^^ There are 2 spaces between two words.
                         ^^ There are 2 spaces between two words.
                                          ^^ There are 2 spaces between two words.
                                                     ^^ There are 2 spaces between two words.
===>
FROM debian
RUN apt-get update && apt-get install -y curl | cat

### redirections and compounds
FROM debian
RUN echo  a   >  /b  2>&1 ;  if true;  then echo b; fi  && for x in a  "b  c"; do  echo "$x"; done
        ^^ There are 2 spaces between two words.
           ^^^ There are 3 spaces between two words.
               ^^ There are 2 spaces between two words.
                   ^^ There are 2 spaces between two words.
                           ^^ There are 2 spaces between two words.
                                     ^^ There are 2 spaces between two words.
RUN A=1  B="x  y"   env   \
       ^^ There are 2 spaces between two words.
                 ^^^ There are 3 spaces between two words.
    # why  so
    &&  true
      ^^ There are 2 spaces between two words.
===>
FROM debian
RUN echo a > /b 2>&1 ; if true; then echo b; fi  && for x in a  "b  c"; do  echo "$x"; done
RUN A=1 B="x  y" env   \
    # why  so
    && true

### nested quotes
FROM debian
RUN echo "$(echo "a  b" 'c  d')" `echo  e` ${X:-a  b}  f
                                                     ^^ There are 2 spaces between two words.

### quotes, substitutions and escaped blanks
FROM debian
RUN echo "a  b" 'c  d' "$(echo  e)" f\  g
RUN sh -c 'echo  a'
RUN echo $(echo  a)

### continuation lines and their indentation
FROM debian
RUN apt-get update   \
    && apt-get install -y \
         curl     \
         git
ENV A=1    \
    B=2

### what stands at the ends of lines, and indentation with tabs
FROM debian
RUN apt-get update     && \
	    apt-get install -y \
	  curl               && \
    rm -rf /x          ;  \
    true

### comments of a shell
FROM debian
RUN true   # why
RUN true \
    # one   two
    && false

### what the image would keep
FROM debian
CMD echo  a
ENTRYPOINT exec  a
HEALTHCHECK --interval=5s CMD curl  x
ONBUILD RUN true  &&  false
MAINTAINER a  b
WORKDIR /a  b

### the gap behind their keyword
FROM debian
CMD  echo  a
   ^^ There are 2 spaces between two words.
WORKDIR   /a  b
       ^^^ There are 3 spaces between two words.
HEALTHCHECK  --interval=5s   CMD  curl
           ^^ There are 2 spaces between two words.
                          ^^^ There are 3 spaces between two words.
===>
FROM debian
CMD echo  a
WORKDIR /a  b
HEALTHCHECK --interval=5s CMD  curl

### quotes in a COPY, which the builder splits all the same
FROM debian
COPY "a  b" /c
COPY "a"  /c
        ^^ There are 2 spaces between two words.

### JSON
FROM debian
CMD ["a  b",  "c"  ]
            ^^ There are 2 spaces between two words.
                 ^^ There are 2 spaces between two words.
COPY [  "a  b", \
      ^^ There are 2 spaces between two words.
         "/c"]
===>
FROM debian
CMD ["a  b", "c" ]
COPY [ "a  b", \
         "/c"]

### here-documents
FROM debian
RUN <<EOF
echo  a   b
EOF
COPY <<EOF /a
a  b
EOF

### tabs
FROM debian
COPY	a		b

### a shell that we don't read
FROM mcr.microsoft.com/windows/servercore
SHELL ["powershell"]
RUN Write-Host  a   b

### words in a column are told all the same where everything is asked for
ENV HOME        /app
        ^^^^^^^^ There are 8 spaces between two words.
ENV DESTINATION /srv
===>
ENV HOME /app
ENV DESTINATION /srv
