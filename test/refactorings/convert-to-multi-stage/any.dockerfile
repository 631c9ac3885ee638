### the file has stages already
FROM golang:1.22 AS build
RUN go build -o /app
FROM scratch<|>
COPY --from=build /app /app
===> refused: The file has 2 stages already.

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

### a stage that a Compose file builds by its name
FROM golang:1.22 AS app<|>
WORKDIR /src
COPY . .
RUN go build -o app .
CMD ["./app"]
--- file: compose.yaml
services:
  app:
    build:
      context: .
      target: app
===> refused: compose.yaml builds the stage app by its name.

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

### another language
FROM python:3.12<|>
COPY . .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
===> refused: No build of a project is found here; Go and Node.js are known.

### no stage
ARG A=b<|>
===> not offered
