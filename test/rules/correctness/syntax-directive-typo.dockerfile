### letters
# syntax=docker/dokerfile:1
         ^^^^^^^^^^^^^^^^^^ This is not docker/dockerfile, the frontend that Docker makes, but nearly its name.
FROM debian:12
===>
# syntax=docker/dockerfile:1
FROM debian:12

### the colon is missing
# syntax=docker/dockerfile1.7
         ^^^^^^^^^^^^^^^^^^^^ This is not docker/dockerfile, the frontend that Docker makes, but nearly its name.
FROM debian:12
===>
# syntax=docker/dockerfile:1.7
FROM debian:12

### the namespace is missing
# syntax=dockerfile:1.7
         ^^^^^^^^^^^^^^ This is not docker/dockerfile, the frontend that Docker makes, but nearly its name.
FROM debian:12
===>
# syntax=docker/dockerfile:1.7
FROM debian:12

### capitals
# syntax=docker/Dockerfile:1
         ^^^^^^^^^^^^^^^^^^^ This is not docker/dockerfile, the frontend that Docker makes, but nearly its name.
FROM debian:12
===>
# syntax=docker/dockerfile:1
FROM debian:12

### a blank
# syntax=docker /dockerfile:1
         ^^^^^^^^^^^^^^^^^^^^ The builder takes the name of the frontend up to the first blank only.
FROM debian:12
===>
# syntax=docker/dockerfile:1
FROM debian:12

### words behind it
# syntax=docker/dockerfile:1 the frontend
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The builder takes the name of the frontend up to the first blank only.
FROM debian:12
===>
# syntax=docker/dockerfile:1
FROM debian:12

### fine
# syntax=docker/dockerfile:1
FROM debian:12

### fine with the registry
# syntax=docker.io/docker/dockerfile:1.7-labs
FROM debian:12

### upstream
# syntax=docker/dockerfile-upstream:master
FROM debian:12

### somebody else's
# syntax=ghcr.io/devcontainers/frontend:1
FROM debian:12

### a mirror
# syntax=mirror.gcr.io/docker/dockerfile:1
FROM debian:12

### none
FROM debian:12
