### an ENTRYPOINT that is a relative path
FROM golang:1.25 AS build
WORKDIR /srv
RUN go build -o server .
FROM debian:12-slim
COPY --from=build /srv/server /srv/server
ENTRYPOINT ["./server"]
            ^^^^^^^^^^ ./server is looked for in /, since WORKDIR /srv counts in the stage build only.
===>
FROM golang:1.25 AS build
WORKDIR /srv
RUN go build -o server .
FROM debian:12-slim
COPY --from=build /srv/server /srv/server
WORKDIR /srv
ENTRYPOINT ["./server"]

### a variable that the other stage sets
FROM node:22 AS build
ENV APP_HOME=/opt/app OTHER=1
RUN npm run build
FROM node:22-slim
COPY --from=build /opt/app /opt/app
CMD node $APP_HOME/server.js --x ${NOTHING}
         ^^^^^^^^^ APP_HOME is set in the stage build only, so it is empty here.
===>
FROM node:22 AS build
ENV APP_HOME=/opt/app OTHER=1
RUN npm run build
FROM node:22-slim
COPY --from=build /opt/app /opt/app
ENV APP_HOME=/opt/app
CMD node $APP_HOME/server.js --x ${NOTHING}

### a shell in exec form
FROM node:22 AS build
ENV APP_HOME=/opt/app
FROM node:22-slim
COPY --from=build /opt/app /opt/app
CMD ["sh", "-c", "exec node ${APP_HOME}/server.js"]
                            ^^^^^^^^^^^ APP_HOME is set in the stage build only, so it is empty here.

### the last stage has its own
FROM node:22 AS build
WORKDIR /app
ENV APP_HOME=/app
FROM node:22-slim
WORKDIR /app
ENV APP_HOME=/app
COPY --from=build /app /app
CMD node $APP_HOME/server.js
FROM node:22-slim
WORKDIR /srv
COPY --from=build /app .
CMD ["node", "server.js"]

### absolute, a name on the PATH, to another directory
FROM node:22 AS build
WORKDIR /app
FROM node:22-slim
COPY --from=build /app /app
CMD ["node", "/app/server.js"]

### to another directory
FROM node:22 AS build
WORKDIR /app
FROM node:22-slim
COPY --from=build /app/dist /
CMD ["node", "server.js"]

### a stage that it is based on
FROM node:22 AS base
WORKDIR /app
FROM base
COPY --from=base /app /app
CMD ["node", "server.js"]

### images with a directory of their own, or that are not known
FROM golang:1.25 AS build
WORKDIR /go
FROM golang:1.25
COPY --from=build /go /go
CMD ["./server"]

### not known
FROM golang:1.25 AS build
WORKDIR /app
FROM example.org/base
COPY --from=build /app /app
CMD ["./server"]

### given at the start, exec form does not expand
FROM node:22 AS build
ENV APP_HOME=/app
FROM node:22-slim
COPY --from=build /app /app
CMD APP_HOME=/app node $APP_HOME/server.js

### distroless starts in the root directory, as nonroot in a home
FROM golang:1.25 AS build
WORKDIR /app
FROM gcr.io/distroless/static-debian12
COPY --from=build /app/server /app/server
CMD ["./server"]
     ^^^^^^^^^^ ./server is looked for in /, since WORKDIR /app counts in the stage build only.

### as nonroot
FROM golang:1.25 AS build
WORKDIR /app
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /app/server /app/server
CMD ["./server"]
