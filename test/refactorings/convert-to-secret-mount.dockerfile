### an ENV that copies the ARG goes with it
# syntax=docker/dockerfile:1.7
FROM node:22
ARG NPM_<|>TOKEN
ENV NPM_TOKEN=${NPM_TOKEN}
RUN npm ci
===>
# syntax=docker/dockerfile:1.7
FROM node:22
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm ci

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
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD,required seed --password "$DB_PASSWORD"

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
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD,required seed --password "$DB_PASSWORD"

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
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD,required seed --password "$DB_PASSWORD"

### ENV with a blank instead of an equals sign
# syntax=docker/dockerfile:1
FROM alpine
ENV DB_<|>PASSWORD tiger
RUN seed --password "$DB_PASSWORD"
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=db_password,env=DB_PASSWORD,required seed --password "$DB_PASSWORD"

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
# escape=`
# a comment
FROM alpine
RUN --mount=type=secret,id=api_token export API_TOKEN="$(cat /run/secrets/api_token)" && fetch "$API_TOKEN"

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
===>
# syntax=docker/dockerfile:1.4@sha256:9ba7531bd80fb0a858632727cf7a112fbfd19b17e94c4e84ced81e24ef1a0dbc
FROM alpine
RUN --mount=type=secret,id=api_token export API_TOKEN="$(cat /run/secrets/api_token)" && fetch "$API_TOKEN"

### someone else's frontend
# syntax=example.org/frontend:2
FROM alpine
ARG API_<|>TOKEN
RUN fetch "$API_TOKEN"
===> refused: The # syntax line names a frontend of its own; this needs what docker/dockerfile 1.2 brought.

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
RUN --mount=type=secret,id=curl_secret,env=CURL_SECRET,required curl -H "X-Api-Key: ${CURL_SECRET}" https://example.org/data

### a literal in front of the command
# syntax=docker/dockerfile:1
FROM postgres:17
RUN PGPASSWORD=tr0ub<|>4dor psql -h db -f /seed.sql
===>
# syntax=docker/dockerfile:1
FROM postgres:17
RUN --mount=type=secret,id=pgpassword,env=PGPASSWORD,required psql -h db -f /seed.sql

### a literal in single quotes is out of reach
# syntax=docker/dockerfile:1
FROM alpine
RUN curl -u 'ci:tr0ub<|>4dor' https://example.org/data
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=curl_secret,env=CURL_SECRET,required curl -u 'ci:'"${CURL_SECRET}" https://example.org/data

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
RUN --mount=type=secret,id=pip_conf,target=/etc/pip.conf,required pip install -r requirements.txt

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
RUN --mount=type=secret,id=npmrc,target=/home/node/app/.npmrc,uid=1000,required npm install

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

### npm writes the variable's name instead of its value, and reads it where it fetches
FROM node:20-bookworm
ARG NPM_<|>TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN
RUN npm ci
RUN npm run build
===>
FROM node:20-bookworm
RUN npm config set '//registry.npmjs.org/:_authToken=${NPM_TOKEN}'
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm ci
RUN npm run build

### npm settings by key and value, in one RUN with the installation, under a name that npm does not know
# syntax=docker/dockerfile:1
FROM node:22-alpine
ARG REGISTRY_<|>TOKEN
RUN npm config set //npm.example.org/:_authToken "${REGISTRY_TOKEN}" && npm ci
RUN npm install -g @example/tool
RUN node build.js
===>
# syntax=docker/dockerfile:1
FROM node:22-alpine
RUN --mount=type=secret,id=registry_token,env=REGISTRY_TOKEN npm config set //npm.example.org/:_authToken '${REGISTRY_TOKEN}' && npm ci
RUN --mount=type=secret,id=registry_token,env=REGISTRY_TOKEN npm install -g @example/tool
RUN node build.js

### a settings file of npm that stays holds the variable's name
# syntax=docker/dockerfile:1
FROM node:lts
WORKDIR /app
ARG NPM_<|>TOKEN
RUN echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" > .npmrc
RUN npm ci
===>
# syntax=docker/dockerfile:1
FROM node:lts
WORKDIR /app
RUN echo '//registry.npmjs.org/:_authToken=${NPM_TOKEN}' > .npmrc
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci

### a setting that the same RUN takes back
# syntax=docker/dockerfile:1
FROM node:16
ARG NPM_<|>TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci && npm config delete //registry.npmjs.org/:_authToken
===>
# syntax=docker/dockerfile:1
FROM node:16
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci && npm config delete //registry.npmjs.org/:_authToken

### npm 8 writes the value over the name
FROM node:16
ARG NPM_<|>TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN
RUN npm ci
===>
FROM node:16
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci && npm config delete //registry.npmjs.org/:_authToken

### an image that brings an npm nobody knows
FROM registry.example.org/base:1
ARG NPM_<|>TOKEN
RUN npm set //registry.npmjs.org/:_authToken $NPM_TOKEN
RUN npm ci
===>
FROM registry.example.org/base:1
RUN --mount=type=secret,id=npm_token,mode=0444 export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm set //registry.npmjs.org/:_authToken $NPM_TOKEN && npm ci && npm config delete //registry.npmjs.org/:_authToken

### Yarn stops at a name without a value
FROM node:22
ARG NPM_<|>TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN
RUN yarn install
===>
FROM node:22
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && yarn install && npm config delete //registry.npmjs.org/:_authToken

### settings of npm that no RUN fetches by
FROM node:22
ARG NPM_<|>TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN
RUN ./build.sh
===> refused: No RUN is known to read NPM_TOKEN from the settings of npm.

### Yarn keeps it
FROM node:22
ARG NPM_<|>TOKEN
RUN yarn config set npmAuthToken "$NPM_TOKEN" && yarn install
===> refused: yarn config set writes NPM_TOKEN to its settings, which the layer keeps; to keep it out, mount the settings file itself as a secret.

### pnpm keeps it
FROM node:22
ARG NPM_<|>TOKEN
RUN pnpm config set //registry.npmjs.org/:_authToken "$NPM_TOKEN" && pnpm install
===> refused: pnpm config set writes NPM_TOKEN to its settings, which the layer keeps; to keep it out, mount the settings file itself as a secret.

