### an SDK under what runs
FROM golang:1.24 AS build
RUN go build -o /app
FROM golang:1.24
     ^^^^^^^^^^^ The image that ships carries the Go toolchain and only runs a program; a small distribution, or gcr.io/distroless, does for a compiled program.
COPY --from=build /app /app
CMD ["/app"]
===> no fix

### a JDK under a jar
FROM openjdk:17-jdk-slim
     ^^^^^^^^^^^^^^^^^^^ The image that ships carries a whole JDK and only runs a program; eclipse-temurin:17-jre does.
COPY target/app.jar /app.jar
ENTRYPOINT ["java", "-jar", "/app.jar"]
===>
FROM eclipse-temurin:17-jre
COPY target/app.jar /app.jar
ENTRYPOINT ["java", "-jar", "/app.jar"]

### a JDK of Temurin
FROM eclipse-temurin:21-jdk-alpine
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships carries a whole JDK and only runs a program; eclipse-temurin:21-jre-alpine does.
COPY app.jar /app.jar
CMD java -jar /app.jar
===>
FROM eclipse-temurin:21-jre-alpine
COPY app.jar /app.jar
CMD java -jar /app.jar

### Temurin without a variant
FROM eclipse-temurin:21
     ^^^^^^^^^^^^^^^^^^ The image that ships carries a whole JDK and only runs a program; eclipse-temurin:21-jre does.
COPY app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
===>
FROM eclipse-temurin:21-jre
COPY app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]

### Maven, Gradle and Rust
FROM maven:3.9-eclipse-temurin-21 AS build
RUN mvn package
FROM maven:3.9-eclipse-temurin-21
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships carries Maven and a JDK and only runs a program; an image with a JRE does, eclipse-temurin:21-jre for example.
COPY --from=build /target/app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]

### Gradle
FROM gradle:8
     ^^^^^^^^ The image that ships carries Gradle and a JDK and only runs a program; an image with a JRE does, eclipse-temurin:21-jre for example.
COPY app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]

### Rust
FROM rust:1.80-slim
     ^^^^^^^^^^^^^^ The image that ships carries the Rust toolchain and only runs a program; a small distribution, or gcr.io/distroless, does for a compiled program.
COPY app /app
CMD ["/app"]

### Node.js and Python
FROM node:22 AS build
RUN npm ci
FROM node:22
     ^^^^^^^ The image that ships carries compilers and headers and only runs a program; node:22-slim does.
COPY --from=build /app /app
CMD ["node", "/app/server.js"]
===>
FROM node:22 AS build
RUN npm ci
FROM node:22-slim
COPY --from=build /app /app
CMD ["node", "/app/server.js"]

### Python without a tag
FROM python
     ^^^^^^ The image that ships carries compilers and headers and only runs a program; python:slim does.
COPY app.py /
CMD ["python", "/app.py"]
===>
FROM python:slim
COPY app.py /
CMD ["python", "/app.py"]

### CUDA
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships carries CUDA's compilers and headers and only runs a program; nvidia/cuda:12.4.1-runtime-ubuntu22.04 does.
COPY app /app
CMD ["/app"]
===>
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
COPY app /app
CMD ["/app"]

### what only runs programs already
FROM node:22-slim
COPY app /app
CMD ["node", "/app/server.js"]
FROM eclipse-temurin:21-jre
COPY app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
COPY app /app
CMD ["/app"]

### a stage that uses the tools
FROM golang:1.24
COPY . .
RUN go build -o /app
CMD ["/app"]

### a stage that installs what may have to be built
FROM python:3.13
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]

### a stage that runs what nobody knows
FROM golang:1.24
COPY . .
RUN ./configure-all
CMD ["/app"]

### system packages and users
FROM node:22
     ^^^^^^^ The image that ships carries compilers and headers and only runs a program; node:22-slim does.
RUN apt-get update && apt-get install -y curl && useradd app && mkdir /data
COPY app /app
CMD ["node", "/app/server.js"]

### what is started needs the tools, or may
FROM golang:1.24
COPY . .
CMD ["go", "run", "."]

### a shell
FROM golang:1.24
COPY . .
CMD ["bash"]

### a script
FROM node:22
COPY . .
ENTRYPOINT ["./entrypoint.sh"]

### a stage for tests, nothing copied, nothing started
FROM golang:1.24 AS test
COPY app /app
CMD ["/app"]

### nothing copied
FROM python:3.13
CMD ["python", "-m", "http.server"]

### nothing started
FROM golang:1.24
COPY app /app

### by another stage
FROM golang:1.24 AS base
     ^^^^^^^^^^^ The image that ships carries the Go toolchain and only runs a program; a small distribution, or gcr.io/distroless, does for a compiled program.
WORKDIR /srv
FROM base
COPY app /app
CMD ["/app"]
===> no fix

### a variable in the tag
ARG TAG
FROM node:$TAG
COPY app /app
CMD ["node", "/app/server.js"]
