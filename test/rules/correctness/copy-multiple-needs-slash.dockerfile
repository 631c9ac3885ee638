### several sources and no slash
FROM debian:12
COPY foo bar baz
             ^^^ Several sources are copied to one name, each over the other: end it with a slash.
COPY foo bar /srv/app
             ^^^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.
COPY ["foo", "bar", "/srv/app"]
                    ^^^^^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.
COPY foo bar "/srv/app"
             ^^^^^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.
COPY --from=build /foo /bar /srv/app
                            ^^^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.
===>
FROM debian:12
COPY foo bar baz/
COPY foo bar /srv/app/
COPY ["foo", "bar", "/srv/app/"]
COPY foo bar "/srv/app/"
COPY --from=build /foo /bar /srv/app/

### without FROM
COPY foo bar baz
             ^^^ Several sources are copied to one name, each over the other: end it with a slash.

### a slash
FROM debian:12
COPY foo bar /srv/app/
COPY foo bar "/srv/app/"
COPY ["foo", "bar", "/srv/app/"]

### one source
FROM debian:12
COPY foo /srv/app
COPY fo* /srv/app

### directories by their names
FROM debian:12
COPY foo bar .
COPY foo bar ..
COPY foo bar /srv/.
COPY foo bar $DIR
COPY foo bar "${DIR}/x"

### hadolint wants the slash there too
FROM debian:12
COPY foo bar .
             ^ Several sources are copied to one name, each over the other: end it with a slash.
COPY foo bar $DIR
             ^^^^ Several sources are copied to one name, each over the other: end it with a slash.
COPY foo bar /srv/.
             ^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.
COPY foo bar "baz/"
--- settings: {"hadolint": true}

### directories that every image has
FROM debian:12
COPY foo bar /etc
COPY foo bar /usr/local/bin
FROM scratch
COPY foo bar /etc
             ^^^^ Several sources are copied to one name, each over the other: end it with a slash.

### directories that the file makes
FROM debian:12
WORKDIR /srv/shop/web
RUN mkdir -p /data/shop && install -d /logs
COPY foo bar /srv/shop
COPY foo bar /srv/shop/web
COPY foo bar /data/shop
COPY foo bar /logs
COPY foo bar /data/shop/x
             ^^^^^^^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.

### here-documents are sources
FROM debian:12
COPY <<ONE <<TWO /srv/app
                 ^^^^^^^^ Several sources are copied to one name, each over the other: end it with a slash.
1
ONE
2
TWO
===>
FROM debian:12
COPY <<ONE <<TWO /srv/app/
1
ONE
2
TWO

### ADD and triggers are not looked at
FROM debian:12
ADD foo bar /srv/app
ONBUILD COPY foo bar /srv/app

### nothing to copy
FROM debian:12
COPY
COPY foo
