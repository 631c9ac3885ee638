### by bundle exec and alone
FROM ruby:3.4
RUN bundle exec bootsnap precompile --gemfile
                         ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
RUN bundle exec bootsnap precompile app/ lib/ && bootsnap precompile --gemfile && ./bin/bootsnap precompile x
                         ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
                                                          ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
                                                                                                 ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
RUN ["bundle", "exec", "bootsnap", "precompile", "app/"]
                                    ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
===>
FROM ruby:3.4
RUN bundle exec bootsnap precompile -j 1 --gemfile
RUN bundle exec bootsnap precompile -j 1 app/ lib/ && bootsnap precompile -j 1 --gemfile && ./bin/bootsnap precompile -j 1 x
RUN ["bundle", "exec", "bootsnap", "precompile", "app/"]

### with one process
FROM ruby:3.4
RUN bundle exec bootsnap precompile -j 1 --gemfile && bundle exec bootsnap precompile -j1 app/ && bootsnap precompile --jobs=1 lib/
RUN bundle exec bootsnap precompile -j 0 app/
RUN bundle exec rails assets:precompile && bundle exec rake precompile

### on the builder's own platform
FROM --platform=$BUILDPLATFORM ruby:3.4 AS build
RUN bundle exec bootsnap precompile --gemfile
FROM build AS more
RUN bundle exec bootsnap precompile --gemfile
FROM ruby:3.4
RUN bundle exec bootsnap precompile --gemfile
                         ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.

### lines
FROM ruby:3.4
RUN bundle install && \
    bundle exec bootsnap precompile \
                         ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
      --gemfile
===>
FROM ruby:3.4
RUN bundle install && \
    bundle exec bootsnap precompile -j 1 \
      --gemfile

### ONBUILD, and without FROM
ONBUILD RUN bundle exec bootsnap precompile --gemfile
                                 ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
RUN bundle exec bootsnap precompile --gemfile
                         ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
