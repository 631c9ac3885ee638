### a real key from ARG or ENV
FROM ruby:3.3
ARG RAILS_MASTER_KEY
RUN RAILS_MASTER_KEY=$RAILS_MASTER_KEY bundle exec rake assets:precompile
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Rails gets its real key from ARG RAILS_MASTER_KEY to precompile assets: SECRET_KEY_BASE_DUMMY=1 spares it.
===>
FROM ruby:3.3
ARG RAILS_MASTER_KEY
RUN SECRET_KEY_BASE_DUMMY=1 RAILS_MASTER_KEY=$RAILS_MASTER_KEY bundle exec rake assets:precompile

### a dummy, a made-up key, a secret mount
# syntax=docker/dockerfile:1
FROM ruby:3.3
RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile
RUN SECRET_KEY_BASE=dummy ./bin/rails assets:precompile
RUN --mount=type=secret,id=key,env=RAILS_MASTER_KEY ./bin/rails assets:precompile
RUN --mount=type=secret,id=key,target=/app/config/master.key ./bin/rails assets:precompile
RUN export SECRET_KEY_BASE=1 && ./bin/rails assets:precompile

### old versions, other environments
FROM ruby:2.5
RUN bundle exec rake assets:precompile
FROM ruby:3.3
ENV RAILS_ENV=development
RUN bundle exec rake assets:precompile

### Rails before 7.1 by Gemfile.lock
FROM ruby:3.1
RUN bundle exec rails assets:precompile
--- file: Gemfile.lock
GEM
  specs:
    rails (6.1.7)

### the fix is safe where Gemfile.lock names a Rails that knows it
FROM ruby:3.3
RUN ./bin/rails assets:precompile
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Rails asks for its secret key here: SECRET_KEY_BASE_DUMMY=1 spares the real one.
===>
FROM ruby:3.3
RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile
--- file: Gemfile.lock
GEM
  specs:
    rails (8.0.1)
