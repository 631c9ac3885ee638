### an update without a removal
FROM debian:12
RUN apt-get update && apt-get install -y curl
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

### apt and aptitude too, and a lone update
FROM debian:12
RUN apt update && apt install -y curl
    ^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN aptitude update
    ^^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
RUN apt update && apt install -y curl && rm -rf /var/lib/apt/lists/*
RUN aptitude update && rm -rf /var/lib/apt/lists/*

### what removes the lists
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -r /var/lib/apt/lists
RUN apt-get update && apt-get install -y curl && rm -rf /tmp/* /var/lib/apt /var/tmp/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt,dpkg,cache,log}/
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -delete
RUN apt-get update && apt-get install -y curl && apt-get distclean
RUN apt-get update && apt-get install -y curl && sudo rm -fr /var/lib/apt/lists/*

### what does not
FROM debian:12
RUN apt-get update && apt-get install -y curl && apt-get clean
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN apt-get update && apt-get install -y curl && rm -rf /tmp/*
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y git
                                   ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && apt-get clean && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf /tmp/* && rm -rf /var/lib/apt/lists/*
RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*

### an installation without an update
FROM debian:12
RUN apt-get install -y curl

### mounts take the lists
FROM debian:12
RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y curl
RUN --mount=type=cache,target=/var/lib/apt,sharing=locked --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update
RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update

### a mount elsewhere
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
                                             ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

### only stages that end up in the image
FROM debian:12 AS build
RUN apt-get update && apt-get install -y gcc
FROM debian:12 AS base
RUN apt-get update && apt-get install -y curl
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
FROM base
COPY --from=build /app /app

### a stage that is built by name
FROM debian:12 AS test
RUN apt-get update && apt-get install -y gcc
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
FROM debian:12
--- settings: {"targets": ["test"]}

### without any FROM, and in ONBUILD
RUN apt-get update && apt-get install -y curl
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
ONBUILD RUN apt-get update && apt-get install -y curl
            ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
ONBUILD RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

### a later step works with the lists
FROM debian:12
RUN apt-get update
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN apt-get install -y curl
===> no fix

### a later step may work with the lists
FROM debian:12
RUN apt-get update && apt-get install -y curl
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN ./setup.sh
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN ./setup.sh

### operators at the start of lines
FROM debian:12
RUN apt-get update \
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
 && apt-get install -y --no-install-recommends \
    curl \
    git
===>
FROM debian:12
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    curl \
    git \
 && rm -rf /var/lib/apt/lists/*

### operators at the end of lines
FROM debian:12
RUN apt-get update && \
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
	apt-get install -y curl && \
	echo done
===>
FROM debian:12
RUN apt-get update && \
	apt-get install -y curl && \
	echo done && \
	rm -rf /var/lib/apt/lists/*

### a list of packages alone is on several lines
FROM debian:12
RUN apt-get update && apt-get install -y \
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
    curl \
    git
===>
FROM debian:12
RUN apt-get update && apt-get install -y \
    curl \
    git \
    && rm -rf /var/lib/apt/lists/*

### another escape character
# escape=`
FROM debian:12
RUN apt-get update && `
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
    apt-get install -y curl
===>
# escape=`
FROM debian:12
RUN apt-get update && `
    apt-get install -y curl && `
    rm -rf /var/lib/apt/lists/*

### a comment at the end
FROM debian:12
RUN apt-get update && apt-get install -y curl # tools
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* # tools

### a semicolon at the end, failures that stop
FROM debian:12
RUN set -eux; apt-get update; apt-get install -y curl;
              ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN set -e; \
    apt-get update; \
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
    apt-get install -y curl; \
    echo done
===>
FROM debian:12
RUN set -eux; apt-get update; apt-get install -y curl; rm -rf /var/lib/apt/lists/*;
RUN set -e; \
    apt-get update; \
    apt-get install -y curl; \
    echo done; \
    rm -rf /var/lib/apt/lists/*

### semicolons, and failures that do not stop
FROM debian:12
RUN apt-get update; apt-get install -y curl;
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN apt-get update || true
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
RUN apt-get update; apt-get install -y curl && rm -rf /var/lib/apt/lists/*;
RUN apt-get update || true && rm -rf /var/lib/apt/lists/*

### a loop at the end
FROM debian:12
RUN set -e; apt-get update; for p in a b; do apt-get install -y $p; done
            ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN apt-get update && for p in a b; do apt-get install -y $p; done
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
RUN set -e; apt-get update; for p in a b; do apt-get install -y $p; done; rm -rf /var/lib/apt/lists/*
RUN apt-get update && for p in a b; do apt-get install -y $p; done && rm -rf /var/lib/apt/lists/*

### here-documents
FROM debian:12
RUN <<EOF
set -e
apt-get update
^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
apt-get install -y curl
EOF
RUN <<EOF
apt-get update
^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
  apt-get install -y curl
EOF
===>
FROM debian:12
RUN <<EOF
set -e
apt-get update
apt-get install -y curl
rm -rf /var/lib/apt/lists/*
EOF
RUN <<EOF
apt-get update
  apt-get install -y curl && rm -rf /var/lib/apt/lists/*
EOF

### a here-document for a command
FROM debian:12
RUN apt-get update && cat <<EOF > /etc/x
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
a
EOF
===> no fix

### exec form, a shell of its own, a process that takes over
FROM debian:12
RUN ["apt-get", "update"]
      ^^^^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN sh -c "apt-get update && apt-get install -y curl"
           ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN apt-get update && exec apt-get install -y curl
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===> no fix

### sudo
FROM debian:12
USER app
RUN sudo apt-get update && sudo -E apt-get install -y curl
    ^^^^^^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
FROM debian:12
USER app
RUN sudo apt-get update && sudo -E apt-get install -y curl && sudo rm -rf /var/lib/apt/lists/*

### in the background
FROM debian:12
RUN apt-get update & wait
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN apt-get update &
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===> no fix

### a base that a PowerShell stage has
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell"]
RUN apt-get update

### hadolint: any rm -rf silences it, other removals do not
FROM debian
RUN apt-get update && rm -rf /tmp
RUN apt-get update && rm -fr /var/lib/apt/lists
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN apt-get update && rm /var/lib/apt/lists/*
RUN rm -rf /x && apt update
--- settings: {"hadolint": true}

### hadolint: which mounts count
FROM debian
RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update
RUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update
RUN --mount=type=cache,target=/var/lib/apt apt-get update
                                           ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN --mount=target=/var/lib/apt/lists apt-get update
                                      ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN --mount=type=tmpfs,target=/var/lib/apt/lists aptitude update
--- settings: {"hadolint": true}

### hadolint: the last FROM by value, and stages by name
FROM debian:12 AS base
RUN apt-get update
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
FROM debian:12 AS Other
RUN apt-get update
FROM alpine
RUN apt-get update
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
FROM base
RUN apt-get update
FROM alpine
RUN apt-get update
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
--- settings: {"hadolint": true}

### hadolint: one finding for each RUN, sudo is not looked through, ONBUILD is
FROM debian
RUN apt-get update && apt update
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN sudo apt-get update
RUN apt-get -qq update
    ^^^^^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
RUN ["apt-get", "update"]
      ^^^^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
ONBUILD RUN apt-get update
            ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
--- settings: {"hadolint": true}

### hadolint: no FROM at all
RUN apt-get update && apt-get install -y python
    ^^^^^^^^^^^^^^ The package lists stay in the image: nothing in this RUN removes /var/lib/apt/lists.
===>
RUN apt-get update && apt-get install -y python && rm -rf /var/lib/apt/lists/*
--- settings: {"hadolint": true}
