### the minority is told, FROM counts
from debian
^^^^ from is in lower case, most instructions of this file are in capitals.
RUN true
RUN false
===>
FROM debian
RUN true
RUN false

### a majority in lower case
from debian
run true
RUN false
^^^ RUN is in capitals, most instructions of this file are in lower case.
===>
from debian
run true
run false

### capitals win a tie
from debian
^^^^ from is in lower case, most instructions of this file are in capitals.
RUN true

### mixed case counts for neither side and is always told
From debian
^^^^ From is in mixed case, most instructions of this file are in lower case.
RUN true
^^^ RUN is in capitals, most instructions of this file are in lower case.
run true
run false
===>
from debian
run true
run true
run false

### mixed case alone
From debian
^^^^ From is in mixed case, most instructions of this file are in capitals.
===>
FROM debian

### what stands behind ONBUILD is not looked at
FROM debian
ONBUILD run true

### a keyword behind ONBUILD that is written alike comes along
FROM debian
onbuild run true
^^^^^^^ onbuild is in lower case, most instructions of this file are in capitals.
onbuild RUN true
^^^^^^^ onbuild is in lower case, most instructions of this file are in capitals.
USER app
EXPOSE 80
===>
FROM debian
ONBUILD RUN true
ONBUILD RUN true
USER app
EXPOSE 80

### an AS that is written alike comes along
from debian as build
^^^^ from is in lower case, most instructions of this file are in capitals.
RUN true
===>
FROM debian AS build
RUN true

### ARGs above the first FROM neither count nor are told
arg A=1
arg B=1
FROM debian
RUN true

### nor in the other direction
ARG A=1
ARG B=1
ARG C=1
from debian
run true

### ARGs of a stage count
FROM debian
arg A
^^^ arg is in lower case, most instructions of this file are in capitals.
RUN true

### words that are no instruction neither count nor are told
FROM debian
runn true
copyy a b
adddd c d

### everything in lower case
from debian
run true

### lines of a here-document
from debian
RUN <<EOF
^^^ RUN is in capitals, most instructions of this file are in lower case.
run true
copy x
EOF
run true

### no FROM
run true
^^^ run is in lower case, most instructions of this file are in capitals.
RUN true
RUN true

### a keyword with a line continuation inside
FROM debian
RU\
N true

### no instruction at all
# nothing
