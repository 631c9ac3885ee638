### nearly the name of a stage
FROM golang AS builder
FROM debian
COPY --from=bilder /a /a
            ^^^^^^ No stage is named bilder; builder is the nearest.
RUN --mount=type=bind,from=Buidler,target=/a true
                           ^^^^^^^ No stage is named Buidler; builder is the nearest.
===>
FROM golang AS builder
FROM debian
COPY --from=builder /a /a
RUN --mount=type=bind,from=builder,target=/a true

### a stage further down
FROM debian
COPY --from=later /a /a
            ^^^^^ The stage later stands further down, in line 4, and has to be above.
RUN --mount=from=LATER,target=/a true
                 ^^^^^ The stage LATER stands further down, in line 4, and has to be above.
FROM debian AS later
===> no fix

### itself
FROM debian AS a
COPY --from=A /a /a
            ^ The stage A is this one itself, so the build fails.

### numbers
FROM debian
COPY --from=0 /a /a
            ^ The stage 0 is not above this one: there is none.
FROM debian
COPY --from=1 /a /a
            ^ The stage 1 is not above this one: the only one is 0.
FROM debian
COPY --from=2 /a /a
            ^ The stage 2 is not above this one: they are 0 to 1.
COPY --from=7 /a /a
            ^ There is no stage 7.
COPY --from=1 /a /a
===> no fix

### a name in any case, images, build contexts, variables
FROM golang AS Builder
FROM debian AS nginz
FROM debian
COPY --from=builder /a /a
COPY --from=nginx /a /a
COPY --from=bilder:1 /a /a
COPY --from=me/bilder /a /a
COPY --from=assets /a /a
COPY --from=$bilder /a /a
COPY --from= /a /a

### short names are near to many
FROM debian AS go
FROM debian
COPY --from=js /a /a

### two stages are as near
FROM debian AS build1
FROM debian AS build2
FROM debian
COPY --from=build3 /a /a
            ^^^^^^ No stage is named build3, though build1 and build2 are.
===> no fix

### a number in a mount
FROM debian AS base
FROM debian
RUN --mount=type=bind,from=0,target=/x true
                           ^ A mount takes stages by their name alone, so 0 is pulled as an image.
===>
FROM debian AS base
FROM debian
RUN --mount=type=bind,from=base,target=/x true

### a number in a mount, of a stage without a name, of none
FROM debian
FROM debian
RUN --mount=from=0,target=/x true
                 ^ A mount takes stages by their name alone, so 0 is pulled as an image.
RUN --mount=from=7,target=/x true
                 ^ A mount takes stages by their name alone, so 7 is pulled as an image.
===> no fix

### of two stages of a name the builder takes the last one, even here
FROM debian AS a
FROM debian AS b
COPY --from=a /x /x
            ^ The stage a stands further down, in line 4, and has to be above.
FROM debian AS a
