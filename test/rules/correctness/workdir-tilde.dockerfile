### WORKDIR, COPY and ADD
FROM debian:12
WORKDIR ~/app
        ^ WORKDIR takes ~ for a directory of that name, not for the home directory.
COPY x ~
       ^ COPY takes ~ for a directory of that name, not for the home directory.
ADD x "~/x"
       ^ ADD takes ~ for a directory of that name, not for the home directory.
COPY ["x", "~/y/"]
            ^ COPY takes ~ for a directory of that name, not for the home directory.
===>
FROM debian:12
WORKDIR /root/app
COPY x /root
ADD x "/root/x"
COPY ["x", "/root/y/"]

### the user's
FROM node:22
USER node
COPY x ~/x
       ^ COPY takes ~ for a directory of that name, not for the home directory.
===>
FROM node:22
USER node
COPY x /home/node/x

### a user that is known by number only
FROM debian:12
USER 1234
COPY x ~/x
       ^ COPY takes ~ for a directory of that name, not for the home directory.
===> no fix

### somebody else's
FROM debian:12
WORKDIR ~deploy/app
        ^ WORKDIR takes ~ for a directory of that name, not for the home directory.
===> no fix

### elsewhere in the path
FROM debian:12
WORKDIR /srv/~
COPY ~/x /srv/x~
RUN cd ~
