### all three
--- settings: {"hadolint": true}
FROM debian:12
CMD echo 1
    ^^^^^^ CMD is in shell form: a JSON array would start the program without a shell.
ENTRYPOINT echo 2
           ^^^^^^ ENTRYPOINT is in shell form: a JSON array would start the program without a shell.
HEALTHCHECK --interval=5s CMD echo 3
                              ^^^^^^ HEALTHCHECK is in shell form: a JSON array would start the program without a shell.
===>
FROM debian:12
CMD ["echo", "1"]
ENTRYPOINT ["echo", "2"]
HEALTHCHECK --interval=5s CMD ["echo", "3"]

### JSON, NONE, ONBUILD
FROM debian:12
CMD ["a"]
ENTRYPOINT ["a", \
 "b"]
HEALTHCHECK CMD ["a", "b"]
HEALTHCHECK NONE
ONBUILD CMD a
ONBUILD HEALTHCHECK CMD a

### whatever SHELL is
FROM debian:12
SHELL ["/bin/bash", "-c"]
CMD echo 1
    ^^^^^^ CMD is in shell form: a JSON array would start the program without a shell.

### malformed JSON, without FROM
--- settings: {"hadolint": true}
CMD ['a']
    ^^^^^ CMD is in shell form: a JSON array would start the program without a shell.
ENTRYPOINT ["a"
           ^^^^ ENTRYPOINT is in shell form: a JSON array would start the program without a shell.
HEALTHCHECK CMD [a]
                ^^^ HEALTHCHECK is in shell form: a JSON array would start the program without a shell.
===> no fix

### half-typed
FROM debian:12
HEALTHCHECK
HEALTHCHECK CMD
^^^^^^^^^^^ HEALTHCHECK is in shell form: a JSON array would start the program without a shell.
CMD
^^^ CMD is in shell form: a JSON array would start the program without a shell.
