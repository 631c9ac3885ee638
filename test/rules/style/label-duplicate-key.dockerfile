### in two LABELs
FROM debian
LABEL a="1"
      ^ The label a is set again below, which is the value that counts.
LABEL a="2"
===>
FROM debian
LABEL a="2"

### in one
FROM debian
LABEL a="1" b="2" a="3"
      ^ The label a is set again below, which is the value that counts.
===>
FROM debian
LABEL b="2" a="3"

### three times, the same value or not
FROM debian
LABEL a="1" \
      ^ The label a is set again below, which is the value that counts.
      b="1" \
      a="1"
      ^ The label a is set again below, which is the value that counts.
RUN true
LABEL a="1"

### however it is quoted
FROM debian
LABEL "a"="1"
      ^^^ The label a is set again below, which is the value that counts.
LABEL a 2
===>
FROM debian
LABEL a 2

### in different stages
FROM debian AS base
LABEL a="1"
FROM base
LABEL a="2"

### different case
FROM debian
LABEL a="1" A="2"

### a name with a variable
FROM debian
LABEL $X="1"
LABEL $X="2"

### inside ONBUILD
FROM debian
ONBUILD LABEL a="1"
LABEL a="2"

### a comment would go as well
FROM debian
LABEL a="1" \
      ^ The label a is set again below, which is the value that counts.
      # this is b
      b="2"
LABEL a="3"
===> no fix

### a comment on its own line below another pair
FROM debian
LABEL b="1" \
      # the old one
      a="2" \
      ^ The label a is set again below, which is the value that counts.
      c="3"
LABEL a="3"
===> no fix

### no FROM
LABEL a="1"
LABEL a="2"
