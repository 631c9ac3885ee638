### ports
FROM debian:12
EXPOSE 80 443/tcp 53/udp 38412/sctp 8000-8010 80/TCP 080 +80 80/
EXPOSE "80" '443'
EXPOSE ""

### no numbers
FROM debian:12
EXPOSE http
       ^^^^ A port is a number, or two with a hyphen between.
EXPOSE 80,443
       ^^^^^^ A port is a number, or two with a hyphen between.
EXPOSE 80-
       ^^^ A port is a number, or two with a hyphen between.
EXPOSE -80
       ^^^ A port is a number, or two with a hyphen between.
EXPOSE 1-2-3
       ^^^^^ A port is a number, or two with a hyphen between.
EXPOSE 8.0
       ^^^ A port is a number, or two with a hyphen between.
EXPOSE 0x50
       ^^^^ A port is a number, or two with a hyphen between.
EXPOSE ["80"]
       ^^^^^^ A port is a number, or two with a hyphen between.
EXPOSE /tcp
       ^^^^ There is no port.
EXPOSE 80;81
       ^^^^^ A port is a number, or two with a hyphen between.
===> no fix

### protocols
FROM debian:12
EXPOSE 80/http
       ^^^^^^^ The protocol is tcp, udp or sctp.
EXPOSE 80/tcp/udp
       ^^^^^^^^^^ The protocol is tcp, udp or sctp.
EXPOSE 80//tcp
       ^^^^^^^ The protocol is tcp, udp or sctp.
===> no fix

### ranges
FROM debian:12
EXPOSE 90-80
       ^^^^^ The range runs backwards.
EXPOSE 80-80
EXPOSE 80:8000-8005
       ^^^^^^^^^^^^ The ranges of the host and of the container are not equally long.
EXPOSE 8000-8005:80
===> no fix

### a comment behind the ports
FROM debian:12
EXPOSE 80 # the web
          ^ A comment cannot stand behind an instruction: its words are read as ports.
===> no fix

### addresses
FROM debian:12
EXPOSE localhost:80:80
       ^^^^^^^^^^^^^^^ In front of the ports stands no address.
EXPOSE 256.1.1.1:80:80
       ^^^^^^^^^^^^^^^ In front of the ports stands no address.
EXPOSE 127.0.0.1:80:80
EXPOSE [::1]:80:80
===> no fix

### variables
FROM debian:12
ARG PORT=http
ARG GIVEN
EXPOSE $PORT
       ^^^^^ A port is a number, or two with a hyphen between.
EXPOSE $GIVEN
EXPOSE 80/$PROTOCOL
===> no fix

### too high is another rule's
FROM debian:12
EXPOSE 70000

### behind ONBUILD
FROM debian:12
ONBUILD EXPOSE http
               ^^^^ A port is a number, or two with a hyphen between.
===> no fix

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD EXPOSE http
