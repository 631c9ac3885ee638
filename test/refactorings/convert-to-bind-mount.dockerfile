### globs, by the context
FROM node:20
WORKDIR /app
COPY --chown=node:node package*.json<|> .npmrc* ./
USER node
RUN npm ci \
    --omit=dev
COPY --chown=node:node . .
--- file: package.json
{}
--- file: package-lock.json
{}
--- file: web/package.json
{}
===>
FROM node:20
WORKDIR /app
USER node
RUN --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=bind,source=package.json,target=package.json \
    npm ci \
    --omit=dev
COPY --chown=node:node . .

### globs without a context
FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci<|>
COPY . .
===> refused: Only the build context tells which files package*.json stands for.

### Go, with a comment that stays
FROM golang:1.23 AS build
WORKDIR /src

# Modules first.
COPY go.mod go.sum ./

RUN go mod download<|> && go mod verify || true
COPY . .
===> refused: `go mod verify` may write to the manifests.

### Go
FROM golang:1.23 AS build
WORKDIR /src

# Modules first.
COPY go.mod go.sum ./

RUN go mod download<|>
COPY . .
RUN go build -o /app
FROM scratch
COPY --from=build /app /app
===>
FROM golang:1.23 AS build
WORKDIR /src

# Modules first.

RUN --mount=type=bind,source=go.mod,target=go.mod \
    --mount=type=bind,source=go.sum,target=go.sum \
    go mod download
COPY . .
RUN go build -o /app
FROM scratch
COPY --from=build /app /app

### a Go that adds to go.sum
FROM golang:1.16 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download<|>
COPY . .
===> refused: `go mod download` adds to the lock file in this release.

### Go without sums
FROM golang:1.23 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download<|>
COPY . .
===> refused: `go mod download` writes go.sum, which is not copied for it.

### sources that only the next step reads, but that are no manifests
FROM node:20
WORKDIR /app
COPY package.json package-lock.json prisma.sh ./
RUN npm ci<|>
COPY . .
===> refused: The COPY brings prisma.sh, too, which is no manifest of the install.

### nothing copied alone
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci<|>
===> not offered

### another COPY between, and mounts that are there
# syntax=docker/dockerfile:1.1
FROM node:20
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
ENV CI=1
COPY --from=tools /bin/x /bin/x
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    corepack enable \
 && pnpm<|> install --frozen-lockfile
COPY . .
===>
# syntax=docker/dockerfile:1
FROM node:20
WORKDIR /app
ENV CI=1
COPY --from=tools /bin/x /bin/x
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=pnpm-lock.yaml,target=pnpm-lock.yaml \
    corepack enable \
 && pnpm install --frozen-lockfile
COPY . .

### what changes files in the same step
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci<|> && chown -R node:node /app
COPY . .
===> refused: `chown -R node:node /app` may write to the manifests.

### what deletes them
FROM python:3.12
COPY requirements.txt /tmp/
RUN pip install<|> -r /tmp/requirements.txt && rm /tmp/requirements.txt
===> refused: `rm /tmp/requirements.txt` removes a manifest, and a mount can't be removed.

### what installs the project itself
FROM python:3.12
WORKDIR /app
COPY pyproject.toml requirements.txt ./
RUN pip install<|> -r requirements.txt -e .
COPY . .
===> refused: `pip install -r` works on the project's sources, too.

### a later step that reads them first
FROM node:20
WORKDIR /app
COPY package.json package-lock.json<|> ./
RUN npm ci
RUN npm run postinstall
COPY . .
===> refused: Line 5 may read package.json, too.

### packages of the system between, and no other COPY brings them
FROM node:20
WORKDIR /app
COPY package.json package-lock.json<|> ./
RUN npm ci
RUN apt-get update && apt-get install -y curl
COPY src ./src
===> refused: No later step copies package.json again, so the image would lack it.

### another place later
FROM node:20
WORKDIR /app
COPY web/package.json web/package-lock.json<|> ./
RUN npm ci
COPY . .
===> refused: No later step copies web/package.json again, so the image would lack it.

