### every way to say yes
FROM debian:12
RUN apt-get install -y curl && apt-get -y install curl && apt-get install curl -y
RUN apt-get install --yes curl && apt-get --assume-yes install curl && apt-get install -fy curl
RUN apt-get install -qq curl && apt-get -q install -q curl && apt-get install -q=2 curl && apt-get install --quiet --quiet curl

### what asks
FROM debian:12
RUN apt-get install curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install -q curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends curl
                                   ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install --quiet curl && apt-get --no-install-recommends install git
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
===>
FROM debian:12
RUN apt-get install -y curl
RUN apt-get install -y -q curl
RUN DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends curl
RUN apt-get install -y --quiet curl && apt-get --no-install-recommends install -y git

### other sub-commands are not looked at
FROM debian:12
RUN apt-get update && apt-get upgrade && apt-get remove curl && apt-get purge git && apt install curl && aptitude install curl

### behind sudo and env, by its path, in a quoted script, in a trigger, on several lines
FROM debian:12
RUN sudo apt-get install curl
         ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN env A=b /usr/bin/apt-get install git
            ^^^^^^^^^^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN sh -c 'apt-get install make'
           ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN sh -c "apt-get install \"make\""
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
ONBUILD RUN apt-get install curl
            ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get update \
 && apt-get install \
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
      # a comment
      curl
RUN <<EOT
apt-get install curl
^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
EOT
===>
FROM debian:12
RUN sudo apt-get install -y curl
RUN env A=b /usr/bin/apt-get install -y git
RUN sh -c 'apt-get install -y make'
RUN sh -c "apt-get install \"make\""
ONBUILD RUN apt-get install -y curl
RUN apt-get update \
 && apt-get install -y \
      # a comment
      curl
RUN <<EOT
apt-get install -y curl
EOT

### exec form
FROM debian:12
RUN ["apt-get", "install", "curl"]
      ^^^^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN ["sh", "-c", "apt-get update && apt-get install curl"]
                                    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
===>
FROM debian:12
RUN ["apt-get", "install", "-y", "curl"]
RUN ["sh", "-c", "apt-get update && apt-get install -y curl"]

### what answers or does not ask
FROM debian:12
RUN yes | apt-get install curl
RUN echo y | apt-get install curl
RUN apt-get install -s curl && apt-get install --dry-run curl && apt-get install -qqq curl
RUN apt-get -o APT::Get::Assume-Yes=true install curl
ARG APT_OPTIONS="-y"
RUN apt-get $APT_OPTIONS install curl && apt-get install ${APT_OPTIONS} curl

### a variable that holds packages says nothing about the switch
FROM debian:12
RUN apt-get install $PACKAGES
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.

### a file of apt's configuration, from there on
FROM debian:12
RUN apt-get install curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
RUN apt-get install curl

### without FROM, and a trigger without words
RUN apt-get install curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN
ONBUILD
ONBUILD RUN

### hadolint: flags of every kind, anywhere
RUN apt-get install -y curl
RUN apt-get -y install curl
RUN apt-get install curl -y
RUN apt-get install -yq curl
RUN apt-get install --yes curl
RUN apt-get install --assume-yes curl
RUN apt-get install --qq curl
--- settings: {"hadolint": true}

### hadolint: exactly two -q, together or apart
RUN apt-get install -qq curl
RUN apt-get -q install -q curl
RUN apt-get install -q=2 curl
RUN apt-get install --quiet --quiet curl
RUN apt-get install -q curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install -qqq curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install -q -q -q curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install --quiet curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install --quiet -q curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install -q=1 curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
--- settings: {"hadolint": true}

### hadolint: what does not count as yes
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get install curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN yes | apt-get install curl
          ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get $OPTIONS install curl
    ^^^^^^^^^^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get install -s curl
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
--- settings: {"hadolint": true}

### hadolint: not behind sudo nor by its path, one for each instruction, triggers too
RUN sudo apt-get install curl && /usr/bin/apt-get install curl && sh -c 'apt-get install curl'
RUN apt-get install curl && apt-get install git
    ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
ONBUILD RUN apt-get install curl
            ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN ["apt-get", "install", "curl"]
      ^^^^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN command apt-get install curl
            ^^^^^^^^^^^^^^^ apt-get asks before it installs, and nobody answers in a build.
RUN apt-get upgrade && apt-get remove curl
--- settings: {"hadolint": true}
===>
RUN sudo apt-get install curl && /usr/bin/apt-get install curl && sh -c 'apt-get install curl'
RUN apt-get install -y curl && apt-get install git
ONBUILD RUN apt-get install -y curl
RUN ["apt-get", "install", "-y", "curl"]
RUN command apt-get install -y curl
RUN apt-get upgrade && apt-get remove curl
