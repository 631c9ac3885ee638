### in capitals
FROM debian
EXPOSE 80/TCP
          ^^^ The protocol of 80/TCP is not in lower case.
===>
FROM debian
EXPOSE 80/tcp

### one finding for each word
FROM debian
EXPOSE 80/Tcp 81/UDP 82/udp 83 84/SCTP
          ^^^ The protocol of 80/Tcp is not in lower case.
                 ^^^ The protocol of 81/UDP is not in lower case.
                                  ^^^^ The protocol of 84/SCTP is not in lower case.
===>
FROM debian
EXPOSE 80/tcp 81/udp 82/udp 83 84/sctp

### the same word twice
FROM debian
EXPOSE 80/TCP 80/TCP
          ^^^ The protocol of 80/TCP is not in lower case.
                 ^^^ The protocol of 80/TCP is not in lower case.

### a variable brings the protocol
FROM debian
ARG PROTO=TCP
EXPOSE 80/${PROTO}
       ^^^^^^^^^^^ The protocol of 80/TCP is not in lower case.
EXPOSE 80/$PROTO 81/$PROTO
       ^^^^^^^^^ The protocol of 80/TCP is not in lower case.
                 ^^^^^^^^^ The protocol of 81/TCP is not in lower case.
===> no fix

### a variable brings several ports
FROM debian
ENV PORTS="80/TCP 81/UDP 82/tcp"
EXPOSE $PORTS
       ^^^^^^ The protocol of 80/TCP is not in lower case.
       ^^^^^^ The protocol of 81/UDP is not in lower case.

### a variable without value is empty
FROM debian
ARG PROTO
EXPOSE 80/$PROTO

### a variable without value in front of the protocol
FROM debian
ARG TAIL
EXPOSE 80${TAIL}/TCP
                 ^^^ The protocol of 80/TCP is not in lower case.
===>
FROM debian
ARG TAIL
EXPOSE 80${TAIL}/tcp

### ranges, addresses and quotes
FROM debian
EXPOSE 127.0.0.1:80:80/TCP 80-90/TCP "91/TCP"
                       ^^^ The protocol of 127.0.0.1:80:80/TCP is not in lower case.
                                 ^^^ The protocol of 80-90/TCP is not in lower case.
                                         ^^^ The protocol of 91/TCP is not in lower case.
===>
FROM debian
EXPOSE 127.0.0.1:80:80/tcp 80-90/tcp "91/tcp"

### a stage that nothing needs
FROM debian AS other
EXPOSE 80/TCP
          ^^^ The protocol of 80/TCP is not in lower case.
FROM debian

### something else than a protocol is another matter
FROM debian
EXPOSE 80/HTTP 80/TCP/UDP 80/

### a port that is none has a protocol all the same
FROM debian
EXPOSE abc/TCP
           ^^^ The protocol of abc/TCP is not in lower case.

### in lower case, or none
FROM debian
EXPOSE 80/tcp 81/udp 82

### inside ONBUILD it is not looked at
FROM debian
ONBUILD EXPOSE 80/TCP

### a trigger of the stage below, to BuildKit
FROM debian AS base
ONBUILD EXPOSE 80/TCP
FROM base AS second
     ^^^^ The protocol of 80/TCP is not in lower case.
FROM second
--- settings: {"buildkit": true}

### a trigger of the stage below
FROM debian AS base
ONBUILD EXPOSE 80/TCP
FROM base

### no stage
EXPOSE 80/TCP
