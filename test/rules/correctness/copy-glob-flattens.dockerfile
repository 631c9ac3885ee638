### a wildcard that matches directories
FROM debian:12
COPY src/* /x/
     ^^^^^ src/lib and other directories that this matches are not kept: their files land side by side in the destination.
COPY ./src/* /x/
     ^^^^^^^ src/lib and other directories that this matches are not kept: their files land side by side in the destination.
COPY * /x/
     ^ src and other directories that this matches are not kept: their files land side by side in the destination.
===>
FROM debian:12
COPY src/ /x/
COPY ./src/ /x/
COPY . /x/
--- file: src/a.js
--- file: src/lib/b.js

### a part of a name
FROM debian:12
COPY src/l* /x/
     ^^^^^^ src/lib and other directories that this matches are not kept: their files land side by side in the destination.
COPY src/*.js /x/
===> no fix
--- file: src/a.js
--- file: src/lib/b.js

### no directories below
FROM debian:12
COPY src/* /x/
--- file: src/a.js

### nothing is known of the context
FROM debian:12
COPY src/* /x/

### several directories
FROM debian:12
COPY api/ web/ /x/
          ^^^^ The directories api and web are not kept: their files land side by side in the destination.
COPY api web docs/ /x/
COPY --from=build api/ web/ /x/
===> no fix

### directories that the context has
FROM debian:12
COPY api web package.json /x/
         ^^^ The directories api and web are not kept: their files land side by side in the destination.
COPY api package.json /x/
COPY . api /x/
--- file: api/a.js
--- file: web/a.js
--- file: package.json

### with --parents
FROM debian:12
COPY --parents src/* /x/
COPY --parents api/ web/ /x/
--- file: src/lib/b.js

### beside another source
FROM debian:12
COPY src/* package.json /x/
     ^^^^^ src/lib and other directories that this matches are not kept: their files land side by side in the destination.
===> no fix
--- file: src/lib/b.js
--- file: package.json
