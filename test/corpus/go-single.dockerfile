FROM golang:1.22
WORKDIR /go/src/example.com/tool
COPY . .
RUN go get -d -v ./...
RUN CGO_ENABLED=0 GOOS=linux go build -ldflags="-s -w" -o /usr/local/bin/tool ./cmd/tool
EXPOSE 8080/tcp
CMD ["tool", "serve"]
