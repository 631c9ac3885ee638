### a named stage
# The tools
FROM debian AS tools
               ^^^^^ The comment above is taken for the description of tools, which would begin with its name.
===>
# The tools
#
FROM debian AS tools
===> Begin with tools
# tools The tools
FROM debian AS tools

### its name comes first
# tools has the tools
FROM debian AS tools

### case counts, and the name is taken in lower case
# Tools has the tools
FROM debian AS Tools
               ^^^^^ The comment above is taken for the description of tools, which would begin with its name.

### the name in lower case
# tools has the tools
FROM debian AS Tools

### the last line counts
# other things
# tools has the tools
FROM debian AS tools

### a first line with the name does not help
# tools has the tools
# and more of them
FROM debian AS tools
               ^^^^^ The comment above is taken for the description of tools, which would begin with its name.

### an empty comment line sets it apart
# The tools
#
FROM debian AS tools

### a stage without name
# The tools
FROM debian

### ARGs, also those of several names
FROM debian
# other
ARG A=1
    ^ The comment above is taken for the description of A, which would begin with its name.
# A
ARG A=1
# A: is no name
ARG A=1
    ^ The comment above is taken for the description of A, which would begin with its name.
# B is the second
ARG A=1 B=2
# C is none
ARG A=1 B=2
    ^ The comment above is taken for the description of A and B, which would begin with the name of one.

### ARGs above FROM
#other
ARG A=1
    ^ The comment above is taken for the description of A, which would begin with its name.
FROM debian
===> Begin with A
#A other
ARG A=1
FROM debian

### blanks in front are passed over, a tab behind is not
FROM debian
#   A is
ARG A=1
#	A is
ARG A=1
#A	is
ARG A=1
    ^ The comment above is taken for the description of A, which would begin with its name.

### a second hash is a word
FROM debian
## A is
ARG A=1
    ^ The comment above is taken for the description of A, which would begin with its name.

### directives are no comment
# check=experimental=all
# escape=\
ARG A=1
FROM debian

### an instruction between
# other
RUN true
ARG A=1

### lines of a here-document
FROM debian
RUN <<EOF
# other
EOF
ARG A

### a blank line sets it apart
# other

FROM debian AS tools

### a blank line does not for BuildKit
# other

FROM debian AS tools
               ^^^^^ The comment above is taken for the description of tools, which would begin with its name.
--- settings: {"buildkit": true}

### a comment for a tool
FROM debian
# hadolint ignore=DL3006
ARG A
# check=skip=all
ARG B

### a comment for a tool, to BuildKit a comment
FROM debian
# hadolint ignore=DL3006
ARG A
    ^ The comment above is taken for the description of A, which would begin with its name.
--- settings: {"buildkit": true}
===> no fix

### a comment for a tool in the block keeps its place
FROM debian
# layerwise ignore=style/x
# other
ARG A
    ^ The comment above is taken for the description of A, which would begin with its name.
===> Begin with A
FROM debian
# layerwise ignore=style/x
# A other
ARG A

### inside ONBUILD
FROM debian
# other
ONBUILD ARG A=1

### comments of other instructions
FROM debian
# other
RUN true
# and
ENV A=1

### an ARG without name
FROM debian
# other
ARG
