### the stage has a name
FROM debian AS Base
FROM debian
COPY --from=0 /x /x
            ^ A number means another stage once one is put in front; this one is named Base.
===>
FROM debian AS Base
FROM debian
COPY --from=Base /x /x

### mounts take no numbers
FROM debian AS base
FROM debian
RUN --mount=type=bind,from=0,target=/x true
COPY --from=base /x /x

### two references to one without, lower case
from debian
from nginx
copy --from=0 /x /x
            ^ A number means another stage once one is put in front: give the stage a name.
copy --from=0 /y /y
            ^ A number means another stage once one is put in front: give the stage a name.
===>
from debian as stage-0
from nginx
copy --from=stage-0 /x /x
copy --from=stage-0 /y /y

### the name would be taken for another stage or image
FROM debian AS a
FROM debian AS a
FROM stage-3
RUN make
FROM debian
FROM debian
COPY --from=0 /x /x
            ^ A number means another stage once one is put in front; this one is named a.
COPY --from=3 /x /x
            ^ A number means another stage once one is put in front: give the stage a name.
===> no fix

### build is taken
FROM golang
RUN go build
FROM debian AS build
FROM debian
COPY --from=0 /x /x
            ^ A number means another stage once one is put in front: give the stage a name.
===>
FROM golang AS stage-0
RUN go build
FROM debian AS build
FROM debian
COPY --from=stage-0 /x /x

### numbers of no stage above, names, ONBUILD
FROM debian AS a
COPY --from=0 /x /x
FROM debian
COPY --from=a /x /x
COPY --from=7 /x /x
ONBUILD COPY --from=0 /x /x

### half-typed
FROM debian AS
FROM debian
COPY --from=0 /x /x
            ^ A number means another stage once one is put in front: give the stage a name.
===> no fix
