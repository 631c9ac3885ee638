### versions
FROM golang:1.26
RUN go install github.com/a/b@v1.2.3 github.com/c/d/...@3f2a91c
RUN go run github.com/a/b@v1.2.3 generate x
RUN go get github.com/a/b@v1

### the newest
FROM golang:1.26
RUN go install -tags x github.com/a/b@latest
                       ^^^^^^^^^^^^^^^^^^^^^ github.com/a/b@latest has no version: the next build may install a different one.
RUN go get -u github.com/a/b github.com/c/d@v1
              ^^^^^^^^^^^^^^ github.com/a/b has no version: the next build may install a different one.
RUN go run github.com/a/b@latest
           ^^^^^^^^^^^^^^^^^^^^^ github.com/a/b@latest has no version: the next build may install a different one.

### inside a module go.mod says it
FROM golang:1.26
COPY . .
RUN go install ./cmd/app && go install github.com/own/module/cmd/app && go run main.go && go run ./cmd/gen && go install cmd/vet
RUN go build -o app . && go mod download && go get ./...

### hadolint: where something is run, only that is looked at
FROM golang:1.26
RUN go install github.com/a/b && go run github.com/c/d@v1
RUN go run github.com/a/b x y
           ^^^^^^^^^^^^^^ github.com/a/b has no version: the next build may install a different one.
RUN go run main.go
           ^^^^^^^ main.go has no version: the next build may install a different one.
RUN go run ./main.go
RUN go run github.com/a/b@v1 main.go
--- settings: {"hadolint": true}

### hadolint: what has a version
FROM golang:1.26
RUN go install /src/x ./cmd ../x github.com/a/b@v1
RUN go install github.com/a/b@latest
               ^^^^^^^^^^^^^^^^^^^^^ github.com/a/b@latest has no version: the next build may install a different one.
RUN go install github.com/a/b@none
               ^^^^^^^^^^^^^^^^^^^ github.com/a/b@none has no version: the next build may install a different one.
RUN go get github.com/a/b
           ^^^^^^^^^^^^^^ github.com/a/b has no version: the next build may install a different one.
RUN go get -tool github.com/a/b@v1
RUN go install cmd/x
               ^^^^^ cmd/x has no version: the next build may install a different one.
RUN go install -tags x github.com/a/b@v1
                     ^ x has no version: the next build may install a different one.
RUN go build ./... && go mod download && go tool x
--- settings: {"hadolint": true}
