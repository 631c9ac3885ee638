### a key in the value of another
FROM debian:12
ENV BLA="blubb" BLUBB="${BLA}/blubb"
                       ^^^^^^ BLA is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
===>
FROM debian:12
ENV BLA="blubb"
ENV BLUBB="${BLA}/blubb"

### without FROM
ENV BLA="blubb" BLUBB="$BLA/blubb"
                       ^^^^ BLA is set by this very ENV, which counts from the next instruction on: here it is still what it was before.

### the one before and the one behind
FROM debian:12
ENV A1=x B1=$A1
            ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
ENV C2=$D2 D2=x
       ^^^ D2 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
===>
FROM debian:12
ENV A1=x
ENV B1=$A1
ENV C2=$D2 D2=x

### a key that is set below in the same ENV has no easy way out
FROM debian:12
ENV C2=$D2 D2=x
       ^^^ D2 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
===> no fix

### over several lines
FROM debian:12
  env A1=x \
      B1=$A1/y \
         ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
      C1=z
===>
FROM debian:12
  env A1=x
  env B1=$A1/y \
      C1=z

### with a comment between the lines
FROM debian:12
ENV A1=x \
    # why
    B1=$A1
       ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
===> no fix

### the end of the name
FROM debian:12
ENV A1=x B1=$A12 C1=$A1_ D1=${A1x} E1=$A1/ F1=$A1-x
                                      ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
                                              ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.

### its own value, a default, an escape
FROM debian:12
ENV A1=$A1:x B1=y
ENV A2=x B2=${A2:-y} C2=\$A2 D2='$A2'

### hadolint does not see escapes and quotes
FROM debian:12
ENV A2=x B2=\$A2
            ^^^^ A2 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
ENV A3=x B3='${A3}'
            ^^^^^^^ A3 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
ENV A4=x B4=${A4:-y}
--- settings: {"hadolint": true}

### hadolint reports an ENV once
FROM debian:12
ENV A1=x B1=$A1 C1=$A1
            ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
--- settings: {"hadolint": true}

### set by an earlier ENV or ARG, in whatever stage
ARG GLOBAL=1
FROM debian:12 AS one
ENV A1=x
FROM debian:12
ARG B1
ENV A1=y C1=$A1 GLOBAL=2 D1=$GLOBAL B1=z E1=$B1

### an earlier ENV of the same ENV's name counts for the next
FROM debian:12
ENV A1=x B1=$A1
            ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
ENV A1=y B1=$A1

### two pairs of one key
FROM debian:12
ENV A1=x A1=$A1
            ^^^ A1 is set by this very ENV, which counts from the next instruction on: here it is still what it was before.
===>
FROM debian:12
ENV A1=x
ENV A1=$A1

### one pair
FROM debian:12
ENV A1=$A1
ENV A2 $A2 x

### triggers are not looked at
FROM debian:12
ONBUILD ENV A1=x B1=$A1
