### variables
FROM debian:12
ENV PYTHONHTTPSVERIFY=0 NODE_TLS_REJECT_UNAUTHORIZED="0"
    ^^^^^^^^^^^^^^^^^^^ PYTHONHTTPSVERIFY switches the check of certificates off in the build and in the container.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build and in the container.
ENV PIP_TRUSTED_HOST pypi.org
    ^^^^^^^^^^^^^^^^^^^^^^^^^ PIP_TRUSTED_HOST switches the check of certificates off in the build and in the container.
ENV NPM_CONFIG_STRICT_SSL=false npm_config_strict_ssl=false
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NPM_CONFIG_STRICT_SSL switches the check of certificates off in the build and in the container.
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ npm_config_strict_ssl switches the check of certificates off in the build and in the container.
ENV GIT_SSL_NO_VERIFY=true
    ^^^^^^^^^^^^^^^^^^^^^^ GIT_SSL_NO_VERIFY switches the check of certificates off in the build and in the container.
ENV A=b GOINSECURE=example.com C=d
        ^^^^^^^^^^^^^^^^^^^^^^ GOINSECURE switches the check of certificates off in the build and in the container.
ENV GONOSUMDB=*
    ^^^^^^^^^^^ GONOSUMDB switches the check of certificates off in the build and in the container.
ENV GOFLAGS="-mod=vendor -insecure"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GOFLAGS switches the check of certificates off in the build and in the container.
ARG NODE_TLS_REJECT_UNAUTHORIZED=0
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build.

### variables that leave it on
FROM debian:12
ENV PYTHONHTTPSVERIFY=1 NODE_TLS_REJECT_UNAUTHORIZED=1 NPM_CONFIG_STRICT_SSL=true GIT_SSL_NO_VERIFY=false PIP_TRUSTED_HOST=
ENV GONOSUMDB=example.com GOFLAGS=-mod=vendor
ARG PIP_TRUSTED_HOST
LABEL NODE_TLS_REJECT_UNAUTHORIZED=0

### in front of commands
FROM debian:12
RUN NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci && export GIT_SSL_NO_VERIFY=1 && env PYTHONHTTPSVERIFY=0 python x.py && GIT_SSL_NO_VERIFY=0 git pull
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build.
                                                    ^^^^^^^^^^^^^^^^^^^ GIT_SSL_NO_VERIFY switches the check of certificates off in the build.
                                                                               ^^^^^^^^^^^^^^^^^^^ PYTHONHTTPSVERIFY switches the check of certificates off in the build.
RUN sudo NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build.
===> no fix

### through a variable
FROM debian:12
ARG CHECK=0
ENV NODE_TLS_REJECT_UNAUTHORIZED=$CHECK
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build and in the container.

### pip
FROM debian:12
RUN pip install --trusted-host pypi.org requests && pip3 install --trusted-host=pypi.org requests && python3 -m pip install --trusted-host a x
                ^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                                            ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN pip config set global.trusted-host pypi.org && pip install --cert ca.pem requests
                   ^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
===>
FROM debian:12
RUN pip install requests && pip3 install requests && python3 -m pip install x
RUN pip install --cert ca.pem requests

### npm and Yarn
FROM node:22
RUN npm config set strict-ssl false && npm config set strict-ssl=false && npm set strict-ssl=false -g && yarn config set strict-ssl false
                   ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                      ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                  ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                                         ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN yarn config set "strict-ssl" false && pnpm config set strict-ssl false && yarn config set enableStrictSsl false && npm ci --strict-ssl=false
                    ^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                          ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                              ^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                                              ^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN npm config set strict-ssl true && npm config set strict-ssl=true && npm config get strict-ssl && npm ci --strict-ssl
RUN echo "strict-ssl=false" >> .npmrc && echo "strict-ssl=true" >> .npmrc
          ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.

### npm alone
FROM node:22
RUN npm config set strict-ssl false
                   ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN npm config set strict-ssl false && npm ci
                   ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
===>
FROM node:22
RUN npm ci

### git
FROM debian:12
RUN git config --global http.sslVerify false && git config --global http.sslverify "false" && git -c http.sslVerify=false clone https://a/b
                        ^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                    ^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN git config --global http.https://example.com.sslVerify false && git config --global http.sslVerify true
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.

### yum and dnf
FROM fedora:42
RUN echo "sslverify=false" >> /etc/yum.conf && yum --setopt=sslverify=0 install x && dnf install --setopt=sslverify=false x && dnf install --setopt sslverify=false x
          ^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                   ^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                                                                    ^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN sed -i 's/sslverify=1/sslverify=0/' /etc/yum.conf && sed -i 's/sslverify=0/sslverify=1/' /etc/yum.conf && yum --setopt=sslverify=1 install x
                          ^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
COPY <<EOF /etc/yum.repos.d/a.repo
[a]
sslverify=0
^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
EOF

### conda, Composer and Go
FROM debian:12
RUN conda config --set ssl_verify false && conda config --set ssl_verify true && conda config --set ssl_verify /ca.pem
                       ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN composer config -g disable-tls true && composer config disable-tls false && php composer-setup.php --disable-tls && go get -insecure example.com/x
                       ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                       ^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
                                                                                                                               ^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
===>
FROM debian:12
RUN conda config --set ssl_verify true && conda config --set ssl_verify /ca.pem
RUN composer config disable-tls false && php composer-setup.php && go get example.com/x

### ONBUILD, and without FROM
ONBUILD RUN npm config set strict-ssl false
                           ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
ONBUILD ENV NODE_TLS_REJECT_UNAUTHORIZED=0
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build and in the container.
RUN npm config set strict-ssl false
                   ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NODE_TLS_REJECT_UNAUTHORIZED switches the check of certificates off in the build and in the container.

### fix of a pair, and of a setting
FROM debian:12
ENV A=b GIT_SSL_NO_VERIFY=1
        ^^^^^^^^^^^^^^^^^^^ GIT_SSL_NO_VERIFY switches the check of certificates off in the build and in the container.
RUN git config --global http.sslVerify false && git clone https://a
                        ^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN git -c http.sslVerify=false clone https://a
        ^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
===>
FROM debian:12
ENV A=b
RUN git clone https://a
RUN git clone https://a

### fix of an ENV
FROM debian:12
ENV GIT_SSL_NO_VERIFY=1
    ^^^^^^^^^^^^^^^^^^^ GIT_SSL_NO_VERIFY switches the check of certificates off in the build and in the container.
ONBUILD ENV GIT_SSL_NO_VERIFY=1
            ^^^^^^^^^^^^^^^^^^^ GIT_SSL_NO_VERIFY switches the check of certificates off in the build and in the container.
RUN npm config set strict-ssl=false && npm ci
                   ^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
===>
FROM debian:12
ONBUILD ENV GIT_SSL_NO_VERIFY=1
RUN npm ci

### pip's configuration
FROM python:3.13
RUN printf '[global]\ntrusted-host = pypi.org\n' > /etc/pip.conf
                      ^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
COPY <<EOF /etc/pip.conf
[global]
trusted-host = pypi.org
^^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
EOF

### Go's own settings
FROM golang:1.25
RUN go env -w GOINSECURE=example.org
              ^^^^^^^^^^^^^^^^^^^^^^ Certificates are not checked, so anybody in between can put something else into the image.
RUN go env -w GOPROXY=direct
===> no fix
