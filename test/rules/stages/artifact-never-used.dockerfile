### a directory, relative to the working directory
FROM node:22 AS build
WORKDIR /app
RUN npx esbuild src/a.js --outdir=public
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing takes /app/public, which this builds, out of the stage.
FROM nginx:1.29
COPY --from=build /app/dist /usr/share/nginx/html

### dotnet, behind a cd, in a stage that nothing uses
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN cd /src && dotnet publish -c Release -o out
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing takes /src/out, which this builds, out of the stage.
FROM debian:12
CMD ["x"]

### taken: itself, around it, a part of it, by a glob, by a mount, by a stage on it
FROM golang:1.25 AS build
RUN go build -o /out/a .
RUN go build -o /out/b .
RUN go build -o /bin/ ./cmd/...
RUN go build -o /opt/c .
RUN go build -o /mnt/d .
RUN go build -o /srv/e .
FROM build AS more
FROM debian:12
COPY --from=build /out/a /a
COPY --from=build /out/b* /b
COPY --from=build /bin/x /x
COPY --from=build /opt /opt
RUN --mount=from=build,source=/mnt,target=/mnt cp /mnt/d /d
COPY --from=more /srv/e /e

### used in the stage
FROM golang:1.25 AS build
RUN go build -o /out/gen ./gen && /out/gen > /x
RUN go build -o /out/app ./app
RUN upx /out/app -o /y
FROM debian:12
COPY --from=build /x /x

### all of it is taken
FROM golang:1.25 AS build
RUN go build -o /out/a .
FROM scratch
COPY --from=build / /

### it ships, by its stage, one that is based on it or as a target
--- settings: {"targets": ["tool"]}
FROM golang:1.25 AS tool
RUN go build -o /out/a .
FROM golang:1.25 AS build
RUN go build -o /out/b .
FROM golang:1.25 AS api
RUN go build -o /out/c .
CMD ["/out/c"]
FROM build
RUN go build -o /out/d .

### no place is told, /dev/null, a variable, a name for tests
FROM golang:1.25 AS build
ARG OUT
RUN go build ./... && go build -o /dev/null . && go build -o $OUT .
FROM golang:1.25 AS test
RUN go build -o /x .
FROM debian:12
