### several instructions move as one
FROM ubuntu:22.04

COPY a.conf /opt/a/
^^^^^^^^^^^^^^^^^^^ Every change of a.conf reruns "apt-get install" in line 6, which does not use it.
COPY run.sh /
^^^^^^^^^^^^^ Every change of run.sh reruns "apt-get install" in line 6, which does not use it.

RUN apt-get update && apt-get install -y curl

CMD ["/run.sh"]
===> Move 2 instructions below the RUN in line 6
FROM ubuntu:22.04

RUN apt-get update && apt-get install -y curl

COPY a.conf /opt/a/
COPY run.sh /

CMD ["/run.sh"]
### a relative destination is written out below a WORKDIR
FROM alpine:3.20
WORKDIR /srv
COPY package.json .
^^^^^^^^^^^^^^^^^^^ Every change of package.json reruns "apk add" in line 5, which does not use it.
WORKDIR /srv/app
RUN apk add --no-cache git
===>
FROM alpine:3.20
WORKDIR /srv
WORKDIR /srv/app
RUN apk add --no-cache git
COPY package.json /srv/
### package sources, keys and packages are used
FROM debian:12
COPY sources.list /etc/apt/sources.list
COPY *.list /etc/apt/sources.list.d/
COPY ca.crt /usr/local/share/ca-certificates/
COPY etc/ /etc/
COPY tool.deb /tmp/
RUN apt-get update && apt-get install -y curl /tmp/tool.deb
### named by a variable or a glob
FROM fedora:40
ARG DIR=/var/pkgs
COPY wx.rpm ${DIR}/
COPY b.rpm $DIR/
RUN dnf install -y ${DIR}/*.rpm
### mode, owner and place do not justify the order
FROM centos:7
COPY acl /root/
^^^^^^^^^^^^^^^ Every change of acl reruns "yum install" in line 4, which does not use it.
COPY start.sh /bin
^^^^^^^^^^^^^^^^^^ Every change of start.sh reruns "yum install" in line 4, which does not use it.
RUN yum install -y mosquitto \
 && chmod 755 /bin/start.sh \
 && mv /root/acl /etc/mosquitto/acl
### running, patching and unpacking do
FROM debian:12
COPY setup.sh fix.patch data.tar.gz /tmp/
COPY hook /usr/local/bin/
RUN apt-get update && apt-get install -y gcc \
 && sh /tmp/setup.sh \
 && patch -p1 < /tmp/fix.patch \
 && tar xf /tmp/data.tar.gz \
 && hook
### a file of the stage's result that comes from the context
FROM golang:1.22 AS build
COPY . /src
RUN cd /src && go build -o /out/app .
FROM debian:12
COPY --from=build /out/app /usr/local/bin/app
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of /out/app from stage build reruns "apt-get install" in line 6, which does not use it.
RUN apt-get update && apt-get install -y ca-certificates
### what does not come from the context
FROM golang:1.22 AS tools
RUN go install example.com/tool@v1
COPY . /src
RUN make -C /src
FROM debian:12
COPY --from=tools /go/bin/tool /usr/local/bin/
COPY --from=busybox /bin/busybox /bin/busybox
ADD https://example.com/a.txt /a.txt
COPY <<EOF /etc/motd
hello
EOF
RUN apt-get update && apt-get install -y curl
### a stage starts anew
FROM debian:12 AS one
COPY a /a
FROM debian:12
RUN apt-get update && apt-get install -y curl
### a stage on another inherits; what its steps need is told once, at the nearest COPY
FROM python:3.12 AS base
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
^^^^^^^^ Every change of the copied files reruns "apt-get install" in line 7 of stage dev, which does not use them.
FROM base AS dev
RUN apt-get update && apt-get install -y git
===> no fix
### the installation goes up where something between needs the COPY
FROM python:3.12
COPY app.py /app/
^^^^^^^^^^^^^^^^^ Every change of app.py reruns "apt-get install" in line 4, which does not use it.
RUN python -m compileall /app
RUN apt-get update && apt-get install -y curl
===> no fix
### as a RUN that only changes the mode
FROM debian:12
COPY tool.sh /usr/local/bin/tool
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of tool.sh reruns "apt-get install" in line 5, which does not use it.
RUN chmod +x /usr/local/bin/tool
# tools
RUN apt-get update && apt-get install -y curl
===>
FROM debian:12
# tools
RUN apt-get update && apt-get install -y curl
COPY tool.sh /usr/local/bin/tool
RUN chmod +x /usr/local/bin/tool
### a later COPY of the same place keeps its turn
FROM debian:12
COPY . /srv
^^^^^^^^^^^ Every change of the copied files reruns "apt-get install" in line 4, which does not use them.
COPY local.conf /srv/app.conf
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of local.conf reruns "apt-get install" in line 4, which does not use it.
RUN apt-get update && apt-get install -y curl
===> Move 2 instructions below the RUN in line 4
FROM debian:12
RUN apt-get update && apt-get install -y curl
COPY . /srv
COPY local.conf /srv/app.conf
### a variable of the COPY is set anew
FROM debian:12
ENV DIR=/a
COPY x.sh $DIR/
^^^^^^^^^^^^^^^ Every change of x.sh reruns "apt-get install" in line 5, which does not use it.
ENV DIR=/b
RUN apt-get update && apt-get install -y curl
===> no fix
### in the middle of a JSON list
FROM debian:12
COPY ["run.sh", "keys.list", "/etc/apt/sources.list.d/"]
RUN apt-get update && apt-get install -y curl
### an empty base has nothing to run on but what is copied
FROM scratch
ADD rootfs.tar.xz /
RUN apk add --no-cache curl
### scripts of the project may use anything
FROM debian:12
COPY lib.sh /opt/
COPY install.sh /opt/
RUN /opt/install.sh && apt-get install -y curl
### PowerShell is not read
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY a.txt C:/a.txt
RUN choco install git
### lower case, continuation lines and a trailing comment
from debian:12
copy --chmod=755 \
^^^^^^^^^^^^^^^^^^ Every change of a.sh and b.sh reruns "apt-get install" in line 6, which does not use them.
    a.sh \
    b.sh \
    /opt/bin/
run apt-get update && apt-get install -y curl
===>
from debian:12
run apt-get update && apt-get install -y curl
copy --chmod=755 \
    a.sh \
    b.sh \
    /opt/bin/
### a mode given in the same RUN goes into one of its own
FROM debian:12
COPY start.sh /start.sh
^^^^^^^^^^^^^^^^^^^^^^^ Every change of start.sh reruns "apt-get install" in line 4, which does not use it.
RUN apt-get update \
 && apt-get install -y curl \
 && chmod 755 /start.sh \
 && rm -rf /var/lib/apt/lists/*
CMD ["/start.sh"]
===>
FROM debian:12
RUN apt-get update \
 && apt-get install -y curl \
 && rm -rf /var/lib/apt/lists/*
COPY start.sh /start.sh
RUN chmod 755 /start.sh
CMD ["/start.sh"]
### one mode for two files that both move
FROM debian:12
COPY a.sh /opt/
^^^^^^^^^^^^^^^ Every change of a.sh reruns "apt-get install" in line 4, which does not use it.
COPY b.sh /opt/
^^^^^^^^^^^^^^^ Every change of b.sh reruns "apt-get install" in line 4, which does not use it.
RUN apt-get update && apt-get install -y curl && chmod +x /opt/a.sh && chmod +x /opt/b.sh
===> Move 2 instructions below the RUN in line 4
FROM debian:12
RUN apt-get update && apt-get install -y curl
COPY a.sh /opt/
COPY b.sh /opt/
RUN chmod +x /opt/a.sh && chmod +x /opt/b.sh
### a mode that other files get too stays
FROM debian:12
COPY a.sh /opt/
^^^^^^^^^^^^^^^ Every change of a.sh reruns "apt-get install" in line 3, which does not use it.
RUN apt-get update && apt-get install -y curl && chmod +x /opt/*.sh
===> no fix
### the RUN is a here-document
FROM debian:12
COPY start.sh /start.sh
^^^^^^^^^^^^^^^^^^^^^^^ Every change of start.sh reruns "apt-get install" in line 5, which does not use it.
RUN <<EOF
apt-get update
apt-get install -y curl
EOF
CMD ["/start.sh"]
===>
FROM debian:12
RUN <<EOF
apt-get update
apt-get install -y curl
EOF
COPY start.sh /start.sh
CMD ["/start.sh"]
### a here-document among the sources stays where it is
FROM debian:12
COPY start.sh <<EOF /opt/
^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of start.sh reruns "apt-get install" in line 5, which does not use it.
hello
EOF
RUN apt-get update && apt-get install -y curl
===> no fix
### the file ends inside the installation
FROM debian:12
COPY run.sh /opt/run.sh
^^^^^^^^^^^^^^^^^^^^^^^ Every change of run.sh reruns "apt-get install" in line 3, which does not use it.
RUN apt-get update && apt-get install -y curl \
===> no fix
### the directory belongs to whom the first one to create it gives it
FROM debian:12
COPY --chown=1000:1000 app.conf /srv/app/config/
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of app.conf reruns "apt-get install" in line 3, which does not use it.
RUN apt-get update && apt-get install -y curl
WORKDIR /srv/app
RUN apt-get install -y git
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl
COPY --chown=1000:1000 app.conf /srv/app/config/
WORKDIR /srv/app
RUN apt-get install -y git
### another COPY creates the directory for another user
FROM debian:12
COPY --chown=1000:1000 a.conf /opt/app/a/
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of a.conf reruns "apt-get install" in line 4, which does not use it.
ADD https://example.com/b.conf /opt/app/b/
RUN apt-get update && apt-get install -y curl
===> no fix
### a WORKDIR has made the directory before
FROM debian:12
WORKDIR /opt/app
COPY --chown=1000:1000 a.conf /opt/app/
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change of a.conf reruns "apt-get install" in line 5, which does not use it.
WORKDIR /opt/app/bin
RUN apt-get update && apt-get install -y curl
===>
FROM debian:12
WORKDIR /opt/app
WORKDIR /opt/app/bin
RUN apt-get update && apt-get install -y curl
COPY --chown=1000:1000 a.conf /opt/app/
### a comment that silences the stage stays above it
FROM debian:12
# hadolint stage ignore=DL3008
# The script.
COPY run.sh /opt/run.sh
^^^^^^^^^^^^^^^^^^^^^^^ Every change of run.sh reruns "apt-get install" in line 5, which does not use it.
RUN apt-get update && apt-get install -y curl
===>
FROM debian:12
# hadolint stage ignore=DL3008
RUN apt-get update && apt-get install -y curl
# The script.
COPY run.sh /opt/run.sh
### the first step is surely passed, the second may look at the file
FROM python:3.12
COPY run.sh /srv/app/
^^^^^^^^^^^^^^^^^^^^^ Every change of run.sh reruns "apt-get install" in line 3, which does not use it.
RUN apt-get update && apt-get install -y curl
RUN pip install flask
===>
FROM python:3.12
RUN apt-get update && apt-get install -y curl
COPY run.sh /srv/app/
RUN pip install flask
===> Move the COPY below the RUN in line 4
FROM python:3.12
RUN apt-get update && apt-get install -y curl
RUN pip install flask
COPY run.sh /srv/app/
