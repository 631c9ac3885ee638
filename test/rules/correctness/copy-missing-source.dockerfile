### a path that is not there
FROM debian:12
COPY package.json lib/b.js /x/
                  ^^^^^^^^ There is no lib/b.js in the build context.
COPY lib /x
COPY --chown=1 libs /x
               ^^^^ There is no libs in the build context.
ADD other /x
    ^^^^^ There is no other in the build context.
COPY ["other", "/x"]
      ^^^^^^^ There is no other in the build context.
--- file: package.json
--- file: lib/a.js

### mistyped
FROM debian:12
COPY pakage.json /x
     ^^^^^^^^^^^ There is no pakage.json in the build context.
COPY src/idnex.js /x
     ^^^^^^^^^^^^ There is no src/idnex.js in the build context.
===>
FROM debian:12
COPY package.json /x
COPY src/index.js /x
--- file: package.json
--- file: src/index.js

### wildcards
FROM debian:12
COPY *.json /x
COPY lib/*.js /x
COPY l?b/[ab].js /x
COPY l* /x
COPY *.toml /x
     ^^^^^^ Nothing in the build context matches *.toml, so nothing is copied.
COPY lib/*.ts /x
     ^^^^^^^^ Nothing in the build context matches lib/*.ts, so nothing is copied.
--- file: package.json
--- file: lib/a.js

### files that may be missing
FROM debian:12
COPY package.json yarn.lock* /x/
COPY yarn.lock* /x/
     ^^^^^^^^^^ Nothing in the build context matches yarn.lock*, so nothing is copied.
--- file: package.json

### what is elsewhere
FROM debian:12
COPY --from=build /other /x
ADD https://example.org/other /x
COPY <<EOF /x
EOF
ONBUILD COPY other /x
--- file: package.json

### variables
FROM debian:12
ARG DIR=other
ARG GIVEN
COPY $DIR /x
     ^^^^ There is no other in the build context.
COPY $GIVEN/x /x
--- file: package.json

### what is made before the image is built
FROM debian:12
COPY target/*.jar /app.jar
COPY dist/ /x
COPY app.tgz generated /x
--- file: package.json
--- file: .gitignore
*.tgz
/generated/

### what the ignore file takes out
FROM debian:12
COPY secret /x
--- file: secret
--- file: .dockerignore
secret

### everything, and what leads out
FROM debian:12
COPY . /x
COPY / /x
COPY ../x /x
--- file: package.json

### nothing is there: another directory is the context
FROM debian:12
COPY package.json yarn.lock src /x/
--- file: other

### no context is known
FROM debian:12
COPY other /x
