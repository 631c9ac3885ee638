### an ENV that copies the ARG goes with it
# syntax=docker/dockerfile:1.7
FROM node:22
ARG NPM_<|>TOKEN
ENV NPM_TOKEN=${NPM_TOKEN}
RUN npm ci
===>
# syntax=docker/dockerfile:1
FROM node:22
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci

### a copy under another name is the same secret
# syntax=docker/dockerfile:1
FROM alpine
ARG GIT_<|>TOKEN
ENV GITHUB_TOKEN=$GIT_TOKEN
RUN gh release download v1
RUN echo done
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=git_token,env=GITHUB_TOKEN gh release download v1
RUN echo done

### global ARGs and their redeclarations, in the stages that use them
# syntax=docker/dockerfile:1
ARG API_TOKEN
FROM alpine AS one
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN" > /data
FROM alpine AS two
RUN fetch "$API_TOKEN" > /data
FROM one
RUN fetch "${API_TOKEN}" > /more
===>
# syntax=docker/dockerfile:1
FROM alpine AS one
RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch "$API_TOKEN" > /data
FROM alpine AS two
RUN fetch "$API_TOKEN" > /data
FROM one
RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch "${API_TOKEN}" > /more

### a RUN before the declaration does not use it
# syntax=docker/dockerfile:1
FROM alpine
RUN echo "$API_TOKEN"
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN"
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN echo "$API_TOKEN"
RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch "$API_TOKEN"

### one variable out of the middle of an ENV
# syntax=docker/dockerfile:1
FROM alpine
ENV A=1 \
    DB_<|>PASSWORD=tiger \
    C=3
RUN seed --password "$DB_PASSWORD"
===>
# syntax=docker/dockerfile:1
FROM alpine
ENV A=1 \
    C=3
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD seed --password "$DB_PASSWORD"

### the first variable of an ENV
# syntax=docker/dockerfile:1
FROM alpine
ENV DB_<|>PASSWORD=tiger \
    C=3
RUN seed --password "$DB_PASSWORD"
===>
# syntax=docker/dockerfile:1
FROM alpine
ENV C=3
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD seed --password "$DB_PASSWORD"

### the last variable of an ENV
# syntax=docker/dockerfile:1
FROM alpine
ENV C=3 \
    DB_<|>PASSWORD=tiger
RUN seed --password "$DB_PASSWORD"
===>
# syntax=docker/dockerfile:1
FROM alpine
ENV C=3
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD seed --password "$DB_PASSWORD"

### ENV with a blank instead of an equals sign
# syntax=docker/dockerfile:1
FROM alpine
ENV DB_<|>PASSWORD tiger
RUN seed --password "$DB_PASSWORD"
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD seed --password "$DB_PASSWORD"

### other flags, continuations and here-documents stay as they are
# syntax=docker/dockerfile:1
FROM alpine
ARG API_<|>TOKEN
RUN --mount=type=cache,target=/root/.cache \
    fetch "$API_TOKEN"
RUN <<EOF
set -e
fetch "$API_TOKEN"
EOF
RUN \
    # with a comment
    fetch "$API_TOKEN"
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=api_token,env=API_TOKEN --mount=type=cache,target=/root/.cache \
    fetch "$API_TOKEN"
RUN --mount=type=secret,id=api_token,env=API_TOKEN <<EOF
set -e
fetch "$API_TOKEN"
EOF
RUN --mount=type=secret,id=api_token,env=API_TOKEN \
    # with a comment
    fetch "$API_TOKEN"

### a RUN that has the mount already keeps it
# syntax=docker/dockerfile:1
FROM alpine
ARG API_<|>TOKEN
RUN --mount=type=secret,id=token,env=API_TOKEN fetch "$API_TOKEN"
RUN fetch "$API_TOKEN"
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=token,env=API_TOKEN fetch "$API_TOKEN"
RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch "$API_TOKEN"

### programs that ask for the variable by name use it
# syntax=docker/dockerfile:1
FROM node:22
ARG API_<|>TOKEN
RUN node -e 'fetch(process.env.API_TOKEN)'
RUN npm run build
===>
# syntax=docker/dockerfile:1
FROM node:22
RUN --mount=type=secret,id=api_token,env=API_TOKEN node -e 'fetch(process.env.API_TOKEN)'
RUN npm run build

### a name that another one begins with is not used by it
# syntax=docker/dockerfile:1
FROM alpine
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN_URL"
===> refused: No RUN names API_TOKEN, so it can't be told which step needs the secret.

### a comment does not use it
# syntax=docker/dockerfile:1
FROM alpine
ARG API_<|>TOKEN
RUN set -e; \
    # $API_TOKEN is for later
    make
===> refused: No RUN names API_TOKEN, so it can't be told which step needs the secret.

### blank lines and ignore comments go with the declaration
# syntax=docker/dockerfile:1
FROM alpine

# hadolint ignore=DL3064
ARG API_<|>TOKEN

RUN fetch "$API_TOKEN"
===>
# syntax=docker/dockerfile:1
FROM alpine

RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch "$API_TOKEN"

### the syntax line goes above everything
# escape=`
# a comment
FROM alpine
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN"
===>
# syntax=docker/dockerfile:1
# escape=`
# a comment
FROM alpine
RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch "$API_TOKEN"

### a frontend of 1.10 or newer stays
# syntax=docker/dockerfile:1.10.0
FROM alpine
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN"
===>
# syntax=docker/dockerfile:1.10.0
FROM alpine
RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch "$API_TOKEN"