### npm keeps the address of a package
FROM node:22
ARG GIT_<|>TOKEN
RUN npm install git+https://$GIT_TOKEN@git.example.org/team/lib.git
===> refused: npm writes GIT_TOKEN to package.json and the lock file, which the layer keeps; to keep it out, set GIT_CONFIG_COUNT, GIT_CONFIG_KEY_0 and GIT_CONFIG_VALUE_0 in the RUN.

### git keeps the address of a clone
FROM alpine/git
ARG GIT_<|>TOKEN
RUN git clone --depth 1 https://ci:$GIT_TOKEN@git.example.org/team/app.git
===>
FROM alpine/git
RUN --mount=type=secret,id=git_token export GIT_TOKEN="$(cat /run/secrets/git_token)" && git -c "url.https://ci:$GIT_TOKEN@git.example.org/.insteadOf=https://git.example.org/" clone --depth 1 https://git.example.org/team/app.git

### a clone without its .git
# syntax=docker/dockerfile:1
FROM alpine/git
ARG GIT_<|>TOKEN
RUN git clone https://ci:$GIT_TOKEN@git.example.org/team/app.git /src && rm -rf /src/.git
===>
# syntax=docker/dockerfile:1
FROM alpine/git
RUN --mount=type=secret,id=git_token,env=GIT_TOKEN git clone https://ci:$GIT_TOKEN@git.example.org/team/app.git /src && rm -rf /src/.git

### settings for one call of git
# syntax=docker/dockerfile:1
FROM alpine/git
ARG GIT_<|>TOKEN
RUN git -c http.extraHeader="Authorization: Bearer $GIT_TOKEN" clone https://git.example.org/team/app.git
===>
# syntax=docker/dockerfile:1
FROM alpine/git
RUN --mount=type=secret,id=git_token,env=GIT_TOKEN git -c http.extraHeader="Authorization: Bearer $GIT_TOKEN" clone https://git.example.org/team/app.git

### a literal in the address of a clone
FROM alpine/git
RUN git clone https://ci:tr0ub<|>4dor@git.example.org/team/app.git
===>
FROM alpine/git
RUN --mount=type=secret,id=git_secret,required git -c "url.https://ci:$(cat /run/secrets/git_secret)@git.example.org/.insteadOf=https://git.example.org/" clone https://git.example.org/team/app.git

### git config keeps what it sets
FROM golang:1.25
ARG GIT_<|>TOKEN
RUN git config --global url."https://${GIT_TOKEN}@github.com/".insteadOf "https://github.com/"
RUN go mod download
===>
FROM golang:1.25
RUN --mount=type=secret,id=git_token export GIT_TOKEN="$(cat /run/secrets/git_token)" && git config --global url."https://${GIT_TOKEN}@github.com/".insteadOf "https://github.com/" && go mod download && git config --global --remove-section url."https://${GIT_TOKEN}@github.com/"

### git config whose file goes
# syntax=docker/dockerfile:1
FROM golang:1.25
ARG GIT_<|>TOKEN
RUN git config --global url."https://${GIT_TOKEN}@github.com/".insteadOf "https://github.com/" && \
    go mod download && \
    rm /root/.gitconfig
===>
# syntax=docker/dockerfile:1
FROM golang:1.25
RUN --mount=type=secret,id=git_token,env=GIT_TOKEN git config --global url."https://${GIT_TOKEN}@github.com/".insteadOf "https://github.com/" && \
    go mod download && \
    rm /root/.gitconfig

### a deletion in front of the writing
FROM alpine
ARG API_<|>TOKEN
RUN rm -f /etc/app.conf; echo "token=$API_TOKEN" > /etc/app.conf
===> refused: echo writes API_TOKEN to /etc/app.conf, which the layer keeps; to keep it out, delete /etc/app.conf in the same RUN or mount it as a secret.

### a netrc file
FROM alpine
ARG GIT_<|>TOKEN
RUN echo "machine git.example.org login ci password $GIT_TOKEN" > ~/.netrc
RUN go mod download
===>
FROM alpine
RUN --mount=type=secret,id=git_token export GIT_TOKEN="$(cat /run/secrets/git_token)" && echo "machine git.example.org login ci password $GIT_TOKEN" > ~/.netrc && go mod download && rm -f ~/.netrc

### what the script makes of it
FROM alpine
ARG API_<|>TOKEN
RUN auth=$(printf 'ci:%s' "$API_TOKEN" | base64) && echo "auth = $auth" >> /etc/app.conf
===> refused: echo writes API_TOKEN to /etc/app.conf, which the layer keeps; to keep it out, delete /etc/app.conf in the same RUN or mount it as a secret.

### what a server answers is something else
# syntax=docker/dockerfile:1
FROM alpine
ARG API_<|>TOKEN
RUN echo "version=$(curl -H "Authorization: Bearer $API_TOKEN" https://example.org/version)" > /etc/version
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=api_token,env=API_TOKEN echo "version=$(curl -H "Authorization: Bearer $API_TOKEN" https://example.org/version)" > /etc/version

### a here-document of the shell
FROM alpine
ARG API_<|>TOKEN
RUN cat <<EOF > /etc/app.conf
token = $API_TOKEN
EOF
===> refused: cat writes API_TOKEN to /etc/app.conf, which the layer keeps; to keep it out, delete /etc/app.conf in the same RUN or mount it as a secret.

### put in place by sed
FROM alpine
ARG API_<|>TOKEN
RUN sed -i "s/@TOKEN@/$API_TOKEN/" /etc/app.conf
===> refused: sed writes API_TOKEN to /etc/app.conf, which the layer keeps; to keep it out, delete /etc/app.conf in the same RUN or mount it as a secret.

### put in place by envsubst
FROM alpine
ARG API_<|>TOKEN
RUN envsubst '$API_TOKEN' < /app.tpl > /etc/app.conf
===> refused: envsubst writes API_TOKEN to /etc/app.conf, which the layer keeps; to keep it out, delete /etc/app.conf in the same RUN or mount it as a secret.

### a login that is piped in
FROM docker:28-cli
ARG REGISTRY_<|>PASSWORD
RUN echo "$REGISTRY_PASSWORD" | docker login -u ci --password-stdin registry.example.org
===> refused: docker login writes REGISTRY_PASSWORD to ~/.docker/config.json, which the layer keeps; to keep it out, mount ~/.docker/config.json itself as a secret.

