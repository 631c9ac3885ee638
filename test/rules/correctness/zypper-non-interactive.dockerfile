### what asks
FROM opensuse/leap:15.6
RUN zypper install httpd
    ^^^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN zypper --gpg-auto-import-keys in httpd
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN zypper remove httpd && zypper rm a
    ^^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
                           ^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN zypper source-install httpd
    ^^^^^^^^^^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN zypper si httpd
    ^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN sudo zypper patch
         ^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
===>
FROM opensuse/leap:15.6
RUN zypper -n install httpd
RUN zypper -n --gpg-auto-import-keys in httpd
RUN zypper -n remove httpd && zypper -n rm a
RUN zypper -n source-install httpd
RUN zypper -n si httpd
RUN sudo zypper -n patch

### exec form
FROM opensuse/leap:15.6
RUN ["zypper", "in", "httpd"]
      ^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
===>
FROM opensuse/leap:15.6
RUN ["zypper", "-n", "in", "httpd"]

### what does not
FROM opensuse/leap:15.6
RUN zypper -n install httpd && zypper --non-interactive in httpd && zypper install -y httpd && zypper in --no-confirm httpd
RUN zypper refresh && zypper update && zypper clean && yes | zypper in httpd

### hadolint
RUN zypper install httpd
    ^^^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN zypper in httpd && zypper in a
    ^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN zypper rm httpd
    ^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
ONBUILD RUN zypper si httpd
            ^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
RUN zypper -n install httpd
RUN zypper install -n httpd
RUN zypper --non-interactive in httpd
RUN zypper install -y httpd
RUN zypper in --no-confirm httpd
RUN zypper update
RUN sudo zypper in httpd
--- settings: {"hadolint": true}
