### blanks behind the character
FROM debian:12
RUN a \ 
      ^^ Blanks stand behind this continuation character; to a shell it would continue nothing.
    b
RUN a \	
      ^^ Blanks stand behind this continuation character; to a shell it would continue nothing.
    b \  
    c
RUN a \
    b
===>
FROM debian:12
RUN a \
    b
RUN a \
    b \
    c
RUN a \
    b

### at the end of the file
FROM debian:12
RUN a \
      ^ The file ends here, so this continues nothing.
===>
FROM debian:12
RUN a

### at the end of the file, comments behind
FROM debian:12
RUN a && \
         ^ The file ends here, so this continues nothing.
    # comment
===>
FROM debian:12
RUN a &&
    # comment

### at the end of the file, on a line of its own
FROM debian:12
RUN a \
    b \
    \
    ^ The file ends here, so this continues nothing.
===> no fix

### not at the end of the file
FROM debian:12
RUN a \

RUN b

### with a backtick
# escape=`
FROM debian:12
RUN a `  
      ^^^ Blanks stand behind this continuation character; to a shell it would continue nothing.
    b C:\ 
RUN c `
      ^ The file ends here, so this continues nothing.
===>
# escape=`
FROM debian:12
RUN a `
    b C:\ 
RUN c

### in a heredoc
FROM debian:12
RUN <<EOF
a \ 
b
EOF

### an escaped one
FROM debian:12
RUN a \\
