### a folder
FROM alpine
COPY .ssh /root/.ssh
     ^^^^ COPY puts an SSH private key into a layer of the image.
===> no fix

### a key that the script handles itself
FROM alpine
COPY id_ed25519 /root/.ssh/
     ^^^^^^^^^^ COPY puts an SSH private key into a layer of the image.
RUN eval $(ssh-agent) && ssh-add /root/.ssh/id_ed25519 && git clone git@git.example.org:app.git
===> no fix

### public keys, configuration, keys from mounts
# syntax=docker/dockerfile:1
FROM alpine
COPY id_rsa.pub .ssh/known_hosts .ssh/config /root/.ssh/
RUN --mount=type=secret,id=key cat /run/secrets/key > /root/.ssh/id_rsa
RUN ssh-keyscan git.example.org > /root/.ssh/known_hosts && echo "$PUBLIC" > /root/.ssh/id_rsa.pub
