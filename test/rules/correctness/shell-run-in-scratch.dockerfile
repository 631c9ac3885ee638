### alone, and behind a copy
FROM scratch
RUN echo hello
^^^ There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.
COPY app /app
RUN /app migrate
^^^ There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.

### a stage that is based on one from scratch
FROM scratch AS base
FROM base
RUN true
^^^ There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.

### exec form, SHELL, another base
FROM scratch
RUN ["/app"]
FROM scratch
SHELL ["/app", "-c"]
RUN go
FROM debian:12
RUN true

### SHELL behind
FROM scratch
RUN true
^^^ There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.
SHELL ["/busybox", "sh", "-c"]
RUN true

### a file system
FROM scratch
ADD rootfs.tar.xz /
RUN true
FROM scratch
COPY --from=build / /
RUN true
FROM scratch
COPY rootfs /
RUN true

### a shell that is copied or mounted
FROM scratch
COPY --from=busybox:1.36 /bin/sh /bin/sh
RUN true
FROM scratch
COPY --from=busybox:1.36 /bin /bin
RUN true
FROM scratch
RUN --mount=from=busybox:1.36,source=/bin,target=/bin true

### a file that goes to the root
FROM scratch
COPY server.bin /
RUN true
^^^ There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.

### an earlier stage brings the file system
FROM scratch AS base
ADD rootfs.tar /
FROM base
RUN true

### here-documents
FROM scratch
COPY app /app
RUN <<EOF
^^^ There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.
true
EOF
RUN <<EOF
#!/app
true
EOF
