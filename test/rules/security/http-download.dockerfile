### downloads
FROM debian:12
RUN curl -O http://example.com/a && wget -q http://example.com/b && git clone http://example.com/c.git && curl --url http://example.com/d
            ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                            ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                                                                     ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
ADD http://example.com/e /e
    ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d http://example.com/f /f
                                                                                       ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be read on its way; only a signature or checksum tells changes. (hint)
===>
FROM debian:12
RUN curl -O https://example.com/a && wget -q https://example.com/b && git clone https://example.com/c.git && curl --url https://example.com/d
ADD https://example.com/e /e
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/f /f

### by https, or not downloaded
FROM debian:12
RUN curl -O https://example.com/a && wget https://example.com/b && git clone https://example.com/c.git
RUN curl -e http://example.com/ -x http://proxy.example.com https://a && curl -H "Referer: http://example.com" https://b
RUN echo http://example.com && git config --global url.https://github.com/.insteadOf http://github.com/
ENV URL=http://example.com
LABEL url=http://example.com
HEALTHCHECK CMD curl -f http://example.com/
ADD https://example.com/e /e
COPY http://example.com /x

### hosts that are near
FROM debian:12
RUN curl http://localhost:8080/a && curl http://127.0.0.1/b && wget http://10.0.0.1/c && wget http://192.168.1.2/d && curl http://172.16.0.1/e
RUN curl http://172.32.0.1/a && curl http://[::1]/b && curl http://registry/c && curl http://files.internal/d && curl http://8.8.8.8/e
         ^^^^^^^^^^^^^^^^^^^ What comes from 172.32.0.1 by plain http can be changed on its way.
                                                                                                                      ^^^^^^^^^^^^^^^^ What comes from 8.8.8.8 by plain http can be changed on its way.
ADD http://localhost/x /x

### variables
FROM debian:12
ARG HOST=example.com
ARG URL=http://example.com/x
RUN curl http://$HOST/a && curl http://$UNKNOWN/b && curl "$URL" && curl http://example.com/$UNKNOWN
         ^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                          ^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
ADD ${URL} /x
    ^^^^^^ What comes from example.com by plain http can be changed on its way.

### indexes and registries
FROM python:3.13
RUN pip install --index-url http://example.com/simple a && pip install -i http://example.com/simple b && pip install --extra-index-url=http://example.com/simple c
                            ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
RUN npm ci --registry http://example.com && npm config set registry http://example.com && yarn install --registry=http://example.com && pip install --index-url https://example.com d
                      ^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                    ^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
===>
FROM python:3.13
RUN pip install --index-url https://example.com/simple a && pip install -i https://example.com/simple b && pip install --extra-index-url=https://example.com/simple c
RUN npm ci --registry https://example.com && npm config set registry https://example.com && yarn install --registry=https://example.com && pip install --index-url https://example.com d

### repositories
FROM debian:12
RUN echo "deb http://example.com/debian stable main" > /etc/apt/sources.list.d/a.list
              ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
RUN add-apt-repository "deb http://example.com/debian stable main"
                            ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
RUN echo "deb [arch=amd64] http://example.com/debian stable main" | tee /etc/apt/sources.list.d/b.list
                           ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
RUN printf 'Types: deb\nURIs: http://example.com/debian\nSuites: stable\n' > /etc/apt/sources.list.d/b.sources
                              ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
RUN echo "deb [trusted=yes] http://deb.debian.org/debian stable main" > /etc/apt/sources.list.d/c.list
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from deb.debian.org by plain http can be changed on its way.
RUN yum-config-manager --add-repo http://example.com/a.repo && dnf config-manager --add-repo http://example.com/b.repo && zypper ar http://example.com/c.repo c
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
                                                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
RUN echo "baseurl=http://example.com/el9" >> /etc/yum.repos.d/d.repo
                  ^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
COPY <<EOF /etc/yum.repos.d/e.repo
[e]
baseurl=http://example.com/el9
        ^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be read on its way; only a signature or checksum tells changes. (hint)
gpgcheck=1
EOF

### repositories that are signed
FROM debian:12
RUN echo "deb [signed-by=/usr/share/keyrings/a.gpg] http://example.com/debian stable main" > /etc/apt/sources.list.d/a.list
RUN printf 'Types: deb\nURIs: http://example.com/debian\nSigned-By: /a.gpg\n' > /etc/apt/sources.list.d/b.sources
RUN echo "deb http://deb.debian.org/debian bookworm-backports main" > /etc/apt/sources.list.d/c.list
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from deb.debian.org by plain http can be read on its way; only a signature or checksum tells changes. (hint)
RUN echo "deb-src http://archive.ubuntu.com/ubuntu noble main" >> /etc/apt/sources.list
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from archive.ubuntu.com by plain http can be read on its way; only a signature or checksum tells changes. (hint)
RUN sed -i 's|http://deb.debian.org|https://deb.debian.org|' /etc/apt/sources.list

### a key that apt has
FROM debian:12
RUN apt-key add a.asc && echo "deb http://example.com/debian stable main" > /etc/apt/sources.list.d/a.list
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be read on its way; only a signature or checksum tells changes. (hint)

### ONBUILD, and without FROM
ONBUILD RUN curl http://example.com/a
                 ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
ONBUILD ADD http://example.com/a /a
            ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.
RUN curl http://example.com/a
         ^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be changed on its way.

### options of a repository
FROM debian:12
RUN apt-key add a.asc && echo "deb [ arch=amd64 ] http://example.com/debian stable main" > /etc/apt/sources.list.d/a.list
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from example.com by plain http can be read on its way; only a signature or checksum tells changes. (hint)

### the variables of package managers
FROM python:3.13
ENV PIP_INDEX_URL=http://pypi.example.org/simple
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from pypi.example.org by plain http can be changed on its way.
ENV NPM_CONFIG_REGISTRY=http://localhost:4873 PIP_EXTRA_INDEX_URL=https://pypi.example.org/simple
===>
FROM python:3.13
ENV PIP_INDEX_URL=https://pypi.example.org/simple
ENV NPM_CONFIG_REGISTRY=http://localhost:4873 PIP_EXTRA_INDEX_URL=https://pypi.example.org/simple
