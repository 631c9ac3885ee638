### blanks and tabs, also behind a line continuation and a comment
FROM debian  
           ^^ This line ends with blanks.
# a comment 
           ^ This line ends with blanks.
RUN true \  
          ^^ This line ends with blanks.
  # inside	
          ^ This line ends with blanks.
  && false	 
          ^^ This line ends with blanks.
===>
FROM debian
# a comment
RUN true \
  # inside
  && false

### a line of nothing else
FROM debian
   
^^^ This line ends with blanks.
CMD ["bash"]
===>
FROM debian

CMD ["bash"]

### a parser directive
# syntax=docker/dockerfile:1 
                            ^ This line ends with blanks.
FROM debian
===>
# syntax=docker/dockerfile:1
FROM debian

### here-documents keep theirs
FROM debian
RUN <<EOF  
         ^^ This line ends with blanks.
echo a  
  
EOF
COPY <<A <<B /x/ 
                ^ This line ends with blanks.
a 
A
b 
B
USER app 
        ^ This line ends with blanks.
===>
FROM debian
RUN <<EOF
echo a  
  
EOF
COPY <<A <<B /x/
a 
A
b 
B
USER app

### a trigger's here-document too
FROM debian
ONBUILD RUN <<EOF
echo a  
EOF

### one that is never closed
FROM debian
RUN <<EOF
echo a  

### with another escape character
# escape=`
FROM debian
RUN dir ` 
         ^ This line ends with blanks.
  C:\
===>
# escape=`
FROM debian
RUN dir `
  C:\

### the last line has no newline
FROM debian 
           ^ This line ends with blanks.
--- no final newline

### none
FROM debian
RUN echo "a  b"
