### a file
FROM debian
ADD app.py /srv/
^^^ ADD only copies app.py here, which COPY says more clearly.
===>
FROM debian
COPY app.py /srv/

### a directory, with flags that COPY knows
from debian
add --chown=app:app --link . /srv
^^^ ADD only copies . here, which COPY says more clearly.
===>
from debian
copy --chown=app:app --link . /srv

### zip files are not unpacked
FROM debian
ADD app.zip app.jar /srv/
^^^ ADD only copies app.zip here, which COPY says more clearly.
===>
FROM debian
COPY app.zip app.jar /srv/

### archives
FROM debian
ADD a.tar b.Z c.bz2 d.gz e.lz f.lzma g.tZ h.tb2 i.tbz j.tbz2 k.tgz l.tlz m.tpz n.txz o.xz p.tar.gz /srv/

### case counts to hadolint, which does not know Zstandard either
FROM debian
ADD a.TAR /srv/
^^^ ADD only copies a.TAR here, which COPY says more clearly.
ADD a.tar.zst /srv/
^^^ ADD only copies a.tar.zst here, which COPY says more clearly.
--- settings: {"hadolint": true}

### archives that ADD unpacks all the same
FROM debian
ADD a.TAR /srv/
ADD a.tar.zst /srv/

### patterns
FROM debian
ADD *.py conf/*.yml /srv/
^^^ ADD only copies *.py here, which COPY says more clearly.
ADD * /srv/
^^^ ADD only copies * here, which COPY says more clearly.
===>
FROM debian
COPY *.py conf/*.yml /srv/
COPY * /srv/

### quotes are dropped
FROM debian
ADD "a.tar.gz" /srv/
ADD ["b.tar.gz", "/srv/"]
ADD ["c.txt", "/srv/"]
^^^ ADD only copies "c.txt" here, which COPY says more clearly.
===>
FROM debian
ADD "a.tar.gz" /srv/
ADD ["b.tar.gz", "/srv/"]
COPY ["c.txt", "/srv/"]

### URLs
FROM debian
ADD http://example.org/a /srv/a
ADD https://example.org/b /srv/b

### one source of several is enough, a URL among them needs ADD
FROM debian
ADD a.tar.gz b.txt /srv/
^^^ ADD only copies b.txt here, which COPY says more clearly.
ADD https://example.org/b c.txt /srv/
^^^ ADD only copies c.txt here, which COPY says more clearly.
===> no fix

### a variable
FROM debian
ADD $FILE /srv/
^^^ ADD only copies $FILE here, which COPY says more clearly.

### a variable in front of an archive's ending
FROM debian
ADD app-${VERSION}.tar.gz /srv/

### a variable whose value is a URL
FROM debian
ARG URL=https://example.org/a
ADD $URL /srv/a

### a variable whose value is a URL, to hadolint
FROM debian
ARG URL=https://example.org/a
ADD $URL /srv/a
^^^ ADD only copies $URL here, which COPY says more clearly.
--- settings: {"hadolint": true}
===> no fix

### Git repositories
FROM debian
ADD git@github.com:org/repo.git /src
ADD git://example.org/repo.git /src
ADD ssh://git@example.org/repo.git /src

### Git repositories, to hadolint
FROM debian
ADD git@github.com:org/repo.git /src
^^^ ADD only copies git@github.com:org/repo.git here, which COPY says more clearly.
--- settings: {"hadolint": true}
===> no fix

### flags for which it has to be ADD
FROM debian
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d ./app /app
ADD --unpack=true bundle /app
ADD --keep-git-dir=true ./repo /src

### flags for which it has to be ADD, to hadolint
FROM debian
ADD --unpack=true bundle /app
^^^ ADD only copies bundle here, which COPY says more clearly.
--- settings: {"hadolint": true}
===> no fix

### a here-document
FROM debian
ADD <<EOF /etc/motd
hello
EOF

### a here-document, to hadolint
FROM debian
ADD <<EOF /etc/motd
^^^ ADD only copies a here-document here, which COPY says more clearly.
hello
EOF
--- settings: {"hadolint": true}
===> no fix

### inside ONBUILD it is not looked at
FROM debian
ONBUILD ADD app.py /srv/

### no FROM
ADD app.py /srv/
^^^ ADD only copies app.py here, which COPY says more clearly.
--- settings: {"hadolint": true}
===>
COPY app.py /srv/

### half an ADD
FROM debian
ADD
ADD a
ADD --chown=1

### COPY
FROM debian
COPY app.py /srv/
