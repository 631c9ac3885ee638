### cd that leads, and the directory of before
FROM debian:12
RUN cd /app && make
    ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
WORKDIR /srv
# Build it.
RUN cd src \
    ^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
    && ./configure \
    && make
RUN --mount=type=cache,target=/c cd /app && make
                                 ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
run cd /a && b
    ^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
===>
FROM debian:12
WORKDIR /app
RUN make
WORKDIR /
WORKDIR /srv
WORKDIR /srv/src
# Build it.
RUN ./configure \
    && make
WORKDIR /srv
WORKDIR /app
RUN --mount=type=cache,target=/c make
WORKDIR /srv
workdir /a
run b
workdir /srv

### a cd anywhere
FROM debian:12
WORKDIR /srv
RUN make && cd /app && make
            ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN (cd /app && make) && make install
     ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN cd /app; make
    ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN cd "$DIR" && make
    ^^^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN cd ~/x && make
    ^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN cd /a && cd b && make
    ^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
             ^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN cd - && x
    ^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN cd /app
    ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN cd /app && make || true
    ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN if cd /app; then make; fi
       ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN echo $(cd /app && pwd)
           ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN sh -c 'cd /app && make'
           ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN ["sh", "-c", "cd /app && make"]
                  ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN <<EOT
cd /app
^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
make
EOT
RUN cd /app && cat <<EOT > x
    ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
text
EOT
===> no fix

### a relative path without a WORKDIR to be relative to
FROM node:20
RUN cd app && npm ci
    ^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
===>
FROM node:20
WORKDIR /app
RUN npm ci
WORKDIR /

### where to go back to is not known
FROM example.com/base
RUN cd /app && npm ci
    ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
===> no fix

### what is no cd
FROM debian:12
WORKDIR /app
RUN pushd /app && make && popd
RUN echo cd /app && git -C /app status
ONBUILD RUN cd /app && make

### hadolint: one for each RUN, in subshells too, no triggers
RUN cd /app && make && cd /srv
    ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN (cd /app && make)
     ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN echo $(cd /app; pwd)
           ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN ["cd", "/app"]
      ^^^^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
RUN sh -c 'cd /app && make'
RUN git clone x && (cd x)
                    ^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
ONBUILD RUN cd /app
--- settings: {"hadolint": true}

### hadolint: nothing is read where the bracket of a test is not closed
FROM debian
RUN if [ "$A" = b]; then cd /app; fi
RUN [ -f a ; cd /app
RUN [ -f a ] > /dev/null && cd /app
                            ^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
--- settings: {"hadolint": true}
