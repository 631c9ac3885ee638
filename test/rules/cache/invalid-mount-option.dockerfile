### keys that the type does not take
FROM debian:12
RUN --mount=type=bind,source=.,target=/x,uid=1 ls
                                         ^^^ A bind mount takes no uid: the builder refuses it.
RUN --mount=type=cache,target=/x,required=true ls
                                 ^^^^^^^^ A cache mount takes no required: the builder refuses it.
RUN --mount=type=secret,id=x,sharing=locked ls
                             ^^^^^^^ A secret mount takes no sharing: the builder refuses it.
RUN --mount=type=tmpfs,target=/x,size=64m ls
RUN --mount=type=cache,target=/x,id=a,from=b,source=c,uid=1,gid=1,mode=0755,sharing=private,ro ls
RUN --mount=type=secret,id=x,env=Z,uid=1,gid=1,mode=0400,required ls
RUN --mount=type=ssh,id=x,dst=/run/ssh,required=true ls
RUN --mount=from=base,dst=/x ls
===> no fix

### values
FROM debian:12
RUN --mount=type=cach,target=/x ls
                 ^^^^ cach is no type of mount; there are bind, cache, secret, ssh and tmpfs.
RUN --mount=type=cache,target=/x,sharing= ls
                                         ^ sharing is shared, private or locked, not an empty one.
RUN --mount=type=cache,target=/x,uid=root ls
                                     ^^^^ uid is a number, not root.
RUN --mount=type=cache,target=/x,mode=u+x ls
                                      ^^^ mode is a number in octal, not u+x.
RUN --mount=type=cache,target ls
                       ^^^^^^ target has no value.
RUN --mount=type=secret,id=x,required=yes ls
                                      ^^^ required is true or false, not yes.
RUN --mount=type=$TYPE,tar=/x ls
RUN --mount=type=cache,target=/x,sharing=$SHARING ls
RUN --mount=type=CACHE,target=/x,SHARING=LOCKED ls
===>
FROM debian:12
RUN --mount=type=cache,target=/x ls
RUN --mount=type=cache,target=/x,sharing= ls
RUN --mount=type=cache,target=/x,uid=root ls
RUN --mount=type=cache,target=/x,mode=u+x ls
RUN --mount=type=cache,target ls
RUN --mount=type=secret,id=x,required=yes ls
RUN --mount=type=$TYPE,tar=/x ls
RUN --mount=type=cache,target=/x,sharing=$SHARING ls
RUN --mount=type=CACHE,target=/x,SHARING=LOCKED ls

### given twice, or not at all
FROM debian:12
RUN --mount=type=cache,target=/x,dst=/y ls
                                 ^^^^^^ target is given twice, and only the last one counts.
RUN --mount=type=cache ls
    ^^^^^^^^^^^^^^^^^^ The cache mount has no target, so it covers the working directory; in / the builder refuses it.
WORKDIR /w
RUN --mount=type=tmpfs ls
    ^^^^^^^^^^^^^^^^^^ The tmpfs mount has no target, so it covers the working directory; in / the builder refuses it.
RUN --mount=type=secret,id=x ls
RUN --mount= ls
    ^^^^^^^^ The mount says neither its type nor where it lies.
ONBUILD RUN --mount=type=cache,traget=/x ls
                               ^^^^^^ A cache mount has no option named traget.
===>
FROM debian:12
RUN --mount=type=cache,target=/x,dst=/y ls
RUN --mount=type=cache ls
WORKDIR /w
RUN --mount=type=tmpfs ls
RUN --mount=type=secret,id=x ls
RUN --mount= ls
ONBUILD RUN --mount=type=cache,target=/x ls

### secrets without a name, or with two
FROM debian:12
RUN --mount=type=secret ls
    ^^^^^^^^^^^^^^^^^^^ The secret mount has neither an id nor a target, so it names no secret.
RUN --mount=type=secret,env=TOKEN ls
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The secret mount has neither an id nor a target, so it names no secret.
RUN --mount=type=secret,id=a,source=b ls
                             ^^^^^^^^ source is another word for id; the builder refuses both at once.
RUN --mount=type=secret,target=/run/secrets/a ls
RUN --mount=type=secret,source=a ls
RUN --mount=type=ssh,source=b ls
                     ^^^^^^^^ An ssh mount takes no source: the builder refuses it.
===> no fix

### names that can be none, variables where none are expanded
FROM debian:12
ARG BASE=debian:12
RUN --mount=type=bind,from=$BASE,target=/x ls
                           ^^^^^ from expands no variables: name a stage that is FROM the variable, with an ARG above the first FROM.
RUN --mount=type=bind,from=debian:,target=/x ls
                           ^^^^^^^ This names neither a stage nor an image.
RUN --mount=type=bind,from=,target=/x ls
RUN --mount=type=cache,$BASE ls
                       ^^^^^ Between the commas stands a name with its value; variables cannot bring one.
RUN --mount=type=cache,target=/x, ls
                                ^ Between the commas stands a name with its value; variables cannot bring one.
RUN --mount="type=cache,target=/x" ls
RUN --mount=type=cache,"target=/x,id=y" ls
===> no fix

### the root of the file system
FROM debian:12
RUN --mount=type=cache,target=/ ls
                       ^^^^^^^^ The target is the root of the file system: the builder refuses it.
RUN --mount=type=bind,target=. ls
                      ^^^^^^^^ The target is the root of the file system: the builder refuses it.
RUN --mount=type=secret,id=a,target=/ ls
WORKDIR /app
RUN --mount=type=bind,target=. ls
===> no fix

### a base that may have a working directory
FROM registry.example.com/team/base:1
RUN --mount=type=bind ls
    ^^^^^^^^^^^^^^^^^ The bind mount has no target, so it covers the working directory; in / the builder refuses it.
RUN --mount=type=bind,target=. ls
===> no fix

### numbers out of range
FROM debian:12
RUN --mount=type=cache,target=/x,uid=4294967296 ls
                                     ^^^^^^^^^^ uid is a number, not 4294967296.
RUN --mount=type=cache,target=/x,mode=40000000000 ls
                                      ^^^^^^^^^^^ mode is a number in octal, not 40000000000.
RUN --mount=type=cache,target=/x,ro=tRUE ls
                                    ^^^^ readonly is true or false, not tRUE.
RUN --mount=type=tmpfs,target=/x,size=1e9 ls
===> no fix

### nothing behind ONBUILD in BuildKit's own checks
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD RUN --mount=type=foo,target=/x ls
