### AS in lower case
FROM debian as build
            ^^ FROM is in capitals, as is not.
===>
FROM debian AS build

### AS in capitals
from debian AS build
            ^^ from is in lower case, AS is not.
===>
from debian as build

### AS in mixed case
FROM debian As build
            ^^ FROM is in capitals, As is not.
===>
FROM debian AS build

### with a flag
FROM --platform=$BUILDPLATFORM debian as build
                                      ^^ FROM is in capitals, as is not.

### FROM in mixed case
From debian as build
From debian AS build2

### alike
FROM debian AS build
from debian as other

### without AS
FROM debian

### every stage
FROM debian as a
            ^^ FROM is in capitals, as is not.
FROM debian AS b
FROM a as c
       ^^ FROM is in capitals, as is not.

### over several lines
FROM debian \
  as build
  ^^ FROM is in capitals, as is not.
===>
FROM debian \
  AS build

### more words than a FROM can have
FROM debian as build now

### half a FROM
FROM
FROM debian as
