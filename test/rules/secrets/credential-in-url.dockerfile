### in every instruction
# syntax=docker/dockerfile:1
FROM alpine
ADD https://ci:tr0ub4dor@example.org/data.tgz /data/
               ^^^^^^^^^ The URL holds a password, which stays in the image's history.
ENV REPOSITORY=https://ci:tr0ub4dor@example.org/repo
                          ^^^^^^^^^ ENV REPOSITORY holds a URL with a credential in it: everybody with the image can read it.
LABEL source="https://ci:tr0ub4dor@example.org/repo"
                         ^^^^^^^^^ LABEL source holds a URL with a credential in it: everybody with the image can read it.
RUN ["git", "clone", "https://ci:tr0ub4dor@example.org/repo"]
                                 ^^^^^^^^^ The URL holds a password, which stays in the image's history.
RUN git config --global url."https://q7Rk2ZtV9bXw4LmN8cYp:x-oauth-basic@git.example.org/".insteadOf https://git.example.org/
                                     ^^^^^^^^^^^^^^^^^^^^ The URL holds a password, which stays in the image's history.
HEALTHCHECK CMD curl -f http://health:tr0ub4dor@localhost/
                                      ^^^^^^^^^ The URL holds a password, which stays in the image's history.
ENV GIT_PASSWORD=tr0ub4dor
RUN git clone https://ci:$GIT_PASSWORD@example.org/repo
                         ^^^^^^^^^^^^^ The URL holds ENV GIT_PASSWORD: everybody with the image can read it.

### none
# syntax=docker/dockerfile:1
FROM alpine
RUN git clone git@example.org:team/app.git && git clone ssh://git@example.org/app.git
RUN git clone https://user@example.org/app.git && curl http://proxy:3128/@scope/name
RUN --mount=type=secret,id=pw,env=PW git clone https://ci:$PW@example.org/app.git
RUN --mount=type=secret,id=pw git clone https://ci:$(cat /run/secrets/pw)@example.org/app.git
ENV HTTP_PROXY=http://username:password@proxy.example.org:3128 SENTRY_DSN=https://9f3a7c1be84d20569f3a7c1be84d2056@o1.ingest.sentry.io/2
ENV DATABASE_URL=mysql://app@db/app CACHE_URL=redis://cache:6379
RUN npm install @scope/name@1.2.3 && sed -i 's#http://a:b/c#http://d/@e#' x
