### once only
FROM debian:12
RUN curl -fsSLO https://example.com/a && wget -q https://example.com/b
    ^^^^ curl gives up at the first failure of the network.
                                         ^^^^ wget does not try again where a connection is refused.
RUN curl "$TOOL_URL" | tar xz
    ^^^^ curl gives up at the first failure of the network.
RUN ["curl", "-O", "https://example.com/a"]
      ^^^^ curl gives up at the first failure of the network.
===>
FROM debian:12
RUN curl --retry 3 --retry-connrefused -fsSLO https://example.com/a && wget --tries=3 --retry-connrefused -q https://example.com/b
RUN curl --retry 3 --retry-connrefused "$TOOL_URL" | tar xz
RUN ["curl", "--retry", "3", "--retry-connrefused", "-O", "https://example.com/a"]

### told, here or for all
FROM debian:12
RUN curl --retry 5 -O https://example.com/a && wget -t 3 https://example.com/a && wget --tries=3 https://example.com/a
RUN wget --retry-connrefused https://example.com/a && curl $CURL_OPTS https://example.com/a

### settings in a file
FROM debian:12
RUN echo "retry = 3" > ~/.curlrc
COPY wgetrc /etc/wgetrc
RUN curl -O https://example.com/a && wget https://example.com/a

### no download, or a wget without the option
FROM alpine:3.22
RUN curl http://localhost:8080/ && curl --version && curl -O file:///x && wget https://example.com/a
RUN wget --spider http://127.0.0.1/
