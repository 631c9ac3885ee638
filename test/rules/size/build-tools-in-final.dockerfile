### one finding for each RUN, with the other packages as related places
FROM golang:1.22 AS build
RUN go build -o /a .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y curl gcc libpq5 cmake
                                              ^^^ gcc and cmake stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
                                                         ~~~~~ This is for building, too.
COPY --from=build /a /a
CMD ["/a"]
### the only stage, where no command builds
FROM alpine:3.20
RUN apk add --no-cache build-base
                       ^^^^^^^^^^ gcc, g++ and make stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
COPY app /app
CMD ["/app"]
### the RUN that installs them removes them
FROM node:20 AS build
FROM python:3.12-alpine
RUN apk add --no-cache --virtual .build gcc musl-dev && pip install cffi && apk del .build
RUN apk add --no-cache gcc && pip install x && apk del gcc
CMD ["python"]
### what is light, or of use to a program as well
FROM node:20 AS build
FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y git curl python3 default-jdk
CMD ["/app"]
### a stage that does not ship
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y build-essential
CMD ["make"]
FROM debian:bookworm-slim
COPY --from=build /a /a
CMD ["/a"]
### images to work, build and test in
FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential
CMD ["/bin/bash"]
### an image that builds when it starts
FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential
ENTRYPOINT ["./build.sh"]
### an image that others may build on
FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential
                                         ^^^^^^^^^^^^^^^ gcc, g++ and make stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
### by its file's name
FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential
CMD ["/app"]
--- named: Dockerfile.test
### the only stage, which builds
FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential
                                         ^^^^^^^^^^^^^^^ gcc, g++ and make stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
COPY . .
RUN make
CMD ["./app"]
### make and headers
FROM python:3.12-slim
RUN apt-get update && apt-get install -y make libpq5
                                         ^^^^ make stays in the image that ships; a stage that only builds can have it, or this RUN can remove it when it is done.
RUN apt-get update && apt-get install -y libpq-dev python3-dev=3.11.2-1
                                         ^^^^^^^^^ libpq-dev and python3-dev stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
                                                   ~~~~~~~~~~~~~~~~~~~~ This is for building, too.
CMD ["python", "-m", "shop"]
### many headers, and what Java is run with
FROM rockylinux:9
RUN dnf install -y a-devel b-devel c-devel d-devel e-devel f-devel java-17-openjdk-devel
                   ^^^^^^^ a-devel, b-devel, c-devel, d-devel and 2 others stay in the image that ships; a stage that only builds can have them, or this RUN can remove them when it is done.
                           ~~~~~~~ This is for building, too.
                                   ~~~~~~~ This is for building, too.
                                           ~~~~~~~ This is for building, too.
                                                   ~~~~~~~ This is for building, too.
                                                           ~~~~~~~ This is for building, too.
CMD ["/app"]
