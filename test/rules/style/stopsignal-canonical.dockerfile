### numbers, without SIG, lower case, real-time signals
FROM debian:12
STOPSIGNAL 15
           ^^ The signal is written SIGTERM.
STOPSIGNAL INT
           ^^^ The signal is written SIGINT.
STOPSIGNAL sigquit
           ^^^^^^^ The signal is written SIGQUIT.
STOPSIGNAL rtmin+3
           ^^^^^^^ The signal is written SIGRTMIN+3.
STOPSIGNAL 37
           ^^ The signal is written SIGRTMIN+3.
===>
FROM debian:12
STOPSIGNAL SIGTERM
STOPSIGNAL SIGINT
STOPSIGNAL SIGQUIT
STOPSIGNAL SIGRTMIN+3
STOPSIGNAL SIGRTMIN+3

### quoted
FROM debian:12
STOPSIGNAL "SIGTERM"
           ^^^^^^^^^ The signal is written SIGTERM.
STOPSIGNAL 'SIGTERM'
           ^^^^^^^^^ The signal is written SIGTERM.
===>
FROM debian:12
STOPSIGNAL SIGTERM
STOPSIGNAL SIGTERM

### canonical, unknown, a variable, half-typed
FROM debian:12
STOPSIGNAL SIGTERM
STOPSIGNAL SIGRTMIN+3
STOPSIGNAL SIGRTMAX-2
STOPSIGNAL SIGFOO
STOPSIGNAL 0
STOPSIGNAL 99
ARG S=term
STOPSIGNAL $S
STOPSIGNAL
