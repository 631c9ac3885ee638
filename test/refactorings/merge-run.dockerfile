### all RUNs around the cursor, in the file's own layout
FROM debian:12
RUN apt-get update \
	&& apt-get install -y \
		curl
RUN <|>mkdir -p /srv
RUN chmod 700 /srv
===>
FROM debian:12
RUN apt-get update \
	&& apt-get install -y \
		curl \
	&& mkdir -p /srv \
	&& chmod 700 /srv

### only the selected ones
FROM debian:12
RUN one
<|>RUN two
RUN three
<|>RUN four
===>
FROM debian:12
RUN one
RUN two && \
    three
RUN four

### the cursor in the comment above
FROM debian:12
RUN one
# abo<|>ut two
RUN two
===>
FROM debian:12
RUN one && \
    # about two
    two

### comments and blank lines between, and inside
FROM debian:12
RUN one && \
    # inside
    more<|>

# between
# and again

RUN two
===>
FROM debian:12
RUN one && \
    # inside
    more && \
    # between
    # and again
    two

### a comment at the end of a line would swallow what follows
FROM debian:12
RUN one # first
RUN two # second<|>
RUN three # third
===>
FROM debian:12
# first
RUN one && \
    # second
    two && \
    three # third

### lists that are not only && are grouped, but for the first one
FROM debian:12
RUN a || b<|>
RUN c; d;
RUN e || f
RUN { g; h; }
RUN if i; then j; fi
===>
FROM debian:12
RUN a || b && \
    { c; d; } && \
    { e || f; } && \
    { g; h; } && \
    if i; then j; fi

### a trailing semicolon goes
FROM debian:12
RUN a;<|>
RUN b ;
===>
FROM debian:12
RUN a && \
    b ;

### a changed directory stays in a subshell
FROM debian:12
RUN cd /src && make<|>
RUN make install
===>
FROM debian:12
RUN (cd /src && make) && \
    make install

### unless each one enters its own
FROM debian:12
RUN cd /src && make<|>
RUN cd /doc && make
===>
FROM debian:12
RUN cd /src && make && \
    cd /doc && make

### the last one may leave behind what it likes
FROM debian:12
RUN make<|>
RUN export A=b && cd /doc && make
===>
FROM debian:12
RUN make && \
    export A=b && cd /doc && make

### a variable that a later one sets for itself
FROM debian:12
RUN deps='a b' && apt-get install -y $deps<|>
RUN deps='c' && apt-get install -y $deps
===>
FROM debian:12
RUN deps='a b' && apt-get install -y $deps && \
    deps='c' && apt-get install -y $deps

### a variable that a later one would see
FROM debian:12
RUN for i in a b; do touch $i; done<|>
RUN echo "$i" > /log
===>
FROM debian:12
RUN (for i in a b; do touch $i; done) && \
    echo "$i" > /log

### a subshell in front of a subshell
FROM debian:12
RUN (make) && cd /doc<|>
RUN make
===>
FROM debian:12
RUN ( (make) && cd /doc) && \
    make

### exports, functions, traps and exits
FROM debian:12
RUN export A=b && make<|>
RUN f() { make; }; f
RUN trap cleanup EXIT; make
RUN make || exit 0
RUN make install
===>
FROM debian:12
RUN (export A=b && make) && \
    (f() { make; }; f) && \
    (trap cleanup EXIT; make) && \
    (make || exit 0) && \
    make install

### set -x only prints
FROM debian:12
RUN set -x && make<|>
RUN make install; true
===>
FROM debian:12
RUN set -x && make && \
    { make install; true; }

### set -e with && throughout
FROM debian:12
RUN set -eux && make<|>
RUN set -eux && make install
===>
FROM debian:12
RUN set -eux && make && \
    set -eux && make install

### set -e must not stop what went on before
FROM debian:12
RUN set -e && make<|>
RUN make check; make install
===>
FROM debian:12
RUN (set -e && make) && \
    { make check; make install; }

### the first RUN keeps its own set -e, whose last command comes in front of &&
FROM debian:12
RUN set -e; make; make check<|>
RUN make install
===>
FROM debian:12
RUN set -e; make; make check && \
    make install

### set -e that stops a loop
FROM debian:12
RUN set -e; for i in a b; do make $i; touch $i; done<|>
RUN make install
===> refused: Line 2 is stopped by "set -e", which a shell ignores in front of "&&".

