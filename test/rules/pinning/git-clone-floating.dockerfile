### no tag, a branch
FROM alpine:3.22
RUN git clone https://github.com/a/b && cd b && make
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The clone is whatever the branch holds that day: no tag or commit is named.
RUN git clone --depth 1 -b master git@github.com:a/b.git
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The clone is whatever the branch holds that day: no tag or commit is named.
RUN git -C /src clone --branch=develop $REPO
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The clone is whatever the branch holds that day: no tag or commit is named.

### a tag, a variable
FROM alpine:3.22
RUN git clone -b v1.2 https://github.com/a/b && git clone --branch=$TAG https://github.com/a/b && git clone --revision=3f2a91c https://github.com/a/b

### a checkout behind it
FROM alpine:3.22
RUN git clone https://github.com/a/b && cd b && git checkout 3f2a91c
RUN git clone https://github.com/a/b && git -C b reset --hard v1.2
RUN git clone -n https://github.com/a/b && git clone https://github.com/a/b && (cd b; git checkout ${COMMIT})
RUN git clone https://github.com/a/b && cd b && git switch --detach v2

### a checkout of a branch
FROM alpine:3.22
RUN git clone https://github.com/a/b && cd b && git checkout master
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The clone is whatever the branch holds that day: no tag or commit is named.

### what is on the disk already
FROM alpine:3.22
RUN git clone /src/a b && git clone file:///src/a c && git init

### repositories of ADD
FROM alpine:3.22
ADD https://github.com/a/b.git /src
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ The repository is taken at whatever its default branch holds that day.
ADD git@github.com:a/b.git#:sub /src
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ The repository is taken at whatever its default branch holds that day.
ADD https://github.com/a/b.git#v1 https://github.com/a/c.git?ref=v2 git@github.com:a/d.git#main:sub /src/
ADD --checksum=3f2a91c https://github.com/a/b.git /src
ADD https://github.com/a/b/archive/v1.tar.gz /src
