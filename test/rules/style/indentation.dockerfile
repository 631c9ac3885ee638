### an instruction of a stage
FROM debian
USER app
  RUN true
  ^^^ This is indented otherwise than the first instruction of the stage.
	CMD ["bash"]
	^^^ This is indented otherwise than the first instruction of the stage.
===>
FROM debian
USER app
RUN true
CMD ["bash"]

### each stage as its first instruction says
FROM debian AS a
  USER app
  RUN true
FROM debian
USER app
RUN true

### against the first
FROM debian
  USER app
RUN true
^^^ This is indented otherwise than the first instruction of the stage.
===>
FROM debian
  USER app
  RUN true

### lines of a list
FROM debian
ENV A=1 \
    B=2 \
  C=3 \
  ^^^ This is indented otherwise than the first of these lines.
    D=4
LABEL a=1 \
	b=2 \
    c=3
    ^^^ This is indented otherwise than the first of these lines.
===>
FROM debian
ENV A=1 \
    B=2 \
    C=3 \
    D=4
LABEL a=1 \
	b=2 \
	c=3

### a list with several on a line
FROM debian
COPY a b \
     c d \
     /e
EXPOSE 80 81 \
       82

### nested lines of a RUN
FROM debian
RUN if true; then \
      echo a; \
    fi \
  && true

### tabs and spaces in a RUN
FROM debian
RUN true \
    && a \
	&& b \
^ This line is indented with tabs and spaces where the ones above are with one of them.
	&& c
===> no fix

### comments and here-documents in a RUN
FROM debian
RUN true \
    && a \
	# why
    && b
RUN <<EOF
	a
  b
EOF

### no FROM
USER app
  RUN true
