### signals
FROM debian:12
STOPSIGNAL SIGTERM
STOPSIGNAL TERM
STOPSIGNAL sigquit
STOPSIGNAL SIGRTMIN+3
STOPSIGNAL RTMAX-14
STOPSIGNAL SIGPOLL
STOPSIGNAL "SIGTERM"
STOPSIGNAL 9
STOPSIGNAL 64

### none
FROM debian:12
STOPSIGNAL SIGTREM
           ^^^^^^^ There is no such signal; SIGTERM is the nearest.
STOPSIGNAL sigtrem
           ^^^^^^^ There is no such signal; sigterm is the nearest.
STOPSIGNAL QUITT
           ^^^^^ There is no such signal; QUIT is the nearest.
STOPSIGNAL SIGRTMIN+16
           ^^^^^^^^^^^ There is no such signal.
STOPSIGNAL SIGINFO
           ^^^^^^^ There is no such signal.
STOPSIGNAL SIGSIGTERM
           ^^^^^^^^^^ There is no such signal.
STOPSIGNAL SIG9
           ^^^^ There is no such signal.
STOPSIGNAL SIGTERM # graceful
           ^^^^^^^^^^^^^^^^^^ There is no such signal.
STOPSIGNAL 9 15
           ^^^^ There is no such signal.
STOPSIGNAL ""
           ^^ There is no such signal.
===>
FROM debian:12
STOPSIGNAL SIGTERM
STOPSIGNAL sigterm
STOPSIGNAL QUIT
STOPSIGNAL SIGRTMIN+16
STOPSIGNAL SIGINFO
STOPSIGNAL SIGSIGTERM
STOPSIGNAL SIG9
STOPSIGNAL SIGTERM # graceful
STOPSIGNAL 9 15
STOPSIGNAL ""

### numbers
FROM debian:12
STOPSIGNAL 0
           ^ There is no signal 0.
STOPSIGNAL 65
           ^^ Linux has the signals 1 to 64 only.
STOPSIGNAL -1
           ^^ Linux has the signals 1 to 64 only.
===> no fix

### variables
FROM debian:12
ARG SIGNAL=SIGFOO
ARG GIVEN
STOPSIGNAL $SIGNAL
           ^^^^^^^ There is no such signal.
STOPSIGNAL $GIVEN
STOPSIGNAL $UNKNOWN
STOPSIGNAL ${GIVEN:-SIGTERM}
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD STOPSIGNAL SIGTREM
                   ^^^^^^^ There is no such signal; SIGTERM is the nearest.
===>
FROM debian:12
ONBUILD STOPSIGNAL SIGTERM

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD STOPSIGNAL SIGTREM

### BuildKit takes any number but 0
--- settings: {"buildkit": true}
FROM debian:12
STOPSIGNAL 65
STOPSIGNAL 0
           ^ There is no signal 0.
===> no fix
