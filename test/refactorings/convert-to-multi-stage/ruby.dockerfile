### gems of a lock file, libraries in the place of their headers
FROM ruby:3.1<|>
RUN apt-get update -qq && apt-get install -y build-essential libpq-dev nodejs
WORKDIR /myapp
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
EXPOSE 3000
CMD ["rails", "server", "-b", "0.0.0.0"]
--- file: Gemfile
gem 'rails'
gem 'pg'
--- file: Gemfile.lock
GEM
  specs:
    pg (1.5.4)
    railties (7.0.8)
    rails (7.0.8)
===>
FROM ruby:3.1 AS build
RUN apt-get update -qq && apt-get install -y build-essential libpq-dev nodejs
WORKDIR /myapp
COPY Gemfile Gemfile.lock ./
RUN bundle install
RUN rm -rf /usr/local/bundle/cache

FROM ruby:3.1-slim
RUN apt-get update -qq && apt-get install -y libpq5
WORKDIR /myapp
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY . .
EXPOSE 3000
CMD ["rails", "server", "-b", "0.0.0.0"]

### settings of Bundler for the user, and Node.js for the assets alone
FROM ruby:3.2-bookworm<|>
RUN apt-get update && apt-get install -y --no-install-recommends nodejs && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV RAILS_ENV=production BUNDLE_JOBS=4
RUN bundle config --global frozen 1 && bundle config set --global without 'development test'
COPY Gemfile* ./
RUN bundle install
COPY . .
RUN SECRET_KEY_BASE=dummy bundle exec rake assets:precompile
CMD ["bundle", "exec", "puma", "-p", "3000"]
--- file: Gemfile
gem 'rails'
gem 'puma'
gem 'mini_magick'
--- file: Gemfile.lock
GEM
  specs:
    mini_magick (4.12.0)
    puma (6.4.0)
    rails (7.0.8)
===>
FROM ruby:3.2-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV RAILS_ENV=production BUNDLE_JOBS=4
RUN bundle config --global frozen 1 && bundle config set --global without 'development test'
COPY Gemfile* ./
RUN bundle install
COPY . .
RUN SECRET_KEY_BASE=dummy bundle exec rake assets:precompile
RUN rm -rf /usr/local/bundle/cache

FROM ruby:3.2-slim-bookworm
ENV BUNDLE_FROZEN=1 BUNDLE_WITHOUT=development:test
ENV RAILS_ENV=production BUNDLE_JOBS=4
RUN apt-get update && \
    apt-get install -y --no-install-recommends imagemagick && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["bundle", "exec", "puma", "-p", "3000"]

### a gem that looks for Node.js when it starts
FROM ruby:3.2<|>
RUN apt-get update && apt-get install -y nodejs
WORKDIR /app
COPY . .
RUN bundle install && bundle exec rails assets:precompile
CMD ["bin/rails", "server"]
--- file: Gemfile
gem 'rails'
--- file: Gemfile.lock
GEM
  specs:
    rails (6.0.0)
    execjs (2.8.1)
    uglifier (4.2.0)
===>
FROM ruby:3.2 AS build
RUN apt-get update && apt-get install -y nodejs
WORKDIR /app
COPY . .
RUN bundle install && bundle exec rails assets:precompile
RUN rm -rf /usr/local/bundle/cache

FROM ruby:3.2-slim
RUN apt-get update && apt-get install -y nodejs
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends tzdata && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["bin/rails", "server"]

### the same from NodeSource
FROM ruby:3.2<|>
RUN curl -fsSL https://deb.nodesource.com/setup_18.x | bash - && apt-get install -y nodejs
WORKDIR /app
COPY . .
RUN bundle install
CMD ["bin/rails", "server"]
--- file: Gemfile.lock
GEM
  specs:
    rails (6.0.0)
    execjs (2.8.1)
===> refused: The gem execjs needs Node.js at run time, which comes from another source of packages; the gem mini_racer would do without.

### NodeSource and Yarn for the assets alone
FROM ruby:3.2<|>
RUN curl -fsSL https://deb.nodesource.com/setup_18.x | bash -
RUN curl -sS https://dl.yarnpkg.com/debian/pubkey.gpg | apt-key add - && \
    echo "deb https://dl.yarnpkg.com/debian/ stable main" | tee /etc/apt/sources.list.d/yarn.list
