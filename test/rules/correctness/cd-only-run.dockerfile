### nothing that lasts
FROM debian:12
RUN cd /app
    ^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
RUN cd app/x
    ^^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
RUN export A=b
    ^^^^^^^^^^ The variable is set for this RUN alone, which ends here; ENV sets it for what follows.
RUN export A=b C="d e" PATH=/x:/y
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The variable is set for this RUN alone, which ends here; ENV sets it for what follows.
RUN A=b
    ^^^ The variable is set for this RUN alone, which ends here; ENV sets it for what follows.
run cd /app
    ^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
===>
FROM debian:12
WORKDIR /app
WORKDIR /app/x
ENV A=b
ENV A=b C="d e" PATH=/x:/y
ENV A=b
workdir /app

### without a fix
FROM debian:12
RUN cd "$DIR"
    ^^^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
RUN cd
    ^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
RUN export A=$B
    ^^^^^^^^^^^ The variable is set for this RUN alone, which ends here; ENV sets it for what follows.
RUN export PATH
    ^^^^^^^^^^^ The variable is set for this RUN alone, which ends here; ENV sets it for what follows.
RUN export V=$(cat version)
    ^^^^^^^^^^^^^^^^^^^^^^^ The variable is set for this RUN alone, which ends here; ENV sets it for what follows.
RUN alias ll='ls -l'
    ^^^^^^^^^^^^^^^^ This changes the shell of this RUN alone, which ends here.
RUN source venv/bin/activate
    ^^^^^^^^^^^^^^^^^^^^^^^^ This changes the shell of this RUN alone, which ends here.
RUN . /opt/ros/humble/setup.bash
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This changes the shell of this RUN alone, which ends here.
RUN ulimit -n 1024
    ^^^^^^^^^^^^^^ This changes the shell of this RUN alone, which ends here.
RUN set -ex
    ^^^^^^^ This changes the shell of this RUN alone, which ends here.
RUN cd /app && export A=b && true
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
RUN set -e; \
    ^^^^^^^^^ This changes the shell of this RUN alone, which ends here.
    cd /app
RUN cd ~
    ^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
RUN <<EOT
cd /app
^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
EOT
RUN --mount=type=cache,target=/x cd /app
                                 ^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
===> no fix

### it does more
FROM debian:12
RUN cd /app && make
RUN export A=b && make
RUN export A=$(mktemp)
RUN set -o pipefail > log
RUN . ./install.sh
RUN source build/run.sh
RUN (cd /app)
RUN if true; then cd /app; fi
RUN cd /app || mkdir /app
RUN true
RUN unset A
RUN export A=
RUN
RUN ["cd", "/app"]
ONBUILD RUN cd /app
SHELL ["pwsh", "-Command"]
RUN cd /app