### SHELL with -e
FROM debian:12
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
RUN make; make check<|>
RUN make install
RUN make clean; make doc
===>
FROM debian:12
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
RUN make; make check && \
    make install && \
    { make clean; make doc; }

### a background process
FROM debian:12
RUN server & sleep 1; client<|>
RUN make
===> refused: Line 2 leaves a process in the background, which ends with its RUN.

### a service
FROM debian:12
RUN service mysql start && mysql -e 'create database a'<|>
RUN service mysql start && mysql -e 'create database b'
===> refused: Line 2 starts a service, which ends with its RUN.

### a service that is stopped again
FROM debian:12
RUN service mysql start && mysql -e 'create database a' && service mysql stop<|>
RUN make
===>
FROM debian:12
RUN service mysql start && mysql -e 'create database a' && service mysql stop && \
    make

### a file that is new in each RUN
FROM debian:12
RUN echo '10.0.0.1 mirror' >> /etc/hosts<|>
RUN curl mirror
===> refused: Line 2 works on a file that the builder mounts anew for each RUN.

### exec form
FROM debian:12
RUN ["apt-get", "update"]
RUN apt-get install -y curl<|>
===> refused: Line 2 is in exec form, which runs without a shell.

### exec form ends the row
FROM debian:12
RUN one
RUN two<|>
RUN ["three"]
RUN four
===>
FROM debian:12
RUN one && \
    two
RUN ["three"]
RUN four

### equal flags
FROM debian:12
RUN --network=none --mount=type=cache,target=/c one<|>
RUN --mount=type=cache,dst=/c --network=none two
===>
FROM debian:12
RUN --network=none --mount=type=cache,target=/c one && \
    two

### a cache mount serves the other commands too
FROM node:20
RUN make<|>
RUN --mount=type=cache,target=/root/.npm npm ci
===>
FROM node:20
RUN --mount=type=cache,target=/root/.npm make && \
    npm ci

### a cache mount that would hide files of another RUN
FROM node:20
RUN cp settings /root/.npm/settings<|>
RUN --mount=type=cache,target=/root/.npm npm ci
===> refused: Line 2 uses /root/.npm, which the cache mount of another line would hide.

### the same package manager with and without its cache
FROM node:20
RUN npm install -g serve<|>
RUN --mount=type=cache,target=/root/.npm npm ci
===> refused: Line 2 keeps npm files in /root/.npm, which the cache mount of another line would hide.

### a secret for the other commands
FROM node:20
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci<|>
RUN npm test
===> refused: The secret mount of line 2 would be open to the commands of another RUN.

### the same secret
FROM node:20
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci<|>
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm audit
===>
FROM node:20
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci && \
    npm audit

### a bind mount
FROM node:20
RUN --mount=type=bind,source=package.json,target=package.json npm ci<|>
RUN npm test
===> refused: The bind mount of line 2 would change what the commands of another RUN see.

### another network
FROM debian:12
RUN --network=none one<|>
RUN two
===> refused: Line 3 differs from line 2 in --network.

### what stands between
FROM debian:12
RUN apt-get update<|>
WORKDIR /srv
RUN make
===> refused: No other RUN stands directly before or behind line 2: WORKDIR on line 3 is between.

### nothing near
FROM debian:12
RUN make<|>
CMD ["make"]
===> refused: No other RUN stands directly before or behind line 2.

### a selection with something between
FROM debian:12
<|>RUN one
RUN two
USER app
RUN three<|>
===>
FROM debian:12
RUN one && \
    two
USER app
RUN three

### a selection of nothing but single ones
FROM debian:12
<|>RUN one
USER app
RUN three<|>
===> refused: USER on line 3 stands between.

### not at other instructions
FROM debian:12
RUN one
RUN two
CMD <|>["make"]
===> not offered

### ONBUILD
FROM debian:12
ONBUILD RUN one<|>
ONBUILD RUN two
===> refused: A RUN behind ONBUILD belongs to another build.

### ONBUILD ends the row
FROM debian:12
RUN one<|>
RUN two
ONBUILD RUN three
===>
FROM debian:12
RUN one && \
    two
ONBUILD RUN three

### FROM ends the row
FROM debian:12
RUN one
FROM debian:12
RUN two<|>
RUN three
===>
FROM debian:12
RUN one
FROM debian:12
RUN two && \
    three

