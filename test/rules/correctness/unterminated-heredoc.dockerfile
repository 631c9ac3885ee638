### to the end of the file
FROM debian:12
RUN <<EOF
    ^^^^^ The heredoc EOF is never closed.
a
 EOF
===>
FROM debian:12
RUN <<EOF
a
 EOF
EOF

### no line behind it
FROM debian:12
COPY <<EOF /a
     ^^^^^ The heredoc EOF is never closed.
===>
FROM debian:12
COPY <<EOF /a
EOF

### spaces in front, where only tabs may stand
FROM debian:12
RUN <<-EOF
    ^^^^^^ The heredoc EOF is never closed.
a
  EOF
===>
FROM debian:12
RUN <<-EOF
a
  EOF
EOF

### two, and the second open
FROM debian:12
RUN a <<A && b <<B
               ^^^ The heredoc B is never closed.
x
A
y
===>
FROM debian:12
RUN a <<A && b <<B
x
A
y
B

### an instruction swallowed
FROM debian:12
RUN <<EOF
    ^^^^^ The heredoc EOF is never closed.
a
EOF;
CMD ["b"]
===>
FROM debian:12
RUN <<EOF
a
EOF;
CMD ["b"]
EOF

### closed
FROM debian:12
RUN <<EOF
a
EOF
RUN <<-EOF
	a
	EOF
RUN <<"E F"
a
E F
RUN << EOF
a
EOF

### no heredocs
FROM debian:12
RUN cat <<<a
RUN ["a", "<<EOF"]
CMD a <<EOF

### a shift in arithmetic reads as one
FROM debian:12
RUN echo $((1 << 2))
              ^^^^^^ The heredoc 2)) is never closed.
===> no fix

### as a destination
FROM debian:12
COPY a <<EOF
       ^^^^^ The destination of COPY is a path, not a heredoc.
x
EOF
ADD a b <<EOF
        ^^^^^ The destination of ADD is a path, not a heredoc.
x
EOF
COPY <<EOF /a
x
EOF
===> no fix

### behind ONBUILD
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD RUN <<EOF
            ^^^^^ The heredoc EOF is never closed.
a
===>
FROM debian:12
ONBUILD RUN <<EOF
a
EOF
