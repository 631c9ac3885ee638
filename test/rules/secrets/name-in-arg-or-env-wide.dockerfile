### substrings and fixed names, one finding for an instruction, everywhere
ARG REGISTRY_PASSWORD
^^^^^^^^^^^^^^^^^^^^^ ARG REGISTRY_PASSWORD has a name that contains a word for a credential.
FROM alpine
ENV TOKENIZERS_PARALLELISM=false MY_TOKEN=x
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV TOKENIZERS_PARALLELISM has a name that contains a word for a credential.
ENV docker_email=me@example.org
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV docker_email has a name that contains a word for a credential.
ENV PRIVATE_NETWORK=10.0.0.0/8
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV PRIVATE_NETWORK has a name that contains a word for a credential.
ONBUILD ARG DB_PASSWORD_FILE
        ^^^^^^^^^^^^^^^^^^^^ ARG DB_PASSWORD_FILE has a name that contains a word for a credential.
ENV API-KEY=1 DB_PASS=tiger AUTH=x

### in any case, as part of a word
FROM alpine
ENV myClient_Keys=1
^^^^^^^^^^^^^^^^^^^ ENV myClient_Keys has a name that contains a word for a credential.
ARG USERNAME_MAX
^^^^^^^^^^^^^^^^ ARG USERNAME_MAX has a name that contains a word for a credential.

### names with words that are not on the list
FROM alpine
ENV PASSWD=x APIKEY=x CREDENTIALS=x KEY=x
ARG SSH_AUTH
LABEL password=x
