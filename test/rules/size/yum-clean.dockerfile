### an installation without a clean-up
FROM amazonlinux:2
RUN yum install -y httpd
    ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN yum -y install httpd git
    ^^^^^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM amazonlinux:2
RUN yum install -y httpd && yum clean all && rm -rf /var/cache/yum
RUN yum -y install httpd git && yum clean all && rm -rf /var/cache/yum

### what cleans up
FROM amazonlinux:2
RUN yum install -y httpd && yum clean all
RUN yum install -y httpd && rm -rf /var/cache/yum
RUN yum install -y httpd && rm -rf /var/cache/yum/*
RUN yum install -y httpd && rm -rf /var/cache/* && echo
RUN yum install -y httpd && dnf clean all

### what does not
FROM amazonlinux:2
RUN yum install -y httpd && rm -rf /tmp/x
    ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN yum clean all && yum install -y httpd
                     ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN yum install -y a && yum clean all && yum install -y b
                                         ^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM amazonlinux:2
RUN yum install -y httpd && rm -rf /tmp/x && yum clean all && rm -rf /var/cache/yum
RUN yum clean all && yum install -y httpd && yum clean all && rm -rf /var/cache/yum
RUN yum install -y a && yum clean all && yum install -y b && yum clean all && rm -rf /var/cache/yum

### other commands
FROM amazonlinux:2
RUN yum update -y && yum groupinstall -y x && yum makecache

### a mount
FROM amazonlinux:2
RUN --mount=type=cache,target=/var/cache/yum yum install -y httpd

### several lines
FROM amazonlinux:2
RUN yum install -y \
    ^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
      httpd \
      git
RUN yum -y update && \
    yum -y install httpd
    ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM amazonlinux:2
RUN yum install -y \
      httpd \
      git \
      && yum clean all && rm -rf /var/cache/yum
RUN yum -y update && \
    yum -y install httpd && \
    yum clean all && rm -rf /var/cache/yum

### sudo, a script that stops at failures, here-documents
FROM amazonlinux:2
RUN sudo yum install -y httpd
    ^^^^^^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN set -e; yum install -y httpd; echo
            ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN <<EOF
set -e
yum install -y httpd
^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
EOF
===>
FROM amazonlinux:2
RUN sudo yum install -y httpd && sudo yum clean all && sudo rm -rf /var/cache/yum
RUN set -e; yum install -y httpd; echo; yum clean all && rm -rf /var/cache/yum
RUN <<EOF
set -e
yum install -y httpd
yum clean all && rm -rf /var/cache/yum
EOF

### exec form
FROM amazonlinux:2
RUN ["yum", "install", "-y", "httpd"]
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===> no fix

### hadolint: first with first
FROM centos
RUN yum install -y httpd-2.4.42 && yum clean all
RUN yum install -y httpd && rm -rf /var/cache/yum/*
RUN yum install -y httpd && rm -rf /whatever
RUN yum install -y httpd && rm -r /var/cache/yum
    ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN yum clean all && yum install -y httpd && yum clean all
                     ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN yum install -y a && yum clean all && yum install -y b
RUN --mount=type=cache,target=/var/cache/yum yum install -y httpd
                                             ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN yum install -y httpd
    ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
RUN bash -c `# not even a yum command` "echo foo"
RUN sudo yum install -y httpd
ONBUILD RUN yum install -y httpd
            ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
===>
FROM centos
RUN yum install -y httpd-2.4.42 && yum clean all
RUN yum install -y httpd && rm -rf /var/cache/yum/*
RUN yum install -y httpd && rm -rf /whatever
RUN yum install -y httpd && rm -r /var/cache/yum
RUN yum clean all && yum install -y httpd && yum clean all
RUN yum install -y a && yum clean all && yum install -y b
RUN --mount=type=cache,target=/var/cache/yum yum install -y httpd
RUN yum install -y httpd && yum clean all && rm -rf /var/cache/yum
RUN bash -c `# not even a yum command` "echo foo"
RUN sudo yum install -y httpd
ONBUILD RUN yum install -y httpd && yum clean all && rm -rf /var/cache/yum
--- settings: {"hadolint": true}
