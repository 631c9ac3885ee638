### no tag
FROM alpine:3.22
COPY --from=nginx /etc/nginx/nginx.conf /etc/
            ^^^^^ nginx has no tag, so it is whatever was released last.
COPY --from=ghcr.io/astral-sh/uv /uv /bin/
            ^^^^^^^^^^^^^^^^^^^^ ghcr.io/astral-sh/uv has no tag, so it is whatever was released last.

### latest, in a mount
FROM alpine:3.22
RUN --mount=from=ghcr.io/astral-sh/uv:latest,source=/uv,target=/bin/uv uv sync
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ghcr.io/astral-sh/uv:latest is whatever was released last.

### a stage by name, in any case, by number, and a later one
FROM alpine:3.22 AS Build
FROM alpine:3.22
COPY --from=build /a /a
COPY --from=0 /a /b
COPY --from=later /a /c
FROM alpine:3.22 AS later

### a tag, a digest
FROM alpine:3.22
COPY --from=nginx:1.29 /etc/nginx/nginx.conf /etc/
COPY --from=nginx@sha256:b4aa902587c2e61ce789849cb54c332b0400fe27b1ee33af4669e1f7e7c3e22f /etc/nginx/nginx.conf /etc/

### a build context that the builder is given
FROM alpine:3.22
COPY --from=assets / /assets/

### variables
ARG NGINX=nginx
ARG OTHER
FROM alpine:3.22
ARG NGINX
ARG OTHER
COPY --from=$NGINX /etc/nginx/nginx.conf /etc/
            ^^^^^^ nginx has no tag, so it is whatever was released last.
COPY --from=$OTHER / /
