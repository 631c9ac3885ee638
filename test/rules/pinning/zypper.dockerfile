### versions
FROM opensuse/leap:15.6
RUN zypper in -y httpd=2.4 "git>=2" tool.rpm curl-8.6
RUN zypper install -y httpd git
                      ^^^^^^^^^ httpd and git have no version: the next build may install different ones.

### hadolint: install and in, with a sign of a version
FROM opensuse/leap:15.6
RUN zypper in -y httpd
                 ^^^^^ httpd has no version: the next build may install a different one.
RUN zypper -n install --no-recommends 'httpd>=2.4' "git<3" a.rpm
RUN zypper install -y curl-8.6
                      ^^^^^^^^ curl-8.6 has no version: the next build may install a different one.
RUN zypper update -y git
--- settings: {"hadolint": true}

### hadolint: the name counts as it stands, ONBUILD too
--- settings: {"hadolint": true}
RUN sudo zypper install -y httpd
ONBUILD RUN zypper in -y httpd git=2.4
                         ^^^^^ httpd has no version: the next build may install a different one.
RUN zypper install -y
