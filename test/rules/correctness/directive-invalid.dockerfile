### escape
# escape=/
         ^ escape is a backslash or a backtick.
FROM debian:12
===> no fix

### two characters
# escape=``
         ^^ escape is a backslash or a backtick.
FROM debian:12
===> no fix

### indented, in capitals, with blanks
  # ESCAPE = x
             ^ escape is a backslash or a backtick.
FROM debian:12
===> no fix

### fine
# escape=`
# syntax=docker/dockerfile:1
# check=skip=JSONArgsRecommended,StageNameCasing;error=true;experimental=all
FROM debian:12

### the other fine one
# escape=\
FROM debian:12

### twice
# escape=`
# escape=`
^^^^^^^^^^ This directive is given twice; the builder refuses the file.
FROM debian:12
===> no fix

### twice, not one behind the other
# check=skip=all
# escape=`
# check=error=true
^^^^^^^^^^^^^^^^^^ This directive is given twice; the builder refuses the file.
FROM debian:12
===> no fix

### twice, but a comment stands between
# escape=`
# a comment
# escape=`
FROM debian:12

### options of check
# check=ignore=all
        ^^^^^^^^^^ The builder cannot read this: it knows skip=, error= and experimental=, with semicolons between.
FROM debian:12
===> no fix

### an option without a value
# check=skip
        ^^^^ The builder cannot read this: it knows skip=, error= and experimental=, with semicolons between.
FROM debian:12
===> no fix

### a word that is no boolean
# check=error=yes
        ^^^^^^^^^ The builder cannot read this: it knows skip=, error= and experimental=, with semicolons between.
FROM debian:12
===> no fix

### an empty option
# check=skip=all;
        ^^^^^^^^^ The builder cannot read this: it knows skip=, error= and experimental=, with semicolons between.
FROM debian:12
===> no fix

### words behind the first blank
# check=skip=all for now
FROM debian:12

### an inline check is passed over when it is wrong
FROM debian:12
# check=ignore=all
CMD a

### an empty value makes it a comment
# escape=
FROM debian:12
