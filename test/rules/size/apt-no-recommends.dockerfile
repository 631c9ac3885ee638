### an installation with all that is recommended
FROM debian:12
RUN apt-get update && apt-get install -y curl
                              ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN apt-get -y install curl git
               ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
===>
FROM debian:12
RUN apt-get update && apt-get install --no-install-recommends -y curl
RUN apt-get -y install --no-install-recommends curl git

### told not to
FROM debian:12
RUN apt-get install -y --no-install-recommends curl
RUN apt-get --no-install-recommends -y install curl
RUN apt-get install -y -o APT::Install-Recommends=false curl
RUN apt-get install -y -o APT::Install-Recommends=0 curl
RUN apt-get install -y -oAPT::Install-Recommends=0 curl

### told to
FROM debian:12
RUN apt-get install -y --install-recommends curl

### switched off by a file in front
FROM debian:12
RUN apt-get install -y git
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN echo 'APT::Install-Recommends "0";' > /etc/apt/apt.conf.d/no-recommends
RUN apt-get install -y curl
FROM debian:12
RUN printf 'APT::Install-Recommends "false";\nAPT::Install-Suggests "false";\n' >/etc/apt/apt.conf.d/99x && apt-get install -y curl
FROM debian:12
COPY <<EOF /etc/apt/apt.conf.d/99x
APT::Install-Recommends "0";
EOF
RUN apt-get install -y curl

### other commands and tools
FROM debian:12
RUN apt-get upgrade -y && apt-get build-dep -y curl && apt install -y curl && aptitude install -y curl

### sudo, an absolute path, a shell of its own, exec form
FROM debian:12
RUN sudo -E apt-get install -y curl
                    ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN /usr/bin/apt-get install -y curl
                     ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN sh -c 'apt-get install -y curl'
                   ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN ["apt-get", "install", "-y", "curl"]
                 ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
===>
FROM debian:12
RUN sudo -E apt-get install --no-install-recommends -y curl
RUN /usr/bin/apt-get install --no-install-recommends -y curl
RUN sh -c 'apt-get install --no-install-recommends -y curl'
RUN ["apt-get", "install", "--no-install-recommends", "-y", "curl"]

### several lines
FROM debian:12
RUN apt-get update && \
    apt-get install -y \
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
      curl \
      # for the sources
      git
===>
FROM debian:12
RUN apt-get update && \
    apt-get install --no-install-recommends -y \
      curl \
      # for the sources
      git

### two in one RUN
FROM debian:12
RUN apt-get install -y curl && apt-get install -y git
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
                                       ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.

### hadolint: which arguments count
FROM debian
RUN apt-get install -y python
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN apt-get install -y --no-install-recommends python
RUN apt-get -y install -o APT::Install-Recommends=false python
RUN apt-get install -o APT::Install-Recommends=0 python
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN apt-get install -oAPT::Install-Recommends=false python
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN apt-get install --install-recommends python
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
RUN apt install python
RUN sudo apt-get install python
RUN apt-get install python && apt-get install ruby
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
--- settings: {"hadolint": true}

### hadolint: no FROM, and ONBUILD
RUN apt-get install python
            ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
ONBUILD RUN apt-get install python
                    ^^^^^^^ Packages that are only recommended are installed too; --no-install-recommends leaves them out.
===>
RUN apt-get install --no-install-recommends python
ONBUILD RUN apt-get install --no-install-recommends python
--- settings: {"hadolint": true}
