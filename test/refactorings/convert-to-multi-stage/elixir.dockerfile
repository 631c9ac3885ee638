### a release on the same Debian
FROM hexpm/elixir:1.14.5-erlang-25.3.2.6-debian-bookworm-20230612-slim<|>
RUN apt-get update -y && apt-get install -y build-essential git nodejs npm \
    && apt-get clean && rm -f /var/lib/apt/lists/*_*
WORKDIR /app
RUN mix local.hex --force && \
    mix local.rebar --force
ENV MIX_ENV="prod"
COPY mix.exs mix.lock ./
RUN mix deps.get --only $MIX_ENV
COPY priv priv
COPY lib lib
COPY assets assets
RUN cd assets && npm ci && cd .. && mix assets.deploy
RUN mix release
ENV PHX_SERVER=true
EXPOSE 4000
CMD ["/app/_build/prod/rel/hello/bin/hello", "start"]
--- file: mix.exs
[app: :hello, version: "0.1.0"]
===>
FROM hexpm/elixir:1.14.5-erlang-25.3.2.6-debian-bookworm-20230612-slim AS build
RUN apt-get update -y && apt-get install -y build-essential git nodejs npm \
    && apt-get clean && rm -f /var/lib/apt/lists/*_*
WORKDIR /app
RUN mix local.hex --force && \
    mix local.rebar --force
ENV MIX_ENV="prod"
COPY mix.exs mix.lock ./
RUN mix deps.get --only $MIX_ENV
COPY priv priv
COPY lib lib
COPY assets assets
RUN cd assets && npm ci && cd .. && mix assets.deploy
RUN mix release

FROM debian:bookworm-20230612-slim
ENV LANG=C.UTF-8
ENV MIX_ENV="prod"
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates libncurses6 libstdc++6 openssl && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/_build/prod/rel/hello /app/_build/prod/rel/hello
ENV PHX_SERVER=true
EXPOSE 4000
CMD ["/app/_build/prod/rel/hello/bin/hello", "start"]

### Alpine, a release with a name, another user
FROM hexpm/elixir:1.15.7-erlang-26.1.2-alpine-3.18.4<|>
RUN apk add --no-cache build-base git
RUN adduser -D app
WORKDIR /src
ENV MIX_ENV=prod LANG=en_US.UTF-8
COPY . .
RUN mix local.hex --force && mix deps.get && mix release worker
USER app
CMD ["_build/prod/rel/worker/bin/worker", "start"]
--- file: mix.exs
[app: :hello, releases: [web: [], worker: []]]
===>
FROM hexpm/elixir:1.15.7-erlang-26.1.2-alpine-3.18.4 AS build
RUN apk add --no-cache build-base git
WORKDIR /src
ENV MIX_ENV=prod LANG=en_US.UTF-8
COPY . .
RUN mix local.hex --force && mix deps.get && mix release worker

FROM alpine:3.18.4
RUN adduser -D app
ENV MIX_ENV=prod LANG=en_US.UTF-8
RUN apk add --no-cache ca-certificates libstdc++ ncurses-libs openssl
WORKDIR /src
COPY --from=build /src/_build/prod/rel/worker /src/_build/prod/rel/worker
USER app
CMD ["_build/prod/rel/worker/bin/worker", "start"]

### a release that is put elsewhere
FROM elixir:1.17<|>
WORKDIR /app
COPY . .
RUN mix local.hex --force && mix deps.get && MIX_ENV=prod mix release --path /opt/hello
CMD ["/opt/hello/bin/hello", "start"]
--- file: mix.exs
[app: :hello]
===>
FROM elixir:1.17 AS build
WORKDIR /app
COPY . .
RUN mix local.hex --force && mix deps.get && MIX_ENV=prod mix release --path /opt/hello

FROM debian:bookworm-slim
ENV LANG=C.UTF-8
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates libncurses6 libstdc++6 openssl && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /opt/hello /opt/hello
CMD ["/opt/hello/bin/hello", "start"]

### several releases
FROM elixir:1.18<|>
WORKDIR /app
ENV MIX_ENV=prod
COPY . .
RUN mix release
CMD ["/app/_build/prod/rel/web/bin/web", "start"]
--- file: mix.exs
[app: :hello, releases: [web: [include: [a: 1]], worker: []]]
===> refused: mix.exs has several releases, or a name that is computed; call mix release with a name.

### no release
FROM elixir:1.18<|>
WORKDIR /app
COPY . .
RUN mix deps.get && mix compile
CMD ["mix", "phx.server"]
===> refused: The container runs mix, which needs Elixir and the sources; a release (mix release) starts by itself.

### a release of Alpine that the tag does not tell
FROM elixir:1.15-alpine<|>
WORKDIR /app
ENV MIX_ENV=prod
COPY . .
RUN mix release
CMD ["/app/_build/prod/rel/hello/bin/hello", "start"]
--- file: mix.exs
[app: :hello]
===> refused: Which release of Alpine elixir:1.15-alpine is made on is not known, and a release runs on the same one only; hexpm/elixir has tags that tell.

### a release of Debian that images of this line moved away from
FROM elixir:1.16<|>
WORKDIR /app
ENV MIX_ENV=prod
COPY . .
RUN mix release
CMD ["/app/_build/prod/rel/hello/bin/hello", "start"]
--- file: mix.exs
[app: :hello]
===> refused: Which release of Debian elixir:1.16 is made on is not known, and a release runs on the same one only; hexpm/elixir has tags that tell.

### a start that calls mix
FROM elixir:1.17<|>
WORKDIR /app
ENV MIX_ENV=prod
COPY . .
RUN mix release
ENTRYPOINT ["./start.sh"]
--- file: mix.exs
[app: :hello]
--- file: start.sh
#!/bin/sh
mix ecto.migrate
exec _build/prod/rel/hello/bin/hello start
===> refused: start.sh calls mix, which needs Elixir and the sources; a release can run tasks by itself (eval).

### several tasks in one call
FROM elixir:1.18<|>
ARG MIX_ENV=prod
WORKDIR /app
COPY . .
RUN mix do local.hex --force, local.rebar --force, deps.get --only prod, release
CMD _build/prod/rel/hello/bin/hello start
--- file: mix.exs
[app: :hello]
===>
FROM elixir:1.18 AS build
ARG MIX_ENV=prod
WORKDIR /app
COPY . .
RUN mix do local.hex --force, local.rebar --force, deps.get --only prod, release

FROM debian:bookworm-slim
ENV LANG=C.UTF-8
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates libncurses6 libstdc++6 openssl && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/_build/prod/rel/hello /app/_build/prod/rel/hello
CMD _build/prod/rel/hello/bin/hello start
