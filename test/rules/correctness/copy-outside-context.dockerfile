### up
FROM debian:12
COPY ../shared /x
     ^^^^^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
COPY .. /x
     ^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
COPY ./../shared /x
     ^^^^^^^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
COPY a/../../b /x
     ^^^^^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
ADD ../x y /z/
    ^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
COPY ["../x", "/x"]
      ^^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
COPY /../x /x
     ^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.

### inside
FROM debian:12
COPY a/../b /x
COPY ..a /x
COPY a..b /x
COPY x ../y
COPY --from=build ../x /x
ADD https://example.org/../x /x

### variables
FROM debian:12
ARG UP=..
ARG GIVEN
COPY $UP/x /x
     ^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.
COPY $GIVEN/../x /x
COPY ../$GIVEN /x
     ^^^^^^^^^ This path leads out of the build context, so the builder drops the "..": build with a directory further up as context.

### triggers are not looked at
FROM debian:12
ONBUILD COPY ../x /x
