### labels and here-documents, with any name
# syntax=docker/dockerfile:1
FROM alpine
LABEL note=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LABEL note holds a JSON Web Token: everybody with the image can read it. (warning)
COPY <<EOF /etc/app.json
{ "token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W" }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The here-document holds a JSON Web Token, which stays in the image's history. (warning)
EOF
RUN <<EOF
deploy eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The here-document holds a JSON Web Token, which stays in the image's history. (warning)
EOF

### samples, references and comments are none
FROM alpine
ARG TOKEN=$OTHER
ENV AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
# eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjaSJ9.kX9vQ2mZr7TnLs4W
RUN true
