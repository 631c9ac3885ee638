### a version, a release, a file
FROM debian:12
RUN apt-get install -y curl=7.88.1 git/bookworm ./tool.deb /tmp/other.deb

### several in one command
FROM debian:12
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        ca-certificates \
        ^^^^^^^^^^^^^^^^^ ca-certificates and git have no version: the next build may install different ones.
        curl=7.88.1 \
        git

### the value of a flag is no package
FROM debian:12
RUN apt-get install -y -t bookworm-backports curl=8.1 && apt-get install --target-release stable git=1
RUN apt-get -o Dpkg::Use-Pty=0 install -y -c /etc/apt.conf curl=8.1

### behind sudo and env, by its path, in a quoted script
FROM debian:12
RUN sudo apt-get install -y curl
                            ^^^^ curl has no version: the next build may install a different one.
RUN env DEBIAN_FRONTEND=noninteractive /usr/bin/apt-get install -y git
                                                                   ^^^ git has no version: the next build may install a different one.
RUN sh -c 'apt-get install -y make'
                              ^^^^ make has no version: the next build may install a different one.

### variables whose value the file tells
FROM debian:12
ARG CURL=curl=7.88.1
ENV TOOLS="git make=4.3"
RUN apt-get install -y $CURL "$OTHER"
RUN apt-get install -y $TOOLS
                       ^^^^^^ A package has no version: the next build may install a different one.

### in a trigger, in a heredoc, in a condition
FROM debian:12
ONBUILD RUN apt-get install -y curl
                               ^^^^ curl has no version: the next build may install a different one.
RUN <<EOF
set -e
if true; then
  apt-get install -y git
                     ^^^ git has no version: the next build may install a different one.
fi
EOF

### hadolint: apt and aptitude are not looked at, nor what stands behind sudo
FROM debian:12
RUN apt install -y curl && aptitude install git && sudo apt-get install -y make
--- settings: {"hadolint": true}

### hadolint: values of -t and --target-release are dropped, a bundle with t too
FROM debian:12
RUN apt-get install -t bookworm-backports curl=8.1 && apt-get install --target-release stable git=1 && apt-get install -yt stable make=1
RUN apt-get install --target-release=stable git=1
--- settings: {"hadolint": true}

### hadolint: values of other flags are packages, unless they hold a sign of a version
FROM debian:12
RUN apt-get -o Dpkg::Use-Pty=0 install -y curl=8.1
RUN apt-get -c /etc/apt.conf install -y curl=8.1
RUN apt-get -c apt.conf install -y curl=8.1
               ^^^^^^^^ apt.conf has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: flags may stand anywhere, and a variable has no version
FROM debian:12
RUN apt-get -y --no-install-recommends install $PKGS
                                               ^^^^^ A package has no version: the next build may install a different one.
RUN apt-get install -y "$PKGS" curl=$VERSION git=${VERSION:-1}
                       ^^^^^^^ A package has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: exec form is read as shell text
FROM debian:12
RUN ["apt-get", "install", "-y", "curl"]
                                  ^^^^ curl has no version: the next build may install a different one.
RUN ["sh", "-c", "apt-get update && apt-get install -y git"]
                                                       ^^^ git has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: text in front of a heredoc, and a heredoc that is the script
FROM debian:12
RUN <<EOF
apt-get install -y curl
                   ^^^^ curl has no version: the next build may install a different one.
EOF
RUN cat <<EOF > /a
apt-get install -y git
EOF
--- settings: {"hadolint": true}

### hadolint: lists, pipelines, groups, loops, functions, conditions, substitutions
FROM debian:12
RUN true || apt-get install -y a
                               ^ a has no version: the next build may install a different one.
RUN yes | apt-get install b
                          ^ b has no version: the next build may install a different one.
RUN ( apt-get install c )
                      ^ c has no version: the next build may install a different one.
RUN { apt-get install d; }
                      ^ d has no version: the next build may install a different one.
RUN for i in 1 2; do apt-get install e; done
                                     ^ e has no version: the next build may install a different one.
RUN f() { apt-get install f; }; f
                          ^ f has no version: the next build may install a different one.
RUN if apt-get install g; then true; fi
                       ^ g has no version: the next build may install a different one.
RUN echo $(apt-get install h)
                           ^ h has no version: the next build may install a different one.
RUN echo `apt-get install i`
                          ^ i has no version: the next build may install a different one.
RUN A=b apt-get install j > /dev/null 2>&1
                        ^ j has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: what is looked through, and what not
FROM debian:12
RUN command apt-get install a
            ^^^^^^^^^^^^^^^^^ apt-get and a have no version: the next build may install different ones.
RUN exec apt-get install b
         ^^^^^^^^^^^^^^^^^ apt-get and b have no version: the next build may install different ones.
RUN /usr/bin/apt-get install c
RUN env apt-get install d
RUN xargs apt-get install e
RUN sh -c 'apt-get install f'
RUN "apt-get" install g
                      ^ g has no version: the next build may install a different one.
RUN $APT install h
RUN apt-get $VERB i
--- settings: {"hadolint": true}

### hadolint: one finding for each instruction, triggers too
FROM debian:12
RUN apt-get install a && apt-get install b
                    ^ a has no version: the next build may install a different one.
ONBUILD RUN apt-get update && apt-get install c
                                              ^ c has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: a comment line inside is dropped, text that is no bash is not read
FROM debian:12
RUN apt-get install -y \
    # curl
    curl=1 \
    && true
RUN apt-get install -y ( curl
--- settings: {"hadolint": true}

### hadolint: the shell is bash, whatever SHELL says
FROM debian:12
SHELL ["pwsh", "-Command"]
RUN apt-get install -y curl
                       ^^^^ curl has no version: the next build may install a different one.
--- settings: {"hadolint": true}
