### versions, files, URLs, groups and modules
FROM amazonlinux:2023
RUN yum install -y httpd-2.4.62 openssl-1:3.0.8 tool.rpm https://example.com/epel.rpm @development /usr/bin/dig
RUN yum module install -y nodejs:20
RUN yum groupinstall -y "Development Tools" && yum localinstall -y x.rpm

### none
FROM amazonlinux:2023
ENV V=2.4.62
RUN yum install -y httpd python3-pip httpd-$V git-$OTHER
                   ^^^^^^^^^^^^^^^^^ httpd and python3-pip have no version: the next build may install different ones.
RUN yum module install -y nodejs
                          ^^^^^^ nodejs has no version: the next build may install a different one.

### hadolint: every part behind the first dash, and a digit at the start of one
FROM centos:7
RUN yum install -y java-11-openjdk openssl-1:1.1.1k tool-1.2-3.el7.x86_64
RUN yum install -y python3-pip
                   ^^^^^^^^^^^ python3-pip has no version: the next build may install a different one.
RUN yum install -y 'git-2.*'
                   ^^^^^^^^^ A package has no version: the next build may install a different one.
RUN yum install -y httpd
                   ^^^^^ httpd has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: files need a dash
FROM centos:7
RUN yum install -y epel-release.rpm
RUN yum install -y epel.rpm
                   ^^^^^^^^ epel.rpm has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: a variable counts when the file declares it
FROM centos:7
ENV A=1
RUN yum install -y httpd-$A && yum install -y "httpd-${A}"
RUN yum install -y httpd-$B
                   ^^^^^^^^ A package has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: an ENV of the stage that this one is based on counts, one of another does not
FROM centos:7 AS base
ENV A=1
FROM centos:7 AS other
ENV B=1
FROM base
RUN yum install -y httpd-$A
RUN yum install -y httpd-$B
                   ^^^^^^^^ A package has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: an ARG counts from there on, in every stage
ARG TOP=1
FROM centos:7
ARG A=1
FROM centos:7
RUN yum install -y httpd-$TOP httpd-$A
RUN yum install -y httpd-$LATER
                   ^^^^^^^^^^^^ A package has no version: the next build may install a different one.
ARG LATER
--- settings: {"hadolint": true}

### hadolint: a trigger sees the variables of triggers
FROM centos:7
ENV A=1
ONBUILD ARG B
ONBUILD RUN yum install -y httpd-$B
ONBUILD RUN yum install -y httpd-$A
                           ^^^^^^^^ A package has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: modules have a stream
FROM centos:8
RUN yum module install -y nodejs:20
RUN yum module install -y nodejs
                          ^^^^^^ nodejs has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: groups and local files are not looked at
FROM centos:7
RUN yum groupinstall -y base && yum localinstall -y a && yum -y update
--- settings: {"hadolint": true}
