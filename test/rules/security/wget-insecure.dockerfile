### ways to say it
FROM debian:12
RUN wget --no-check-certificate https://a && sudo wget -q https://b --no-check-certificate && wget --no-check-cert https://c
         ^^^^^^^^^^^^^^^^^^^^^^ wget does not check whose server it talks to, so anybody in between can put something else into the image.
                                                                    ^^^^^^^^^^^^^^^^^^^^^^ wget does not check whose server it talks to, so anybody in between can put something else into the image.
                                                                                                   ^^^^^^^^^^^^^^^ wget does not check whose server it talks to, so anybody in between can put something else into the image.
===>
FROM debian:12
RUN wget https://a && sudo wget -q https://b && wget https://c

### others
FROM debian:12
RUN wget -q https://a && echo --no-check-certificate && curl --no-check-certificate https://b && wget --no-check-certificate-x https://c
HEALTHCHECK CMD wget --no-check-certificate -qO- https://localhost/

### ONBUILD, and without FROM
ONBUILD RUN wget --no-check-certificate https://a
                 ^^^^^^^^^^^^^^^^^^^^^^ wget does not check whose server it talks to, so anybody in between can put something else into the image.
RUN wget --no-check-certificate https://a
         ^^^^^^^^^^^^^^^^^^^^^^ wget does not check whose server it talks to, so anybody in between can put something else into the image.
