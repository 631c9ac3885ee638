### every instruction that runs something
FROM alpine
CMD ["deploy", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W"]
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ CMD holds a JSON Web Token, which stays in the image's history.
HEALTHCHECK CMD curl -H "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W" localhost
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ HEALTHCHECK holds a JSON Web Token, which stays in the image's history.
ONBUILD RUN deploy eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The command holds a JSON Web Token, which stays in the image's history.
