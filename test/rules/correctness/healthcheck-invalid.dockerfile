### forms
FROM debian:12
HEALTHCHECK NONE
HEALTHCHECK none
HEALTHCHECK CMD a
HEALTHCHECK cmd a
HEALTHCHECK CMD ["a"]
HEALTHCHECK --interval=5s NONE
HEALTHCHECK
^^^^^^^^^^^ Behind HEALTHCHECK stands CMD or NONE.
HEALTHCHECK a
            ^ Behind HEALTHCHECK stands CMD or NONE.
HEALTHCHECK ["a"]
            ^^^^^ Behind HEALTHCHECK stands CMD or NONE.
HEALTHCHECK NONE a b
                 ^^^ NONE takes no arguments.
HEALTHCHECK CMD
            ^^^ CMD has no command.
HEALTHCHECK CMD []
            ^^^ CMD has no command.
HEALTHCHECK --interval=5s
^^^^^^^^^^^ Behind HEALTHCHECK stands CMD or NONE.
HEALTHCHECK "CMD" a
            ^^^^^ Behind HEALTHCHECK stands CMD or NONE.
===> no fix

### durations
FROM debian:12
HEALTHCHECK --interval=1h30m5.5s --timeout=.5s --start-period=0s --start-interval=1ms CMD a
HEALTHCHECK --interval=0 --timeout= CMD a
HEALTHCHECK --interval=30 CMD a
                       ^^ The duration has no unit, such as s or m.
HEALTHCHECK --timeout=5m30 CMD a
                      ^^^^ The duration has no unit, such as s or m.
HEALTHCHECK --timeout=1d CMD a
                      ^^ The unit of the duration is ns, us, ms, s, m or h.
HEALTHCHECK --timeout=5S CMD a
                      ^^ The unit of the duration is ns, us, ms, s, m or h.
HEALTHCHECK --timeout=1sec CMD a
                      ^^^^ The unit of the duration is ns, us, ms, s, m or h.
HEALTHCHECK --timeout=-5s CMD a
                      ^^^ The duration is less than a millisecond.
HEALTHCHECK --timeout=999us CMD a
                      ^^^^^ The duration is less than a millisecond.
HEALTHCHECK --timeout=0.5ms CMD a
                      ^^^^^ The duration is less than a millisecond.
HEALTHCHECK --start-period=soon CMD a
                           ^^^^ A duration is a number and a unit, such as 30s.
HEALTHCHECK --start-interval=$X CMD a
                             ^^ Variables are not expanded here; a duration is a number and a unit, such as 30s.
HEALTHCHECK --interval="5s" CMD a
HEALTHCHECK --interval=x NONE
===> no fix

### retries
FROM debian:12
HEALTHCHECK --retries=3 CMD a
HEALTHCHECK --retries=+3 CMD a
HEALTHCHECK --retries=0 CMD a
                      ^ --retries=0 means the default of three.
HEALTHCHECK --retries=-1 CMD a
                      ^^ --retries is not negative.
HEALTHCHECK --retries=1.5 CMD a
                      ^^^ --retries is a whole number.
HEALTHCHECK --retries=three CMD a
                      ^^^^^ --retries is a whole number.
HEALTHCHECK --retries=3000000000 CMD a
                      ^^^^^^^^^^ --retries is a whole number.
HEALTHCHECK --retries=$R CMD a
                      ^^ --retries is a whole number.
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD HEALTHCHECK a
                    ^ Behind HEALTHCHECK stands CMD or NONE.
===> no fix

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD HEALTHCHECK a

### BuildKit takes no retries for the default
--- settings: {"buildkit": true}
FROM debian:12
HEALTHCHECK --retries=0 CMD a
