### one of several labels
FROM debian:12-slim
LABEL org.opencontainers.image.title="tool" \
      org.opencontainers.image.base.digest="sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f" \
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The label names a digest, yet debian:12-slim is taken by its tag and may be another image.
      org.opencontainers.image.base.name="debian:12-slim"
===>
FROM debian:12-slim
LABEL org.opencontainers.image.title="tool" \
      org.opencontainers.image.base.name="debian:12-slim"

### the first of several labels
FROM debian:12-slim
LABEL org.opencontainers.image.base.digest=sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f title=tool
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The label names a digest, yet debian:12-slim is taken by its tag and may be another image.
===>
FROM debian:12-slim
LABEL title=tool

### another digest than the one of FROM
FROM debian:12-slim@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d AS base
FROM base
LABEL org.opencontainers.image.base.digest="sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f"
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The label names another digest than FROM.
===>
FROM debian:12-slim@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d AS base
FROM base
LABEL org.opencontainers.image.base.digest="sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d"

### the digest of FROM
FROM debian:12-slim@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
LABEL org.opencontainers.image.base.digest="sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d"

### given by the build, not exported, or on nothing
ARG DIGEST
FROM debian:12-slim AS build
LABEL org.opencontainers.image.base.digest="sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f"
FROM debian:12-slim
ARG DIGEST=x
LABEL org.opencontainers.image.base.digest=$DIGEST org.opencontainers.image.base.name="debian"
