### both flags
FROM debian:12
RUN --security=insecure mount -t tmpfs tmpfs /x
    ^^^^^^^^^^^^^^^^^^^ The commands have all rights over the builder, and most builders refuse that.
RUN --network=host make
    ^^^^^^^^^^^^^^ The commands share the builder's own network, and most builders refuse that.
RUN --mount=type=cache,target=/x --network=host --security=insecure make
                                 ^^^^^^^^^^^^^^ The commands share the builder's own network, and most builders refuse that.
                                                ^^^^^^^^^^^^^^^^^^^ The commands have all rights over the builder, and most builders refuse that.
RUN --network=host \
    ^^^^^^^^^^^^^^ The commands share the builder's own network, and most builders refuse that.
    make
===>
FROM debian:12
RUN mount -t tmpfs tmpfs /x
RUN make
RUN --mount=type=cache,target=/x make
RUN make

### what is fine
FROM debian:12
RUN --security=sandbox make
RUN --network=none make
RUN --network=default make --network=host
RUN echo --security=insecure

### ONBUILD
FROM debian:12
ONBUILD RUN --network=host make
            ^^^^^^^^^^^^^^ The commands share the builder's own network, and most builders refuse that.
===>
FROM debian:12
ONBUILD RUN make

### without FROM
RUN --network=host make
    ^^^^^^^^^^^^^^ The commands share the builder's own network, and most builders refuse that.
