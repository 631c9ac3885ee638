### two in a row
FROM debian
LABEL a="1"
^^^^^ This LABEL and the next one can be one LABEL.
LABEL b="2" c="3"
===>
FROM debian
LABEL a="1" \
      b="2" \
      c="3"

### more, with a blank line between, in lower case and with tabs
from debian
label	a=1
^^^^^ This LABEL and the next 2 can be one LABEL.

label	b=2
label	c="3" \
	d="4"
===>
from debian
label	a=1 \
     	b=2 \
     	c="3" \
	d="4"

### where the first has lines already
FROM debian
LABEL a="1" \
^^^^^ This LABEL and the next one can be one LABEL.
  b="2"
LABEL c="3"
===>
FROM debian
LABEL a="1" \
  b="2" \
  c="3"

### with another escape character
# escape=`
FROM debian
LABEL a="1"
^^^^^ This LABEL and the next one can be one LABEL.
LABEL b="2"
===>
# escape=`
FROM debian
LABEL a="1" `
      b="2"

### with something between
FROM debian
LABEL a="1"
RUN true
LABEL b="2"

### in different stages
FROM debian
LABEL a="1"
FROM debian
LABEL b="2"

### alone
FROM debian
LABEL a="1" b="2"

### a comment between
FROM debian
LABEL a="1"
^^^^^ This LABEL and the next one can be one LABEL.
# about b
LABEL b="2"
===> no fix

### the old form
FROM debian
LABEL a some words
^^^^^ This LABEL and the next one can be one LABEL.
LABEL b="2"
===> no fix

### two groups
FROM debian
LABEL a="1"
^^^^^ This LABEL and the next one can be one LABEL.
LABEL b="2"
USER app
LABEL c="1"
^^^^^ This LABEL and the next one can be one LABEL.
LABEL d="2"
