### the last of a list
FROM debian:12
RUN apt-get update && \
    apt-get -y full-upgrade
    ^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
===>
FROM debian:12
RUN apt-get update

### the only command of its RUN
FROM debian:12
RUN apt dist-upgrade -y
    ^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
RUN true
===>
FROM debian:12
RUN true

### with comments around it
FROM debian:12
RUN apt-get update \
    # newest of all
    && apt-get dist-upgrade -y \
       ^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
    # tools
    && apt-get install -y curl
===>
FROM debian:12
RUN apt-get update \
    # newest of all
    # tools
    && apt-get install -y curl

### joined by semicolons and an assignment in front
FROM debian:12
RUN apt-get update; DEBIAN_FRONTEND=noninteractive apt-get dist-upgrade -y; apt-get install -y curl
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
===>
FROM debian:12
RUN apt-get update; apt-get install -y curl

### where others depend on how it ends
FROM debian:12
RUN apt-get dist-upgrade -y || true
    ^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
===> no fix

### in a pipe, in a group, in a quoted script
FROM debian:12
RUN yes | apt-get dist-upgrade
          ^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
RUN (apt-get update && apt-get dist-upgrade -y)
                       ^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
RUN bash -c "apt-get update && apt-get dist-upgrade -y"
                               ^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
===> no fix

### a rehearsal
FROM debian:12
RUN apt-get -s dist-upgrade && apt-get dist-upgrade --download-only
