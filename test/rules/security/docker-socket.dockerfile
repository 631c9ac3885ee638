### the socket
FROM debian:12 AS one
VOLUME ["/data", "/var/run/docker.sock"]
                 ^^^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
FROM debian:12
VOLUME /var/run/docker.sock
       ^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
ENV DOCKER_HOST=unix:///var/run/docker.sock
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
RUN chmod 666 /var/run/docker.sock
              ^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
RUN --mount=type=bind,source=/run/docker.sock,target=/run/docker.sock make
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
ENTRYPOINT ["server", "--socket", "/run/docker.sock"]
                                  ^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
CMD server --socket=/var/run/docker.sock
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.
HEALTHCHECK CMD test -S /var/run/docker.sock
                        ^^^^^^^^^^^^^^^^^^^^ Whoever can use the socket of the Docker engine is root on the machine.

### not the socket
FROM debian:12
# /var/run/docker.sock
LABEL usage="docker run -v /var/run/docker.sock:/var/run/docker.sock"
VOLUME /var/run/docker
RUN ls /var/run/docker.socket

### the client
FROM debian:12
RUN apt-get update && apt-get install -y curl docker-ce-cli=5:27.0
                                              ^^^^^^^^^^^^^^^^^^^^ A docker client has no use but to talk to a Docker engine, and whoever can do that is root on its machine.
CMD ["server"]

### on Alpine
FROM alpine:3.22
RUN apk add docker-cli
            ^^^^^^^^^^ A docker client has no use but to talk to a Docker engine, and whoever can do that is root on its machine.
CMD ["server"]

### in a stage that is not shipped
FROM alpine:3.22 AS builder
RUN apk add docker-cli
FROM alpine:3.22
CMD ["server"]

### taken away again
FROM debian:12
RUN apt-get install -y docker.io && make && apt-get purge -y docker.io
CMD ["server"]

### copied
FROM debian:12
COPY --from=docker:28-cli /usr/local/bin/docker /usr/local/bin/
                          ^^^^^^^^^^^^^^^^^^^^^ A docker client has no use but to talk to a Docker engine, and whoever can do that is root on its machine.
COPY --from=docker:28-cli /usr/local/bin/docker-compose /usr/local/bin/

### other packages
FROM debian:12
RUN apt-get install -y docker-doc dockerize
