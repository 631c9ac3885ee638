### installations without a clean-up
FROM fedora:42
RUN dnf install -y httpd
    ^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN microdnf install -y httpd
    ^^^^^^^^^^^^^^^^^^^^^^^^^ What microdnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf5 in -y httpd
    ^^^^^^^^^^^^^^^^ What dnf5 downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf -y upgrade
    ^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf reinstall -y httpd
    ^^^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM fedora:42
RUN dnf install -y httpd && dnf clean all
RUN microdnf install -y httpd && microdnf clean all
RUN dnf5 in -y httpd && dnf5 clean all
RUN dnf -y upgrade && dnf clean all
RUN dnf reinstall -y httpd && dnf clean all

### what cleans up
FROM fedora:42
RUN dnf install -y httpd && dnf clean all
RUN dnf install -y httpd && rm -rf /var/cache/dnf
RUN dnf install -y httpd && rm -rf /var/cache/libdnf5*
RUN microdnf install -y httpd && microdnf clean all
RUN dnf install -y httpd && yum clean all

### other commands
FROM fedora:42
RUN dnf update -y && dnf makecache && dnf remove -y httpd

### what does not clean up
FROM fedora:42
RUN dnf install -y httpd && rm -rf /tmp/x
    ^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf clean all && dnf install -y httpd
                     ^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM fedora:42
RUN dnf install -y httpd && rm -rf /tmp/x && dnf clean all
RUN dnf clean all && dnf install -y httpd && dnf clean all

### mounts
FROM fedora:42
RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y httpd
RUN --mount=type=cache,target=/var/cache/dnf dnf install -y httpd

### only a builder
FROM fedora:42 AS build
RUN dnf install -y gcc
    ^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
FROM fedora:42

### hadolint: which verbs
FROM fedora
RUN dnf install -y a
    ^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf in -y a
    ^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf upgrade -y
    ^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf up -y
    ^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf upgrade-minimal -y
    ^^^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf up-min -y
    ^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf reinstall -y a
    ^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf rei -y a
    ^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf update -y
RUN dnf5 install -y a
--- settings: {"hadolint": true}

### hadolint: which clean-ups
FROM fedora
RUN dnf install -y httpd-2.4.24 && dnf clean all
RUN dnf install -y httpd && rm -rf /x
RUN dnf install -y httpd && rm -r /var/cache/libdnf5*
RUN dnf install -y httpd && microdnf clean all
    ^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN microdnf install -y httpd && microdnf clean all
RUN microdnf install -y a && dnf install -y b && dnf clean all
    ^^^^^^^^^^^^^^^^^^^^^ What microdnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf clean all && dnf install -y httpd
                     ^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN dnf install -y a && dnf clean all && dnf install -y b
--- settings: {"hadolint": true}

### hadolint: which mounts, and ONBUILD
FROM fedora
RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y a
RUN --mount=type=cache,target=/root/.cache/libdnf5 dnf install -y a
RUN --mount=type=tmpfs,target=/var/cache/libdnf5 dnf install -y a
RUN --mount=type=cache,target=/var/cache/dnf dnf install -y a
                                             ^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
ONBUILD RUN dnf install -y a
            ^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
--- settings: {"hadolint": true}
