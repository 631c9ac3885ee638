### what asks
FROM fedora:43
RUN yum install httpd
    ^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
RUN yum groupinstall "Development Tools"
    ^^^^^^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
RUN yum localinstall ./a.rpm && sudo yum -q install b
    ^^^^^^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
                                     ^^^^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
ONBUILD RUN yum install httpd
            ^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
===>
FROM fedora:43
RUN yum install -y httpd
RUN yum groupinstall -y "Development Tools"
RUN yum localinstall -y ./a.rpm && sudo yum -q install -y b
ONBUILD RUN yum install -y httpd

### what does not
FROM fedora:43
RUN yum install -y httpd && yum -y install httpd && yum install httpd -y && yum --assumeyes groupinstall x && yum -qy install a
RUN yes | yum install httpd
RUN yum --setopt=assumeyes=1 install httpd && yum $DNF_OPTS install a
RUN yum update && yum remove httpd && yum makecache && yum clean all

### hadolint
RUN yum install httpd && yum install b
    ^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
RUN yum groupinstall "Development Tools"
    ^^^^^^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
RUN yum localinstall ./a.rpm
    ^^^^^^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
RUN yes | yum install httpd
          ^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
ONBUILD RUN yum install httpd
            ^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
RUN yum install -y httpd && yum -y install httpd && yum --assumeyes install b && yum install httpd -ty
RUN sudo yum install httpd
RUN yum update && yum remove httpd
--- settings: {"hadolint": true}
