### more than one
FROM debian


^ There are 2 empty lines, where 1 is enough.
USER app


^ There are 3 empty lines, where 1 is enough.

CMD ["bash"]
===>
FROM debian

USER app

CMD ["bash"]

### lines of blanks are empty
FROM debian
  

^ There are 2 empty lines, where 1 is enough.
USER app
===>
FROM debian
  
USER app

### one
FROM debian

USER app

### a comment at the start
# a comment

FROM debian

### at the start

^ There is 1 empty line at the start of the file.
FROM debian

### at the end
FROM debian

^ There is 1 empty line at the end of the file.
===>
FROM debian

### several at the end
FROM debian

^ There are 2 empty lines at the end of the file.

===>
FROM debian

### here-documents keep theirs
FROM debian
RUN <<EOF
true


true
EOF
CMD ["bash"]

### inside an instruction
FROM debian
RUN true \


^ There are 2 empty lines, where 1 is enough.
  && false
===>
FROM debian
RUN true \

  && false

### around a comment
FROM debian

# one

# two

USER app

### as many as the option says
FROM debian


USER app



^ There are 3 empty lines, where 2 are enough.
CMD ["bash"]
--- settings: {"options": {"max": 2}}

### none by the option
FROM debian

^ There is 1 empty line, where 0 are enough.
# hadolint ignore=DL3006
USER app
--- settings: {"options": {"max": 0}}
===> no fix
