### no newline
FROM debian
CMD ["bash"]
           ^ The last line does not end with a newline.
--- no final newline
===>
FROM debian
CMD ["bash"]

### one line, which is a comment
# nothing
        ^ The last line does not end with a newline.
--- no final newline

### behind a here-document
FROM debian
RUN <<EOF
true
EOF
  ^ The last line does not end with a newline.
--- no final newline
===>
FROM debian
RUN <<EOF
true
EOF

### a here-document that is never closed
FROM debian
RUN <<EOF
true
   ^ The last line does not end with a newline.
--- no final newline
===> no fix

### in the middle of an instruction
FROM debian
RUN true \
         ^ The last line does not end with a newline.
--- no final newline
===>
FROM debian
RUN true \

### a newline
FROM debian

### an empty line at the end
FROM debian

===> no fix