### a login that the same RUN ends
# syntax=docker/dockerfile:1
FROM docker:28-cli
ARG REGISTRY_<|>PASSWORD
RUN echo "$REGISTRY_PASSWORD" | docker login -u ci --password-stdin r.example.org && docker pull r.example.org/a && docker logout r.example.org
===>
# syntax=docker/dockerfile:1
FROM docker:28-cli
RUN --mount=type=secret,id=registry_password,env=REGISTRY_PASSWORD echo "$REGISTRY_PASSWORD" | docker login -u ci --password-stdin r.example.org && docker pull r.example.org/a && docker logout r.example.org

### settings of pip
FROM python:3.13
ARG INDEX_<|>PASSWORD
RUN pip config set global.index-url https://ci:$INDEX_PASSWORD@pypi.example.org/simple
===> refused: pip config set writes INDEX_PASSWORD to ~/.config/pip/pip.conf, which the layer keeps; to keep it out, mount it as PIP_INDEX_URL or PIP_EXTRA_INDEX_URL.

### settings of Poetry
FROM python:3.13
ARG INDEX_<|>PASSWORD
RUN poetry config http-basic.example ci "$INDEX_PASSWORD" && poetry install
===> refused: poetry config writes INDEX_PASSWORD to ~/.config/pypoetry/auth.toml, which the layer keeps; to keep it out, mount it as POETRY_HTTP_BASIC_<NAME>_PASSWORD.

### settings of Composer
FROM composer:2
ARG GITHUB_<|>TOKEN
RUN composer config --global github-oauth.github.com "$GITHUB_TOKEN" && composer install
===> refused: composer config writes GITHUB_TOKEN to auth.json, which the layer keeps; to keep it out, mount it as COMPOSER_AUTH, which Composer reads by itself.

### settings of Bundler
FROM ruby:3.4
ARG GEMS_<|>PASSWORD
RUN bundle config set --global gems.example.org "ci:$GEMS_PASSWORD" && bundle install
===> refused: bundle config writes GEMS_PASSWORD to .bundle/config, which the layer keeps; to keep it out, mount it as BUNDLE_<HOST>, which Bundler reads by itself.

### settings of aws
FROM amazon/aws-cli
ARG AWS_SECRET_<|>ACCESS_KEY
RUN aws configure set aws_secret_access_key "$AWS_SECRET_ACCESS_KEY" && aws s3 cp s3://example/data /data
===> refused: aws configure writes AWS_SECRET_ACCESS_KEY to ~/.aws/credentials, which the layer keeps; to keep it out, mount it as AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY, which aws reads by itself.

### a login of gh
FROM alpine
ARG GITHUB_<|>PAT
RUN echo $GITHUB_PAT | gh auth login --with-token && gh release download v1
===> refused: gh auth login writes GITHUB_PAT to ~/.config/gh/hosts.yml, which the layer keeps; to keep it out, mount it as GH_TOKEN, which gh reads by itself.

### a private key
FROM debian:13
ARG SIGNING_PRIVATE_<|>KEY
RUN echo "$SIGNING_PRIVATE_KEY" | base64 -d | gpg --batch --import
===> refused: gpg writes SIGNING_PRIVATE_KEY to ~/.gnupg, which the layer keeps; to keep it out, delete ~/.gnupg in the same RUN or mount it as a secret.

### into a program
FROM golang:1.25
ARG API_<|>TOKEN
RUN go build -ldflags "-X main.token=$API_TOKEN" ./cmd/app
===> refused: go writes API_TOKEN to the program that it builds, which the layer keeps; to keep it out, read it when the program runs.

### into pages
FROM node:22
ARG VITE_CLIENT_<|>SECRET
RUN VITE_CLIENT_SECRET=$VITE_CLIENT_SECRET npm run build
===> refused: A bundler writes VITE_CLIENT_SECRET into what it builds, where everybody can read it.

### the password of an account: the image holds a hash of it
# syntax=docker/dockerfile:1
FROM debian:13
ARG ADMIN_<|>PASSWORD
RUN echo "admin:$ADMIN_PASSWORD" | chpasswd
===>
# syntax=docker/dockerfile:1
FROM debian:13
RUN --mount=type=secret,id=admin_password,env=ADMIN_PASSWORD echo "admin:$ADMIN_PASSWORD" | chpasswd

### into pages under another name
FROM node:22
ARG API_<|>TOKEN
RUN REACT_APP_API=$API_TOKEN npm run build
===> refused: A bundler writes REACT_APP_API into what it builds, where everybody can read it.

### into pages by way of a file
FROM node:22
ARG API_<|>TOKEN
RUN echo "VITE_API=$API_TOKEN" > .env && npm run build && rm .env
===> refused: A bundler writes VITE_API into what it builds, where everybody can read it.

### Yarn in the container
FROM node:22
ARG NPM_<|>TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci
CMD ["yarn", "start"]
===>
FROM node:22
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci && npm config delete //registry.npmjs.org/:_authToken
CMD ["yarn", "start"]

### another npm
FROM node:22
ARG NPM_<|>TOKEN
RUN npm install -g npm@8
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci
===>
FROM node:22
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm install -g npm@8
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm ci && npm config delete //registry.npmjs.org/:_authToken

### only if there is one
# syntax=docker/dockerfile:1
FROM node:22
ARG NPM_<|>TOKEN
RUN if [ -n "$NPM_TOKEN" ]; then npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN; fi
RUN npm ci
===>
# syntax=docker/dockerfile:1
FROM node:22
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN if [ -n "$NPM_TOKEN" ]; then npm config set '//registry.npmjs.org/:_authToken=${NPM_TOKEN}'; fi
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci

### two registries, one after the other
# syntax=docker/dockerfile:1
FROM node:22
ARG NPM_<|>TOKEN
ARG GITHUB_TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN && npm config set //npm.pkg.github.com/:_authToken=$GITHUB_TOKEN && npm ci
===>
# syntax=docker/dockerfile:1
FROM node:22
ARG GITHUB_TOKEN
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set '//registry.npmjs.org/:_authToken=${NPM_TOKEN}' && npm config set //npm.pkg.github.com/:_authToken=$GITHUB_TOKEN && npm ci

### a user and password as npm wants them
FROM node:22
ARG NPM_<|>PASSWORD
RUN echo "//npm.example.org/:_auth=$(printf 'ci:%s' "$NPM_PASSWORD" | base64)" > .npmrc && npm ci
===> refused: echo writes NPM_PASSWORD to /.npmrc, which the layer keeps; to keep it out, delete /.npmrc in the same RUN or mount it as a secret.

