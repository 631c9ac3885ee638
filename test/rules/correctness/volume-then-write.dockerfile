### what commands write
FROM debian:12
VOLUME /data
RUN mkdir -p /srv /data/a
                  ^^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
RUN chown -R app:app /data
                     ^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
RUN echo x > /data/x
             ^^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
RUN cp /data/x /srv && cp /srv/x /data/
                                 ^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
RUN ls /data && cat < /data/x
===>
FROM debian:12
RUN mkdir -p /srv /data/a
RUN chown -R app:app /data
RUN echo x > /data/x
RUN cp /data/x /srv && cp /srv/x /data/
RUN ls /data && cat < /data/x
VOLUME /data

### COPY and ADD
FROM debian:12
VOLUME ["/data", "/var/log/app"]
WORKDIR /var/log
COPY x /data/
       ^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
ADD x app/
      ^^^^ This writes below the volume /var/log/app, which some builders throw away: move VOLUME to the end of the stage.
COPY x other/
===>
FROM debian:12
WORKDIR /var/log
COPY x /data/
ADD x app/
COPY x other/
VOLUME ["/data", "/var/log/app"]

### a path beside it
FROM debian:12
VOLUME /data
RUN mkdir /database && chown x /srv/data && ln -s /data/x && cp /data/x
COPY x /data-x

### declared behind
FROM debian:12
RUN mkdir /data
VOLUME /data

### of another stage
FROM debian:12 AS one
VOLUME /data
FROM debian:12
RUN mkdir /data

### a variable
FROM debian:12
ARG DATA=/data
VOLUME $DATA
RUN mkdir $DATA /data
                ^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
===> no fix

### with a comment above
FROM debian:12
# Everything goes here.
VOLUME /data
RUN mkdir /data/x
          ^^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
===> no fix

### at the end of the stage, not of the file
FROM debian:12 AS one
VOLUME /data
RUN mkdir /data/x
          ^^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.

FROM one
CMD ["ls"]
===>
FROM debian:12 AS one
RUN mkdir /data/x
VOLUME /data

FROM one
CMD ["ls"]

### two volumes
FROM debian:12
VOLUME /data
VOLUME /logs
RUN mkdir /data/x
          ^^^^^^^ This writes below the volume /data, which some builders throw away: move VOLUME to the end of the stage.
RUN mkdir /logs/x
          ^^^^^^^ This writes below the volume /logs, which some builders throw away: move VOLUME to the end of the stage.
===>
FROM debian:12
RUN mkdir /data/x
RUN mkdir /logs/x
VOLUME /data
VOLUME /logs

### on Windows
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
VOLUME C:\data
RUN mkdir C:\data\x
