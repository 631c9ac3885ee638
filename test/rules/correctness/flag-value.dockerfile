### twice
FROM --platform=linux/amd64 --platform=linux/arm64 debian:12
                            ^^^^^^^^^^^^^^^^^^^^^^ --platform is given twice.
COPY --chown=a --chown=b c d
               ^^^^^^^^^ --chown is given twice.
COPY --link --link a b
            ^^^^^^ --link is given twice.
RUN --network=none --network=host a
                   ^^^^^^^^^^^^^^ --network is given twice.
RUN --mount=type=cache,target=/a --mount=type=cache,target=/b c
COPY --exclude=a --exclude=b c d
HEALTHCHECK --interval=1s --interval=2s CMD a
                          ^^^^^^^^^^^^^ --interval is given twice.
HEALTHCHECK --interval=1s --interval=2s NONE
===> no fix

### no value
FROM --platform debian:12
     ^^^^^^^^^^ --platform has no value.
COPY --chown a b
     ^^^^^^^ --chown has no value.
COPY --from a b
     ^^^^^^ --from has no value.
COPY --exclude a b
     ^^^^^^^^^ --exclude has no value.
ADD --checksum a b
    ^^^^^^^^^^ --checksum has no value.
RUN --network a
    ^^^^^^^^^ --network has no value.
RUN --mount a
    ^^^^^^^ --mount has no value.
HEALTHCHECK --interval CMD a
            ^^^^^^^^^^ --interval has no value.
COPY --link a b
COPY --link= a b
     ^^^^^^^ --link has an equals sign, but no value.
COPY --chown= a b
COPY --from= a b
===> no fix

### switches
FROM debian:12
COPY --link=true a b
COPY --link=FALSE a b
COPY --link=yes a b
            ^^^ --link is true or false.
COPY --link=1 a b
            ^ --link is true or false.
COPY --parents=no a b
               ^^ --parents is true or false.
ADD --keep-git-dir=0 a b
                   ^ --keep-git-dir is true or false.
ADD --unpack=$X a b
             ^^ --unpack is true or false.
===> no fix

### permissions
FROM debian:12
ARG MODE=999
ARG GIVEN
COPY --chmod=755 a b
COPY --chmod=0755 a b
COPY --chmod=7777 a b
COPY --chmod=u=rwX,go=rX a b
COPY --chmod=+x a b
COPY --chmod=$GIVEN a b
COPY --chmod=0o755 a b
             ^^^^^ --chmod is octal, from 0 to 07777, or symbolic as in u=rwX,go=rX.
COPY --chmod=10000 a b
             ^^^^^ --chmod is octal, from 0 to 07777, or symbolic as in u=rwX,go=rX.
COPY --chmod=888 a b
             ^^^ --chmod is octal, from 0 to 07777, or symbolic as in u=rwX,go=rX.
COPY --chmod=u+y a b
             ^^^ --chmod is octal, from 0 to 07777, or symbolic as in u=rwX,go=rX.
COPY --chmod=rwx a b
             ^^^ --chmod is octal, from 0 to 07777, or symbolic as in u=rwX,go=rX.
COPY --chmod=$MODE a b
             ^^^^^ --chmod is octal, from 0 to 07777, or symbolic as in u=rwX,go=rX.
===> no fix

### words of a list
FROM debian:12
RUN --network=none a
RUN --network=NONE a
              ^^^^ --network is default, none or host.
RUN --network=bridge a
              ^^^^^^ --network is default, none or host.
RUN --network= a
    ^^^^^^^^^^ --network is default, none or host.
RUN --network=$X a
              ^^ --network is default, none or host; variables are not expanded here.
RUN --security=insecure a
RUN --security=privileged a
               ^^^^^^^^^^ --security is sandbox or insecure.
===> no fix

### checksums
FROM debian:12
ADD --checksum=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 https://example.com/a b
ADD --checksum=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 https://example.com/a b
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ --checksum is a digest: sha256:, and 64 hexadecimal digits.
ADD --checksum=sha256:e3b0 https://example.com/a b
               ^^^^^^^^^^^ A sha256 digest has 64 hexadecimal digits in small letters.
ADD --checksum=md5:d41d8cd98f00b204e9800998ecf8427e https://example.com/a b
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ --checksum is a sha256, sha384 or sha512 digest.
ADD --checksum=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 a b
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ --checksum goes with a download or a Git repository only.
ADD --checksum=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 https://example.com/a https://example.com/b c/
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ --checksum goes with one download only.
ADD --checksum=0123abc https://github.com/a/b.git c
ADD --checksum=$SUM https://example.com/a b
===> no fix

### platforms
ARG ARCH=amd64
FROM --platform=linux/amd64 debian:12
FROM --platform=linux/arm/v7 debian:12
FROM --platform=$BUILDPLATFORM debian:12
FROM --platform=linux/$ARCH debian:12
FROM --platform=linux debian:12
FROM --platform=arm64 debian:12
FROM --platform=intel debian:12
                ^^^^^ --platform is os/architecture, with a variant behind it where needed.
FROM --platform=linux/ debian:12
                ^^^^^^ --platform is os/architecture, with a variant behind it where needed.
FROM --platform=linux/amd64,linux/arm64 debian:12
                ^^^^^^^^^^^^^^^^^^^^^^^ --platform is os/architecture, with a variant behind it where needed.
FROM --platform=linux/arm/v7/x debian:12
                ^^^^^^^^^^^^^^ --platform is os/architecture, with a variant behind it where needed.
FROM --platform=$NOWHERE debian:12
                ^^^^^^^^ Nothing declares this variable, so the platform is empty.
===> no fix

### where files come from
ARG TOOL=busybox:1.36
FROM debian:12 AS a
COPY --from=a b c
COPY --from=0 b c
COPY --from=A b c
COPY --from=busybox:1.36 b c
COPY --from=$TOOL b c
            ^^^^^ --from expands no variables: name a stage that is FROM the variable, with an ARG above the first FROM.
COPY --from=http://example.com b c
            ^^^^^^^^^^^^^^^^^^ This names neither a stage nor an image.
COPY --from=-1 b c
            ^^ This names neither a stage nor an image.
COPY --from=busybox: b c
            ^^^^^^^^ This names neither a stage nor an image.
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD COPY --link=yes a b
                    ^^^ --link is true or false.
===> no fix

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD COPY --link=yes a b
