### the directory around it counts
FROM alpine
COPY aws-credentials.json /root/.config/key.json
     ~~~~~~~~~~~~~~~~~~~~ aws-credentials.json is copied here.
RUN ./fetch && rm -rf /root/.config
                      ^^^^^^^^^^^^^ Deleting aws-credentials.json here leaves it in the layer of its COPY.

### an alias of the home directory, and a directory without -r
FROM alpine
COPY .netrc /root/.netrc
RUN git clone https://git.example.org/app.git
RUN rm ~/.netrc
       ^^^^^^^^ Deleting .netrc here leaves it in the layer of its COPY.
RUN rm /root
===>
FROM alpine
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required git clone https://git.example.org/app.git
RUN rm /root

### other files, and other stages
FROM alpine AS build
COPY .npmrc package.json ./
RUN rm package.json
FROM alpine
RUN rm -f .npmrc

### what says nothing about its content
FROM alpine
COPY hashicorp.asc settings.xml /tmp/
RUN gpg --import /tmp/hashicorp.asc && rm /tmp/hashicorp.asc
RUN mvn -s /tmp/settings.xml package && rm -rf /tmp/*
