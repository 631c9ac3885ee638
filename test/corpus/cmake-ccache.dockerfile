FROM ubuntu:22.04 AS build
ARG DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y build-essential cmake ccache ninja-build git wget
ENV CCACHE_DIR=/ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
RUN wget https://example.com/libfoo-1.2.tar.gz && tar xzf libfoo-1.2.tar.gz && cd libfoo-1.2 && ./configure && make -j"$(nproc)" && make install
COPY . /src
RUN --mount=type=cache,target=/ccache cmake -S /src -B /build -G Ninja && cmake --build /build --target install
FROM ubuntu:22.04
COPY --from=build /usr/local /usr/local
CMD ["/usr/local/bin/engine"]
