### a checksum, a repository, a file of the context
FROM alpine:3.20
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a.txt /a.txt
ADD https://github.com/example/tool.git#v1.2.3 /src
ADD git@example.com:tool.git /tool
ADD a.tar.gz /a
### among other sources
FROM alpine:3.20
ADD a.txt https://example.com/b.txt /srv/
          ^^^^^^^^^^^^^^^^^^^^^^^^^ This is downloaded in every build, and all steps below run again when it has changed.
