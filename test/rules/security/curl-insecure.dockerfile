### ways to say it
FROM debian:12
RUN curl -k https://a && curl --insecure https://b && curl -skL https://c && curl --proxy-insecure https://d
         ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
                              ^^^^^^^^^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
                                                           ^^^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
                                                                                  ^^^^^^^^^^^^^^^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
RUN sudo curl https://a -o x -k && /usr/bin/curl -kso x https://b && sh -c 'curl -k https://c'
                             ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
                                                 ^^^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
                                                                                 ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
===>
FROM debian:12
RUN curl https://a && curl https://b && curl -sL https://c && curl https://d
RUN sudo curl https://a -o x && /usr/bin/curl -so x https://b && sh -c 'curl -k https://c'

### letters in values
FROM debian:12
RUN curl -o -k https://a && curl -okfile https://a && curl -H -k https://b && curl -K conf https://c && curl -XPOSTk https://d
RUN curl --data -k https://a && curl -fsSL https://example.com/-k && curl --keepalive-time 2 https://b && curl --user -k https://c

### lines
FROM debian:12
RUN curl \
      --insecure \
      ^^^^^^^^^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
      -fsSL https://a \
  && curl -fsSL \
      -k https://b
      ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
===>
FROM debian:12
RUN curl \
      -fsSL https://a \
  && curl -fsSL \
      https://b

### exec form
FROM debian:12
RUN ["curl", "-k", "https://a"]
              ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
===> no fix

### other commands
FROM debian:12
RUN wget -k https://a && echo curl -k && apt-get install -y curl
HEALTHCHECK CMD curl -k https://localhost/
CMD ["curl", "-k", "https://a"]

### in a substitution, a pipe and ONBUILD
FROM debian:12
RUN V=$(curl -k https://a) && curl -k https://b | tar x
             ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
                                   ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
ONBUILD RUN curl -k https://c
                 ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.

### PowerShell is not read
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN curl -k https://a

### without FROM
RUN curl -k https://a
         ^^ curl does not check whose server it talks to, so anybody in between can put something else into the image.