RUN apt-get update && apt-get install -y nodejs yarn tzdata
WORKDIR /app
ENV RAILS_ENV production
COPY . .
RUN bundle install --without development test
RUN yarn install --frozen-lockfile && bundle exec rails assets:precompile
CMD ["bin/rails", "server"]
--- file: Gemfile.lock
GEM
  specs:
    rails (6.0.0)
    webpacker (5.4.4)
===>
FROM ruby:3.2 AS build
RUN curl -fsSL https://deb.nodesource.com/setup_18.x | bash -
RUN curl -sS https://dl.yarnpkg.com/debian/pubkey.gpg | apt-key add - && \
    echo "deb https://dl.yarnpkg.com/debian/ stable main" | tee /etc/apt/sources.list.d/yarn.list
RUN apt-get update && apt-get install -y nodejs yarn tzdata
WORKDIR /app
ENV RAILS_ENV production
COPY . .
RUN bundle install --without development test
RUN yarn install --frozen-lockfile && bundle exec rails assets:precompile
RUN rm -rf /usr/local/bundle/cache
RUN rm -rf node_modules

FROM ruby:3.2-slim
RUN apt-get update && apt-get install -y tzdata
ENV RAILS_ENV production
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["bin/rails", "server"]

### gems in the project, and another user
FROM ruby:3.1-slim<|>
RUN apt-get update && apt-get install -y build-essential libsqlite3-dev
RUN useradd --create-home app
ENV BUNDLE_DEPLOYMENT=1 BUNDLE_WITHOUT=development:test
WORKDIR /srv/app
COPY --chown=app . .
USER app
RUN bundle install
ENTRYPOINT ["bin/start"]
CMD ["puma"]
--- file: Gemfile.lock
GEM
  specs:
    puma (6.4.0)
    sqlite3 (1.4.4)
--- file: bin/start
#!/bin/sh
exec bundle exec "$@"
===>
FROM ruby:3.1-slim AS build
RUN apt-get update && apt-get install -y build-essential libsqlite3-dev
RUN useradd --create-home app
ENV BUNDLE_DEPLOYMENT=1 BUNDLE_WITHOUT=development:test
WORKDIR /srv/app
COPY --chown=app . .
USER app
RUN bundle install
RUN rm -rf /srv/app/vendor/bundle/ruby/*/cache

FROM ruby:3.1-slim
RUN apt-get update && apt-get install -y libsqlite3-0
RUN useradd --create-home app
ENV BUNDLE_DEPLOYMENT=1 BUNDLE_WITHOUT=development:test
COPY --from=build --chown=app /usr/local/bundle /usr/local/bundle
COPY --from=build --chown=app /srv/app /srv/app
WORKDIR /srv/app
USER app
ENTRYPOINT ["bin/start"]
CMD ["puma"]

### a directory of gems of its own
FROM ruby:3.1<|>
ENV GEM_HOME=/gems BUNDLE_PATH=/gems
WORKDIR /app
COPY . .
RUN bundle install --jobs 4
CMD ["bundle", "exec", "rackup", "-o", "0.0.0.0"]
--- file: Gemfile.lock
GEM
  specs:
    rack (2.2.8)
===>
FROM ruby:3.1 AS build
ENV GEM_HOME=/gems BUNDLE_PATH=/gems
WORKDIR /app
COPY . .
RUN bundle install --jobs 4
RUN rm -rf /gems/ruby/*/cache

FROM ruby:3.1-slim
ENV GEM_HOME=/gems BUNDLE_PATH=/gems
WORKDIR /app
COPY --from=build /gems /gems
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["bundle", "exec", "rackup", "-o", "0.0.0.0"]

### Alpine: the same image, without compilers
FROM ruby:3.2-alpine3.19<|>
RUN apk add --no-cache build-base postgresql-dev tzdata git
WORKDIR /app
COPY . .
RUN bundle install
CMD ["bundle", "exec", "puma"]
--- file: Gemfile.lock
GEM
  specs:
    pg (1.5.4)
    puma (6.4.0)
===>
FROM ruby:3.2-alpine3.19 AS build
RUN apk add --no-cache build-base postgresql-dev tzdata git
WORKDIR /app
COPY . .
RUN bundle install
RUN rm -rf /usr/local/bundle/cache

FROM ruby:3.2-alpine3.19
RUN apk add --no-cache libpq tzdata
RUN apk add --no-cache libstdc++
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["bundle", "exec", "puma"]

