### versions, folders, archives, repositories
FROM node:24
RUN npm install -g a@1 @scope/b@^2 c@latest-9
RUN npm install ./lib ../lib /src/lib ~/lib x.tgz y.tar.gz . file:lib
RUN npm install git+https://github.com/a/b.git#v1 user/repo#v1.2

### none
FROM node:24
RUN npm install -g a @scope/b c@1
                   ^^^^^^^^^^ a and @scope/b have no version: the next build may install different ones.
RUN npm install git+https://github.com/a/b.git
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ b.git has no version: the next build may install a different one.

### the manifest says it, or another command
FROM node:24
RUN npm install && npm install --omit dev && npm ci && npm run install x && npm i a

### values of flags are no packages
FROM node:24
RUN npm install --prefix /opt --omit dev -w web a@1
RUN npm --prefix /opt install -g a
                                 ^ a has no version: the next build may install a different one.

### variables
FROM node:24
ARG V=1
ARG NAME=a
RUN npm install -g a@$V a@$OTHER $UNKNOWN
RUN npm install -g $NAME
                   ^^^^^ A package has no version: the next build may install a different one.

### hadolint: only where install is the first word that is no flag
FROM node:24
RUN npm install -g a
                   ^ a has no version: the next build may install a different one.
RUN npm -g install a
                   ^ a has no version: the next build may install a different one.
RUN npm --prefix x install a
RUN npm --loglevel silent install a
                                  ^ a has no version: the next build may install a different one.
RUN npm --registry https://example.com install a
                                               ^ a has no version: the next build may install a different one.
RUN npm run install a
RUN npm i a && npm add a && npm ci
RUN npm install
--- settings: {"hadolint": true}

### hadolint: what has a version
FROM node:24
RUN npm install a@latest @scope/a@1 x.tar x.tar.gz x.tgz /a ./a ../a ~/a
RUN npm install @scope/a
                ^^^^^^^^ @scope/a has no version: the next build may install a different one.
RUN npm install git://example.com/a#v1 git+ssh://example.com/a#v1 git+http://example.com/a#v1 git+https://example.com/a#v1
RUN npm install git+https://github.com/a/b.git
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ b.git has no version: the next build may install a different one.
RUN npm install git+ssh://git@github.com/a/b.git
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ b.git has no version: the next build may install a different one.
RUN npm install https://example.com/a.zip
                ^^^^^^^^^^^^^^^^^^^^^^^^^ a.zip has no version: the next build may install a different one.
RUN npm install .
                ^ . has no version: the next build may install a different one.
--- settings: {"hadolint": true}
