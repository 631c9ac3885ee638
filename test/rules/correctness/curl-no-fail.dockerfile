### saved, piped on, put into a word
FROM debian:12
ARG V=1
RUN curl -o f https://example.com/a && curl -sSLO https://example.com/a && curl --output f https://example.com/a
    ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
                                       ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
                                                                           ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN curl https://example.com/a > f && curl -s https://example.com/a >> f
    ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
                                      ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN curl -sSL https://example.com/a | tar xz
    ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN curl -s "https://example.com/$V/a" | sh
    ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN X="$(curl -s https://example.com/v)" && bash <(curl -s https://example.com/a)
         ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
                                                   ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN sudo curl --remote-name https://example.com/a && curl -X POST -d @x -o f https://example.com/a
         ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
                                                     ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN (curl https://example.com/a; echo) | cat
     ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN curl $URL -o f && curl \
    ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
                      ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
      -o f https://example.com/a
RUN ["curl", "-o", "f", "https://example.com/a"]
      ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN ["sh", "-c", "curl -o f https://example.com/a"]
                  ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
ONBUILD RUN curl -O https://example.com/a
            ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
===>
FROM debian:12
ARG V=1
RUN curl -fo f https://example.com/a && curl -fsSLO https://example.com/a && curl -f --output f https://example.com/a
RUN curl -f https://example.com/a > f && curl -fs https://example.com/a >> f
RUN curl -fsSL https://example.com/a | tar xz
RUN curl -fs "https://example.com/$V/a" | sh
RUN X="$(curl -fs https://example.com/v)" && bash <(curl -fs https://example.com/a)
RUN sudo curl -f --remote-name https://example.com/a && curl -fX POST -d @x -o f https://example.com/a
RUN (curl -f https://example.com/a; echo) | cat
RUN curl -f $URL -o f && curl \
      -fo f https://example.com/a
RUN ["curl", "-f", "-o", "f", "https://example.com/a"]
RUN ["sh", "-c", "curl -fo f https://example.com/a"]
ONBUILD RUN curl -fO https://example.com/a

### told
FROM debian:12
RUN curl -fsSLO https://example.com/a && curl --fail -O https://example.com/a && curl --fail-with-body -O https://example.com/a
RUN curl -sSLf https://example.com/a | sh && curl -Lfo f https://example.com/a
RUN curl -I https://example.com/a | grep x && curl -sw '%{http_code}' -o f https://example.com/a
RUN curl -K conf -O https://example.com/a && curl $CURL_OPTS -O https://example.com/a

### nothing is made of it, or there is no HTTP
FROM debian:12
RUN curl https://example.com/a && curl -s https://example.com/a >/dev/null && curl -o /dev/null https://example.com/a
RUN echo x | curl -d @- https://example.com/a
RUN curl -o f file:///etc/x && curl -O ftp://example.com/a && curl --version > f
RUN wget https://example.com/a

### a value that looks like the switch
FROM debian:12
RUN curl -of https://example.com/a
    ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
RUN curl -H -f -o x https://example.com/a
    ^^^^ curl takes the page of an HTTP error for the content; -f makes it fail.
===>
FROM debian:12
RUN curl -fof https://example.com/a
RUN curl -fH -f -o x https://example.com/a