### compilers that the same RUN takes away
FROM ruby:3.2-alpine<|>
WORKDIR /app
COPY . .
RUN apk add --no-cache --virtual .build-deps build-base && bundle install && apk del .build-deps
CMD ["bundle", "exec", "puma"]
--- file: Gemfile.lock
GEM
  specs:
    puma (6.4.0)
===> refused: There is little to leave behind: the base image is small already, and no package is for the build only.

### Debian's own Ruby
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y --no-install-recommends ruby ruby-dev ruby-bundler build-essential libyaml-dev
WORKDIR /app
COPY . .
RUN bundle config set --local path vendor/bundle && bundle install
CMD ["bundle", "exec", "ruby", "app.rb"]
--- file: Gemfile.lock
GEM
  specs:
    psych (5.1.0)
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends ruby ruby-dev ruby-bundler build-essential libyaml-dev
WORKDIR /app
COPY . .
RUN bundle config set --local path vendor/bundle && bundle install
RUN rm -rf /app/vendor/bundle/ruby/*/cache

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ruby ruby-bundler libyaml-0-2
WORKDIR /app
COPY --from=build /app /app
CMD ["bundle", "exec", "ruby", "app.rb"]

### a program of a gem, on Debian
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y ruby-full build-essential
RUN gem install sass
ENTRYPOINT ["sass"]
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y ruby-full build-essential
RUN gem install sass

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y ruby-full
COPY --from=build /usr/local/bin /usr/local/bin
COPY --from=build /var/lib/gems /var/lib/gems
ENTRYPOINT ["sass"]

### a manifest that asks Git for its files
FROM ruby:3.3<|>
WORKDIR /tool
COPY . .
RUN bundle install
ENTRYPOINT ["bundle", "exec", "tool"]
--- file: Gemfile
gemspec
--- file: Gemfile.lock
PATH
  remote: .
  specs:
    tool (0.1.0)
--- file: tool.gemspec
Gem::Specification.new { |s| s.files = `git ls-files -z`.split("\0") }
===>
FROM ruby:3.3 AS build
WORKDIR /tool
COPY . .
RUN bundle install
RUN rm -rf /usr/local/bundle/cache

FROM ruby:3.3-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends git && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /tool
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /tool /tool
ENTRYPOINT ["bundle", "exec", "tool"]

### a gem of which nothing is known, without a lock file
FROM ruby:3.1<|>
RUN gem install mailcatcher
CMD ["mailcatcher", "-f"]
===> refused: Which libraries mailcatcher needs at run time, or a gem that it asks for, is not known; a Gemfile.lock would tell.

### no manifest to read
FROM ruby:3.1<|>
WORKDIR /app
COPY . .
RUN bundle install
CMD ["ruby", "app.rb"]
===> refused: Which gems the program needs stands in Gemfile, which is not here to be read.

### nothing that leaves
FROM ruby:3.1-slim<|>
WORKDIR /app
COPY . .
RUN bundle install
CMD ["ruby", "app.rb"]
--- file: Gemfile.lock
GEM
  specs:
    rack (2.2.8)
===> refused: There is little to leave behind: the base image is small already, and no package is for the build only.

### a tool for development
FROM ruby:3.1<|>
WORKDIR /app
COPY . .
RUN bundle install
CMD ["bundle", "exec", "guard"]
--- file: Gemfile
gem 'guard'
===> refused: The container runs guard, a tool for development.

### a shell
FROM ruby:3.1<|>
WORKDIR /app
COPY . .
RUN bundle install
CMD ["bash"]
--- file: Gemfile
gem 'rack'
===> refused: The container starts bash, not a program: which tools it is for is not known.

### gems that are installed at the start
FROM ruby:3.1<|>
WORKDIR /app
COPY . .
RUN bundle install
ENTRYPOINT ["./entrypoint.sh"]
CMD ["rails", "server"]
--- file: Gemfile
gem 'rails'
--- file: entrypoint.sh
#!/bin/sh
bundle install
exec "$@"
===> refused: entrypoint.sh installs packages or compiles assets when it starts, which needs the tools of the build; let a RUN do so.

### the root of the file system
FROM ruby:3.1<|>
COPY Gemfile .
RUN bundle install
COPY . .
CMD ["ruby", "app.rb"]
--- file: Gemfile
gem 'rack'
===> refused: The project lies in /, among the files of the system; give it a WORKDIR first.

### a task with effects outside the project
FROM ruby:3.1<|>
WORKDIR /app
COPY . .
RUN bundle install && bundle exec whenever --update-crontab
CMD ["ruby", "app.rb"]
--- file: Gemfile
gem 'rack'
===> refused: Line 4 calls bundle exec; what that leaves behind is not known.

### an extension that is linked with something unknown
FROM ruby:3.1<|>
WORKDIR /app
COPY . .
RUN bundle install && rake compile
CMD ["ruby", "app.rb"]
--- file: Gemfile
gem 'rake'
--- file: ext/x/extconf.rb
have_library('z')
have_library('frobnicate')
===> refused: An extension of the project is linked with frobnicate, and which package has that at run time is not known.

### a version without a slim image that is known
FROM ruby:2.1.2<|>
WORKDIR /app
COPY . .
RUN bundle install
CMD ["ruby", "app.rb"]
--- file: Gemfile
gem 'rack'
===> refused: There is little to leave behind: the base image is small already, and no package is for the build only.

### RubyGems itself is brought up to date
FROM ruby:3.2<|>
RUN gem update --system && gem install bundler
ENV TZ=Europe/Berlin
WORKDIR /app
COPY . .
RUN bundle install
CMD ["puma"]
--- file: Gemfile.lock
GEM
  specs:
    puma (6.4.0)
===>
FROM ruby:3.2 AS build
RUN gem update --system && gem install bundler
ENV TZ=Europe/Berlin
WORKDIR /app
COPY . .
RUN bundle install
RUN rm -rf /usr/local/bundle/cache

FROM ruby:3.2-slim
RUN gem update --system && gem install bundler
ENV TZ=Europe/Berlin
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends tzdata && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["puma"]

### a supervisor, and settings of its own
FROM ruby:3.1-slim-bullseye<|>
RUN apt-get update && apt-get install -y --no-install-recommends build-essential default-libmysqlclient-dev supervisor && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/app
COPY . .
RUN bundle install --deployment --without development test
COPY supervisord.conf /etc/supervisor/conf.d/app.conf
CMD ["/usr/bin/supervisord", "-n"]
--- file: Gemfile.lock
GEM
  specs:
    mysql2 (0.5.5)
--- file: supervisord.conf
[program:web]
command=bundle exec puma
===>
FROM ruby:3.1-slim-bullseye AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential default-libmysqlclient-dev supervisor && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/app
COPY . .
RUN bundle install --deployment --without development test
RUN rm -rf /opt/app/vendor/bundle/ruby/*/cache

