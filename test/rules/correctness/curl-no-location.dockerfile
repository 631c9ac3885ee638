### any call of a server by its name
FROM debian:12
ARG V=1
RUN curl https://example.com/a && curl -fsSO "https://example.com/$V/a" && curl -o f example.com/a
    ^^^^ curl does not follow redirects; -L makes it.
                                  ^^^^ curl does not follow redirects; -L makes it.
                                                                           ^^^^ curl does not follow redirects; -L makes it.
RUN curl --url https://example.com/a -o L
    ^^^^ curl does not follow redirects; -L makes it.
RUN sudo curl -H L https://example.com/a
         ^^^^ curl does not follow redirects; -L makes it.
ONBUILD RUN curl -O https://example.com/a
            ^^^^ curl does not follow redirects; -L makes it.
RUN ["curl", "-O", "https://example.com/a"]
      ^^^^ curl does not follow redirects; -L makes it.
===>
FROM debian:12
ARG V=1
RUN curl -L https://example.com/a && curl -LfsSO "https://example.com/$V/a" && curl -Lo f example.com/a
RUN curl -L --url https://example.com/a -o L
RUN sudo curl -LH L https://example.com/a
ONBUILD RUN curl -LO https://example.com/a
RUN ["curl", "-L", "-O", "https://example.com/a"]

### another method has no fix: -L would send it again
FROM debian:12
RUN curl -X POST https://example.com/a && curl -d x https://example.com/a && curl -T f https://example.com/a
    ^^^^ curl does not follow redirects; -L makes it.
                                          ^^^^ curl does not follow redirects; -L makes it.
                                                                             ^^^^ curl does not follow redirects; -L makes it.
===> no fix

### told
FROM debian:12
RUN curl -L https://example.com/a && curl -fsSL https://example.com/a && curl --location https://example.com/a
RUN curl --location-trusted https://example.com/a && curl --follow https://example.com/a && curl -fLo f https://example.com/a
RUN curl -K conf https://example.com/a && curl $CURL_FLAGS https://example.com/a && curl -w '%{redirect_url}' https://example.com/a

### an address, this machine, another protocol, or what only the build knows
FROM debian:12
RUN curl http://127.0.0.1:8080/health && curl http://10.0.0.1/a && curl http://[::1]/ && curl http://localhost:80/
RUN curl file:///etc/x && curl ftp://example.com/a && curl --version
RUN curl $URL && curl "https://$HOST/a"
