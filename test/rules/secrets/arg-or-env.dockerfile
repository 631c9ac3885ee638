### literals, weak defaults and DSNs, by name and value
FROM alpine
ENV DB_PASS=tiger
    ^^^^^^^^^^^^^ ENV DB_PASS holds a weak default password: everybody with the image can read it.
ENV DBPASSWORD=correct-horse-battery
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV DBPASSWORD holds a password: everybody with the image can read it.
ENV SESSION_SECRET changeme
    ^^^^^^^^^^^^^^^^^^^^^^^ ENV SESSION_SECRET holds a weak default for a secret: everybody with the image can read it.
ENV MYSQL_ROOT_PASSWORD=1234
    ^^^^^^^^^^^^^^^^^^^^^^^^ ENV MYSQL_ROOT_PASSWORD holds a weak default password: everybody with the image can read it.
ENV adminPassword="admin"
    ^^^^^^^^^^^^^^^^^^^^^ ENV adminPassword holds a weak default password: everybody with the image can read it.
ENV DSN="app:s3cr3tpw@tcp(db:3306)/app"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV DSN holds an address with a password in it: everybody with the image can read it.
ENV ADMIN_LOGIN="{SSHA}q7Rk2ZtV9bXw4LmN8cYp3HsJd6GfT5aK"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV ADMIN_LOGIN holds the hash of a password, which can be cracked: everybody with the image can read it.
ENV JAVA_OPTS="-Xmx1g -Djetty.keystore.password=tr0ub4dor"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV JAVA_OPTS holds an option with a credential in it: everybody with the image can read it.
LABEL registry.password=tr0ub4dor
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ LABEL registry.password holds a password: everybody with the image can read it.

### ARGs that take a credential, with and without default
ARG REGISTRY_PASSWORD
    ^^^^^^^^^^^^^^^^^ ARG REGISTRY_PASSWORD takes a password: its value stays in the build cache and in provenance.
FROM alpine AS build
ARG NPM_TOKEN
    ^^^^^^^^^ ARG NPM_TOKEN takes a secret: its value stays in the build cache and in provenance.
ARG SMTP_PASSWORD=false
    ^^^^^^^^^^^^^^^^^^^ ARG SMTP_PASSWORD takes a password: its value stays in the build cache and in provenance.
ARG DATABASE_URL
    ^^^^^^^^^^^^ ARG DATABASE_URL takes an address with a password in it: its value stays in the build cache and in provenance.
FROM alpine
ARG GITHUB_PAT=""
    ^^^^^^^^^^^^^ ARG GITHUB_PAT takes a secret: its value stays in the image's history.
ARG ALLOW_EMPTY_PASSWORD
ARG TOKEN_URL
ARG AWS_ACCESS_KEY_ID
ARG PASSWORD_FILE
ARG SSH_PUBLIC_KEY
ARG CACHE_KEY

### copies
FROM alpine
ARG NPM_TOKEN
    ^^^^^^^^^ ARG NPM_TOKEN takes a secret: its value stays in the image's history.
ENV NODE_AUTH_TOKEN=$NPM_TOKEN
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV NODE_AUTH_TOKEN copies NPM_TOKEN: everybody with the image can read it.
ENV NPM_OPTIONS="--//registry.npmjs.org/:_authToken=${NPM_TOKEN}"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV NPM_OPTIONS copies NPM_TOKEN: everybody with the image can read it.
ENV HAS_TOKEN=${NPM_TOKEN:+yes}
ENV SMTP_PASSWORD=$SMTP_PASSWORD
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV SMTP_PASSWORD copies SMTP_PASSWORD: everybody with the image can read it.
ENV DB_PASSWORD=${DB_PASSWORD_DEFAULT:-tiger}
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ENV DB_PASSWORD copies DB_PASSWORD_DEFAULT: everybody with the image can read it.
ARG DEFAULT=tr0ub4dor
ENV ADMIN_PASSWORD=$DEFAULT
    ^^^^^^^^^^^^^^^^^^^^^^^ ENV ADMIN_PASSWORD holds a password: everybody with the image can read it.

### no credentials
FROM alpine
ENV PWD=/srv OLDPWD=/srv
ENV DB_PASSWORD= API_KEY=none FTP_PASS=**Random** TOKEN=<token> SECRET="{{ secret }}"
ENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D
ENV NGINX_SIGNING_KEY 573BFD6B3D8FBC641079A6ABABF5BD827BD9BF62
ENV GOLANG_DOWNLOAD_SHA256=9f3a7c1be84d20569f3a7c1be84d20569f3a7c1be84d20569f3a7c1be84d2056
ENV MYSQL_PASSWORD_FILE=/run/secrets/mysql SSL_KEY=/etc/ssl/private/server.key SERVER_KEY=server-key.pem
ENV PASSWORD=/run/secrets/password DB_PASSWORD="$(cat /run/secrets/db)"
ENV MIN_PASSWORD_LENGTH=8 TOKEN_TTL=3600 PASSWORD_MAX_AGE=90 JWT_ALGORITHM=HS256
ENV ALLOW_EMPTY_PASSWORD=yes MYSQL_RANDOM_ROOT_PASSWORD=1 POSTGRES_HOST_AUTH_METHOD=trust
ENV AUTH=SHA512 AUTH_PROVIDER=keystone KEYCLOAK_USER=admin GIT_ASKPASS=/bin/echo SSH_AUTH_SOCK=/tmp/agent
ENV PASSENGER_VERSION=6 COMPASS_HOME=/opt TOKENIZERS_PARALLELISM=false NODE_TLS_REJECT_UNAUTHORIZED=0
ENV DATABASE_URL=sqlite:///data/app.db REDIS_URL=redis://cache:6379/0 TOKEN_ENDPOINT=https://id.example.org/token
ENV API_KEY=your-api-key GOOGLE_MAPS_KEY=google-maps-key STRIPE_PUBLISHABLE_KEY=q7Rk2ZtV9bXw4LmN8cYp3Hs
ENV JAVA_OPTS="-Djavax.net.ssl.trustStorePassword=changeit"
LABEL org.opencontainers.image.licenses=MIT com.example.token.enabled=true

### ONBUILD
FROM alpine
ONBUILD ARG DEPLOY_TOKEN
            ^^^^^^^^^^^^ ARG DEPLOY_TOKEN takes a secret: every image built on this one holds it.

### without a RUN that uses it there is nothing to convert
FROM alpine
ENV DB_PASSWORD=tr0ub4dor
    ^^^^^^^^^^^^^^^^^^^^^ ENV DB_PASSWORD holds a password: everybody with the image can read it.
===> no fix
