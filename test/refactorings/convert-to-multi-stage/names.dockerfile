### a file for developers, by its name
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/server .
CMD ["/bin/server"]
--- named: docker/Dockerfile.dev
===> refused: Dockerfile.dev is not for shipping, by its name.
### a file in the folder of a development container
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/server .
CMD ["/bin/server"]
--- named: .devcontainer/Dockerfile
===> refused: The image is not for shipping, by the folder of its file.
### a folder above that is called test says nothing
FROM golang:1.22<|>
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/server .
CMD ["/bin/server"]
--- named: /home/dev/test/Dockerfile
===>
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/server .

FROM gcr.io/distroless/static-debian12
WORKDIR /src
COPY --from=build /bin/server /bin/server
COPY --from=build /src /src
CMD ["/bin/server"]
