### one space
FROM alpine:3.22
RUN echo "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d tool.tgz" | sha256sum -c -
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
RUN echo "$SUM tool.tgz" | sha256sum --check && echo '24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d tool.tgz' | sha256sum -cs
         ^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
RUN echo ${SUM} tool.tgz | sha256sum -c && echo $SUM   /tmp/tool.tgz | sha512sum -c
         ^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
                                                ^^^^^^^^^^^^^^^^^^^^ sha512sum wants two spaces between the checksum and the file.
RUN echo -n "${SUM} ${FILE}" | md5sum -c
            ^^^^^^^^^^^^^^^^ md5sum wants two spaces between the checksum and the file.
RUN echo "$SUM tool.tgz" | sudo sha256sum -c -
         ^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
ONBUILD RUN echo "$SUM tool.tgz" | sha1sum -c -
                 ^^^^^^^^^^^^^^^ sha1sum wants two spaces between the checksum and the file.
===>
FROM alpine:3.22
RUN echo "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d  tool.tgz" | sha256sum -c -
RUN echo "$SUM  tool.tgz" | sha256sum --check && echo '24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d  tool.tgz' | sha256sum -cs
RUN echo "${SUM}  tool.tgz" | sha256sum -c && echo "$SUM  /tmp/tool.tgz" | sha512sum -c
RUN echo -n "${SUM}  ${FILE}" | md5sum -c
RUN echo "$SUM  tool.tgz" | sudo sha256sum -c -
ONBUILD RUN echo "$SUM  tool.tgz" | sha1sum -c -

### two, an asterisk, or another sort of line
FROM alpine:3.22
RUN echo "$SUM  tool.tgz" | sha256sum -c - && echo "$SUM *tool.tgz" | sha256sum -c - && echo "$SUM" *tool.tgz | sha256sum -c -
RUN echo "SHA256 (tool.tgz) = $SUM" | sha256sum -c - && echo "$LINE" | sha256sum -c && sha256sum -c sums.txt
RUN echo "$SUM tool.tgz" | sha256sum && echo "$SUM tool.tgz" > sums && echo "$SUM tool.tgz" | tee x | sha256sum -c
RUN echo $LINES | sha256sum -c && cat a b | sha256sum -c - && echo "a b" | sha256sum -c

### nowhere to put it
FROM alpine:3.22
RUN sh -c 'echo "$SUM tool.tgz" | sha256sum -c'
                ^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
RUN echo $SUM "my tool.tgz" | sha256sum -c
         ^^^^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
RUN echo "$SUM" tool.tgz | sha256sum -c
         ^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
===> no fix

### a checksum that is no whole one
FROM debian:12
RUN echo "abc123 app.tgz" | sha256sum -c
         ^^^^^^^^^^^^^^^^ sha256sum wants two spaces between the checksum and the file.
===>
FROM debian:12
RUN echo "abc123  app.tgz" | sha256sum -c
