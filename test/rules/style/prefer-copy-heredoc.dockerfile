### one file, its directory and mode
# syntax=docker/dockerfile:1
FROM debian:12
RUN echo hello world > /a
    ^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN echo "one" > /a && echo 'two  $x' >> /a && echo >> /a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN printf 'a\n\tb\\\n' > /a
    ^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN printf '%s\n' a "b c" > /a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN mkdir -p /etc/x && echo a > /etc/x/y && chmod 640 /etc/x/y
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN set -e; echo '#!/bin/sh' > run.sh; chmod +x run.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
===>
# syntax=docker/dockerfile:1
FROM debian:12
COPY <<'EOF' /a
hello world
EOF
COPY <<'EOF' /a
one
two  $x

EOF
COPY <<'EOF' /a
a
	b\
EOF
COPY <<'EOF' /a
a
b c
EOF
COPY --chmod=640 <<'EOF' /etc/x/y
a
EOF
COPY --chmod=0755 <<'EOF' run.sh
#!/bin/sh
EOF

### cat and a here-document
# syntax=docker/dockerfile:1
FROM debian:12
RUN cat <<EOT > /a
    ^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
one
two
EOT
RUN cat > /b <<'EOT' && chmod 0755 /b
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
echo "$HOME"
EOT
--- lineEnds: LF
===>
# syntax=docker/dockerfile:1
FROM debian:12
COPY <<'EOF' /a
one
two
EOF
COPY --chmod=0755 <<'EOF' /b
echo "$HOME"
EOF

### no fix where it is not sure what the shell writes
# syntax=docker/dockerfile:1
FROM debian:12
RUN echo "a\nb" > /a
    ^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN echo -n a > /a
    ^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN echo -e "a\tb" > /a
    ^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN printf 'a' > /a
    ^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN printf '%s-%s\n' a b > /a
    ^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
RUN echo a > /a && chmod g+w /a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
USER app
RUN echo a > /tmp/a
    ^^^^^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
===> no fix

### the frontend is not known
FROM debian:12
RUN echo a > /a
    ^^^^^^^^^^^ This only writes a file, which COPY does with a here-document.
===> no fix

### variables, more than one file, more than writing
FROM debian:12
RUN echo "$X" > /a && echo $(date) > /b
RUN echo a > /a && echo b > /b
RUN echo a >> /a
RUN echo a > /a && ls
RUN echo a > "$F"
RUN echo a | tee /a
RUN echo a > /etc/hosts && echo a > /a
RUN echo 1 > /proc/sys/x
RUN cat x > /a
RUN cat x y > /a
RUN (echo a; echo b) > /a
RUN mkdir -p /x && echo a > /y/z
RUN echo *.c > /a
RUN echo a > /a || true
RUN --mount=type=cache,target=/x echo a > /x/a
RUN cat <<EOT > /a
$HOME
EOT
RUN <<EOT
echo a > /a
EOT
RUN ["echo", "a"]
ONBUILD RUN echo a > /a

### a frontend that is too old
# syntax=docker/dockerfile:1.2
FROM debian:12
RUN echo a > /a
