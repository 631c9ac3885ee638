### capitals
FROM debian
LABEL Vendor="x"
      ^^^^^^ The name Vendor has capitals.
===>
FROM debian
LABEL vendor="x"

### it does not start with a letter
FROM debian
LABEL 1.vendor="x"
      ^^^^^^^^ The name 1.vendor does not start with a letter.
LABEL .vendor="x"
      ^^^^^^^ The name .vendor does not start with a letter.

### it does not end with a letter or digit
FROM debian
LABEL vendor.="x"
      ^^^^^^^ The name vendor. does not end with a letter or digit.
LABEL vendor-="x"
      ^^^^^^^ The name vendor- does not end with a letter or digit.
LABEL vendor1="x"
===>
FROM debian
LABEL vendor="x"
LABEL vendor="x"
LABEL vendor1="x"

### other characters
FROM debian
LABEL "my vendor"="x"
      ^^^^^^^^^^^ The name my vendor has characters other than letters, digits, dots, dashes, underscores and slashes.
LABEL ven$dor="x"
LABEL ven:dor="x"
      ^^^^^^^ The name ven:dor has characters other than letters, digits, dots, dashes, underscores and slashes.
===>
FROM debian
LABEL "my-vendor"="x"
LABEL ven$dor="x"
LABEL ven-dor="x"

### dots, dashes, underscores and slashes
FROM debian
LABEL com.example.a-b_c/d="x" a="y" z9="z"

### two in a row
FROM debian
LABEL com..example="x"
      ^^^^^^^^^^^^ The name com..example has two dots in a row.
LABEL com--example="x"
      ^^^^^^^^^^^^ The name com--example has two dashes in a row.
LABEL com__example="x"
===>
FROM debian
LABEL com.example="x"
LABEL com-example="x"
LABEL com__example="x"

### Docker's own
FROM debian
LABEL com.docker.x="x"
      ^^^^^^^^^^^^ The name com.docker.x is Docker's own, as all that start with com.docker.
LABEL io.docker.x="x"
      ^^^^^^^^^^^ The name io.docker.x is Docker's own, as all that start with io.docker.
LABEL org.dockerproject.x="x"
      ^^^^^^^^^^^^^^^^^^^ The name org.dockerproject.x is Docker's own, as all that start with org.dockerproject.
LABEL com.dockerx.y="x" com.docker="z"
===> no fix

### one finding for each LABEL, which mends all of its names
FROM debian
LABEL ok="1" A="2" \
             ^ The name A has capitals.
      B_="3"
===>
FROM debian
LABEL ok="1" a="2" \
      b="3"

### two names that would be the same
FROM debian
LABEL a="1" A="2"
            ^ The name A has capitals.
===> no fix

### the old form
FROM debian
LABEL Vendor some words
      ^^^^^^ The name Vendor has capitals.
===>
FROM debian
LABEL vendor some words

### a variable
FROM debian
ARG NAME
LABEL $NAME="x"
ARG OTHER=Vendor
LABEL com.${OTHER}="x"
      ^^^^^^^^^^^^ The name com.Vendor has capitals.
===> no fix

### a variable, to hadolint
FROM debian
ARG NAME
LABEL $NAME="x"
      ^^^^^ The name $NAME has capitals.
--- settings: {"hadolint": true}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL Vendor="x"

### no FROM
LABEL Vendor="x"
      ^^^^^^ The name Vendor has capitals.

### half a LABEL
FROM debian
LABEL
LABEL ="x"
      ^^^^ A label has no name.
