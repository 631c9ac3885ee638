### dependencies first, and files that the program opens come along
FROM rust:1.78<|>

WORKDIR /usr/src/app

# dependencies
COPY Cargo.toml Cargo.lock ./
RUN mkdir src && \
    echo "fn main() {}" > src/main.rs && \
    cargo build --release && \
    rm -rf src

COPY . .
RUN touch src/main.rs && cargo build --release

RUN useradd -m -u 1001 app
USER app
ENV ROCKET_ADDRESS=0.0.0.0
EXPOSE 8000
CMD ["./target/release/site-server"]
--- file: Cargo.toml
[package]
name = "site-server"
version = "0.1.0"
edition = "2021"

[dependencies]
rocket = "0.5"
--- file: Cargo.lock
version = 3

[[package]]
name = "rocket"
version = "0.5.1"
source = "registry+https://github.com/rust-lang/crates.io-index"

[[package]]
name = "site-server"
version = "0.1.0"
dependencies = ["rocket"]
--- file: src/main.rs
//! It's a "server".
const HELP: &str = include_str!("../docs/help.txt");
fn open<'a>(name: &'a str) -> std::io::Result<File> { let quote = '"'; File::open(format!("data/{name}.json")) }
--- file: Rocket.toml
[default]
port = 8000
--- file: static/app.css
body {}
--- file: data/a.json
{}
--- file: docs/help.txt
compiled in
--- file: notes/todo.txt
not opened
===>
FROM rust:1.78 AS build

WORKDIR /usr/src/app

# dependencies
COPY Cargo.toml Cargo.lock ./
RUN mkdir src && \
    echo "fn main() {}" > src/main.rs && \
    cargo build --release && \
    rm -rf src

COPY . .
RUN touch src/main.rs && cargo build --release

FROM debian:bookworm-slim
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/target/release/site-server /usr/src/app/target/release/site-server
COPY --from=build /usr/src/app/Rocket.toml /usr/src/app/Rocket.toml
COPY --from=build /usr/src/app/data /usr/src/app/data
COPY --from=build /usr/src/app/static /usr/src/app/static
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt

RUN useradd -m -u 1001 app
USER app
ENV ROCKET_ADDRESS=0.0.0.0
EXPOSE 8000
CMD ["./target/release/site-server"]
### a workspace: the package that is named, and what it is compiled with
FROM rust:1.78-slim-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release --locked -p api<|>
CMD ["/app/target/release/api-server"]
--- file: Cargo.toml
[workspace]
members = ["crates/*"]
--- file: Cargo.lock
version = 3
--- file: crates/api/Cargo.toml
[package]
name = "api"
version = "0.1.0"

[[bin]]
name = "api-server"
path = "src/main.rs"

