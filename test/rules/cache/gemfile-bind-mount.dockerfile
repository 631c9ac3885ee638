### npm ci, with a cache mount
FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only the next step reads these files, and they are copied again later: a bind mount would do.
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

### what the install writes, what is not there for sure, what is not copied again
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
COPY lib lib
FROM ruby:3.3
WORKDIR /app
COPY Gemfile Gemfile.lock ./
# why
RUN bundle install
COPY . .
FROM ruby:3.3
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install
RUN bundle exec x
COPY . .
FROM python:3.12
WORKDIR /app
COPY *requirements.txt ./
RUN pip install -r requirements.txt
COPY . .
