### the file has stages already
FROM golang:1.22 AS build
RUN go build -o /app
FROM scratch<|>
COPY --from=build /app /app
===> refused: The file has 2 stages already, and no build of a project is found in this one.

### the last stage builds, and another one brings files
FROM node:20 AS ui
RUN npm run build
FROM golang:1.22 AS server<|>
WORKDIR /src
COPY . .
COPY --from=ui /ui/dist ./static
RUN CGO_ENABLED=0 go build -o /server .
CMD ["/server"]
===>
FROM node:20 AS ui
RUN npm run build
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
COPY --from=ui /ui/dist ./static
RUN CGO_ENABLED=0 go build -o /server .

FROM gcr.io/distroless/static-debian12 AS server
WORKDIR /src
COPY --from=build /server /server
COPY --from=build /src /src
COPY --from=ui /ui/dist ./static
CMD ["/server"]

### another stage starts from it
FROM golang:1.22 AS build<|>
WORKDIR /src
COPY . .
RUN go build -o /app .
FROM build
CMD ["/app"]
===> refused: The stage starts from build, a stage of this file, whose steps would have to be sorted as well.

### no start
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
===> refused: No CMD or ENTRYPOINT says what the container runs.

### for development, by its name
FROM golang:1.22 AS dev<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./app"]
===> refused: The stage dev is not for shipping, by its name.

### a stage that a Compose file builds by its name: the name stays with what ships
FROM golang:1.22 AS app<|>
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o app .
CMD ["./app"]
--- file: compose.yaml
services:
  app:
    build:
      context: .
      target: app
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o app .

FROM gcr.io/distroless/static-debian12 AS app
WORKDIR /src
COPY --from=build /src/app /src/app
CMD ["./app"]

### a builder that a Compose file builds by its name
FROM golang:1.22 AS builder<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./app"]
--- file: compose.yaml
services:
  app:
    build:
      context: .
      target: builder
===> refused: compose.yaml builds the stage builder by its name.

### instructions for images that are built on it
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN go build -o app .
ONBUILD COPY settings.yml .
CMD ["./app"]
===> refused: ONBUILD on line 5 is for images that are built on this one.

### Windows
FROM golang:1.22-windowsservercore<|>
COPY . .
RUN go build -o app.exe .
CMD ["app.exe"]
===> refused: The image is for Windows.

### a kind of project that is not known
FROM perl:5.36<|>
COPY . .
RUN cpanm --installdeps .
CMD ["perl", "app.pl"]
===> refused: No command here builds a project of a known kind, so what a runtime stage would need is not known.

### no stage
ARG A=b<|>
===> not offered

### what the build removes again is not there to copy
FROM golang:1.22<|>
COPY . /src
RUN mkdir -p /data/tmp /work && cd /src && CGO_ENABLED=0 go build -o /bin/server . && rm -rf /data
CMD ["/bin/server"]
===>
FROM golang:1.22 AS build
COPY . /src
RUN mkdir -p /data/tmp /work && cd /src && CGO_ENABLED=0 go build -o /bin/server . && rm -rf /data

FROM gcr.io/distroless/static-debian12
WORKDIR /go
COPY --from=build /bin/server /bin/server
COPY --from=build /work /work
CMD ["/bin/server"]

### what a pipeline writes beside the sources may be opened
FROM golang:1.22<|>
WORKDIR /src
COPY main.go go.mod .
RUN CGO_ENABLED=0 go build -o /bin/server . 2>&1 | tee build.log
CMD ["/bin/server"]
--- file: go.mod
module example.org/server
--- file: main.go
package main
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY main.go go.mod .
RUN CGO_ENABLED=0 go build -o /bin/server . 2>&1 | tee build.log

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /bin/server /bin/server
COPY --from=build /src/build.log /src/build.log
CMD ["/bin/server"]
