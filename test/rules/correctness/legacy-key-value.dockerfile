### both instructions
FROM debian:12
ENV A b
    ^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A b c
    ^^^^^ ENV without = is the old form, in which all of the rest is one value.
LABEL a b
      ^^^ LABEL without = is the old form, in which all of the rest is one value.
LABEL a.b c d
      ^^^^^^^ LABEL without = is the old form, in which all of the rest is one value.
env A b
    ^^^ ENV without = is the old form, in which all of the rest is one value.
===>
FROM debian:12
ENV A=b
ENV A="b c"
LABEL a=b
LABEL a.b="c d"
env A=b

### what the value is
FROM debian:12
ENV A "b c"
    ^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A 'b c'
    ^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A   b   c
    ^^^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A	b
    ^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A $B/c
    ^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A $B c
    ^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A b=c d=e
    ^^^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A = b
    ^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A b # c
    ^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
===>
FROM debian:12
ENV A="b c"
ENV A='b c'
ENV A="b   c"
ENV A=b
ENV A=$B/c
ENV A="$B c"
ENV A="b=c d=e"
ENV A="= b"
ENV A="b # c"

### quotes and escapes in the midst of it are for a person
FROM debian:12
ENV A b "c d"
    ^^^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A b\ c
    ^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV "A" b
    ^^^^^ ENV without = is the old form, in which all of the rest is one value.
===> no fix

### over several lines
FROM debian:12
ENV A b \
    ^^^^^ ENV without = is the old form, in which all of the rest is one value.
    c \
    d
ENV A \
    ^^^ ENV without = is the old form, in which all of the rest is one value.
    b
===>
FROM debian:12
ENV A="b \
    c \
    d"
ENV A=b

### comments between the lines are for a person
FROM debian:12
ENV A b \
    ^^^^^ ENV without = is the old form, in which all of the rest is one value.
    # comment
    c
===> no fix

### the form with an equals sign
FROM debian:12
ENV A=b
ENV A=b C=d
ENV A="b c"
ENV A= 
LABEL a=b
LABEL "a"="b c"
ENV A
ARG A
ARG A B

### ONBUILD is not looked at
FROM debian:12
ONBUILD ENV A b

### with a backtick
# escape=`
FROM debian:12
ENV A C:\new folder
    ^^^^^^^^^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
ENV A b `
    ^^^^^ ENV without = is the old form, in which all of the rest is one value.
    c
ENV A C:\new
    ^^^^^^^^ ENV without = is the old form, in which all of the rest is one value.
===>
# escape=`
FROM debian:12
ENV A C:\new folder
ENV A="b `
    c"
ENV A C:\new

### above FROM, and in BuildKit's own checks
--- settings: {"buildkit": true}
FROM debian:12
ENV A b
    ^^^ ENV without = is the old form, in which all of the rest is one value.
LABEL a b
      ^^^ LABEL without = is the old form, in which all of the rest is one value.
===>
FROM debian:12
ENV A=b
LABEL a=b
