### ports of debuggers and of the engine
FROM debian:12
EXPOSE 2375 2376
       ^^^^ Port 2375 is that of the Docker engine: who reaches it can run any code.
            ^^^^ Port 2376 is that of the Docker engine: who reaches it can run any code.
EXPOSE 5005/tcp
       ^^^^^^^^ Port 5005 is that of Java's debugger: who reaches it can run any code.
EXPOSE 9229
       ^^^^ Port 9229 is that of Node's debugger: who reaches it can run any code.
EXPOSE 5858
       ^^^^ Port 5858 is that of Node's debugger: who reaches it can run any code.
EXPOSE 80 5005/udp 8000 5678 3000-9999

### debugpy
FROM python:3.13
RUN pip install debugpy
EXPOSE 8000 5678 8080
       ^^^^ Port 8000 is that of debugpy: who reaches it can run any code.
            ^^^^ Port 5678 is that of debugpy: who reaches it can run any code.
CMD ["python", "app.py"]

### stages that are not shipped
FROM debian:12 AS debug
EXPOSE 9229
FROM debian:12
EXPOSE 80

### in a stage that it is built on
FROM debian:12 AS base
EXPOSE 9229
       ^^^^ Port 9229 is that of Node's debugger: who reaches it can run any code.
FROM base
CMD ["node"]
