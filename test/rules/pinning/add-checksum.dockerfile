### files, whatever they hold
FROM alpine:3.22
ADD https://example.com/a.tar.gz http://example.com/b /tmp/
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant: --checksum=sha256:… would.
                                 ^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant: --checksum=sha256:… would.
ADD --chmod=755 https://example.com/$V/tool /bin/tool
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant: --checksum=sha256:… would.

### a checksum, a file of the context, a repository
FROM alpine:3.22
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a /tmp/
ADD a.tar.gz /tmp/
ADD https://github.com/a/b.git#v1 /src/
ADD git@github.com:a/b.git#v1 /src/
COPY https://example.com/x /tmp/
