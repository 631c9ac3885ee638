### a server's image
FROM postgres:17
ENTRYPOINT ["/wait.sh"]
^^^^^^^^^^ ENTRYPOINT drops the CMD of postgres:17, which starts postgres: repeat it here if the entry point needs it.

### a variant that has one, and one that has none
FROM php:8.4-apache
ENTRYPOINT ["/wait.sh"]
^^^^^^^^^^ ENTRYPOINT drops the CMD of php:8.4-apache, which starts apache2-foreground: repeat it here if the entry point needs it.
FROM php:8.4-cli
ENTRYPOINT ["/wait.sh"]

### the CMD of the stage below
FROM debian:12 AS base
CMD ["serve"]
FROM base AS middle
FROM middle
ENTRYPOINT ["/wait.sh"]
^^^^^^^^^^ ENTRYPOINT drops the CMD of the stage middle: repeat it here if it is needed.

### below, an ENTRYPOINT has dropped it already
FROM nginx:1.29 AS base
ENTRYPOINT ["/a.sh"]
^^^^^^^^^^ ENTRYPOINT drops the CMD of nginx:1.29, which starts nginx: repeat it here if the entry point needs it.
FROM base
ENTRYPOINT ["/b.sh"]

### with a CMD, in front or behind
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
ENTRYPOINT ["/wait.sh"]

### starts the server itself
FROM nginx:1.29
ENTRYPOINT ["nginx", "-g", "daemon off;"]

### shell form, and images that start an interpreter or are not known
FROM nginx:1.29
ENTRYPOINT /wait.sh
FROM python:3.13
ENTRYPOINT ["python", "app.py"]
FROM example.org/nginx
ENTRYPOINT ["/wait.sh"]
FROM nginx:1.29
ENTRYPOINT []

### nothing but a launcher
FROM node:22
ENTRYPOINT ["/usr/bin/tini", "--"]
^^^^^^^^^^ ENTRYPOINT drops the CMD of node:22, which starts node: repeat it here if the entry point needs it.
FROM debian:12
ENTRYPOINT ["tini", "-g", "--", "app"]
FROM example.org/base
ENTRYPOINT ["tini", "--"]
