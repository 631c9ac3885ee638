### in the middle of a list
FROM opensuse/leap:15.6
RUN zypper -n refresh \
 && zypper -n in curl \
    ^^^^^^^^^^^^^^^^^ zypper downloads everything again whenever this step reruns: there is no cache mount at /var/cache/zypp.
 && zypper cc -a
===>
FROM opensuse/leap:15.6
RUN --mount=type=cache,target=/var/cache/zypp,sharing=locked \
    zypper -n refresh \
 && zypper modifyrepo --keep-packages --all \
 && zypper -n in curl

### mounted already
FROM opensuse/leap:15.6
RUN --mount=type=cache,target=/var/cache/zypp,sharing=locked zypper -n in curl
