### a program of one file
FROM gcc:12<|>
COPY . /usr/src/myapp
WORKDIR /usr/src/myapp
RUN gcc -o myapp main.c
CMD ["./myapp"]
--- file: main.c
int main(void) { return 0; }
===>
FROM gcc:12 AS build
COPY . /usr/src/myapp
WORKDIR /usr/src/myapp
RUN gcc -o myapp main.c

FROM debian:bookworm-slim
WORKDIR /usr/src/myapp
COPY --from=build /usr/src/myapp/myapp /usr/src/myapp/myapp
CMD ["./myapp"]

### recipes of a Makefile, and the directory that the server opens
FROM debian:bookworm<|>
# toolchain
RUN apt-get update && apt-get install -y --no-install-recommends \
    gcc libc6-dev make \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN make -j$(nproc) all
ENV PORT=8080
EXPOSE 8080
CMD ["./bin/server"]
--- file: Makefile
CFLAGS ?= -O2
SRCS := $(wildcard src/*.c)
OBJS := $(patsubst src/%.c,build/%.o,$(SRCS))

all: bin/server

bin/server: $(OBJS) | bin
	$(CC) $(CFLAGS) -o $@ $^ $(LDLIBS)

build/%.o: src/%.c | build
	$(CC) $(CFLAGS) -c $< -o $@

bin build:
	mkdir -p $@
--- file: src/main.c
#define ROOT "./www"
int main(void) { return open_file(ROOT "/index.html"); }
--- file: www/index.html
<h1>Hello</h1>
--- file: docs/notes.md
not opened
===>
FROM debian:bookworm AS build
# toolchain
RUN apt-get update && apt-get install -y --no-install-recommends \
    gcc libc6-dev make \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN make -j$(nproc) all

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/bin/server /app/bin/server
COPY --from=build /app/www /app/www
ENV PORT=8080
EXPOSE 8080
CMD ["./bin/server"]

### CMake, tests, and the library behind the headers
FROM debian:bookworm-slim<|>
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential cmake libsqlite3-dev nlohmann-json3-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /usr/src/notes
COPY . .
RUN cmake -S . -B build -DCMAKE_BUILD_TYPE=Release
RUN cmake --build build --parallel && cd build && ctest
ENTRYPOINT ["./build/notes"]
CMD ["config/default.json"]
--- file: CMakeLists.txt
project(notes CXX)
find_package(SQLite3 REQUIRED)
add_executable(${PROJECT_NAME} src/main.cpp)
target_link_libraries(${PROJECT_NAME} PRIVATE SQLite::SQLite3)
--- file: src/main.cpp
int main(int, char** argv) { return argv[1] == nullptr; }
--- file: config/default.json
{}
===>
FROM debian:bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential cmake libsqlite3-dev nlohmann-json3-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /usr/src/notes
COPY . .
RUN cmake -S . -B build -DCMAKE_BUILD_TYPE=Release
RUN cmake --build build --parallel && cd build && ctest

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /usr/src/notes
COPY --from=build /usr/src/notes/build/notes /usr/src/notes/build/notes
COPY --from=build /usr/src/notes/config/default.json /usr/src/notes/config/default.json
ENTRYPOINT ["./build/notes"]
CMD ["config/default.json"]

### an installation with a library of its own
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y cmake gcc make && apt-get clean
COPY . /src
RUN mkdir /src/build && cd /src/build && cmake .. && make -j4 && make install && ldconfig
RUN useradd -r app
USER app
CMD ["greeter"]
--- file: CMakeLists.txt
project(greeter C)
add_library(greet SHARED src/greet.c)
add_executable(greeter src/main.c)
target_link_libraries(greeter greet)
install(TARGETS greeter greet)
--- file: src/main.c
int main(void) { return 0; }
--- file: src/greet.c
int greet(void) { return 1; }
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y cmake gcc make && apt-get clean
COPY . /src
RUN mkdir /src/build && cd /src/build && cmake .. && make -j4 && make install && ldconfig

FROM debian:bookworm-slim
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build /usr/local /usr/local
RUN useradd -r app
USER app
CMD ["greeter"]

### what recipes install
FROM debian:12<|>
ADD . /build
WORKDIR /build
RUN apt-get update && apt-get install -y build-essential && make && make install PREFIX=/usr
WORKDIR /
CMD ["calc"]
--- file: Makefile
PREFIX = /usr/local
BINDIR = $(DESTDIR)$(PREFIX)/bin
calc: calc.o eval.o
install: calc
	install -d $(BINDIR) $(DESTDIR)/etc/calc
	install -m 755 calc $(BINDIR)/calc
	install -m 644 calc.conf $(DESTDIR)/etc/calc/calc.conf
--- file: calc.c
int main(void) { return 0; }
--- file: eval.c
int eval;
--- file: calc.conf
mode=x
===>
FROM debian:12 AS build
ADD . /build
WORKDIR /build
RUN apt-get update && apt-get install -y build-essential && make && make install PREFIX=/usr

FROM debian:bookworm-slim
COPY --from=build /usr/bin/calc /usr/bin/calc
COPY --from=build /etc/calc/calc.conf /etc/calc/calc.conf
WORKDIR /
CMD ["calc"]

### a library beside the program, and a second program that it calls
FROM gcc:12<|>
WORKDIR /app
COPY . .
RUN make
CMD ./app
--- file: Makefile
all: libcalc.so app worker
libcalc.so: calc.o
	g++ -shared -o $@ $<
app: main.o libcalc.so
	g++ -o $@ main.o -L. -lcalc -Wl,-rpath,'$$ORIGIN'
worker: worker.o
	g++ -o $@ $^
%.o: %.cpp
	g++ -fPIC -c -o $@ $<
--- file: calc.cpp
int add;
--- file: main.cpp
int main() { return std::system("./worker"); }
--- file: worker.cpp
int main(void) { return 0; }
===>
FROM gcc:12 AS build
WORKDIR /app
COPY . .
RUN make

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/app /app/app
COPY --from=build /app/libcalc.so /app/libcalc.so
COPY --from=build /app/worker /app/worker
CMD ./app

### a static program
FROM gcc:12<|>
WORKDIR /app
COPY main.c .
RUN gcc -static -O2 -o app main.c && strip app
ENTRYPOINT ["/app/app"]
--- file: main.c
int main(void) { return 0; }
===>
FROM gcc:12 AS build
WORKDIR /app
COPY main.c .
RUN gcc -static -O2 -o app main.c && strip app

FROM gcr.io/distroless/static-debian12
WORKDIR /app
COPY --from=build /app/app /app/app
ENTRYPOINT ["/app/app"]

### libraries of the compiler and of the image
FROM gcc:12<|>
COPY main.cpp /main.cpp
RUN g++ -O3 -fopenmp /main.cpp -o /main -lcurl -lz
CMD ["/main"]
--- file: main.cpp
int main(void) { return 0; }
===>
FROM gcc:12 AS build
COPY main.cpp /main.cpp
RUN g++ -O3 -fopenmp /main.cpp -o /main -lcurl -lz

FROM debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates libcurl4 libgomp1 zlib1g && \
    rm -rf /var/lib/apt/lists/*
COPY --from=build /main /main
CMD ["/main"]

### a compiler that is newer than the release
FROM gcc:latest<|>
WORKDIR /usr/src/app
COPY . .
RUN g++ -std=c++20 -o app *.cpp
CMD ["./app"]
--- file: main.cpp
int main(void) { return 0; }
===>
FROM gcc:latest AS build
WORKDIR /usr/src/app
COPY . .
RUN g++ -std=c++20 -o app *.cpp
RUN mkdir -p /usr/local/lib/gcc-runtime && cp "$(g++ -print-file-name=libstdc++.so.6)" "$(g++ -print-file-name=libgcc_s.so.1)" /usr/local/lib/gcc-runtime/

FROM debian:stable-slim
ENV LD_LIBRARY_PATH=/usr/local/lib/gcc-runtime
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/app /usr/src/app/app
COPY --from=build /usr/local/lib/gcc-runtime /usr/local/lib/gcc-runtime
CMD ["./app"]

### Ubuntu and clang
FROM ubuntu:22.04<|>
ARG DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y clang libssl-dev libpq-dev
WORKDIR /app
COPY . .
RUN clang++ -std=c++20 src/*.cpp -o /usr/local/bin/server -lssl -lcrypto -lpq
CMD ["server", "8080"]
--- file: src/main.cpp
int main(void) { return 0; }
===>
FROM ubuntu:22.04 AS build
ARG DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y clang libssl-dev libpq-dev
WORKDIR /app
COPY . .
RUN clang++ -std=c++20 src/*.cpp -o /usr/local/bin/server -lssl -lcrypto -lpq

FROM ubuntu:22.04
RUN apt-get update && apt-get install -y libssl3 libpq5
WORKDIR /app
COPY --from=build /usr/local/bin/server /usr/local/bin/server
CMD ["server", "8080"]

### Alpine
FROM alpine:3.19<|>
RUN apk add --no-cache build-base sqlite-dev
WORKDIR /app
COPY . .
RUN g++ -o app main.cpp -lsqlite3
RUN adduser -D app
USER app
ENTRYPOINT ["/app/app"]
--- file: main.cpp
int main(void) { return 0; }
===>
FROM alpine:3.19 AS build
RUN apk add --no-cache build-base sqlite-dev
WORKDIR /app
COPY . .
RUN g++ -o app main.cpp -lsqlite3

FROM alpine:3.19
RUN apk add --no-cache sqlite-libs
RUN apk add --no-cache libstdc++
WORKDIR /app
COPY --from=build /app/app /app/app
RUN adduser -D app
USER app
ENTRYPOINT ["/app/app"]

### a script of the project builds
FROM debian:bookworm-slim<|>
RUN apt-get update && apt-get install -y --no-install-recommends build-essential libmicrohttpd-dev
WORKDIR /srv/app
COPY . ./
RUN ./build.sh
CMD ["/srv/app/server"]
--- file: build.sh
#!/bin/bash
set -e
gcc -O2 app.c -o server -lmicrohttpd
--- file: app.c
int main(void) { snprintf(f, 99, "static/%s", name); return fopen(f, "r") == 0; }
--- file: static/index.html
hi
===>
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential libmicrohttpd-dev
WORKDIR /srv/app
COPY . ./
RUN ./build.sh

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends libmicrohttpd12
WORKDIR /srv/app
COPY --from=build /srv/app/server /srv/app/server
COPY --from=build /srv/app/static /srv/app/static
CMD ["/srv/app/server"]

### a program that the build runs: what it leaves is not known, so the project goes along
FROM gcc:12<|>
WORKDIR /w
COPY . .
RUN make
CMD ["./main"]
--- file: Makefile
all: main table.bin
main: main.c
	gcc -o $@ $<
gen: gen.c
	gcc -o $@ $<
table.bin: gen
	./gen
--- file: main.c
int main(void) { return 0; }
--- file: gen.c
int main(void) { return 0; }
===>
FROM gcc:12 AS build
WORKDIR /w
COPY . .
RUN make

FROM debian:bookworm-slim
WORKDIR /w
COPY --from=build /w /w
CMD ["./main"]

### Meson
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y --no-install-recommends meson ninja-build gcc libc6-dev
WORKDIR /work
COPY . .
RUN meson setup builddir && ninja -C builddir
CMD ["/work/builddir/hello"]
--- file: meson.build
project('hello', 'c')
executable('hello', 'hello.c')
--- file: hello.c
int main(void) { return 0; }
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends meson ninja-build gcc libc6-dev
WORKDIR /work
COPY . .
RUN meson setup builddir && ninja -C builddir

FROM debian:bookworm-slim
WORKDIR /work
COPY --from=build /work/builddir/hello /work/builddir/hello
CMD ["/work/builddir/hello"]

### sources that are fetched, installed in a directory of their own
FROM debian:bookworm-slim<|>
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates gcc git libc6-dev libssl-dev make
RUN git clone --depth 1 https://example.org/tool.git /src/tool
RUN cd /src/tool && ./configure --prefix=/opt/tool && make && make install
ENTRYPOINT ["/opt/tool/bin/tool"]
--- file: README
x
===>
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates gcc git libc6-dev libssl-dev make
RUN git clone --depth 1 https://example.org/tool.git /src/tool
RUN cd /src/tool && ./configure --prefix=/opt/tool && make && make install

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates libssl3
COPY --from=build /opt/tool /opt/tool
ENTRYPOINT ["/opt/tool/bin/tool"]

### sources that are fetched, and run where they are built
FROM debian:bookworm-slim<|>
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates gcc git libc6-dev make
RUN git clone --depth 1 https://example.org/tool.git /opt/tool && cd /opt/tool && make
ENTRYPOINT ["/opt/tool/tool"]
--- file: README
x
===> refused: The sources are fetched, so what their program calls and opens elsewhere is not known.

### a script with branches, which works in the project alone
FROM gcc:12<|>
WORKDIR /w
COPY . .
RUN sh build.sh
CMD ["build/app"]
--- file: main.c
int main(void) { return 0; }
--- file: build.sh
#!/bin/sh
set -e
if [ -d build ]; then rm -rf build; fi
mkdir build
cd build
gcc ../main.c -o app
===>
FROM gcc:12 AS build
WORKDIR /w
COPY . .
RUN sh build.sh

FROM debian:bookworm-slim
WORKDIR /w
COPY --from=build /w /w
CMD ["build/app"]

### a script with branches, which changes the system
FROM gcc:12<|>
WORKDIR /w
COPY . .
RUN sh build.sh
CMD ["build/app"]
--- file: main.c
int main(void) { return 0; }
--- file: build.sh
#!/bin/sh
if [ -d build ]; then rm -rf build; fi
mkdir build
gcc main.c -o build/app
echo x > /etc/app.conf
===> refused: Line 4 calls sh build.sh; what that leaves behind is not known.

### the start needs the toolchain
FROM gcc:12<|>
COPY . .
RUN make
CMD ["make", "run"]
--- file: Makefile
run: m
	./m
--- file: m.c
int main(void) { return 0; }
===> refused: The container runs make, which needs what the build needs.

### libraries that are loaded later
FROM gcc:12<|>
WORKDIR /a
COPY . .
RUN gcc main.c -o m -ldl
CMD ["./m"]
--- file: main.c
int main(int c, char **v) { return dlopen(v[1], 1) == 0; }
===> refused: main.c loads libraries while it runs (dlopen); which ones is not known.

### no sources to read
FROM gcc:12<|>
WORKDIR /a
COPY . .
RUN make
CMD ["./m"]
===> refused: The sources are not here to tell what the program opens and is linked with at run time.

### a library of an unknown name
FROM gcc:12<|>
WORKDIR /a
COPY . .
RUN gcc main.c -o m -lfrobnicate
CMD ["./m"]
--- file: main.c
int main(void) { return 0; }
===> refused: What the program needs of frobnicate, which it is linked with, is not known.

### a package manager of its own
FROM gcc:12<|>
WORKDIR /a
COPY . .
RUN conan install . && cmake . && make
CMD ["./m"]
--- file: main.c
int main(void) { return 0; }
===> refused: Line 4 calls conan; where that puts libraries and programs is not known.

### installed among the files of the compiler: once more, in a place of its own
FROM gcc:12<|>
WORKDIR /a
COPY . .
RUN ./configure && make && make install
CMD ["m"]
--- file: main.c
int main(void) { return 0; }
--- file: configure
#!/bin/sh
===>
FROM gcc:12 AS build
WORKDIR /a
COPY . .
RUN ./configure && make && make install
RUN DESTDIR=/staging make install

FROM debian:bookworm-slim
WORKDIR /a
COPY --from=build /staging/usr/local /usr/local
CMD ["m"]

### locales and a time zone
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y gcc locales tzdata \
    && sed -i "/de_DE.UTF-8/s/^# //" /etc/locale.gen && locale-gen
ENV LANG=de_DE.UTF-8 TZ=America/New_York
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
WORKDIR /app
COPY m.c .
RUN gcc -o m m.c
CMD ["/app/m"]
--- file: m.c
int main(void) { return 0; }
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc locales tzdata \
    && sed -i "/de_DE.UTF-8/s/^# //" /etc/locale.gen && locale-gen
ENV LANG=de_DE.UTF-8 TZ=America/New_York
WORKDIR /app
COPY m.c .
RUN gcc -o m m.c

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y locales tzdata \
    && sed -i "/de_DE.UTF-8/s/^# //" /etc/locale.gen && locale-gen
ENV LANG=de_DE.UTF-8 TZ=America/New_York
WORKDIR /app
COPY --from=build /app/m /app/m
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
CMD ["/app/m"]

### an entry point that picks the program
FROM gcc:12-bookworm<|>
WORKDIR /app
COPY . .
RUN make clean all && make test
ENTRYPOINT ["/app/docker-entrypoint.sh"]
CMD ["server", "one"]
--- file: Makefile
PROGS := client server
all: $(addprefix bin/,$(PROGS))
bin/%: src/%.c | bin
	$(CC) $(CFLAGS) $< -o $@
bin: ; mkdir -p $@
test: all
	./bin/client x | grep -q x
clean: ; rm -rf bin
--- file: src/client.c
int main(void) { return 0; }
--- file: src/server.c
int main(void) { return 0; }
--- file: docker-entrypoint.sh
#!/bin/sh
set -e
exec "/app/bin/$1" "$@"
===>
FROM gcc:12-bookworm AS build
WORKDIR /app
COPY . .
RUN make clean all && make test

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/bin/client /app/bin/client
COPY --from=build /app/bin/server /app/bin/server
COPY --from=build /app/docker-entrypoint.sh /app/docker-entrypoint.sh
ENTRYPOINT ["/app/docker-entrypoint.sh"]
CMD ["server", "one"]

### a prebuilt library, and settings in the system
FROM debian:bookworm-slim<|>
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
WORKDIR /a
COPY . .
RUN cp lib/libfoo.so /usr/lib/ && ldconfig && gcc m.c -o /usr/local/bin/m -lfoo && mkdir -p /etc/app && cp app.conf /etc/app/
CMD ["m"]
--- file: m.c
int main(void) { return 0; }
--- file: lib/libfoo.so
ELF
--- file: app.conf
k=1
===>
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
WORKDIR /a
COPY . .
RUN cp lib/libfoo.so /usr/lib/ && ldconfig && gcc m.c -o /usr/local/bin/m -lfoo && mkdir -p /etc/app && cp app.conf /etc/app/

FROM debian:bookworm-slim
WORKDIR /a
COPY --from=build /usr/local/bin/m /usr/local/bin/m
COPY --from=build /usr/lib/libfoo.so /usr/lib/libfoo.so
COPY --from=build /a/lib/libfoo.so /a/lib/libfoo.so
COPY --from=build /etc/app /etc/app
CMD ["m"]

### a shell that changes its directory first
FROM gcc:12<|>
WORKDIR /app
COPY . .
RUN mkdir -p build && cd build && cmake .. && make
CMD cd build && ./app
--- file: CMakeLists.txt
project(app)
add_executable(app main.cpp)
--- file: main.cpp
int main() { return fopen("../data/words.txt", "r") == nullptr; }
--- file: data/words.txt
z
===>
FROM gcc:12 AS build
WORKDIR /app
COPY . .
RUN mkdir -p build && cd build && cmake .. && make

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/build/app /app/build/app
COPY --from=build /app/data /app/data
CMD cd build && ./app

### a release that has no successor yet
FROM debian:sid<|>
WORKDIR /app
COPY m.c .
RUN gcc m.c -o m
CMD ["./m"]
--- file: m.c
int main(void) { return 0; }
===> refused: Which release of Debian debian:sid is, and so what its programs run on, is not known.

### another program than the built one
FROM gcc:12<|>
WORKDIR /a
COPY . .
RUN gcc main.c -o m
CMD ["./n"]
--- file: main.c
int main(void) { return 0; }
===> refused: ./n is not built here, as far as the file tells.

### a shell is all that starts
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y gcc
WORKDIR /a
COPY . .
RUN gcc main.c -o m
CMD ["/bin/bash"]
--- file: main.c
int main(void) { return 0; }
===> refused: /bin/bash is not built here, as far as the file tells.

### another distribution
FROM fedora:39<|>
RUN dnf install -y gcc
WORKDIR /a
COPY . .
RUN gcc main.c -o m
CMD ["./m"]
--- file: main.c
int main(void) { return 0; }
===> refused: What programs built on fedora:39 need at run time is not known; Debian, Ubuntu and Alpine are.
