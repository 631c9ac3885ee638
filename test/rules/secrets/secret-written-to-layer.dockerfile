### ways to write it
# syntax=docker/dockerfile:1
FROM alpine
WORKDIR /app
RUN --mount=type=secret,id=env cat /run/secrets/env > .env
                                                      ^^^^ The secret is written to /app/.env, which the layer keeps.
RUN --mount=type=secret,id=npm,env=NPM_TOKEN echo "//registry.npmjs.org/:_authToken=$NPM_TOKEN" >> ~/.npmrc && npm ci
                                                                                                   ^^^^^^^^ The secret is written to /root/.npmrc, which the layer keeps.
RUN --mount=type=secret,id=npm echo "token=$(cat /run/secrets/npm)" | tee /etc/app.conf
                                                                          ^^^^^^^^^^^^^ The secret is written to /etc/app.conf, which the layer keeps.
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm config set //registry.npmjs.org/:_authToken "$NPM_TOKEN" && npm ci
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The secret is written to ~/.npmrc, which the layer keeps.

### deleted, mounted elsewhere, only read
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=npm cp /run/secrets/npm ~/.npmrc && npm ci && rm -f ~/.npmrc
RUN --mount=type=secret,id=npm --mount=type=tmpfs,target=/tmp cat /run/secrets/npm > /tmp/npmrc && npm ci
RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci
RUN --mount=type=secret,id=token,env=TOKEN curl -H "Authorization: Bearer $TOKEN" https://example.org > /data
RUN --mount=type=secret,id=token cat /run/secrets/token > /dev/null
RUN --mount=type=secret,id=npm ln -s /run/secrets/npm ~/.npmrc && npm ci

### what tools keep
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=git,env=GIT_TOKEN git clone https://ci:$GIT_TOKEN@git.example.org/app.git
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The secret is written to app/.git/config, which the layer keeps.
RUN --mount=type=secret,id=git T=$(cat /run/secrets/git) && git config --global url."https://$T@github.com/".insteadOf https://github.com/
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The secret is written to ~/.gitconfig, which the layer keeps.
RUN --mount=type=secret,id=key base64 -d < /run/secrets/key | gpg --import
                                                              ^^^^^^^^^^^^ The secret is written to ~/.gnupg, which the layer keeps.
RUN --mount=type=secret,id=key,env=KEY sed -i "s/@KEY@/$KEY/" /etc/app.conf
                                                              ^^^^^^^^^^^^^ The secret is written to /etc/app.conf, which the layer keeps.

### what they do not
# syntax=docker/dockerfile:1
FROM alpine
RUN --mount=type=secret,id=git,env=GIT_TOKEN git clone https://ci:$GIT_TOKEN@git.example.org/app.git && cd app && make && rm -rf .git
RUN --mount=type=secret,id=git,env=GIT_TOKEN git clone https://ci:$GIT_TOKEN@git.example.org/app.git /tmp/app && make -C /tmp/app && rm -rf /tmp/app
RUN --mount=type=secret,id=git,env=GIT_TOKEN git -c http.extraHeader="Authorization: Bearer $GIT_TOKEN" clone https://git.example.org/app.git
RUN --mount=type=secret,id=git,env=GIT_TOKEN git config --global url."https://$GIT_TOKEN@github.com/".insteadOf https://github.com/ && go mod download && git config --global --remove-section url."https://$GIT_TOKEN@github.com/"
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm config set '//registry.npmjs.org/:_authToken=${NPM_TOKEN}' && npm ci
RUN --mount=type=secret,id=key,env=KEY echo "$(curl -H "X-Key: $KEY" https://example.org/version)" > /etc/version
