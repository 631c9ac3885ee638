### where each release keeps its cache
FROM fedora:41
RUN dnf install -y httpd && dnf clean all
    ^^^^^^^^^^^^^^^^^^^^ dnf downloads everything again whenever this step reruns: there is no cache mount at /var/cache/libdnf5.
FROM fedora:40
RUN dnf -y install httpd
    ^^^^^^^^^^^^^^^^^^^^ dnf downloads everything again whenever this step reruns: there is no cache mount at /var/cache/dnf.
FROM centos:7
RUN yum install -y httpd && yum clean all && rm -rf /var/cache/yum
    ^^^^^^^^^^^^^^^^^^^^ yum downloads everything again whenever this step reruns: there is no cache mount at /var/cache/yum.
FROM rockylinux:9
RUN yum groupinstall -y "Development Tools"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ yum downloads everything again whenever this step reruns: there is no cache mount at /var/cache/dnf.
FROM registry.access.redhat.com/ubi8/ubi-minimal
RUN microdnf install nginx && microdnf clean all
    ^^^^^^^^^^^^^^^^^^^^^^ microdnf downloads everything again whenever this step reruns: there is no cache mount at /var/cache/yum.
FROM amazonlinux:2
RUN yum -y update
    ^^^^^^^^^^^^^ yum downloads everything again whenever this step reruns: there is no cache mount at /var/cache/yum.
===>
FROM fedora:41
RUN --mount=type=cache,target=/var/cache/libdnf5,sharing=locked dnf install --setopt=keepcache=1 -y httpd
FROM fedora:40
RUN --mount=type=cache,target=/var/cache/dnf,sharing=locked dnf -y install --setopt=keepcache=1 httpd
FROM centos:7
RUN --mount=type=cache,target=/var/cache/yum,sharing=locked \
    yum install --setopt=keepcache=1 -y httpd
FROM rockylinux:9
RUN --mount=type=cache,target=/var/cache/dnf,sharing=locked yum groupinstall --setopt=keepcache=1 -y "Development Tools"
FROM registry.access.redhat.com/ubi8/ubi-minimal
RUN --mount=type=cache,target=/var/cache/yum,sharing=locked microdnf install --setopt=keepcache=1 nginx
FROM amazonlinux:2
RUN --mount=type=cache,target=/var/cache/yum,sharing=locked yum -y update --setopt=keepcache=1

### keepcache set already
FROM rockylinux:9
RUN echo keepcache=1 >> /etc/dnf/dnf.conf
RUN dnf install -y httpd
    ^^^^^^^^^^^^^^^^^^^^ dnf downloads everything again whenever this step reruns: there is no cache mount at /var/cache/dnf.
===>
FROM rockylinux:9
RUN echo keepcache=1 >> /etc/dnf/dnf.conf
RUN --mount=type=cache,target=/var/cache/dnf,sharing=locked dnf install -y httpd

### a base image that does not tell
FROM example.com/base
RUN yum install -y httpd
    ^^^^^^^^^^^^^^^^^^^^ yum downloads everything again whenever this step reruns: there is no cache mount for what yum downloads.
===> no fix
