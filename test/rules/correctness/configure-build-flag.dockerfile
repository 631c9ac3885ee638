### without it
FROM debian:12
RUN ./configure && make
    ^^^^^^^^^^^ configure guesses the machine from the kernel; --build tells it.
RUN cd x && ../configure --prefix=/usr --host-thing
            ^^^^^^^^^^^^ configure guesses the machine from the kernel; --build tells it.
RUN sh -c './configure'
           ^^^^^^^^^^^ configure guesses the machine from the kernel; --build tells it.
FROM --platform=$BUILDPLATFORM debian:12
RUN /src/configure
    ^^^^^^^^^^^^^^ configure guesses the machine from the kernel; --build tells it.

### told, another script, or one machine alone
FROM debian:12
RUN ./configure --build="$(dpkg-architecture --query DEB_BUILD_GNU_TYPE)" && ./configure --build x && ./configure --host=arm-linux
RUN ./configure --help && ./Configure linux && ./config && configure x && cmake .
FROM --platform=linux/amd64 debian:12
RUN ./configure