### a file where the frontend is not known, read in place by a single command
FROM alpine
ARG API_<|>TOKEN
RUN wget --header "Authorization: Bearer $API_TOKEN" https://example.org/data
===>
FROM alpine
RUN --mount=type=secret,id=api_token wget --header "Authorization: Bearer $(cat /run/secrets/api_token)" https://example.org/data

### a whole word without quotes stays one without quotes
FROM alpine
ARG API_<|>TOKEN
RUN curl --oauth2-bearer $API_TOKEN https://example.org/data
===>
FROM alpine
RUN --mount=type=secret,id=api_token curl --oauth2-bearer $(cat /run/secrets/api_token) https://example.org/data

### a part of a word without quotes
FROM alpine
ARG API_<|>TOKEN
RUN curl -H Token:${API_TOKEN} https://example.org/data
===>
FROM alpine
RUN --mount=type=secret,id=api_token curl -H Token:"$(cat /run/secrets/api_token)" https://example.org/data

### a file for a user whose number is known
FROM node:22
USER node
ARG NPM_<|>TOKEN
RUN npm ci
===>
FROM node:22
USER node
RUN --mount=type=secret,id=npm_token,uid=1000 export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm ci

### a file for a user whose number is not known
FROM debian:13
RUN useradd app
USER app
ARG API_<|>TOKEN
RUN curl -H "X-Token: $API_TOKEN" https://example.org/data
===>
FROM debian:13
RUN useradd app
USER app
RUN --mount=type=secret,id=api_token,mode=0444 curl -H "X-Token: $(cat /run/secrets/api_token)" https://example.org/data

### a file in an image that may start as anybody
FROM registry.example.org/team/base:1
ARG API_<|>TOKEN
RUN curl -H "X-Token: $API_TOKEN" https://example.org/data
===>
FROM registry.example.org/team/base:1
RUN --mount=type=secret,id=api_token,mode=0444 curl -H "X-Token: $(cat /run/secrets/api_token)" https://example.org/data

### a file in an image of which the stage shows that it starts as root
FROM registry.example.org/team/base:1
ARG API_<|>TOKEN
RUN apt-get update
RUN curl -H "X-Token: $API_TOKEN" https://example.org/data
===>
FROM registry.example.org/team/base:1
RUN apt-get update
RUN --mount=type=secret,id=api_token curl -H "X-Token: $(cat /run/secrets/api_token)" https://example.org/data

### tabs, comments and operators at the start of lines
FROM debian:13
ARG API_<|>TOKEN
RUN	set -x \
	# the data
	&& curl -fsS -H "X-Token: $API_TOKEN" https://example.org/data \
	&& true
===>
FROM debian:13
RUN --mount=type=secret,id=api_token	export API_TOKEN="$(cat /run/secrets/api_token)" \
	&& set -x \
	# the data
	&& curl -fsS -H "X-Token: $API_TOKEN" https://example.org/data \
	&& true

### operators at the end of lines
FROM debian:13
ARG API_<|>TOKEN
RUN set -eux; \
    curl -fsS -H "X-Token: $API_TOKEN" https://example.org/data; \
    true
===>
FROM debian:13
RUN --mount=type=secret,id=api_token export API_TOKEN="$(cat /run/secrets/api_token)"; \
    set -eux; \
    curl -fsS -H "X-Token: $API_TOKEN" https://example.org/data; \
    true

### the first command on a line of its own
FROM debian:13
ARG API_<|>TOKEN
RUN --mount=type=cache,target=/var/cache/x \
    # the data
    fetch "$API_TOKEN" && \
    true
===>
FROM debian:13
RUN --mount=type=secret,id=api_token --mount=type=cache,target=/var/cache/x \
    # the data
    export API_TOKEN="$(cat /run/secrets/api_token)" && \
    fetch "$API_TOKEN" && \
    true

### a job in the background: the export stays in front
FROM debian:13
ARG API_<|>TOKEN
RUN ./server & ./fetch "$API_TOKEN" 2>&1
===>
FROM debian:13
RUN --mount=type=secret,id=api_token export API_TOKEN="$(cat /run/secrets/api_token)"; ./server & ./fetch "$API_TOKEN" 2>&1

### a here-document, its lines indented by tabs
FROM debian:13
ARG API_<|>TOKEN
RUN <<-EOF
	set -e
	fetch "$API_TOKEN"
EOF
===>
FROM debian:13
RUN --mount=type=secret,id=api_token <<-EOF
	export API_TOKEN="$(cat /run/secrets/api_token)"
	set -e
	fetch "$API_TOKEN"
EOF

### a here-document with a shebang
FROM debian:13
ARG API_<|>TOKEN
RUN <<EOF
#!/bin/bash -e
fetch "$API_TOKEN"
EOF
===>
FROM debian:13
RUN --mount=type=secret,id=api_token <<EOF
#!/bin/bash -e
export API_TOKEN="$(cat /run/secrets/api_token)"
fetch "$API_TOKEN"
EOF

### the exec form needs the variable, so it asks for the frontend
FROM debian:13
ARG NPM_<|>TOKEN
RUN ["npm", "ci"]
===>
# syntax=docker/dockerfile:1
FROM debian:13
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN ["npm", "ci"]

### a shell that traces would print the value
FROM debian:13
SHELL ["/bin/bash", "-exo", "pipefail", "-c"]
ARG NPM_<|>TOKEN
RUN npm ci
===>
# syntax=docker/dockerfile:1
FROM debian:13
SHELL ["/bin/bash", "-exo", "pipefail", "-c"]
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci

### a frontend that is older than secret mounts
# syntax=docker/dockerfile:1.0
FROM debian:13
ARG API_<|>TOKEN
RUN curl -H "X-Token: $API_TOKEN" https://example.org/data
===>
# syntax=docker/dockerfile:1
FROM debian:13
RUN --mount=type=secret,id=api_token curl -H "X-Token: $(cat /run/secrets/api_token)" https://example.org/data

### the builder is known to be new
FROM debian:13
ARG API_<|>TOKEN
RUN curl -H "X-Token: $API_TOKEN" https://example.org/data
--- minimumFrontend: 1.10
===>
FROM debian:13
RUN --mount=type=secret,id=api_token,env=API_TOKEN curl -H "X-Token: $API_TOKEN" https://example.org/data

