### capitals
# Syntax=docker/dockerfile:1
  ^^^^^^ The directive Syntax is not in lower case.
#ESCAPE = `
 ^^^^^^ The directive ESCAPE is not in lower case.
#  Check=skip=all
   ^^^^^ The directive Check is not in lower case.
FROM debian
===>
# syntax=docker/dockerfile:1
#escape = `
#  check=skip=all
FROM debian

### lower case
# syntax=docker/dockerfile:1
# escape=\
FROM debian

### below the top it is a comment
FROM debian
# Syntax=docker/dockerfile:1

### behind a comment
# hello
# Syntax=docker/dockerfile:1
FROM debian

### nothing that the builder knows
# Author=Jane
FROM debian
