### dnf, microdnf and the fifth dnf
FROM fedora:43
RUN dnf install -y httpd
                   ^^^^^ httpd has no version: the next build may install a different one.
RUN microdnf install -y httpd
                        ^^^^^ httpd has no version: the next build may install a different one.
RUN dnf5 install -y httpd
                    ^^^^^ httpd has no version: the next build may install a different one.
RUN dnf install -y httpd-2.4.65

### groups
FROM fedora:43
RUN dnf group install -y development-tools
RUN dnf module install -y nodejs:20

### hadolint: groups are not looked at
FROM fedora:43
RUN dnf group install -y development-tools && dnf install -y httpd
                                                             ^^^^^ httpd has no version: the next build may install a different one.
RUN dnf module install -y nodejs
                          ^^^^^^ nodejs has no version: the next build may install a different one.
RUN microdnf -y install python3-pip
                        ^^^^^^^^^^^ python3-pip has no version: the next build may install a different one.
RUN dnf5 install -y httpd
--- settings: {"hadolint": true}
