### in any spelling
FROM debian:12
STOPSIGNAL kill
           ^^^^ SIGKILL ends the program at once, without time to finish or to save anything.
STOPSIGNAL 9
           ^ SIGKILL ends the program at once, without time to finish or to save anything.
STOPSIGNAL "SIGKILL"
           ^^^^^^^^^ SIGKILL ends the program at once, without time to finish or to save anything.
STOPSIGNAL sigstop
           ^^^^^^^ SIGSTOP freezes the program until it is killed, without time to finish or to save anything.
STOPSIGNAL 19
           ^^ SIGSTOP freezes the program until it is killed, without time to finish or to save anything.
===>
FROM debian:12
STOPSIGNAL SIGTERM
STOPSIGNAL SIGTERM
STOPSIGNAL SIGTERM
STOPSIGNAL SIGTERM
STOPSIGNAL SIGTERM

### deleted
FROM debian:12
STOPSIGNAL SIGKILL
           ^^^^^^^ SIGKILL ends the program at once, without time to finish or to save anything.
USER app
===> Delete the STOPSIGNAL
FROM debian:12
USER app

### others, and half-typed
FROM debian:12
STOPSIGNAL SIGTERM
STOPSIGNAL 15
STOPSIGNAL SIGTSTP
STOPSIGNAL
STOPSIGNAL SIGFOO

### a variable
FROM debian:12
ARG SIGNAL=9
STOPSIGNAL $SIGNAL
           ^^^^^^^ SIGKILL ends the program at once, without time to finish or to save anything.
ARG OTHER
STOPSIGNAL ${OTHER}
