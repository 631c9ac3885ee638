### what asks
FROM fedora:43
RUN dnf install httpd
    ^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
RUN dnf groupinstall "Development Tools"
    ^^^^^^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
RUN dnf localinstall ./a.rpm && sudo dnf -q install b
    ^^^^^^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
                                     ^^^^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
ONBUILD RUN dnf install httpd
            ^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
===>
FROM fedora:43
RUN dnf install -y httpd
RUN dnf groupinstall -y "Development Tools"
RUN dnf localinstall -y ./a.rpm && sudo dnf -q install -y b
ONBUILD RUN dnf install -y httpd

### what does not
FROM fedora:43
RUN dnf install -y httpd && dnf -y install httpd && dnf install httpd -y && dnf --assumeyes groupinstall x && dnf -qy install a
RUN yes | dnf install httpd
RUN dnf --setopt=assumeyes=1 install httpd && dnf $DNF_OPTS install a
RUN dnf update && dnf remove httpd && dnf makecache && dnf clean all

### hadolint
RUN dnf install httpd && dnf install b
    ^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
RUN dnf groupinstall "Development Tools"
    ^^^^^^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
RUN dnf localinstall ./a.rpm
    ^^^^^^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
RUN yes | dnf install httpd
          ^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
ONBUILD RUN dnf install httpd
            ^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
RUN dnf install -y httpd && dnf -y install httpd && dnf --assumeyes install b && dnf install httpd -ty
RUN sudo dnf install httpd
RUN dnf update && dnf remove httpd
--- settings: {"hadolint": true}

### microdnf, in both presets
FROM fedora:43
RUN microdnf install httpd
    ^^^^^^^^^^^^^^^^ microdnf asks before it installs, and nobody answers in a build.
===>
FROM fedora:43
RUN microdnf install -y httpd

### hadolint: microdnf
RUN microdnf install httpd
    ^^^^^^^^^^^^^^^^ microdnf asks before it installs, and nobody answers in a build.
RUN microdnf install -y httpd
RUN dnf5 install httpd
--- settings: {"hadolint": true}