### a login shell
FROM debian:12
SHELL ["/bin/bash", "-lc"]
RUN echo 'export A=b' >> ~/.profile<|>
RUN make $A
===> refused: SHELL reads profile files at the start of each RUN, so line 3 depends on being one of its own.

### PowerShell
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN Get-Item a<|>
RUN Get-Item b
===> refused: Line 3 is for PowerShell, where a list goes on after a failure.

### the backtick as escape character
# escape=`
FROM debian:12
RUN one `
 && two<|>
RUN three
===>
# escape=`
FROM debian:12
RUN one `
 && two `
 && three

### a selection that starts with a lone RUN, and whose neighbours do not merge
<|>FROM debian:12
RUN a
ENV B=1
RUN ["c"]
RUN d<|>
===> refused: Line 4 is in exec form, which runs without a shell.

### a comment that swallows the lines below it
FROM debian:12
RUN one # && \
    two<|>
RUN three
===> refused: Line 2 has a comment that swallows the lines below it.

### a here-document inside a command
FROM debian:12
RUN cat <<EOF > /a<|>
text
EOF
RUN two
===> refused: Line 2 has a here-document, whose body must come right behind its line.

### here-documents: each has its own status
FROM debian:12
RUN <<EOF
one
two
EOF
# note
RUN <|><<END
three
END
===>
FROM debian:12
RUN <<EOF
{
one
two
} || exit
# note
three
EOF

### here-documents that change the directory
FROM debian:12
RUN <<EOF
cd /src
make
EOF
RUN <|><<EOF
make
EOF
===>
FROM debian:12
RUN <<EOF
(
cd /src
make
) || exit
make
EOF

### here-documents with set -e
FROM debian:12
RUN <<EOF
set -e
one
two
EOF
RUN <|><<EOF
set -e
three
EOF
===>
FROM debian:12
RUN <<EOF
set -e
one
two
set -e
three
EOF

### here-documents, one of them with set -e
FROM debian:12
RUN <<EOF
set -e
one
EOF
RUN <|><<EOF
two
EOF
===> refused: Only one of line 2 and line 6 starts with "set -e".

### a here-document for another program
FROM debian:12
RUN <<EOF
#!/bin/sh
one
EOF
RUN <|><<EOF
two
EOF
===> refused: The here-document of line 2 is run by the program that its first line names.

### a here-document and a line
FROM debian:12
RUN <<EOF
one
EOF
RUN <|>two
===> refused: Only one of line 2 and line 5 is a here-document.

### ignore comments go above the merged RUN
FROM debian:12
# layerwise ignore=size/apt-no-recommends
RUN apt-get update<|>
# hadolint ignore=DL3008
RUN apt-get install -y curl
===>
FROM debian:12
# layerwise ignore=size/apt-no-recommends
# hadolint ignore=DL3008
RUN apt-get update && \
    apt-get install -y curl

### hadolint reads one comment only
FROM debian:12
# hadolint ignore=DL3008
RUN apt-get install -y curl<|>
# hadolint ignore=DL3013
RUN pip install a
===>
FROM debian:12
# hadolint ignore=DL3008,DL3013
RUN apt-get install -y curl && \
    pip install a

### pip that replaces itself in an image where it may lie elsewhere
FROM ubuntu:18.04
RUN pip3 install --upgrade pip<|>
RUN pip3 install flask
===>
FROM ubuntu:18.04
RUN (pip3 install --upgrade pip) && \
    pip3 install flask

### lower case, tabs
from debian:12
run	one<|>
	run two
===>
from debian:12
run	one && \
    two

### a mount that is emptied at the end of each RUN
FROM debian:12
RUN --mount=type=tmpfs,target=/tmp one<|>
RUN --mount=type=tmpfs,target=/tmp two
===> refused: What line 2 writes to its tmpfs mount is gone in the next RUN.

