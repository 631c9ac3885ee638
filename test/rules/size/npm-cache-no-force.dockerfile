### without the flag
FROM node:22
RUN npm ci && npm cache clean
              ^^^^^^^^^^^^^^^ Without --force npm refuses to clean its cache, and the command fails.
RUN npm cache clear; npm cache clean --silent
    ^^^^^^^^^^^^^^^ Without --force npm refuses to clean its cache, and the command fails.
                     ^^^^^^^^^^^^^^^^^^^^^^^^ Without --force npm refuses to clean its cache, and the command fails.
RUN npm cache clean || true
    ^^^^^^^^^^^^^^^ Without --force npm refuses to clean its cache, and the command fails.
===>
FROM node:22
RUN npm ci && npm cache clean --force
RUN npm cache clear --force; npm cache clean --force --silent
RUN npm cache clean --force || true

### with it, or with a key
FROM node:22
RUN npm cache clean --force && npm cache clean -f && npm --force cache clean && npm cache clean --force=true
RUN npm cache clean make-fetch-happen:request-cache:https://registry.npmjs.org/x && npm cache verify && npm cache ls
RUN npm_config_force=true npm cache clean

### a variable of the stage
FROM node:22
ENV NPM_CONFIG_FORCE=true
RUN npm cache clean

### exec form, a stage that only builds
FROM node:22 AS build
RUN ["npm", "cache", "clean"]
      ^^^^^^^^^^^^^^^^^^^^^ Without --force npm refuses to clean its cache, and the command fails.
FROM nginx
===>
FROM node:22 AS build
RUN ["npm", "cache", "clean", "--force"]
FROM nginx
