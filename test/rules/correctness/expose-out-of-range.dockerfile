### the ends
FROM debian:12
EXPOSE 0 65535 0-65535
EXPOSE 65536
       ^^^^^ There is no port 65536: they end at 65535.
EXPOSE 80 99999
          ^^^^^ There is no port 99999: they end at 65535.
EXPOSE 65000-70000
       ^^^^^^^^^^^ There is no port 70000: they end at 65535.
EXPOSE 70000-80000/udp
       ^^^^^^^^^^^^^^^ There is no port 70000: they end at 65535.
EXPOSE 70000/tcp
       ^^^^^^^^^ There is no port 70000: they end at 65535.
EXPOSE 99999999999999999999
       ^^^^^^^^^^^^^^^^^^^^ There is no port 99999999999999999999: they end at 65535.
===> no fix

### variables
ARG PORT=70000
FROM debian:12
ARG PORT
ARG GIVEN
EXPOSE $PORT
       ^^^^^ There is no port 70000: they end at 65535.
EXPOSE $GIVEN
EXPOSE $UNKNOWN
===> no fix

### ports of the host
FROM debian:12
EXPOSE 70000:80 80:70000
       ^^^^^^^^ There is no port 70000: they end at 65535.
                ^^^^^^^^ There is no port 70000: they end at 65535.
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD EXPOSE 70000
               ^^^^^ There is no port 70000: they end at 65535.
===> no fix

### as hadolint has it: once for each instruction, numbers only, nothing behind ONBUILD
--- settings: {"hadolint": true}
ARG PORT=70000
EXPOSE 70000 80000
       ^^^^^ There is no port 70000: they end at 65535.
EXPOSE 80-70000
       ^^^^^^^^ There is no port 70000: they end at 65535.
EXPOSE 70000/tcp
       ^^^^^^^^^ There is no port 70000: they end at 65535.
EXPOSE $PORT
ONBUILD EXPOSE 70000
===> no fix

### as hadolint has it: the end of a range that is a number counts beside a variable
--- settings: {"hadolint": true}
EXPOSE 80000-$LAST
       ^^^^^^^^^^^ There is no port 80000: they end at 65535.
EXPOSE $FIRST-80000/tcp
       ^^^^^^^^^^^^^^^^ There is no port 80000: they end at 65535.
EXPOSE 8000-$LAST
EXPOSE ${PORT:-80000}
===> no fix
