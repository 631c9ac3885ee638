### the victim is named, also with steps between, and is a related place
FROM node:20
ADD . /usr/src/app
^^^^^^^^^^^^^^^^^^ Every change in the copied files reruns "npm ci" in line 5, which needs only the manifests.
WORKDIR /usr/src/app
ENV NODE_ENV=production
RUN npm ci
    ~~~~~~ This runs again each time.
===>
FROM node:20
WORKDIR /usr/src/app
ENV NODE_ENV=production
ADD package*.json ./
RUN npm ci
ADD . /usr/src/app
### the manifests are in a directory that is copied
FROM python:3.12
COPY --chown=app ./backend /srv/backend
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every change in ./backend reruns "pip install" in line 4, which needs only the manifests.
# dependencies
RUN cd /srv/backend && pip install -r requirements/prod.txt
===>
FROM python:3.12
COPY --chown=app backend/requirements/prod.txt /srv/backend/requirements/
# dependencies
RUN cd /srv/backend && pip install -r requirements/prod.txt
COPY --chown=app ./backend /srv/backend
### a comment above moves along, as does the blank line
FROM ruby:3.3
WORKDIR /app

# the application
COPY . .
^^^^^^^^ Every change in the copied files reruns "bundle install" in line 8, which needs only the manifests.

# gems
RUN bundle install

CMD ["rackup"]
===>
FROM ruby:3.3
WORKDIR /app

COPY Gemfile* ./
# gems
RUN bundle install

# the application
COPY . .

