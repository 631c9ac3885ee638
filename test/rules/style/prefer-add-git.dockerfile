### the RUN does nothing else
# syntax=docker/dockerfile:1
FROM debian:12
RUN git clone https://github.com/a/b.git /src
    ^^^^^^^^^ ADD fetches a repository without git, and knows when the branch moved.
RUN git clone --depth=1 --branch v1 https://github.com/a/b
    ^^^^^^^^^ ADD fetches a repository without git, and knows when the branch moved.
RUN git clone -q --recursive https://example.com/a/b.git c
    ^^^^^^^^^ ADD fetches a repository without git, and knows when the branch moved.
===>
# syntax=docker/dockerfile:1
FROM debian:12
ADD https://github.com/a/b.git /src
ADD https://github.com/a/b.git#v1 b
ADD https://example.com/a/b.git c

### it does more, or the address has to end in .git
# syntax=docker/dockerfile:1
FROM debian:12
RUN git clone https://github.com/a/b.git && cd b && make
    ^^^^^^^^^ ADD fetches a repository without git, and knows when the branch moved.
RUN git clone https://example.com/a/b /src
    ^^^^^^^^^ ADD fetches a repository without git, and knows when the branch moved.
===> no fix

### the frontend is not known
FROM debian:12
RUN git clone https://github.com/a/b.git /src
    ^^^^^^^^^ ADD fetches a repository without git, and knows when the branch moved.
===> no fix

### what ADD can't do, or would leave behind
FROM debian:12
RUN git clone git@github.com:a/b.git
RUN git clone "https://$HOST/a/b.git" && git clone https://user@example.com/a/b.git
RUN --mount=type=ssh git clone https://github.com/a/b.git
RUN apt-get install -y git && git clone https://github.com/a/b.git
RUN git clone https://github.com/a/b.git && make -C b install && rm -rf b
RUN git clone --mirror https://github.com/a/b.git
RUN (git clone https://github.com/a/b.git)
RUN git pull && git init

### a frontend that is too old
# syntax=docker/dockerfile:1.4
FROM debian:12
RUN git clone https://github.com/a/b.git /src
