### ports
FROM debian:12 AS builder
EXPOSE 22
       ^^ Port 22 is for an SSH server; docker exec gives a shell without one.
FROM debian:12
EXPOSE 22/tcp 80
       ^^^^^^ Port 22 is for an SSH server; docker exec gives a shell without one.
EXPOSE 80 22/TCP
          ^^^^^^ Port 22 is for an SSH server; docker exec gives a shell without one.
EXPOSE 20-25
       ^^^^^ Port 22 is for an SSH server; docker exec gives a shell without one.
ARG SSH_PORT=22
EXPOSE $SSH_PORT
       ^^^^^^^^^ Port 22 is for an SSH server; docker exec gives a shell without one.
===>
FROM debian:12 AS builder
FROM debian:12
EXPOSE 80
EXPOSE 80
EXPOSE 20-25
ARG SSH_PORT=22

### other ports
FROM debian:12
EXPOSE 22/udp
EXPOSE 2222 220 122
EXPOSE 23-25
EXPOSE $PORT
EXPOSE

### a server that is installed and started
FROM debian:12
RUN apt-get update && apt-get install -y openssh-server
CMD ["/usr/sbin/sshd", "-D"]
    ^^^^^^^^^^^^^^^^^^^^^^^^ The container runs an SSH server; docker exec gives a shell without one.

### started by a service
FROM debian:12
RUN apt-get update && apt-get install -y openssh-server
CMD service ssh start && tail -f /dev/null
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The container runs an SSH server; docker exec gives a shell without one.

### one finding is enough
FROM debian:12
RUN apt-get update && apt-get install -y openssh-server
EXPOSE 22
       ^^ Port 22 is for an SSH server; docker exec gives a shell without one.
CMD ["/usr/sbin/sshd", "-D"]

### installed, not started
FROM debian:12
RUN apt-get update && apt-get install -y openssh-server
CMD ["server"]

### a client
FROM debian:12
RUN apt-get update && apt-get install -y openssh-client
CMD ["ssh", "host"]

### without FROM
EXPOSE 22
       ^^ Port 22 is for an SSH server; docker exec gives a shell without one.