### one update and one clean-up are enough
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && \
    apt-get install -y git && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata && rm -rf /var/lib/apt/lists/*

### one update in the middle, with the comments that stand around it
FROM debian:12
RUN apt-get update \
 # a tool
 && apt-get install -y curl \
 # tidy up
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /tmp/* \
 && mkdir /srv/a<|>
# the second
RUN useradd app \
 # fresh lists
 && apt update \
 && apt install -y git \
 && apt clean \
 && rm -rf /var/lib/apt/lists/* /tmp/*
===>
FROM debian:12
RUN apt-get update \
 # a tool
 && apt-get install -y curl \
 # tidy up
 && rm -rf /tmp/* \
 && mkdir /srv/a \
 # the second
 && useradd app \
 # fresh lists
 && apt install -y git \
 && apt clean \
 && rm -rf /var/lib/apt/lists/* /tmp/*

### a RUN that is only an update goes whole
FROM debian:12
RUN apt-get update && apt-get install -y curl<|>
# fresh lists
RUN apt-get update # really
RUN apt-get install -y git
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && \
    # fresh lists
    # really
    apt-get install -y git

### the lists of a RUN stay in the image: its clean-up is not for them
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
RUN apt-get update && apt-get install -y git
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && \
    apt-get update && apt-get install -y git

### new sources between, so that the second update finds more
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
RUN echo 'deb http://example.org/debian stable main' > /etc/apt/sources.list.d/example.list
RUN apt-get update && apt-get install -y example && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && \
    echo 'deb http://example.org/debian stable main' > /etc/apt/sources.list.d/example.list && \
    apt-get update && apt-get install -y example && rm -rf /var/lib/apt/lists/*

### a script from the network may do anything to sources and lists
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
RUN curl -fsSL https://example.org/setup | bash - && apt-get update && apt-get install -y example && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && \
    curl -fsSL https://example.org/setup | bash - && apt-get update && apt-get install -y example && rm -rf /var/lib/apt/lists/*

### an architecture, a key, a package with sources, a file of unknown name
FROM debian:12
RUN apt-get update && dpkg --add-architecture i386<|>
RUN apt-get update && apt-key add /k
RUN apt-get update && apt-get install -y example-archive-keyring
RUN apt-get update && apt-get install -y ./a.deb
RUN apt-get update && cp a $TARGET
RUN apt-get update && apt-get install -y git
===>
FROM debian:12
RUN apt-get update && dpkg --add-architecture i386 && \
    apt-get update && apt-key add /k && \
    apt-get update && apt-get install -y example-archive-keyring && \
    apt-get update && apt-get install -y ./a.deb && \
    apt-get update && cp a $TARGET && \
    apt-get update && apt-get install -y git

### certificates matter where sources may need them
FROM example/base
RUN apt-get update && apt-get install -y ca-certificates<|>
RUN apt-get update && apt-get install -y git
===>
FROM example/base
RUN apt-get update && apt-get install -y ca-certificates && \
    apt-get update && apt-get install -y git

### and do not where they are those of the image
FROM debian:12
RUN apt-get update && apt-get install -y ca-certificates<|>
RUN apt-get update && apt-get install -y git
===>
FROM debian:12
RUN apt-get update && apt-get install -y ca-certificates && \
    apt-get install -y git

### lists that are not there any more, in a group that stays as it is
FROM debian:12
RUN apt-get update && apt-get install -y curl<|>
RUN make; rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && \
    { make; rm -rf /var/lib/apt/lists/*; } && \
    apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*

### an update that may fail is no update to rely on
FROM debian:12
RUN apt-get update; apt-get install -y curl<|>
RUN apt-get update && apt-get install -y git
RUN apt-get update || true
===>
FROM debian:12
RUN apt-get update; apt-get install -y curl && \
    apt-get update && apt-get install -y git && \
    { apt-get update || true; }

### another kind of update
FROM debian:12
RUN apt-get update && apt-get install -y curl<|>
RUN apt-get -o Acquire::Languages=none update && apt-get install -y git
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && \
    apt-get -o Acquire::Languages=none update && apt-get install -y git

### an installation that would find lists it did not find before
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
RUN apt-get install -y /srv/a.deb && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && \
    apt-get install -y /srv/a.deb && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*

### a command that looks at everything
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
RUN du -s /var > /size && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && \
    du -s /var > /size && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*

### clean-ups of other managers
FROM example/base
RUN dnf install -y a && dnf clean all<|>
RUN dnf install -y b && dnf clean all && rm -rf /var/cache/yum
RUN npm install -g c && npm cache clean --force
RUN npm install -g d && npm cache clean --force && rm -rf /tmp/*
===>
FROM example/base
RUN dnf install -y a && \
    dnf install -y b && dnf clean all && rm -rf /var/cache/yum && \
    npm install -g c && \
    npm install -g d && npm cache clean --force && rm -rf /tmp/*

### apk, with and without its index
FROM alpine:3.20
RUN apk update && apk add a && rm -rf /var/cache/apk/*<|>
RUN apk add --no-cache b && rm -rf /var/cache/apk/*
RUN apk add c && rm -rf /var/cache/apk/*
===>
FROM alpine:3.20
RUN apk update && apk add a && \
    apk add --no-cache b && rm -rf /var/cache/apk/* && \
    apk add c && rm -rf /var/cache/apk/*

### sudo for one of them
FROM example/base
RUN sudo apt-get update && sudo apt-get install -y a && sudo rm -rf /var/lib/apt/lists/*<|>
RUN sudo apt-get update && sudo apt-get install -y b && rm -rf /var/lib/apt/lists/*
===>
FROM example/base
RUN sudo apt-get update && sudo apt-get install -y a && sudo rm -rf /var/lib/apt/lists/* && \
    sudo apt-get update && sudo apt-get install -y b && rm -rf /var/lib/apt/lists/*

### in a subshell of its own
FROM debian:12
RUN cd /srv && apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*<|>
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN (cd /srv && apt-get update && apt-get install -y curl) && \
    apt-get install -y git && rm -rf /var/lib/apt/lists/*

### the same ignore comment above each
FROM debian:12
# layerwise ignore=size/apt-no-recommends
# hadolint ignore=DL3008,DL3009
RUN one<|>
# layerwise ignore=size/apt-no-recommends
# hadolint ignore=DL3009, DL3013
RUN two
===>
FROM debian:12
# layerwise ignore=size/apt-no-recommends
# hadolint ignore=DL3008,DL3009,DL3013
RUN one && \
    two

### bash reads a file at the start of each RUN
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
ENV BASH_ENV=/root/.bash_env
RUN curl -o- https://example.org/nvm | PROFILE=$BASH_ENV bash<|>
RUN nvm install 20
===> refused: BASH_ENV names a file that each RUN reads at its start, so line 4 depends on being one of its own.

### dash does not
FROM debian:12
ENV BASH_ENV=/root/.bash_env
RUN one<|>
RUN two
===>
FROM debian:12
ENV BASH_ENV=/root/.bash_env
RUN one && \
    two

### another shell for the RUNs that follow
FROM debian:12
RUN one
RUN rm /bin/sh && ln -s /bin/bash /bin/sh<|>
RUN source /env && two
===>
FROM debian:12
RUN one && \
    rm /bin/sh && ln -s /bin/bash /bin/sh
RUN source /env && two

### dash as an alternative
FROM debian:12
RUN echo "dash dash/sh boolean false" | debconf-set-selections && dpkg-reconfigure dash<|>
RUN source /env
===> refused: Line 2 replaces the shell that each RUN starts with.

### a variable that a later one reads while it sets it, or may set
FROM debian:12
RUN v=1 && w=1 && one<|>
RUN v=$v.2 && two $v
RUN three && w=2; four $w
===>
FROM debian:12
RUN (v=1 && w=1 && one) && \
    v=$v.2 && two $v && \
    { three && w=2; four $w; }

### a program that is found elsewhere afterwards
FROM debian:12
RUN apt-get install -y npm && npm install -g n && n 20<|>
RUN npm ci
===>
FROM debian:12
RUN (apt-get install -y npm && npm install -g n && n 20) && \
    npm ci

### a tool that an earlier RUN has run, and another one brings anew
FROM debian:12
RUN cmake --version<|>
RUN curl -fsSLo /usr/local/bin/cmake https://example.org/cmake
RUN cmake .
===>
FROM debian:12
RUN (cmake --version) && \
    curl -fsSLo /usr/local/bin/cmake https://example.org/cmake && \
    cmake .

### groups of the user
FROM debian:12
USER app
RUN sudo usermod -aG docker app<|>
RUN docker info
===> refused: Line 3 changes the user, whose groups and home each RUN reads anew.

### root has them anyway
FROM debian:12
RUN usermod -aG docker app<|>
RUN docker info
===>
FROM debian:12
RUN usermod -aG docker app && \
    docker info

### a working directory that is made anew
FROM debian:12
WORKDIR /srv/app
RUN rm -rf /srv/app && git clone https://example.org/app /srv/app<|>
RUN make
===> refused: Line 3 removes the working directory, which each RUN looks for anew.

### what lies in it
FROM debian:12
WORKDIR /srv/app
RUN rm -rf /srv/app/* && git clone https://example.org/app .<|>
RUN make
===>
FROM debian:12
WORKDIR /srv/app
RUN rm -rf /srv/app/* && git clone https://example.org/app . && \
    make