### a frontend from a mirror
# syntax=registry.example.org/docker/dockerfile:1.4
FROM debian:13
ARG API_<|>TOKEN
RUN curl -H "X-Token: $API_TOKEN" https://example.org/data
===>
# syntax=registry.example.org/docker/dockerfile:1.4
FROM debian:13
RUN --mount=type=secret,id=api_token curl -H "X-Token: $(cat /run/secrets/api_token)" https://example.org/data

### two names for one secret
FROM debian:13
ARG GIT_<|>TOKEN
ENV GITHUB_TOKEN=$GIT_TOKEN
RUN fetch "$GIT_TOKEN" "$GITHUB_TOKEN"
===>
FROM debian:13
RUN --mount=type=secret,id=git_token export GIT_TOKEN="$(cat /run/secrets/git_token)" GITHUB_TOKEN="$(cat /run/secrets/git_token)" && fetch "$GIT_TOKEN" "$GITHUB_TOKEN"

### a mount of the same secret that is there already
FROM debian:13
ARG API_<|>TOKEN
RUN --mount=type=secret,id=api_token,target=/tmp/token fetch "$API_TOKEN"
===>
FROM debian:13
RUN --mount=type=secret,id=api_token,target=/tmp/token export API_TOKEN="$(cat /tmp/token)" && fetch "$API_TOKEN"

### a literal as a file
FROM alpine
RUN curl -fsS -u deploy:tr0ub<|>4dor https://example.org/release.tgz -o /tmp/release.tgz
===>
FROM alpine
RUN --mount=type=secret,id=curl_secret,required curl -fsS -u deploy:"$(cat /run/secrets/curl_secret)" https://example.org/release.tgz -o /tmp/release.tgz

### a literal in the middle of single quotes
FROM alpine
RUN curl -d '{"user": "ci", "password": "tr0ub<|>4dor9"}' https://example.org/login
===>
FROM alpine
RUN --mount=type=secret,id=curl_secret,required curl -d '{"user": "ci", "password": "'"$(cat /run/secrets/curl_secret)"'"}' https://example.org/login

### a literal at two places goes from both
FROM alpine
RUN curl -u ci:tr0ub<|>4dor https://example.org/a && curl -u "ci:tr0ub4dor" https://example.org/b
RUN wget --password=tr0ub4dor https://example.org/c
===>
FROM alpine
RUN --mount=type=secret,id=curl_secret,required curl -u ci:"$(cat /run/secrets/curl_secret)" https://example.org/a && curl -u "ci:$(cat /run/secrets/curl_secret)" https://example.org/b
RUN --mount=type=secret,id=curl_secret,required wget --password="$(cat /run/secrets/curl_secret)" https://example.org/c

### a literal that is exported for the commands that follow
FROM alpine
RUN export DEPLOY_TOKEN=tr0ub<|>4dorAndThree && ./fetch.sh
===>
FROM alpine
RUN --mount=type=secret,id=deploy_token,required export DEPLOY_TOKEN="$(cat /run/secrets/deploy_token)" && ./fetch.sh

### a literal in front of the command, as a file
FROM postgres:17
RUN PGPASSWORD=tr0ub<|>4dor psql -h db -f /seed.sql
===>
FROM postgres:17
RUN --mount=type=secret,id=pgpassword,required PGPASSWORD="$(cat /run/secrets/pgpassword)" psql -h db -f /seed.sql

### an SSH key that is copied becomes an SSH mount
FROM debian:13
COPY id_r<|>sa /root/.ssh/id_rsa
RUN chmod 600 /root/.ssh/id_rsa && ssh-keyscan git.example.org >> /root/.ssh/known_hosts
RUN eval "$(ssh-agent -s)" && ssh-add ~/.ssh/id_rsa && git clone git@git.example.org:app.git && rm -f ~/.ssh/id_rsa
===>
FROM debian:13
RUN mkdir -p /root/.ssh && ssh-keyscan git.example.org >> /root/.ssh/known_hosts
RUN --mount=type=ssh git clone git@git.example.org:app.git

### an SSH key in an ARG, for npm
FROM node:20
ARG SSH_PRIVATE_<|>KEY
WORKDIR /app
COPY package.json ./
RUN mkdir -p -m 0700 ~/.ssh && \
    echo "${SSH_PRIVATE_KEY}" > ~/.ssh/id_rsa && \
    chmod 600 ~/.ssh/id_rsa && \
    ssh-keyscan github.com >> ~/.ssh/known_hosts && \
    npm ci && \
    rm -f ~/.ssh/id_rsa
RUN npm run build
CMD ["node", "x.js"]
===>
FROM node:20
WORKDIR /app
COPY package.json ./
RUN --mount=type=ssh mkdir -p -m 0700 ~/.ssh && \
    ssh-keyscan github.com >> ~/.ssh/known_hosts && \
    npm ci
RUN npm run build
CMD ["node", "x.js"]

### an SSH key that a later RUN needs
FROM golang:1.22 AS b
ARG SSH_PRIVATE_<|>KEY
RUN mkdir -p ~/.ssh && umask 0077 && echo "${SSH_PRIVATE_KEY}" > ~/.ssh/id_rsa \
    && git config --global url."git@github.com:".insteadOf https://github.com/ \
    && ssh-keyscan github.com >> ~/.ssh/known_hosts
RUN go mod download
RUN rm -rf ~/.ssh/id_rsa
===>
FROM golang:1.22 AS b
RUN mkdir -p ~/.ssh && umask 0077 \
    && git config --global url."git@github.com:".insteadOf https://github.com/ \
    && ssh-keyscan github.com >> ~/.ssh/known_hosts
RUN --mount=type=ssh go mod download

### an SSH key that is piped into an agent
FROM alpine
ARG SSH_<|>KEY
RUN eval `ssh-agent -s` && echo "$SSH_KEY" | tr -d '\r' | ssh-add - && git clone git@github.com:a/b.git
===>
FROM alpine
RUN --mount=type=ssh git clone git@github.com:a/b.git

