### apk
FROM alpine:3.22
RUN apk add --allow-untrusted ./a.apk && apk --allow-untrusted add b && apk add --no-cache c
            ^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                             ^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
===>
FROM alpine:3.22
RUN apk add ./a.apk && apk add b && apk add --no-cache c

### apt
FROM debian:12
RUN apt-get install -y --allow-unauthenticated a && apt-get install --force-yes b && apt install --allow-unauthenticated c && aptitude install --allow-unauthenticated d
                       ^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                    ^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN apt-get -o APT::Get::AllowUnauthenticated=true install a && apt-get install -y --allow-downgrades a
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN echo "deb [trusted=yes] https://example.com/ stable main" > /etc/apt/sources.list.d/a.list && add-apt-repository "deb [arch=amd64 trusted=yes] https://b x y"
              ^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN echo "deb [signed-by=/a.gpg] https://example.com/ stable main" > /etc/apt/sources.list.d/a.list && echo --force-yes
===>
FROM debian:12
RUN apt-get install -y a && apt-get install b && apt install c && aptitude install d
RUN apt-get install a && apt-get install -y --allow-downgrades a
RUN echo "deb [trusted=yes] https://example.com/ stable main" > /etc/apt/sources.list.d/a.list && add-apt-repository "deb [arch=amd64 trusted=yes] https://b x y"
RUN echo "deb [signed-by=/a.gpg] https://example.com/ stable main" > /etc/apt/sources.list.d/a.list && echo --force-yes

### yum, dnf and friends
FROM fedora:42
RUN yum install -y --nogpgcheck a && dnf install --nogpgcheck b && microdnf install --nogpgcheck c && tdnf install --nogpgcheck d
                   ^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                 ^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                                    ^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                                                                   ^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN dnf install --setopt=gpgcheck=0 a && yum --setopt=base.gpgcheck=0 install b && dnf --setopt=repo_gpgcheck=0 install c && dnf --setopt=gpgcheck=1 install d
                ^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                             ^^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN echo "gpgcheck=0" >> /etc/yum.repos.d/a.repo && printf '[a]\nname=a\ngpgcheck = 0\n' > /etc/yum.repos.d/b.repo && echo "repo_gpgcheck=0" > /etc/yum.repos.d/c.repo
          ^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                         ^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN sed -i 's/gpgcheck=1/gpgcheck=0/' /etc/yum.repos.d/a.repo && sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.repos.d/a.repo
                         ^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN cat <<EOF > /etc/yum.repos.d/d.repo
[d]
gpgcheck=0
^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
EOF
COPY <<EOF /etc/yum.repos.d/e.repo
gpgcheck=0
^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
EOF

### zypper, rpm and pacman
FROM opensuse/leap:15
RUN zypper --no-gpg-checks install a && zypper ar --no-gpgcheck https://a b && zypper --gpg-auto-import-keys ref
           ^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN rpm -i --nosignature a.rpm && rpm -Uvh --nodigest b.rpm && rpm --noverify -i c.rpm && rpm -qp --nosignature d.rpm && rpm -i --nodeps e.rpm
           ^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                           ^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                   ^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN sed -i 's/^SigLevel.*/SigLevel = Never/' /etc/pacman.conf && echo "SigLevel=Never" >> /etc/pacman.conf && echo "SigLevel = Required" >> /etc/pacman.conf
                          ^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
                                                                       ^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.

### fix of an option
FROM debian:12
RUN apt-get -o APT::Get::AllowUnauthenticated=true install a
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN yum install -y \
      --nogpgcheck \
      ^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
      a
===>
FROM debian:12
RUN apt-get install a
RUN yum install -y \
      a

### sudo, absolute paths, ONBUILD, no FROM
ONBUILD RUN apk add --allow-untrusted a
                    ^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
RUN sudo /sbin/apk add --allow-untrusted a
                       ^^^^^^^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.

### nothing is installed
FROM debian:12
RUN apt-get purge -y --force-yes a && apt-get clean --force-yes && apt-get install --force-yes b
                                                                                   ^^^^^^^^^^^ Signatures of packages are not checked, so anybody in between can put others into the image.
