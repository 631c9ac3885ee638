### every instruction that runs something
FROM alpine
CMD ["deploy", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W"]
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ CMD holds a JSON Web Token, which stays in the image's history.
HEALTHCHECK CMD curl -H "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W" localhost
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ HEALTHCHECK holds a JSON Web Token, which stays in the image's history.
ONBUILD RUN deploy eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The command holds a JSON Web Token, which stays in the image's history.

### a token in a header, and one under an option that nobody knows
# syntax=docker/dockerfile:1
FROM alpine
RUN wget --header "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W" https://example.org/data
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The command holds a JSON Web Token, which stays in the image's history.
RUN ./deploy --as=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjZCJ9.kX9vQ2mZr7TnLs4W
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The command holds a JSON Web Token, which stays in the image's history.
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=authorization_header_secret,env=AUTHORIZATION_HEADER_SECRET,required wget --header "Authorization: Bearer ${AUTHORIZATION_HEADER_SECRET}" https://example.org/data
RUN --mount=type=secret,id=deploy_secret,env=DEPLOY_SECRET,required ./deploy --as="${DEPLOY_SECRET}"
