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
RUN --mount=type=secret,id=x,src=y,env=Z,uid=1,gid=1,mode=0400,required ls
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