CMD ["rackup"]
### what builds behind the installation goes into a RUN of its own
FROM node:20
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "yarn install" in line 4, which needs only the manifests.
RUN set -ex && yarn install --frozen-lockfile && \
    yarn build && \
    rm -rf /tmp/*
===>
FROM node:20
WORKDIR /app
COPY package.json yarn.lock* ./
RUN set -ex && yarn install --frozen-lockfile
COPY . .
RUN set -ex && yarn build && \
    rm -rf /tmp/*
### Composer first leaves out what needs the sources
FROM composer:2
COPY . /app
^^^^^^^^^^^ Every change in the copied files reruns "composer install" in line 3, which needs only the manifests.
RUN composer install --no-dev
===>
FROM composer:2
COPY composer.json composer.lock* ./
RUN composer install --no-autoloader --no-scripts --no-dev
COPY . /app
RUN composer install --no-dev
### Go modules, downloaded apart
FROM golang:1.22
WORKDIR /src
COPY . .
^^^^^^^^ Every change in the copied files reruns "go mod download" in line 4, which needs only the manifests.
RUN go mod download
RUN go build -o /bin/app .
===>
FROM golang:1.22
WORKDIR /src
COPY go.mod go.sum* ./
RUN go mod download
COPY . .
RUN go build -o /bin/app .
### the manifest is there already, so only the sources move
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
COPY . .
^^^^^^^^ Every change in the copied files reruns "npm ci" in line 5, which needs only the manifests.
RUN npm ci
===>
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
### a stage based on this one installs
FROM node:20 AS base
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "npm ci" in line 5 of stage build, which needs only the manifests.
FROM base AS build
RUN npm ci
===> no fix
### a step between needs the sources
FROM node:20
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "npm ci" in line 5, which needs only the manifests.
RUN make generate
RUN npm ci
===> no fix
### packages that are named are added to the manifest's
FROM node:20
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "npm install" in line 4, which needs only the manifests.
RUN npm install express --save
### files of the context are listed when it is known
FROM node:20
COPY . /app/
^^^^^^^^^^^^ Every change in the copied files reruns "yarn install" in line 4, which needs only the manifests.
WORKDIR /app/web
RUN yarn install
===>
FROM node:20
WORKDIR /app/web
COPY web/package.json web/yarn.lock web/.npmrc ./
RUN yarn install
COPY . /app/
--- file: web/package.json
{ "name": "web", "scripts": { "build": "tsc" } }
--- file: web/yarn.lock

--- file: web/.npmrc

--- file: web/index.ts

### a requirements file includes another one
FROM python:3.12
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "pip install" in line 4, which needs only the manifests.
RUN pip install -r requirements.txt
===>
FROM python:3.12
WORKDIR /app
COPY requirements.txt ./
COPY requirements/base.txt /app/requirements/
RUN pip install -r requirements.txt
COPY . .
--- file: requirements.txt
-r requirements/base.txt
flask
--- file: requirements/base.txt
requests
--- file: app.py

### scripts of the package run at installation
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
--- file: package.json
{ "scripts": { "postinstall": "node scripts/link.js" } }
--- file: package-lock.json
{}
--- file: scripts/link.js

### scripts are switched off
FROM node:20
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "npm ci" in line 4, which needs only the manifests.
RUN npm ci --ignore-scripts
--- file: package.json
{ "scripts": { "postinstall": "node scripts/link.js" } }
--- file: package-lock.json
{}
--- file: scripts/link.js

### workspaces need every member's manifest
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
--- file: package.json
{ "workspaces": ["packages/*"] }
--- file: packages/a/package.json
{}
--- file: package-lock.json
{}

### a local package in the requirements
FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
--- file: requirements.txt
-e .
--- file: setup.py

### the project itself is installed
FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install .
RUN pip install -e .[dev]
RUN pip install -r requirements.txt .
RUN python setup.py develop
RUN npm install -g
### plain builds need the sources
FROM golang:1.22 AS a
COPY . /src
WORKDIR /src
RUN go build ./...
FROM maven:3 AS b
COPY . /src
WORKDIR /src
RUN mvn package
FROM golang:1.9 AS c
COPY . /go/src/example.com/app
RUN go get example.com/app/...
FROM gcc:13
COPY . /src
RUN make -C /src
### the manifests were copied and installed before
FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm ci --omit=dev
### the manifests are mounted
FROM node:20
WORKDIR /app
COPY . .
RUN --mount=type=bind,source=package.json,target=package.json npm ci
### uv and poetry without the project
FROM python:3.12
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "uv sync" in line 4, which needs only the manifests.
RUN uv sync --locked --no-install-project
===>
FROM python:3.12
WORKDIR /app
COPY pyproject.toml uv.lock* ./
RUN uv sync --locked --no-install-project
COPY . .

### packages in the context would take the place of the installed ones
FROM node:20
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "npm ci" in line 4, which needs only the manifests.
RUN npm ci
--- file: package.json
{}
--- file: package-lock.json
{}
--- file: node_modules/x/index.js
x
--- file: index.js
x
===> no fix

### they are ignored
FROM node:20
WORKDIR /app
COPY . .
^^^^^^^^ Every change in the copied files reruns "npm ci" in line 4, which needs only the manifests.
RUN npm ci
--- file: .dockerignore
node_modules
--- file: package.json
{}
--- file: package-lock.json
{}
--- file: node_modules/x/index.js
x
--- file: index.js
x
===>
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .

### npm compiles what has a binding.gyp
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
--- file: package.json
{}
--- file: package-lock.json
{}
--- file: binding.gyp
{}
--- file: index.js
x

### Yarn is told to run one that lies in the project
FROM node:20
WORKDIR /app
COPY . .
RUN yarn install --frozen-lockfile
--- file: package.json
{}
--- file: yarn.lock
x
--- file: .yarnrc
yarn-path ".yarn/releases/yarn-1.22.22.cjs"
--- file: index.js
x

### what an installation adds to the manifest would be lost with it
FROM node:20
WORKDIR /app
COPY . /app
^^^^^^^^^^^ Every change in the copied files reruns "npm install" in line 4, which needs only the manifests.
RUN npm install http-proxy --save
RUN npm install minimist --save
===> no fix
