### a version in every form
FROM rust:1.91
RUN cargo install --locked a@1.2.3 && cargo install --locked --version 1.2.3 b && cargo install b --vers 1 --locked
RUN cargo install --locked --git https://github.com/a/b --tag v1 && cargo install --locked --git https://github.com/a/b --rev 3f2a91c c
RUN cargo install --locked --path . && cargo install --list

### the program of this project
FROM rust:1.91
RUN cargo install --path .
    ^^^^^^^^^^^^^^^^^^^^^^ cargo install passes over the lock file of what it builds, and takes the newest of all dependencies.
===>
FROM rust:1.91
RUN cargo install --locked --path .

### neither
FROM rust:1.91
RUN cargo install \
    ^^^^^^^^^^^^^^^ cargo install passes over the lock file of what it builds, and takes the newest of all dependencies.
      cargo-chef
      ^^^^^^^^^^ cargo-chef has no version: the next build may install a different one.
===>
FROM rust:1.91
RUN cargo install --locked \
      cargo-chef

### a branch is no version
FROM rust:1.91
RUN cargo install --locked --git https://github.com/a/b --branch main
                                 ^^^^^^^^^^^^^^^^^^^^^^ b has no version: the next build may install a different one.
RUN cargo install --locked --git https://github.com/a/b c
                                                        ^ c has no version: the next build may install a different one.

### a toolchain in front
FROM rust:1.91
RUN cargo +nightly install a@1
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ cargo install passes over the lock file of what it builds, and takes the newest of all dependencies.
===>
FROM rust:1.91
RUN cargo +nightly install --locked a@1
