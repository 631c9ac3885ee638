### large numbers
FROM debian:12
RUN useradd -u 1234567 app
               ^^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
RUN useradd --uid 100000 app
                  ^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
RUN useradd --uid=123456 app
            ^^^^^^^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
RUN useradd -mu 1234567 app && useradd -u1234567 app
                ^^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
                                       ^^^^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
===>
FROM debian:12
RUN useradd -l -u 1234567 app
RUN useradd -l --uid 100000 app
RUN useradd -l --uid=123456 app
RUN useradd -l -mu 1234567 app && useradd -l -u1234567 app

### smaller ones, and none
FROM debian:12
RUN useradd -u 99999 app && useradd app && useradd -u 012345 app && usermod -u 1234567 app && adduser --uid 1234567 app

### told to leave the files alone
FROM debian:12
RUN useradd -l -u 1234567 app && useradd --no-log-init -u 1234567 app && useradd -lmu 1234567 app

### variables
FROM debian:12
ARG UID=1234567
ARG SMALL=1000
ARG OTHER
RUN useradd -u $UID app && useradd -u ${SMALL} app && useradd -u $OTHER app
               ^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.

### in ONBUILD, in exec form
FROM debian:12
ONBUILD RUN useradd -u 1234567 app
                       ^^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
RUN ["useradd", "-u", "1234567", "app"]
                       ^^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
===>
FROM debian:12
ONBUILD RUN useradd -l -u 1234567 app
RUN ["useradd", "-l", "-u", "1234567", "app"]

### hadolint: a word of more than five characters behind a short -u
FROM debian
RUN useradd -u 12345 luser
RUN useradd -u 123456 luser
               ^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
RUN useradd --uid 123456 luser
RUN useradd -l -u 123456 luser
RUN useradd --no-log-init -u 123456 luser
RUN useradd -u $UID luser
               ^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
RUN useradd -mu 123456 luser
                ^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
RUN useradd -u123456 luser
RUN useradd luser
RUN useradd -u 123456 a && useradd -u 123456 b
               ^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
ONBUILD RUN useradd -u 123456 luser
                       ^^^^^^ A user number this large makes the sparse files lastlog and faillog gigabytes long; -l leaves them alone.
===>
FROM debian
RUN useradd -u 12345 luser
RUN useradd -l -u 123456 luser
RUN useradd --uid 123456 luser
RUN useradd -l -u 123456 luser
RUN useradd --no-log-init -u 123456 luser
RUN useradd -l -u $UID luser
RUN useradd -l -mu 123456 luser
RUN useradd -u123456 luser
RUN useradd luser
RUN useradd -l -u 123456 a && useradd -u 123456 b
ONBUILD RUN useradd -l -u 123456 luser
--- settings: {"hadolint": true}