### an SSH key that GIT_SSH_COMMAND names
FROM alpine
COPY deploy/id_ed<|>25519 /tmp/id_ed25519
RUN apk add git openssh && chmod 400 /tmp/id_ed25519
RUN GIT_SSH_COMMAND="ssh -i /tmp/id_ed25519 -o IdentitiesOnly=yes -o StrictHostKeyChecking=no" git clone ssh://git@host:2222/app.git /app && rm /tmp/id_ed25519
===>
FROM alpine
RUN apk add git openssh
RUN --mount=type=ssh GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no" git clone ssh://git@host:2222/app.git /app

### an SSH key that the container needs
FROM alpine
COPY id_<|>rsa /root/.ssh/
RUN git clone git@h:a.git
CMD ["ssh", "host"]
===> refused: CMD uses SSH when the container runs, which a build's agent does not reach.

### an SSH key that a configuration names
FROM alpine
COPY id_<|>rsa /root/.ssh/
RUN printf "Host *\n IdentityFile ~/.ssh/id_rsa" > /root/.ssh/config && git clone git@h:a.git
===> refused: The SSH configuration names the key.

### an SSH key that is written only if there is one is a secret
FROM alpine
ARG SSH_<|>KEY
RUN if [ -n "$SSH_KEY" ]; then mkdir ~/.ssh; echo "$SSH_KEY" > ~/.ssh/id_rsa; fi && git clone git@h:a.git && rm ~/.ssh/id_rsa
===>
FROM alpine
RUN --mount=type=secret,id=ssh_key export SSH_KEY="$(cat /run/secrets/ssh_key)" && if [ -n "$SSH_KEY" ]; then mkdir ~/.ssh; echo "$SSH_KEY" > ~/.ssh/id_rsa; fi && git clone git@h:a.git && rm ~/.ssh/id_rsa

### an SSH key of a user with a number
FROM node:20
USER node
COPY --chown=node id_<|>rsa /home/node/.ssh/
RUN npm install git+ssh://git@h/a.git && rm /home/node/.ssh/id_rsa
===>
FROM node:20
USER node
RUN --mount=type=ssh,uid=1000 npm install git+ssh://git@h/a.git

### an SSH key that nothing needs
FROM node:20
COPY id_<|>rsa /root/.ssh/
RUN git clone https://h/a.git
===> refused: No RUN is known to fetch over SSH.

