### addresses and ports of the host
FROM debian:12
EXPOSE 8080:80
       ^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
EXPOSE 127.0.0.1:8080:80/tcp
       ^^^^^^^^^^^^^^^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
EXPOSE [::1]:8080:80
       ^^^^^^^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
EXPOSE 8000-8005:9000-9005
       ^^^^^^^^^^^^^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
EXPOSE 8080:80 8443:443 22
       ^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
               ^^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
EXPOSE 1.2.3.4::80
       ^^^^^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
===>
FROM debian:12
EXPOSE 80
EXPOSE 80/tcp
EXPOSE 80
EXPOSE 9000-9005
EXPOSE 80 443 22
EXPOSE 80

### none in front of the colon
FROM debian:12
EXPOSE :80 ::80 80/tcp

### variables
FROM debian:12
ARG PORT=8080:80
ARG PORTS="80 8443:443"
EXPOSE $PORT
       ^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
EXPOSE $PORTS
       ^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
EXPOSE $UNKNOWN:80
EXPOSE "8080:80"
       ^^^^^^^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
===> no fix

### nothing is left
FROM debian:12
EXPOSE 80:
       ^^^ EXPOSE takes ports of the container only; the part in front of the last colon is dropped.
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD EXPOSE 8080:80
