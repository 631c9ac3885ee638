### a capital letter
FROM debian AS Build
               ^^^^^ The stage name Build is not in lower case.
===>
FROM debian AS build

### with a platform, all in capitals
from --platform=$BUILDPLATFORM debian as BUILD
                                         ^^^^^ The stage name BUILD is not in lower case.

### references come along, however they are written
FROM debian AS Build
               ^^^^^ The stage name Build is not in lower case.
RUN true
FROM Build AS test
FROM scratch
COPY --from=Build /a /a
COPY --link --from=BUILD /b /b
COPY --from=build /c /c
RUN --mount=type=bind,from=Build,target=/x true
===>
FROM debian AS build
RUN true
FROM build AS test
FROM scratch
COPY --from=build /a /a
COPY --link --from=build /b /b
COPY --from=build /c /c
RUN --mount=type=bind,from=build,target=/x true

### a name with digits and dashes
FROM debian AS build-2.0_x

### no name
FROM debian

### more words than a FROM can have
FROM debian AS Build now

### the image's own name may have capitals
FROM Registry.example.org/app AS build