[dependencies]
store = { path = "../store" }
--- file: crates/api/src/main.rs
fn main() {}
--- file: crates/store/Cargo.toml
[package]
name = "store"
version = "0.1.0"
--- file: crates/store/src/lib.rs
pub const PATH: &str = "seeds/all.sql";
--- file: crates/cli/Cargo.toml
[package]
name = "cli"
version = "0.1.0"
--- file: crates/cli/src/main.rs
fn main() { std::process::Command::new("docker"); std::fs::read("seeds/cli.txt"); }
--- file: seeds/all.sql
select 1;
--- file: seeds/cli.txt
not this one's
===>
FROM rust:1.78-slim-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release --locked -p api

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/target/release/api-server /app/target/release/api-server
COPY --from=build /app/seeds/all.sql /app/seeds/all.sql
CMD ["/app/target/release/api-server"]
### libraries that crates are linked with come by their packages, those that none is linked with do not
FROM rust:1.78-bookworm
RUN apt-get update && apt-get install -y clang libclang-dev cmake pkg-config libssl-dev libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN cargo install --path .<|>
CMD ["shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"

[dependencies]
diesel = { version = "2", features = ["postgres"] }
--- file: Cargo.lock
[[package]]
name = "pq-sys"
version = "0.6.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
--- file: src/main.rs
fn main() {}
===>
FROM rust:1.78-bookworm AS build
RUN apt-get update && apt-get install -y clang libclang-dev cmake pkg-config libssl-dev libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN cargo install --path .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y libpq5 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /usr/local/cargo/bin/shop /usr/local/bin/shop
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
CMD ["shop"]
### the full image brings OpenSSL's headers by itself
FROM rust:1.78-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release<|>
CMD ["./target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: Cargo.lock
[[package]]
name = "openssl-sys"
version = "0.9.103"
source = "registry+https://github.com/rust-lang/crates.io-index"
--- file: src/main.rs
fn main() {}
===>
FROM rust:1.78-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates libssl3 && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/target/release/shop /app/target/release/shop
CMD ["./target/release/shop"]
### musl: a static program
FROM rust:1.78-alpine3.19
RUN apk add --no-cache musl-dev openssl-dev openssl-libs-static
WORKDIR /app
COPY . .
RUN cargo build --release<|>
ENTRYPOINT ["/app/target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() {}
===>
FROM rust:1.78-alpine3.19 AS build
RUN apk add --no-cache musl-dev openssl-dev openssl-libs-static
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/target/release/shop /app/target/release/shop
ENTRYPOINT ["/app/target/release/shop"]
### another target, and a cache in place of the target directory
# syntax=docker/dockerfile:1
FROM rust:1.78
RUN apt-get update && apt-get install -y musl-tools && rustup target add x86_64-unknown-linux-musl
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/app/target \
    cargo build --release --target x86_64-unknown-linux-musl && \
    cp target/x86_64-unknown-linux-musl/release/shop /usr/local/bin/<|>
ENTRYPOINT ["shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() {}
===>
# syntax=docker/dockerfile:1
FROM rust:1.78 AS build
RUN apt-get update && apt-get install -y musl-tools && rustup target add x86_64-unknown-linux-musl
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/app/target \
    cargo build --release --target x86_64-unknown-linux-musl && \
    cp target/x86_64-unknown-linux-musl/release/shop /usr/local/bin/

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /usr/local/bin/shop /usr/local/bin/shop
ENTRYPOINT ["shop"]
### a moving tag moves with Debian's stable release
FROM rust<|>
COPY . .
RUN cargo build
CMD target/debug/shop
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() {}
===>
FROM rust AS build
COPY . .
RUN cargo build

FROM debian:stable-slim
COPY --from=build /target/debug/shop /target/debug/shop
CMD target/debug/shop
### rustup on a plain Debian, and the settings of Cargo
FROM debian:bookworm
RUN apt-get update && apt-get install -y curl build-essential
RUN curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y
ENV PATH="/root/.cargo/bin:${PATH}"
WORKDIR /app
COPY . .
RUN cargo build --profile dist<|>
CMD ["/build/dist/shop"]
--- file: .cargo/config.toml
[build]
target-dir = "/build"
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() {}
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y curl build-essential
RUN curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y
ENV PATH="/root/.cargo/bin:${PATH}"
WORKDIR /app
COPY . .
RUN cargo build --profile dist

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /build/dist/shop /build/dist/shop
CMD ["/build/dist/shop"]
### the compiler alone
FROM rust:1.78<|>
COPY hello-world.rs .
RUN rustc -O hello-world.rs
CMD ["./hello_world"]
--- file: hello-world.rs
fn main() {}
===>
FROM rust:1.78 AS build
COPY hello-world.rs .
RUN rustc -O hello-world.rs

FROM debian:bookworm-slim
COPY --from=build /hello_world /hello_world
CMD ["./hello_world"]
### cargo run
FROM rust:1.78<|>
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["cargo", "run", "--release"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() {}
===> refused: The container runs cargo run, which needs the Rust toolchain. CMD ["/app/target/release/shop"] would start what it builds.
### a program that is not built
FROM rust:1.78<|>
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/store"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() {}
===> refused: ./target/release/store is not built here, as far as the files tell; what is built is shop.
### the manifest is not here
FROM rust:1.78<|>
WORKDIR /app
COPY src .
RUN cargo build --release
CMD ["./target/release/shop"]
--- file: src/main.rs
fn main() {}
===> refused: The Cargo.toml that line 4 builds by can't be read here, so what it builds is not known.
### no Cargo.lock tells what a crate is linked with
FROM rust:1.78<|>
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
[dependencies]
reqwest = "0.11"
--- file: src/main.rs
fn main() {}
===> refused: Cargo.lock is not in the build context, so which libraries of the system the crates are linked with is not known.
### an unknown library of the system
FROM rust:1.78<|>
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: build.rs
fn main() { println!("cargo:rustc-link-lib=ephem"); }
--- file: src/main.rs
fn main() {}
===> refused: The program is linked with ephem, and which package of the system brings that is not known; install it by name.
### the release under a library may be another one
FROM rust:1.63<|>
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
#[link(name = "ssl")]
extern "C" { fn SSL_library_init(); }
fn main() {}
===> refused: The program is linked with the library of libssl-dev, which is another one on rust:1.63 than in Debian bookworm; a tag that names the release would tell.
### the working directory is listed
FROM rust:1.78<|>
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() { for entry in std::fs::read_dir("./").unwrap() {} }
===> refused: The program lists the directory that it is started in, which holds the sources.
### libraries that are loaded when it runs
FROM rust:1.78<|>
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: src/main.rs
fn main() { let plugin = unsafe { libloading::Library::new(std::env::args().nth(1).unwrap()) }; }
===> refused: The program loads libraries when it runs, and which ones is not known.
### what comes from elsewhere
FROM rust:1.78<|>
RUN git clone https://example.org/shop /app && cd /app && cargo build --release
WORKDIR /app
CMD ["./target/release/shop"]
===> refused: The Cargo.toml that line 2 builds by can't be read here, so what it builds is not known.
### a crate of others
FROM rust:1.78<|>
COPY . /books
WORKDIR /books
RUN cargo install mdbook
CMD ["mdbook", "serve"]
--- file: book.toml
[book]
===> refused: The container starts what mdbook brings, and which libraries of the system that needs is not known.
### files beside the program, and those that commands and build scripts make
FROM rust:1.78<|>
WORKDIR /app
COPY . .
RUN mv config.example.toml config.toml && cargo build --release
RUN cp -r static target/release/
CMD ["sh", "./start.sh"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
--- file: build.rs
fn main() {
    std::fs::write(std::path::Path::new(&std::env::var("OUT_DIR").unwrap()).join("v.rs"), "").unwrap();
    std::fs::write("buildinfo.json", "{}").unwrap();
}
--- file: src/main.rs
include!(concat!(env!("OUT_DIR"), "/v.rs"));
fn main() {
    let place = std::env::current_exe().unwrap().parent().unwrap().join("static");
    println!("{:?}", std::fs::read("buildinfo.json"));
    for page in std::fs::read_dir("pages").unwrap() {}
}
--- file: pages/a.md
# A
--- file: config.example.toml
a = 1
--- file: static/a.css
--- file: start.sh
#!/bin/sh
cat notes.txt
exec ./target/release/shop --config config.toml
--- file: notes.txt
x
===>
FROM rust:1.78 AS build
WORKDIR /app
COPY . .
RUN mv config.example.toml config.toml && cargo build --release
RUN cp -r static target/release/

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/target/release/shop /app/target/release/shop
COPY --from=build /app/target/release/static /app/target/release/static
COPY --from=build /app/buildinfo.json /app/buildinfo.json
COPY --from=build /app/notes.txt /app/notes.txt
COPY --from=build /app/pages /app/pages
COPY --from=build /app/static /app/static
COPY --from=build /app/config.toml /app/config.toml
COPY --from=build /app/start.sh /app/start.sh
CMD ["sh", "./start.sh"]
### crates that the project brings along, and a tool that a string names
FROM rust:1.78<|>
RUN apt-get update && apt-get install -y jq cmake
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/shop"]
--- file: Cargo.toml
[package]
name = "shop"
version = "0.1.0"
[dependencies]
leftpad = "1"
--- file: vendor/leftpad/Cargo.toml
[package]
name = "leftpad"
version = "1.0.0"
--- file: src/main.rs
fn main() { std::process::Command::new("sh").args(["-c", "curl -s localhost | jq ."]); }
===>
FROM rust:1.78 AS build
RUN apt-get update && apt-get install -y jq cmake
WORKDIR /app
COPY . .
RUN cargo build --release

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y jq
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates curl && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/target/release/shop /app/target/release/shop
CMD ["./target/release/shop"]
### what the workspace and a build script read beside the package stays in the builder
FROM rust:1.78
COPY Cargo.toml /work/
COPY shared/ /work/shared/
COPY proto /work/proto
COPY conf /work/conf
COPY server/ /work/server/
WORKDIR /work/server
RUN cargo build --release --bin api<|>
CMD ["../target/release/api"]
--- file: Cargo.toml
[workspace]
members = ["server", "shared"]
[workspace.dependencies]
shared = { path = "shared" }
--- file: shared/Cargo.toml
[package]
name = "shared"
version = "0.1.0"
--- file: shared/src/lib.rs
pub fn path(name: &str) -> String { format!("../conf/{name}.toml") }
--- file: server/Cargo.toml
[package]
name = "server"
version = "0.1.0"
[[bin]]
name = "api"
path = "src/main.rs"
[dependencies]
shared.workspace = true
--- file: server/build.rs
fn main() { let text = std::fs::read_to_string("../proto/a.proto"); }
--- file: server/src/main.rs
fn main() {}
--- file: proto/a.proto
message A {}
--- file: conf/prod.toml
a = 1
===>
FROM rust:1.78 AS build
COPY Cargo.toml /work/
COPY shared/ /work/shared/
COPY proto /work/proto
COPY conf /work/conf
COPY server/ /work/server/
WORKDIR /work/server
RUN cargo build --release --bin api

FROM debian:bookworm-slim
WORKDIR /work/server
COPY --from=build /work/target/release/api /work/target/release/api
COPY --from=build /work/conf /work/conf
CMD ["../target/release/api"]
