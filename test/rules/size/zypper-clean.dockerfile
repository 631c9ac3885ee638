### installations without a clean-up
FROM opensuse/leap:15.6
RUN zypper install -y httpd
    ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN zypper --non-interactive in httpd
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM opensuse/leap:15.6
RUN zypper install -y httpd && zypper clean --all
RUN zypper --non-interactive in httpd && zypper clean --all

### what cleans up
FROM opensuse/leap:15.6
RUN zypper install -y httpd && zypper clean
RUN zypper install -y httpd && zypper cc -a
RUN zypper install -y httpd && rm -rf /var/cache/zypp/*

### in the wrong order, or of something else
FROM opensuse/leap:15.6
RUN zypper clean && zypper install -y httpd
                    ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN zypper install -y httpd && rm -rf /tmp/x
    ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM opensuse/leap:15.6
RUN zypper clean && zypper install -y httpd && zypper clean --all
RUN zypper install -y httpd && rm -rf /tmp/x && zypper clean --all

### mounts, other commands
FROM opensuse/leap:15.6
RUN --mount=type=cache,target=/var/cache/zypp zypper install -y httpd
RUN zypper update -y && zypper refresh

### hadolint
FROM opensuse/leap
RUN zypper install -y httpd=2.4.46 && zypper clean
RUN zypper in -y httpd && zypper cc
RUN zypper install -y httpd
    ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN zypper in httpd
    ^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN zypper install -y httpd && rm -rf /var/cache/zypp/*
    ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN zypper clean && zypper install -y httpd && zypper clean
                    ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN --mount=type=cache,target=/var/cache/zypp zypper install -y httpd
RUN --mount=type=cache,target=/var/cache/apt zypper install -y httpd
                                             ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
ONBUILD RUN zypper in httpd
            ^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
--- settings: {"hadolint": true}