### a frontend that is pinned by digest is not ours to change
# syntax=docker/dockerfile:1.4@sha256:9ba7531bd80fb0a858632727cf7a112fbfd19b17e94c4e84ced81e24ef1a0dbc
FROM alpine
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN"
===> refused: The # syntax line pins a frontend by its digest; this needs docker/dockerfile 1.10 or newer.

### someone else's frontend
# syntax=example.org/frontend:2
FROM alpine
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN"
===> refused: The # syntax line names a frontend of its own; this needs what docker/dockerfile 1.10 brought.

### used in FROM
ARG REGISTRY_<|>TOKEN=x1y2z3
FROM registry.example.org/$REGISTRY_TOKEN/base
RUN true
===> refused: FROM uses REGISTRY_TOKEN, and a secret mount serves the commands of RUN only.

### used in ADD
FROM alpine
ARG API_<|>TOKEN
ADD https://example.org/data?token=$API_TOKEN /data
===> refused: ADD uses API_TOKEN, and a secret mount serves the commands of RUN only.

### used in a here-document of COPY
# syntax=docker/dockerfile:1
FROM alpine
ARG API_<|>TOKEN
COPY <<EOF /etc/app.conf
token = ${API_TOKEN}
EOF
===> refused: A here-document of COPY uses API_TOKEN, and a secret mount serves RUN only.

### used in a flag of RUN
# syntax=docker/dockerfile:1
FROM alpine
ARG CACHE_<|>TOKEN
RUN --mount=type=cache,id=$CACHE_TOKEN,target=/cache make
===> refused: A flag of RUN uses CACHE_TOKEN, and a secret mount serves the commands of RUN only.

### part of another variable
FROM alpine
ARG DB_<|>PASSWORD
ENV DATABASE_URL=postgres://app:$DB_PASSWORD@db/app
RUN migrate
===> refused: ENV DATABASE_URL is made of DB_PASSWORD, and would be without it.

### needed when the container runs
FROM alpine
ENV DB_<|>PASSWORD=tiger
RUN seed "$DB_PASSWORD"
CMD exec server --password "$DB_PASSWORD"
===> refused: CMD uses DB_PASSWORD when the container runs, which a build secret does not reach.

### handed on by ONBUILD
FROM node:22
ARG NPM_<|>TOKEN
ONBUILD RUN echo $NPM_TOKEN
RUN npm ci
===> refused: ONBUILD uses NPM_TOKEN in the builds of other images.

### PowerShell
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
ARG API_<|>TOKEN
RUN Invoke-WebRequest -Headers @{Token="$API_TOKEN"} https://example.org
===> refused: A RUN that uses API_TOKEN is not run by a POSIX shell; secret mounts need a Linux build.

### the cursor on the variable in a RUN
# syntax=docker/dockerfile:1
FROM alpine
ARG API_TOKEN
RUN wget --header "Authorization: Bearer $API_<|>TOKEN" https://example.org/data
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=api_token,env=API_TOKEN wget --header "Authorization: Bearer $API_TOKEN" https://example.org/data

### a literal in double quotes
# syntax=docker/dockerfile:1
FROM alpine
RUN curl -H "X-Api-Key: tr0ub4dor-and-<|>three" https://example.org/data
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=curl_secret,env=CURL_SECRET curl -H "X-Api-Key: ${CURL_SECRET}" https://example.org/data

### a literal in front of the command
# syntax=docker/dockerfile:1
FROM postgres:17
RUN PGPASSWORD=tr0ub<|>4dor psql -h db -f /seed.sql
===>
# syntax=docker/dockerfile:1
FROM postgres:17
RUN --mount=type=secret,id=pgpassword,env=PGPASSWORD psql -h db -f /seed.sql

### a literal in single quotes is out of reach
# syntax=docker/dockerfile:1
FROM alpine
RUN curl -u 'ci:tr0ub<|>4dor' https://example.org/data
===> refused: The credential stands in single quotes, where no variable is expanded.

### a literal in the exec form is out of reach
# syntax=docker/dockerfile:1
FROM alpine
RUN ["curl", "-u", "ci:tr0ub<|>4dor", "https://example.org/data"]
===> refused: The exec form expands no variables, so it cannot read one of a secret mount.

### a file that a tool reads
# syntax=docker/dockerfile:1
FROM python:3.13
COPY pip.<|>conf /etc/pip.conf
COPY requirements.txt .
RUN pip install -r requirements.txt
RUN rm /etc/pip.conf
===>
# syntax=docker/dockerfile:1
FROM python:3.13
COPY requirements.txt .
RUN --mount=type=secret,id=pip_conf,target=/etc/pip.conf pip install -r requirements.txt

### a file for a user with a number that is known
# syntax=docker/dockerfile:1
FROM node:22
USER node
WORKDIR /home/node/app
COPY .np<|>mrc package.json ./
RUN npm install
===>
# syntax=docker/dockerfile:1
FROM node:22
USER node
WORKDIR /home/node/app
COPY package.json ./
RUN --mount=type=secret,id=npmrc,target=/home/node/app/.npmrc,uid=1000 npm install

### no credential at all
FROM alpine
ARG ALPINE_<|>VERSION=3
RUN true
===> not offered

### a public key
FROM alpine
ARG SSH_PUBLIC_<|>KEY
RUN echo "$SSH_PUBLIC_KEY" >> /root/.ssh/authorized_keys
===> not offered
