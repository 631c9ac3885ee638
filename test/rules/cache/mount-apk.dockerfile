### --no-cache, or clean-ups
FROM alpine:3.20
RUN apk add --no-cache curl git \
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
    && apk add --no-cache --virtual .build gcc \
    && apk del .build
===>
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \
    ln -sfn /var/cache/apk /etc/apk/cache && \
    apk add --update-cache curl git \
    && apk add --virtual .build gcc \
    && apk del .build

### an update comes first
FROM alpine:3.20
RUN apk update && apk add curl && rm -rf /var/cache/apk/*
                  ^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
===>
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \
    apk update && ln -sfn /var/cache/apk /etc/apk/cache && apk add curl

### --update with --no-cache
FROM alpine:3.20
RUN apk --update --no-cache add curl
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
===>
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \
    ln -sfn /var/cache/apk /etc/apk/cache && \
    apk --update add curl

### another repository has an index of its own
FROM alpine:3.20
RUN apk add --no-cache curl && apk add --no-cache -X https://example.com/testing shadow
    ^^^^^^^^^^^^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
===>
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \
    ln -sfn /var/cache/apk /etc/apk/cache && \
    apk add --update-cache curl && apk add --update-cache -X https://example.com/testing shadow

### linked already
FROM alpine:3.20
RUN ln -s /var/cache/apk /etc/apk/cache
RUN apk add curl
    ^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
===>
FROM alpine:3.20
RUN ln -s /var/cache/apk /etc/apk/cache
RUN --mount=type=cache,target=/var/cache/apk,sharing=locked apk add --update-cache curl

### where no command can be put in front
FROM alpine:3.20
RUN if [ -n "$X" ]; then apk add --no-cache curl; fi
                         ^^^^^^^^^^^^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
===> no fix

### body on a line of its own
FROM alpine:3.20
RUN \
apk add --no-cache curl ;\
^^^^^^^^^^^^^^^^^^^^^^^ apk downloads everything again whenever this step reruns: there is no cache mount at /var/cache/apk.
curl --version
===>
FROM alpine:3.20
RUN \
--mount=type=cache,target=/var/cache/apk,sharing=locked \
ln -sfn /var/cache/apk /etc/apk/cache && \
apk add --update-cache curl ;\
curl --version
