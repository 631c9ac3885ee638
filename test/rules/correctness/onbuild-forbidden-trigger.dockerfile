### each of them
FROM debian:12
ONBUILD ONBUILD RUN a
        ^^^^^^^ ONBUILD cannot stand behind ONBUILD.
ONBUILD FROM debian:12
        ^^^^ FROM cannot stand behind ONBUILD.
ONBUILD MAINTAINER a
        ^^^^^^^^^^ MAINTAINER cannot stand behind ONBUILD.
onbuild from a
        ^^^^ FROM cannot stand behind ONBUILD.
ONBUILD \
  FROM a
  ^^^^ FROM cannot stand behind ONBUILD.
===> no fix

### all others
FROM debian:12
ONBUILD RUN a
ONBUILD COPY a b
ONBUILD FOO
ONBUILD

### without FROM, as hadolint has it
--- settings: {"hadolint": true}
ONBUILD FROM debian:12
        ^^^^ FROM cannot stand behind ONBUILD.
ONBUILD ONBUILD RUN a
        ^^^^^^^ ONBUILD cannot stand behind ONBUILD.
ONBUILD MAINTAINER a
        ^^^^^^^^^^ MAINTAINER cannot stand behind ONBUILD.
ONBUILD RUN a
===> no fix