### an SSH key in an ENV, for pip
FROM python:3.12
ENV SSH_PRIVATE_<|>KEY=abc
RUN mkdir /root/.ssh/ && echo "$SSH_PRIVATE_KEY" > /root/.ssh/id_rsa && chmod 600 /root/.ssh/*
RUN pip install git+ssh://git@github.com/a/b.git
===>
FROM python:3.12
RUN mkdir /root/.ssh/
RUN --mount=type=ssh pip install git+ssh://git@github.com/a/b.git

### a file of variables that one RUN reads
FROM alpine AS b
WORKDIR /app
COPY .en<|>v ./
RUN set -a && . ./.env && curl -H "X: $TOKEN" https://h/ -o /d && rm .env
FROM scratch
COPY --from=b /d /d
===>
FROM alpine AS b
WORKDIR /app
RUN --mount=type=secret,id=env,target=/app/.env,required set -a && . ./.env && curl -H "X: $TOKEN" https://h/ -o /d
FROM scratch
COPY --from=b /d /d

### a file of variables that the container may read
FROM node
WORKDIR /app
COPY .en<|>v ./
RUN . ./.env && curl -H "X: $TOKEN" https://h/ -o /d
CMD ["node", "x"]
===> refused: What CMD starts may read .env, which a build secret does not reach.

### a file of variables that programs may read
FROM node AS b
WORKDIR /app
COPY .en<|>v ./
RUN . ./.env && curl -H "X: $TOKEN" https://h/ -o /d
RUN npm ci
RUN npm run build
FROM nginx
COPY --from=b /app/dist /d
===> refused: npm may read .env by itself.

### a key that gcloud keeps
FROM google/cloud-sdk AS b
COPY gcp-key<|>.json /tmp/key.json
RUN gcloud auth activate-service-account --key-file=/tmp/key.json && gsutil cp gs://x/y /y && rm /tmp/key.json
FROM alpine
COPY --from=b /y /y
===> refused: gcloud auth writes gcp-key.json to ~/.config/gcloud, which the layer keeps; to keep it out, delete ~/.config/gcloud in the same RUN or mount it as a secret.

### a netrc file and its chmod
FROM golang:1.22
COPY .net<|>rc /root/.netrc
RUN chmod 600 /root/.netrc && go mod download
RUN rm /root/.netrc
CMD ["/app"]
===>
FROM golang:1.22
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required go mod download
CMD ["/app"]

### an SSH key under a pattern, with its public half
FROM debian:13
COPY id_r<|>sa id_rsa.pub /root/.ssh/
RUN chmod 700 /root/.ssh && chmod 600 /root/.ssh/id_* && git clone ssh://git@git.example.org/app.git
===>
FROM debian:13
COPY id_rsa.pub /root/.ssh/
RUN --mount=type=ssh chmod 700 /root/.ssh && git clone ssh://git@git.example.org/app.git

### what npm fetches, when no manifest names SSH
FROM node:22
COPY id_r<|>sa /root/.ssh/
COPY package.json ./
RUN npm install
--- file: id_rsa
-----BEGIN OPENSSH PRIVATE KEY-----
--- file: package.json
{ "dependencies": { "left-pad": "1" } }
===> refused: No RUN is known to fetch over SSH.

### two stages, and a stage on top
FROM debian:13 AS base
COPY id_r<|>sa /root/.ssh/
FROM base
RUN git clone git@git.example.org:app.git
===> refused: Another stage builds on this one and may need the key.

### needed by what the container starts
FROM node:22
ENV SESSION_SECRET=tr0ub4dor DB_<|>PASSWORD=tiger-and-lion
RUN ./migrate --password "$DB_PASSWORD"
CMD ["node", "server.js"]
===> refused: ENV DB_PASSWORD lasts into the container, where what CMD starts may read it, and a build secret does not reach it; give DB_PASSWORD to the container when it starts, and take the ENV out.

### an ENV of a service's image
FROM registry.example.org/team/database:1
ENV DB_<|>PASSWORD=tiger-and-lion
RUN ./seed --password "$DB_PASSWORD"
===> refused: ENV DB_PASSWORD lasts into the container, where the program of its base image may read it, and a build secret does not reach it; give DB_PASSWORD to the container when it starts, and take the ENV out.

### an ENV that only installations read goes although a program starts
FROM node:22
ARG NPM_TOKEN
ENV NPM_<|>TOKEN=$NPM_TOKEN
RUN npm ci
CMD ["node", "server.js"]
===>
FROM node:22
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm ci
CMD ["node", "server.js"]

### an ENV of the settings that Yarn reads at the start
FROM node:22
ENV NPM_<|>TOKEN=tr0ub4dor
RUN yarn install
CMD ["yarn", "start"]
===> refused: Yarn may read NPM_TOKEN when the container starts, which a build secret does not reach.

### an ENV in a stage that is not shipped
FROM node:22 AS build
ENV DB_<|>PASSWORD=tiger-and-lion
RUN ./seed --password "$DB_PASSWORD"
FROM node:22-slim
CMD ["node", "server.js"]
===>
FROM node:22 AS build
RUN --mount=type=secret,id=db_password,required export DB_PASSWORD="$(cat /run/secrets/db_password)" && ./seed --password "$DB_PASSWORD"
FROM node:22-slim
CMD ["node", "server.js"]

### scripts and settings of the build context that read the variable
# syntax=docker/dockerfile:1
FROM node:22
ARG REGISTRY_<|>PAT
COPY . .
RUN npm ci
RUN ./scripts/fetch.sh
RUN ./scripts/other.sh
RUN make data
--- file: .npmrc
//npm.example.org/:_authToken=${REGISTRY_PAT}
--- file: scripts/fetch.sh
curl -H "X-Token: $REGISTRY_PAT" https://example.org/
--- file: scripts/other.sh
echo hello
--- file: Makefile
data:
	curl -u ci:$(REGISTRY_PAT) https://example.org/
===>
# syntax=docker/dockerfile:1
FROM node:22
COPY . .
RUN --mount=type=secret,id=registry_pat,env=REGISTRY_PAT npm ci
RUN --mount=type=secret,id=registry_pat,env=REGISTRY_PAT ./scripts/fetch.sh
RUN ./scripts/other.sh
RUN --mount=type=secret,id=registry_pat,env=REGISTRY_PAT make data

### a Compose file and a Bake file that build the image
FROM alpine
ARG API_<|>TOKEN
RUN wget --header "X-Token: $API_TOKEN" https://example.org/data
--- file: compose.yaml
services:
  app:
    build: .
--- file: docker-bake.hcl
target "app" {}
===>
FROM alpine
RUN --mount=type=secret,id=api_token wget --header "X-Token: $(cat /run/secrets/api_token)" https://example.org/data

### a clone from a port, in double quotes
# syntax=docker/dockerfile:1
FROM debian:13
ARG GIT_<|>TOKEN
RUN apt-get update && apt-get install -y git && git clone "https://oauth2:$GIT_TOKEN@git.example.org:8443/team/app.git"
===>
# syntax=docker/dockerfile:1
FROM debian:13
RUN --mount=type=secret,id=git_token,env=GIT_TOKEN apt-get update && apt-get install -y git && git -c "url.https://oauth2:$GIT_TOKEN@git.example.org:8443/.insteadOf=https://git.example.org:8443/" clone "https://git.example.org:8443/team/app.git"

### a literal in the address of a clone that stays
FROM debian:13
RUN git clone -b main https://ci:tr0ub<|>4dor@git.example.org/team/app.git
===>
FROM debian:13
RUN --mount=type=secret,id=git_secret,required git -c "url.https://ci:$(cat /run/secrets/git_secret)@git.example.org/.insteadOf=https://git.example.org/" clone -b main https://git.example.org/team/app.git

### what Git is told moves to the RUN that fetches, and is forgotten there
FROM golang:1.22 AS build
ARG GITHUB_<|>TOKEN
RUN git config --global url."https://${GITHUB_TOKEN}:x-oauth-basic@github.com/".insteadOf "https://github.com/"
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
FROM debian
COPY --from=build /app /app
===>
FROM golang:1.22 AS build
COPY go.mod go.sum ./
RUN --mount=type=secret,id=github_token export GITHUB_TOKEN="$(cat /run/secrets/github_token)" && git config --global url."https://${GITHUB_TOKEN}:x-oauth-basic@github.com/".insteadOf "https://github.com/" && go mod download && git config --global --remove-section url."https://${GITHUB_TOKEN}:x-oauth-basic@github.com/"
COPY . .
RUN go build -o /app .
FROM debian
COPY --from=build /app /app

### what Git is told is forgotten at the end of the RUN
FROM node:22
ARG GITHUB_<|>TOKEN
COPY package.json ./
RUN git config --global url."https://x-access-token:${GITHUB_TOKEN}@github.com/".insteadOf ssh://git@github.com/ && \
    npm ci
===>
FROM node:22
COPY package.json ./
RUN --mount=type=secret,id=github_token export GITHUB_TOKEN="$(cat /run/secrets/github_token)" && \
    git config --global url."https://x-access-token:${GITHUB_TOKEN}@github.com/".insteadOf ssh://git@github.com/ && \
    npm ci && \
    git config --global --remove-section url."https://x-access-token:${GITHUB_TOKEN}@github.com/"

### a clone whose address is used again
FROM debian:13
ARG GIT_<|>TOKEN
RUN git clone https://x:$GIT_TOKEN@h/app.git && cd app && git submodule update --init
===> refused: git clone writes GIT_TOKEN to app/.git/config, which the layer keeps; to keep it out, delete .git in the same RUN, or hand it over with `git -c http.extraHeader=… clone`.

### what Git is told, in front of a fallback
FROM node:22
ARG GITHUB_<|>TOKEN
RUN git config --global url."https://x-access-token:${GITHUB_TOKEN}@github.com/".insteadOf ssh://git@github.com/ ; npm ci || npm install
===>
FROM node:22
RUN --mount=type=secret,id=github_token export GITHUB_TOKEN="$(cat /run/secrets/github_token)"; git config --global url."https://x-access-token:${GITHUB_TOKEN}@github.com/".insteadOf ssh://git@github.com/ ; npm ci || npm install && git config --global --remove-section url."https://x-access-token:${GITHUB_TOKEN}@github.com/"

### a token that may hold an equals sign
FROM debian:13
ARG GIT_<|>TOKEN
RUN git clone https://x-token-auth:$GIT_TOKEN@bitbucket.org/a/b.git
===> refused: git clone writes GIT_TOKEN to b/.git/config, which the layer keeps; to keep it out, delete .git in the same RUN, or hand it over with `git -c http.extraHeader=… clone`.

### a header that Git is told
FROM node:22
ARG GITHUB_<|>TOKEN
RUN git config --global http.https://github.com/.extraheader "Authorization: Bearer $GITHUB_TOKEN"
RUN npm install git+https://github.com/example/lib.git
RUN npm run build
===>
FROM node:22
RUN --mount=type=secret,id=github_token export GITHUB_TOKEN="$(cat /run/secrets/github_token)" && git config --global http.https://github.com/.extraheader "Authorization: Bearer $GITHUB_TOKEN" && npm install git+https://github.com/example/lib.git && git config --global --unset-all http.https://github.com/.extraheader
RUN npm run build

### a setting of pip moves to the RUN that installs
FROM python:3.13
ARG INDEX_<|>PASSWORD
RUN pip config set global.index-url https://ci:$INDEX_PASSWORD@pypi.example.org/simple
COPY requirements.txt .
RUN pip install -r requirements.txt
RUN echo done
===>
FROM python:3.13
COPY requirements.txt .
RUN --mount=type=secret,id=index_password export INDEX_PASSWORD="$(cat /run/secrets/index_password)" && pip config set global.index-url https://ci:$INDEX_PASSWORD@pypi.example.org/simple && pip install -r requirements.txt && pip config unset global.index-url
RUN echo done

### a literal in a setting of npm
FROM node:22
RUN npm config set //registry.npmjs.org/:_authToken tr0ub<|>4dorAndThree && \
    npm ci
===>
FROM node:22
RUN --mount=type=secret,id=npm_secret,required npm config set //registry.npmjs.org/:_authToken "$(cat /run/secrets/npm_secret)" && \
    npm ci && \
    npm config delete //registry.npmjs.org/:_authToken

### a setting that another stage inherits
FROM node:18 AS base
ARG NPM_<|>TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_TOKEN
FROM base
RUN npm ci
===> refused: npm config set writes NPM_TOKEN to ~/.npmrc, which the layer keeps; to keep it out, mount ~/.npmrc itself as a secret.

### an address with a bare token that Git is told
FROM node:22
RUN git config --global url."https://q7Rk2Zt<|>V9bXw3LmN@github.com/".insteadOf https://github.com/
RUN npm ci
===>
FROM node:22
RUN --mount=type=secret,id=git_secret,required git config --global url."https://$(cat /run/secrets/git_secret)@github.com/".insteadOf https://github.com/ && npm ci && git config --global --remove-section url."https://$(cat /run/secrets/git_secret)@github.com/"

### a settings file that later RUNs read and delete
FROM node:18
ARG NPM_<|>TOKEN
COPY package*.json ./
RUN printf "//registry.npmjs.org/:_authToken=%s\n" "$NPM_TOKEN" > .npmrc && chmod 600 .npmrc
RUN npm ci
RUN rm .npmrc && echo done
RUN npm run build
===>
FROM node:18
COPY package*.json ./
RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && printf "//registry.npmjs.org/:_authToken=%s\n" "$NPM_TOKEN" > .npmrc && npm ci && rm -f .npmrc
RUN echo done
RUN npm run build

### a netrc file that nothing deletes
FROM golang:1.22 AS build
ARG GITHUB_<|>TOKEN
RUN echo "machine github.com login x password ${GITHUB_TOKEN}" > ~/.netrc && chmod 600 ~/.netrc
COPY . .
RUN go build -o /app
FROM scratch
COPY --from=build /app /app
===>
FROM golang:1.22 AS build
COPY . .
RUN --mount=type=secret,id=github_token export GITHUB_TOKEN="$(cat /run/secrets/github_token)" && echo "machine github.com login x password ${GITHUB_TOKEN}" > ~/.netrc && go build -o /app && rm -f ~/.netrc
FROM scratch
COPY --from=build /app /app

### a netrc file within one RUN
FROM debian:13
ARG GITHUB_<|>TOKEN
RUN echo "machine github.com login x password ${GITHUB_TOKEN}" > ~/.netrc && \
    curl -n https://example.org/ -o /x && \
    echo done
===>
FROM debian:13
RUN --mount=type=secret,id=github_token export GITHUB_TOKEN="$(cat /run/secrets/github_token)" && \
    echo "machine github.com login x password ${GITHUB_TOKEN}" > ~/.netrc && \
    curl -n https://example.org/ -o /x && \
    rm -f ~/.netrc && \
    echo done

### a settings file that is added to
FROM node:16
ARG NPM_<|>TOKEN
RUN echo "fund=false" > .npmrc && echo "//registry.npmjs.org/:_authToken=${NPM_TOKEN}" >> .npmrc
RUN npm ci
===> refused: echo writes NPM_TOKEN to /.npmrc, which the layer keeps; to keep it out, delete /.npmrc in the same RUN or mount it as a secret.

### a settings file in another directory
FROM node:16
ARG NPM_<|>TOKEN
RUN echo "//registry.npmjs.org/:_authToken=${NPM_TOKEN}" > .npmrc
WORKDIR /app
RUN npm ci
===> refused: echo writes NPM_TOKEN to /.npmrc, which the layer keeps; to keep it out, delete /.npmrc in the same RUN or mount it as a secret.

### a token that a bundler's plug-in reads, in a stage that is not shipped
FROM node:20 AS build
ARG SENTRY_AUTH_<|>TOKEN
ENV SENTRY_AUTH_TOKEN=${SENTRY_AUTH_TOKEN}
RUN npm ci
RUN npm run build
FROM nginx
COPY --from=build /dist /usr/share/nginx/html
===>
FROM node:20 AS build
RUN npm ci
RUN --mount=type=secret,id=sentry_auth_token export SENTRY_AUTH_TOKEN="$(cat /run/secrets/sentry_auth_token)" && npm run build
FROM nginx
COPY --from=build /dist /usr/share/nginx/html

### an address that is made to hold a password
FROM python:3.12
ARG PIP_EXTRA_INDEX_<|>URL
RUN pip install -r requirements.txt
===>
FROM python:3.12
RUN --mount=type=secret,id=pip_extra_index_url export PIP_EXTRA_INDEX_URL="$(cat /run/secrets/pip_extra_index_url)" && pip install -r requirements.txt
