### near to one
FROM debian:12
ONBUILD RUNN a
        ^^^^ RUNN is no instruction, so no build on this image works; RUN is the nearest.
ONBUILD COPPY a b
        ^^^^^ COPPY is no instruction, so no build on this image works; COPY is the nearest.
onbuild runn a
        ^^^^ runn is no instruction, so no build on this image works; RUN is the nearest.
===>
FROM debian:12
ONBUILD RUN a
ONBUILD COPY a b
onbuild run a

### near to none
FROM debian:12
ONBUILD INCLUDE a
        ^^^^^^^ INCLUDE is no instruction, so no build on this image works.
ONBUILD npm ci
        ^^^ npm is no instruction, so no build on this image works.
ONBUILD && a
        ^^ This is no instruction, so no build on this image works.
ONBUILD "RUN" a
        ^^^^^ This is no instruction, so no build on this image works.
===> no fix

### instructions, and what is forbidden there
FROM debian:12
ONBUILD RUN a
ONBUILD run a
ONBUILD FROM a
ONBUILD

### as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD RUNN a

### a frontend of one's own
# syntax=registry.example.com/frontend:1
FROM debian:12
ONBUILD INCLUDE a
        ^^^^^^^ INCLUDE is no instruction, so no build on this image works.
===> no fix
