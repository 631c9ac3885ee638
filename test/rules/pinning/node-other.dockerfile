### every way to add a package
FROM node:24
RUN npm i -g a && npm add b && npm in c
             ^ a has no version: the next build may install a different one.
                          ^ b has no version: the next build may install a different one.
                                      ^ c has no version: the next build may install a different one.
RUN yarn add d && yarn global add e && pnpm add -g f && bun add g && npm i
             ^ d has no version: the next build may install a different one.
                                  ^ e has no version: the next build may install a different one.
                                                   ^ f has no version: the next build may install a different one.
                                                                ^ g has no version: the next build may install a different one.
RUN npm install h

### the newest is no version
FROM node:24
RUN npm install -g npm@latest a@next b@1
                   ^^^^^^^^^^^^^^^^^ npm@latest and a@next have no version: the next build may install different ones.
RUN yarn global add @scope/a@latest @scope/b@2
                    ^^^^^^^^^^^^^^^ @scope/a@latest has no version: the next build may install a different one.

### versions, folders, archives, repositories
FROM node:24
RUN npm i -g a@1 ./lib x.tgz file:lib && yarn add user/repo#v1 && pnpm add https://github.com/a/b.git#v1 && bun add @scope/a@^1

### programs that are fetched to be run
FROM node:24
RUN npx create-app . && npx -y @scope/tool x && npx --package a b && npm exec -- c && bunx d && pnpm dlx e && yarn dlx f
        ^^^^^^^^^^ create-app has no version: the next build may install a different one.
                               ^^^^^^^^^^^ @scope/tool has no version: the next build may install a different one.
                                                              ^ a has no version: the next build may install a different one.
                                                                                 ^ c has no version: the next build may install a different one.
                                                                                           ^ d has no version: the next build may install a different one.
                                                                                                         ^ e has no version: the next build may install a different one.
                                                                                                                       ^ f has no version: the next build may install a different one.
RUN npx create-app@4 . && npx -p a@1 b && npx --no-install c && npx --package=a@1 b

### programs of what is installed already
FROM node:24
COPY package.json package-lock.json ./
RUN npm ci
RUN npx tsc && npx browserslist@latest --update-db && pnpm dlx x
                   ^^^^^^^^^^^^^^^^^^^ browserslist@latest has no version: the next build may install a different one.
                                                               ^ x has no version: the next build may install a different one.

### programs of what another stage brought
FROM node:24 AS deps
FROM node:24
COPY --from=deps /app/node_modules ./node_modules
RUN npx prisma generate

### programs that a base image may bring
FROM example/tools:1
RUN npx tsc

### variables
FROM node:24
ARG V=1
RUN yarn global add a@$V b@$OTHER $UNKNOWN
