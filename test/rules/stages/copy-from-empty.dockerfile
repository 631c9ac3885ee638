### nothing at all, by number, by a stage on it
FROM scratch AS a
FROM a AS b
ENV X=y
FROM debian
COPY --from=a /x /x
            ^ The stage a is from scratch and puts no files into it, so there is nothing to copy.
COPY --from=1 /x /x
            ^ The stage 1 is from scratch and puts no files into it, so there is nothing to copy.

### it has files
FROM scratch AS a
COPY x /x
FROM scratch AS b
ADD x /x
FROM scratch AS c
RUN ["/x"]
FROM a AS d
FROM debian
COPY --from=a /x /x
COPY --from=b /x /x
COPY --from=c /x /x
COPY --from=d /x /x

### what WORKDIR makes is there, the rest is not
FROM scratch AS a
WORKDIR /srv
WORKDIR data
FROM debian
COPY --from=a /srv /srv
COPY --from=a /srv/data/ /data
COPY --from=a /srv/other /data
            ^ The stage a is from scratch and puts no files into it, so there is nothing to copy.

### another base, an image, the context
FROM debian AS a
FROM debian
COPY --from=a /x /x
COPY --from=scratch /x /x
COPY x /x

### by ONBUILD of the stage below
FROM scratch AS base
ONBUILD COPY x /x
FROM base AS a
FROM debian
COPY --from=a /x /x
