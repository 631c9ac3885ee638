### words without an equals sign
FROM debian:12
ENV A=b C
        ^ This word has no = behind it; a value with blanks in it needs quotes.
ENV A=b C D=e
        ^ This word has no = behind it; a value with blanks in it needs quotes.
ENV A=b c d
        ^ This word has no = behind it; a value with blanks in it needs quotes.
ENV A= b
       ^ This word has no = behind it; a value with blanks in it needs quotes.
ENV A=b "c d"
        ^^^^^ This word has no = behind it; a value with blanks in it needs quotes.
LABEL a=b \
      c
      ^ This word has no = behind it; a value with blanks in it needs quotes.
LABEL a=b c = d
          ^ This word has no = behind it; a value with blanks in it needs quotes.
ENV A=b C=$(date +%s)
                 ^^^^ This word has no = behind it; a value with blanks in it needs quotes.
LABEL a=${b }
            ^ This word has no = behind it; a value with blanks in it needs quotes.
===> no fix

### no names
FROM debian:12
ENV =b
    ^^ There is no name in front of the =.
ENV A=b =c
        ^^ There is no name in front of the =.
LABEL =b
      ^^ There is no name in front of the =.
ARG =b
    ^^ There is no name in front of the =.
ARG A = b
      ^ There is no name in front of the =.
ENV ""=b
    ^^^^ The name is empty.
===> no fix

### the old form, and values of all kinds
FROM debian:12
ENV A b c=d
ENV A b
LABEL a b
ENV A = b
ENV A=b\ c D="e f" G='h i' I=
ENV A=b=c
ENV "A"=b
ENV A-B=c
ARG A B C=d
LABEL "a b"=c

### quotes that stay open
FROM debian:12
ENV A="b
      ^ This quote is never closed.
ENV A='b
      ^ This quote is never closed.
ENV A it's
        ^ This quote is never closed.
ENV A="it's"
LABEL "a b" c
      ^ This quote is never closed.
ARG A="b
      ^ This quote is never closed.
COPY "a b" /c
     ^ This quote is never closed.
COPY it's /c
       ^ This quote is never closed.
COPY ["it's", "/c"]
      ^ This quote is never closed.
WORKDIR "/a
        ^ This quote is never closed.
USER it's
       ^ This quote is never closed.
VOLUME /it's
          ^ This quote is never closed.
EXPOSE "80 90"
       ^ This quote is never closed.
STOPSIGNAL "SIGTERM
           ^ This quote is never closed.
===> no fix

### where quotes do not matter
FROM debian:12
RUN it's
CMD it's
ENTRYPOINT it's
HEALTHCHECK CMD it's
MAINTAINER it's
CMD ["it's"]
SHELL ["it's"]

### substitutions
FROM debian:12
ENV A=${B} C=${B:-c} D=${B:+d} E=${B-e} F=${B+f} G=${B#g} H=${B##h} I=${B%i} J=${B%%j} K=${B/k/l} L=${B//l/m}
ENV A=${B:?must be there} C=${B?}
                ^^ This word has no = behind it; a value with blanks in it needs quotes.
ENV A=${B^}
      ^^^^^ The builder does not know this kind of substitution.
ENV A=${B,,}
      ^^^^^^ The builder does not know this kind of substitution.
ENV A=${B:=c}
      ^^^^^^^ The builder does not know this kind of substitution.
ENV A=${B=c}
      ^^^^^^ The builder does not know this kind of substitution.
ENV A=${B:0:1}
      ^^^^^^^^ The builder does not know this kind of substitution.
ENV A=${B[0]}
      ^^^^^^^ The builder does not know this kind of substitution.
ENV A=${B@Q}
      ^^^^^^ The builder does not know this kind of substitution.
ENV A=${!B}
      ^^^^^ The builder does not know this kind of substitution.
ENV A=${#B}
      ^^^^^ The builder does not know this kind of substitution.
ENV A=${B/c}
      ^^^^^^ The builder does not know this kind of substitution.
ENV A=${}
      ^^^ The builder does not know this kind of substitution.
ENV A=${B
      ^^^ The builder does not know this kind of substitution.
ENV A=${B:-${C}
      ^^^^^^^^^ The builder does not know this kind of substitution.
ENV A="x ${B^} y"
         ^^^^^ The builder does not know this kind of substitution.
ENV A='${B^}'
ENV A=\${B^}
ENV A=$B$ C=$(x) D=$$
===> no fix

### in other instructions
FROM debian:${TAG^}
            ^^^^^^^ The builder does not know this kind of substitution.
COPY --chown=${U^} a b
             ^^^^^ The builder does not know this kind of substitution.
COPY ${A^} b
     ^^^^^ The builder does not know this kind of substitution.
ADD --checksum=${S^} https://example.com/a b
               ^^^^^ The builder does not know this kind of substitution.
WORKDIR /${A^}
         ^^^^^ The builder does not know this kind of substitution.
USER ${A^}
     ^^^^^ The builder does not know this kind of substitution.
VOLUME /${A^}
        ^^^^^ The builder does not know this kind of substitution.
EXPOSE ${A^}
       ^^^^^ The builder does not know this kind of substitution.
RUN --mount=type=cache,target=/${A^} x
                               ^^^^^ The builder does not know this kind of substitution.
RUN ${A^}
CMD ${A^}
===> no fix

### above FROM
ARG A=${B^}
      ^^^^^ The builder does not know this kind of substitution.
FROM debian:12
===> no fix

### the bodies of heredocs
FROM debian:12
COPY <<EOF /a
it's "fine
${B^}
^^^^^ The builder does not know this kind of substitution; quote the delimiter of the heredoc to have its body taken as it is.
EOF
COPY <<"EOF" /a
${B^}
EOF
COPY <<EOF /a
\${B^} $(x)
EOF
RUN <<EOF
${B^}
EOF
===> no fix

### with a backtick
# escape=`
FROM debian:12
ENV A=`${B^} C="`"d" E=C:\new
ENV A="b
      ^ This quote is never closed.
ENV A=C:\x`"
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD ENV A=b C
                ^ This word has no = behind it; a value with blanks in it needs quotes.
ONBUILD ENV A="b
              ^ This quote is never closed.
ONBUILD ENV =b
            ^^ There is no name in front of the =.
===> no fix

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD ENV A=b C
                ^ This word has no = behind it; a value with blanks in it needs quotes.
ONBUILD ENV A="b
ONBUILD ENV =b
===> no fix