### a folder of the context that becomes the working directory
FROM node:20
WORKDIR /app
COPY web/package.json web/package-lock.json<|> ./
RUN npm ci
COPY web/ .
===>
FROM node:20
WORKDIR /app
RUN --mount=type=bind,source=web/package.json,target=package.json \
    --mount=type=bind,source=web/package-lock.json,target=package-lock.json \
    npm ci
COPY web/ .

### taken out of the stage with the whole directory
FROM node:20 AS deps
WORKDIR /app
COPY package.json package-lock.json<|> ./
RUN npm ci
FROM node:20
COPY --from=deps /app /app
===> refused: No later step copies package.json again, so the image would lack it.

### a stage that goes on from it
FROM node:20 AS deps
WORKDIR /app
COPY package.json package-lock.json<|> ./
RUN npm ci
FROM deps AS build
COPY . .
RUN npm run build
FROM deps
COPY . .
===>
FROM node:20 AS deps
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    npm ci
FROM deps AS build
COPY . .
RUN npm run build
FROM deps
COPY . .

### named again at the start
FROM python:3.12
WORKDIR /app
COPY requirements.txt ./
RUN pip install<|> -r requirements.txt
CMD pip list -r requirements.txt
===> refused: requirements.txt is named again after the step.

### a directory that is made for it, and a user who could not write there
FROM node:20
WORKDIR /app
USER node
COPY --chown=node web/package.json web/package-lock.json web/
RUN npm ci<|> --prefix web
COPY . .
===> refused: The mount would make /app/web, which would belong to root in this step.

### a mount in the way
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=bind,target=. npm ci<|>
COPY . .
===> refused: Another mount of line 4 may lie at /app/package.json.

### a here-document
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN <<EOF
npm ci<|>
npm cache clean --force
EOF
COPY . .
===>
FROM node:20
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    <<EOF
npm ci
npm cache clean --force
EOF
COPY . .

### the last stage without the manifests
FROM ruby:3.3
WORKDIR /app
ENV BUNDLE_FROZEN=true
COPY Gemfile Gemfile.lock ./
RUN bundle install<|>
COPY lib lib
===> refused: No later step copies Gemfile again, so the image would lack it.

### an install that may write its lock file
FROM ruby:3.3
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install<|>
COPY . .
===> refused: `bundle install` may write the lock file: nothing like --deployment forbids it.

### a working directory that the base image brings
FROM python:3.6-onbuild
COPY requirements.txt requirements.txt
RUN pip install<|> -r requirements.txt
===>
FROM python:3.6-onbuild
RUN --mount=type=bind,source=requirements.txt,target=requirements.txt pip install -r requirements.txt

### a directory that the COPY makes for somebody
FROM node:20
COPY --chown=node:node package.json package-lock.json /srv/app/
RUN npm ci<|> --prefix /srv/app
COPY . /srv/app/
===> refused: The COPY also says whom /srv/app belongs to.

### a directory that comes with the files, as root
FROM node:20
COPY package.json package-lock.json /srv/app/
RUN cd /srv/app && npm ci<|>
COPY . /srv/app/
===>
FROM node:20
RUN --mount=type=bind,source=package.json,target=/srv/app/package.json \
    --mount=type=bind,source=package-lock.json,target=/srv/app/package-lock.json \
    cd /srv/app && npm ci
COPY . /srv/app/

### Yarn 2 and later lays package.json out anew
FROM node:20
WORKDIR /app
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable<|>
COPY . .
===> refused: `yarn install --immutable` may write to the manifests.

### a destination that the build may change
FROM node:20
ARG DIRECTORY=/app
ENV HOME_OF_APP=/app
WORKDIR /app
COPY package.json package-lock.json ${DIRECTORY}/
RUN npm ci<|>
COPY . .
===> refused: Only the build tells where ${DIRECTORY}/ is.

### a destination that the file gives
FROM node:20
ENV HOME_OF_APP=/app
WORKDIR /app
COPY package.json package-lock.json ${HOME_OF_APP}/
RUN npm ci<|>
COPY . .
===>
FROM node:20
ENV HOME_OF_APP=/app
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=/app/package.json \
    --mount=type=bind,source=package-lock.json,target=/app/package-lock.json \
    npm ci
COPY . .
