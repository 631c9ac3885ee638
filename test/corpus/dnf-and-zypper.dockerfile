FROM fedora:41 AS fedora
RUN dnf install -y nodejs && dnf clean all
FROM registry.suse.com/bci/bci-base:15.6 AS suse
RUN zypper --non-interactive install --no-recommends go1.23 && zypper clean --all
FROM registry.access.redhat.com/ubi9/ubi-minimal AS ubi
RUN microdnf install -y java-21-openjdk-headless && microdnf clean all
FROM archlinux:base
RUN pacman -Syu --noconfirm git
COPY --from=0 /usr/bin/node /usr/bin/node
