### in a stage
FROM debian
MAINTAINER Jane Doe <jane@example.org>
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===>
FROM debian
LABEL org.opencontainers.image.authors="Jane Doe <jane@example.org>"

### above FROM, where a LABEL can't stand
MAINTAINER Jane Doe
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
FROM debian
===> no fix

### in lower case
from debian
maintainer "Jane Doe"
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===>
from debian
label org.opencontainers.image.authors="Jane Doe"

### characters that mean something in a LABEL
FROM debian
MAINTAINER Jane "the $" Doe \ Co
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===>
FROM debian
LABEL org.opencontainers.image.authors="Jane \"the \$\" Doe \\ Co"

### with another escape character
# escape=`
FROM debian
MAINTAINER Jane "the $" Doe
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===>
# escape=`
FROM debian
LABEL org.opencontainers.image.authors="Jane `"the `$`" Doe"

### of several the last one counts
FROM debian
MAINTAINER Jane
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
MAINTAINER John
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===>
FROM debian
MAINTAINER Jane
LABEL org.opencontainers.image.authors="John"

### the label is there already
FROM debian
LABEL org.opencontainers.image.authors="Jane"
MAINTAINER Jane
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===> no fix

### inside ONBUILD it is not looked at
FROM debian
ONBUILD MAINTAINER Jane

### without a name
FROM debian
MAINTAINER
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===> no fix

### without FROM
MAINTAINER Jane
^^^^^^^^^^ MAINTAINER is deprecated: the label org.opencontainers.image.authors takes its place.
===> no fix

### a label
FROM debian
LABEL maintainer="Jane"
