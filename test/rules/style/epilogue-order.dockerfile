### not last
FROM debian
EXPOSE 80
# How it starts.
ENTRYPOINT ["a"]
^^^^^^^^^^ ENTRYPOINT belongs to the end, behind LABEL.
CMD ["b"]

LABEL a=b
===>
FROM debian
EXPOSE 80

LABEL a=b
# How it starts.
ENTRYPOINT ["a"]
CMD ["b"]

### not in order
FROM debian
CMD ["b"]
^^^ CMD belongs to the end, behind STOPSIGNAL.
ENTRYPOINT ["a"]
HEALTHCHECK CMD a
STOPSIGNAL SIGINT
===>
FROM debian
STOPSIGNAL SIGINT
HEALTHCHECK CMD a
ENTRYPOINT ["a"]
CMD ["b"]

### the last of them are in order, no newline at the end
FROM debian
STOPSIGNAL SIGINT
^^^^^^^^^^ STOPSIGNAL belongs to the end, behind RUN.
RUN a
CMD ["b"]
===>
FROM debian
RUN a
STOPSIGNAL SIGINT
CMD ["b"]

### in order and last, other stages
FROM debian AS a
CMD ["a"]
RUN b
FROM debian
RUN a
STOPSIGNAL SIGINT
HEALTHCHECK NONE
ENTRYPOINT ["a"]
CMD ["b"]

### SHELL between
FROM debian
CMD a
^^^ CMD belongs to the end, behind SHELL.
SHELL ["/bin/bash", "-c"]
===> no fix

### a variable that is set in between
FROM debian
ARG SIGNAL=INT
STOPSIGNAL $SIGNAL
^^^^^^^^^^ STOPSIGNAL belongs to the end, behind ENV.
ENV SIGNAL=TERM
===> no fix

### a variable that is not
FROM debian
ARG SIGNAL=INT
STOPSIGNAL $SIGNAL
^^^^^^^^^^ STOPSIGNAL belongs to the end, behind USER.
USER a
===>
FROM debian
ARG SIGNAL=INT
USER a
STOPSIGNAL $SIGNAL

### several of a kind, unknown words
FROM debian
CMD ["a"]
^^^ CMD belongs to the end, behind RUN.
RUN b
CMD ["c"]
===> no fix

### an ignore comment goes along
FROM debian
# hadolint ignore=DL3025
CMD a
^^^ CMD belongs to the end, behind USER.
USER b
===>
FROM debian
USER b
# hadolint ignore=DL3025
CMD a
