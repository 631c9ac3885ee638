### one line, several, and only blanks in it
FROM debian:12
RUN a && \

    b
    ^ An instruction goes on over an empty line above.
RUN a && \


    b && \
  	
    c
    ^ An instruction goes on over an empty line above.
COPY a \

  b
  ^ An instruction goes on over an empty line above.
===>
FROM debian:12
RUN a && \
    b
RUN a && \
    b && \
    c
COPY a \
  b

### comments are fine
FROM debian:12
RUN a && \
    # comment
    b
RUN a && \
    # comment

    b
    ^ An instruction goes on over an empty line above.
===>
FROM debian:12
RUN a && \
    # comment
    b
RUN a && \
    # comment
    b

### heredocs are not concerned
FROM debian:12
RUN <<EOF
a \

b
EOF

### it swallows the next instruction
FROM debian:12
RUN a && \

RUN b
^^^^^ An instruction goes on over an empty line above.
===>
FROM debian:12
RUN a && \
RUN b

### behind ONBUILD, in FROM, with a backtick
# escape=`
FROM debian:12 `

  AS a
  ^^^^ An instruction goes on over an empty line above.
ONBUILD RUN b `

  c
  ^ An instruction goes on over an empty line above.
===>
# escape=`
FROM debian:12 `
  AS a
ONBUILD RUN b `
  c

### above the keyword
FROM debian:12
\

RUN a
^^^^^ An instruction goes on over an empty line above.
===>
FROM debian:12
\
RUN a

### at the end of the file
FROM debian:12
RUN a && \

# comment
^ An instruction goes on over an empty line above.
===>
FROM debian:12
RUN a && \
# comment
