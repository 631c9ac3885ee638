### ADD
FROM debian:12
ADD git://github.com/a/b.git /a
    ^^^^^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
ADD http://github.com/a/b.git#v1 /b
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from github.com by http:// can be changed on its way.
ADD git://example.com/x /c
    ^^^^^^^^^^^^^^^^^^^ What comes from example.com by git:// can be changed on its way.
ADD https://github.com/a/b.git /d
ADD git@github.com:a/b.git /e
ADD http://example.com/a.tar.gz /f
===>
FROM debian:12
ADD https://github.com/a/b.git /a
ADD https://github.com/a/b.git#v1 /b
ADD https://example.com/x /c
ADD https://github.com/a/b.git /d
ADD git@github.com:a/b.git /e
ADD http://example.com/a.tar.gz /f

### git
FROM debian:12
RUN git clone git://github.com/a/b && git clone --depth 1 http://github.com/a/b.git c && git remote add origin git://github.com/a/b && git submodule add git://github.com/a/b
              ^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from github.com by http:// can be changed on its way.
                                                                                                               ^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
                                                                                                                                                         ^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
RUN git clone https://github.com/a/b && git clone ssh://git@github.com/a/b && git clone git@github.com:a/b.git
RUN git config --global url."https://github.com/".insteadOf git://github.com/ && git clone git://localhost/x && git clone http://10.0.0.1/x
===>
FROM debian:12
RUN git clone https://github.com/a/b && git clone --depth 1 https://github.com/a/b.git c && git remote add origin https://github.com/a/b && git submodule add https://github.com/a/b
RUN git clone https://github.com/a/b && git clone ssh://git@github.com/a/b && git clone git@github.com:a/b.git
RUN git config --global url."https://github.com/".insteadOf git://github.com/ && git clone git://localhost/x && git clone http://10.0.0.1/x

### package managers
FROM debian:12
RUN pip install git+git://github.com/a/b && pip install 'b @ git+http://github.com/a/b@v1' && npm install git://github.com/a/b && npm install git+http://github.com/a/b
                ^^^^^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from github.com by http:// can be changed on its way.
                                                                                                          ^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
                                                                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^ What comes from github.com by http:// can be changed on its way.
RUN pip install git+https://github.com/a/b && npm install git+ssh://git@github.com/a/b && npm ci --registry http://example.com
===>
FROM debian:12
RUN pip install git+https://github.com/a/b && pip install 'b @ git+https://github.com/a/b@v1' && npm install https://github.com/a/b && npm install git+https://github.com/a/b
RUN pip install git+https://github.com/a/b && npm install git+ssh://git@github.com/a/b && npm ci --registry http://example.com

### ONBUILD, and without FROM
ONBUILD ADD git://github.com/a/b.git /a
            ^^^^^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
RUN git clone git://github.com/a/b
              ^^^^^^^^^^^^^^^^^^^^ What comes from github.com by git:// can be changed on its way.
