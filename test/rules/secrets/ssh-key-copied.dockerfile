### a folder
FROM alpine
COPY .ssh /root/.ssh
     ^^^^ COPY puts an SSH private key into a layer of the image.
===> no fix

### a key that an agent of the RUN takes
FROM alpine
COPY id_ed25519 /root/.ssh/
     ^^^^^^^^^^ COPY puts an SSH private key into a layer of the image.
RUN eval $(ssh-agent) && ssh-add /root/.ssh/id_ed25519 && git clone git@git.example.org:app.git
===> Use an SSH mount
FROM alpine
RUN --mount=type=ssh git clone git@git.example.org:app.git

### a key that the script handles itself
FROM alpine
COPY id_ed25519 /root/.ssh/
     ^^^^^^^^^^ COPY puts an SSH private key into a layer of the image.
RUN ssh-keygen -p -f /root/.ssh/id_ed25519 -N '' && git clone git@git.example.org:app.git
===> no fix

### a key that a RUN writes from a build argument
FROM node:22
ARG DEPLOY_KEY
RUN mkdir -p ~/.ssh && echo "$DEPLOY_KEY" > ~/.ssh/id_rsa && chmod 600 ~/.ssh/id_rsa
                                            ^^^^^^^^^^^^^ An SSH private key is written into a layer of the image.
RUN npm install git+ssh://git@git.example.org/team/lib.git
===>
FROM node:22
RUN mkdir -p ~/.ssh
RUN --mount=type=ssh npm install git+ssh://git@git.example.org/team/lib.git

### public keys, configuration, keys from mounts
# syntax=docker/dockerfile:1
FROM alpine
COPY id_rsa.pub .ssh/known_hosts .ssh/config /root/.ssh/
RUN --mount=type=secret,id=key cat /run/secrets/key > /root/.ssh/id_rsa
RUN ssh-keyscan git.example.org > /root/.ssh/known_hosts && echo "$PUBLIC" > /root/.ssh/id_rsa.pub
