### what prints it
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=token cat /run/secrets/token
                                 ^^^^^^^^^^^^^^^^^^^^^^ The output of the build shows the secret.
RUN --mount=type=secret,id=token,env=TOKEN env && make
                                           ^^^ The output of the build shows the secret.
RUN --mount=type=secret,id=token,env=TOKEN printenv TOKEN
                                           ^^^^^^^^^^^^^^ The output of the build shows the secret.
RUN --mount=type=secret,id=token,env=TOKEN set -x; curl -u ci:$TOKEN https://example.org
                                               ^^ Tracing prints every command of this RUN with the secret expanded.
ARG DEPLOY_TOKEN
RUN echo "deploying with $DEPLOY_TOKEN"
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The output of the build shows the secret.
===>
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=token,env=TOKEN make
RUN --mount=type=secret,id=token,env=TOKEN curl -u ci:$TOKEN https://example.org
ARG DEPLOY_TOKEN

### what does not
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=token,env=TOKEN echo "$TOKEN" | docker login -u ci --password-stdin
RUN --mount=type=secret,id=token,env=TOKEN echo "$TOKEN" > /tmp/x && rm /tmp/x
RUN --mount=type=secret,id=token,env=TOKEN set -ex && npm ci
RUN --mount=type=secret,id=token,env=TOKEN curl -u ci:$TOKEN https://example.org; set -x; make
RUN --mount=type=secret,id=token,env=TOKEN env A=b make && printenv PATH
RUN --mount=type=secret,id=token X=$(cat /run/secrets/token) make
RUN env && echo "$HOME" && set -x
