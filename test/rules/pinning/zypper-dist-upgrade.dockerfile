### the short form, in a trigger
FROM opensuse/leap:15.6
ONBUILD RUN zypper dup -y
            ^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
===> no fix

### the only command of its RUN
FROM opensuse/leap:15.6
RUN zypper --non-interactive dup
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The whole distribution is upgraded to what is newest on the day of the build.
RUN zypper in -y git
===>
FROM opensuse/leap:15.6
RUN zypper in -y git

### updates of packages are another thing
FROM opensuse/leap:15.6
RUN zypper update -y
--- settings: {"hadolint": true}
