### the last stage takes over what another one has built
FROM maven:3.9 AS build
RUN mvn package
FROM maven:3.9
     ^^^^^^^^^ The image that ships starts from maven:3.9, though it only takes over what another stage has built: a smaller image would do.
COPY --from=build /app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]

### dotnet
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN dotnet publish -o /out
FROM mcr.microsoft.com/dotnet/sdk:8.0
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image that ships starts from mcr.microsoft.com/dotnet/sdk:8.0, though it only takes over what another stage has built: a smaller image would do.
COPY --from=build /out /app
ENTRYPOINT ["dotnet", "/app/shop.dll"]

### the stage that takes what is built is not the last
FROM golang:1.25 AS build
RUN go build -o /app .
FROM debian:12 AS runtime
COPY --from=build /app /app
CMD ["/app"]
FROM build
     ^^^^^ The last stage is the one that ships, and this has the tools of golang:1.25: the stage runtime, which takes what is built, should come last.
RUN go vet ./...

### a stage for tests
FROM golang:1.25 AS build
RUN go build -o /app .
FROM debian:12 AS runtime
COPY --from=build /app /app
CMD ["/app"]
FROM build AS test
RUN go test ./...

### it builds, or works with the tools
FROM node:22 AS assets
RUN npm run build
FROM golang:1.25 AS a
COPY --from=assets /dist /dist
CMD ["go", "run", "."]
FROM golang:1.25
COPY --from=assets /dist /dist
RUN go build -o /app .
CMD ["/app"]

### starts the tools
FROM node:22 AS assets
RUN npm run build
FROM golang:1.25
COPY --from=assets /dist /dist
CMD ["go", "run", "."]

### smaller images, one stage, a shell
FROM golang:1.25 AS build
RUN go build -o /app .
FROM debian:12
COPY --from=build /app /app
CMD ["/app"]

### a workshop
FROM debian:12 AS tools
RUN make tools
FROM golang:1.25
COPY --from=tools /x /x
CMD ["bash"]

### one stage
FROM golang:1.25
COPY --from=nginx:1.29 /x /x
CMD ["/x"]