FROM ruby:3.1-slim-bullseye
RUN apt-get update && apt-get install -y --no-install-recommends libmariadb3 supervisor && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /opt/app /opt/app
COPY supervisord.conf /etc/supervisor/conf.d/app.conf
CMD ["/usr/bin/supervisord", "-n"]

### gems in a directory for the build, the project in another
FROM ruby:3.1<|>
WORKDIR /tmp
COPY Gemfile* ./
RUN bundle install
WORKDIR /usr/src/app
COPY . .
RUN rake assets:precompile
CMD ["unicorn", "-c", "config/unicorn.rb"]
--- file: Gemfile.lock
GEM
  specs:
    unicorn (6.1.0)
    ethon (0.16.0)
===>
FROM ruby:3.1 AS build
WORKDIR /tmp
COPY Gemfile* ./
RUN bundle install
WORKDIR /usr/src/app
COPY . .
RUN rake assets:precompile
RUN cd /tmp && rm -rf /usr/local/bundle/cache

FROM ruby:3.1-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends libcurl4 && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /usr/src/app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /usr/src/app /usr/src/app
CMD ["unicorn", "-c", "config/unicorn.rb"]

### a gem beside the project
FROM ruby:3.1<|>
COPY shared /shared
WORKDIR /app
COPY app .
RUN bundle install
CMD ["ruby", "main.rb"]
--- file: app/Gemfile
gem 'shared', path: '/shared'
--- file: app/Gemfile.lock
PATH
  remote: /shared
  specs:
    shared (1.0.0)
--- file: shared/shared.gemspec
Gem::Specification.new { |s| s.name = 'shared' }
===>
FROM ruby:3.1 AS build
COPY shared /shared
WORKDIR /app
COPY app .
RUN bundle install
RUN rm -rf /usr/local/bundle/cache

FROM ruby:3.1-slim
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
COPY shared /shared
CMD ["ruby", "main.rb"]
