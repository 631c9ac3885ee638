### npm ci, with a cache mount
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only the next step needs this copy of the files: a bind mount would do.
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
===>
FROM node:20
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \
    --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    npm ci
COPY . .

### what the install writes, what is not there for sure, what another step reads
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install
COPY . .
FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
FROM ruby:3.3
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
FROM ruby:3.3
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install --frozen
RUN bundle exec x
COPY . .
FROM python:3.12
WORKDIR /app
COPY *requirements.txt ./
RUN pip install -r requirements.txt
COPY . .

### files that only pip reads leave the image
FROM python:3.12
WORKDIR /app
COPY requirements/prod.txt constraints.txt requirements/
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only the next step reads these files: a bind mount would keep them out of the image.
RUN pip install -r requirements/prod.txt -c requirements/constraints.txt
COPY src/ src/
CMD ["python", "-m", "app"]
===>
FROM python:3.12
WORKDIR /app
RUN --mount=type=bind,source=requirements/prod.txt,target=requirements/prod.txt \
    --mount=type=bind,source=constraints.txt,target=requirements/constraints.txt \
    pip install -r requirements/prod.txt -c requirements/constraints.txt
COPY src/ src/
CMD ["python", "-m", "app"]

### a stage of dependencies, of which only these are taken
FROM node:20 AS deps
WORKDIR /app
COPY package.json yarn.lock ./
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only the next step needs this copy of the files: a bind mount would do.
RUN yarn --frozen-lockfile
FROM node:20
WORKDIR /app
COPY --from=deps /app/node_modules ./node_modules
COPY . .
CMD ["node", "server.js"]
===>
FROM node:20 AS deps
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=yarn.lock,target=yarn.lock \
    yarn --frozen-lockfile
FROM node:20
WORKDIR /app
COPY --from=deps /app/node_modules ./node_modules
COPY . .
CMD ["node", "server.js"]
