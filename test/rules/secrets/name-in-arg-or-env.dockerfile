### whole words between underscores, in any case
FROM alpine
ARG git_key
    ^^^^^^^ ARG git_key has the name of a credential.
ENV AUTH=x SECRET_PASSPHRASE=y
    ^^^^ ENV AUTH has the name of a credential.
           ^^^^^^^^^^^^^^^^^ ENV SECRET_PASSPHRASE has the name of a credential.
ENV API_TOKEN=
    ^^^^^^^^^ ENV API_TOKEN has the name of a credential.
ENV apikey a
    ^^^^^^ ENV apikey has the name of a credential.
ENV a_credentials=1 b_pword=2 c_passwd=3
    ^^^^^^^^^^^^^ ENV a_credentials has the name of a credential.
                    ^^^^^^^ ENV b_pword has the name of a credential.
                              ^^^^^^^^ ENV c_passwd has the name of a credential.

### words inside words, and names with public, file or version
FROM alpine
ENV KEYCLOAK_URL=x TOKENIZER=y PUBLIC_KEY=z PASSWORD_FILE=/p AUTH_MODULE_VERSION=1 DBPASSWORD=tiger API-KEY=1

### never above the first FROM
ARG API_TOKEN
FROM alpine
