### each manager
FROM debian
RUN bundle install --local
    ^^^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN cargo build --release --offline
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN cargo build --frozen
    ^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN go build -mod=vendor ./...
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN npm ci --offline
    ^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN pip install --no-index --find-links=/wheels app
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN pnpm install --offline
    ^^^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN yarn install --offline
    ^^^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
RUN yarn --offline
    ^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.

### behind other flags, with what works on files
FROM debian
RUN --mount=type=cache,target=/x cd /srv && npm ci --offline && rm -rf /tmp/x
                                            ^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
===>
FROM debian
RUN --mount=type=cache,target=/x --network=none cd /srv && npm ci --offline && rm -rf /tmp/x

### once in a RUN
FROM debian
RUN npm ci --offline && pip install --no-index app
    ^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.

### without a network already, or with the host's
FROM debian
RUN --network=none npm ci --offline
RUN --network=host npm ci --offline

### something else may need it
FROM debian
RUN apt-get install -y x && npm ci --offline
RUN npm ci --offline && npm run build
RUN npm ci --offline && $COMMAND

### from the network
FROM debian
RUN npm ci --prefer-offline && bundle install && pip install x && go build && cargo build --locked
RUN yarn add --offline x
RUN npm run build --offline
