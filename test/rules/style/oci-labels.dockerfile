### none
FROM debian
     ^^^^^^ The image has no label org.opencontainers.image.source, org.opencontainers.image.title and org.opencontainers.image.licenses.
CMD ["bash"]
===>
FROM debian
LABEL org.opencontainers.image.source=""
LABEL org.opencontainers.image.title=""
LABEL org.opencontainers.image.licenses=""
CMD ["bash"]

### the last stage counts, with what it is built on
FROM debian AS base
LABEL org.opencontainers.image.source="https://example.org/a"
FROM debian AS build
LABEL org.opencontainers.image.title="x"
FROM base
     ^^^^ The image has no label org.opencontainers.image.title.
LABEL org.opencontainers.image.licenses="MIT"

### all
FROM debian
LABEL org.opencontainers.image.source="https://example.org/a" org.opencontainers.image.title="a"
LABEL org.opencontainers.image.licenses="MIT"

### a variable stands for a name
FROM debian
LABEL $LABEL="x"

### not for shipping
FROM debian AS dev

### no FROM
RUN true
