### Rails
FROM ruby:3.4
WORKDIR /rails
RUN useradd rails
COPY . .
       ^ Rails writes to tmp, log, storage and db, which belong to root here; rails runs it.
RUN bundle exec rails assets:precompile
USER rails
===>
FROM ruby:3.4
WORKDIR /rails
RUN useradd rails
COPY --chown=rails . .
RUN bundle exec rails assets:precompile
USER rails

### Rails out of another stage
FROM ruby:3.4 AS build
WORKDIR /rails
COPY . .
FROM ruby:3.4
ENV RAILS_ENV=production
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /rails /rails
                         ^^^^^^ Rails writes to tmp, log, storage and db, which belong to root here; 1000 runs it.
USER 1000:1000
CMD ["./bin/rails", "server"]
===>
FROM ruby:3.4 AS build
WORKDIR /rails
COPY . .
FROM ruby:3.4
ENV RAILS_ENV=production
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build --chown=1000:1000 /rails /rails
USER 1000:1000
CMD ["./bin/rails", "server"]

### Laravel
FROM php:8.4-apache
WORKDIR /var/www/html
COPY . /var/www/html
       ^^^^^^^^^^^^^ Laravel writes to storage and bootstrap/cache, which belong to root here; www-data runs it.
RUN php artisan key:generate
USER www-data

### by the context
FROM php:8.4-apache
COPY . /app
       ^^^^ Laravel writes to storage and bootstrap/cache, which belong to root here; www-data runs it.
USER www-data
--- file: artisan
#!/usr/bin/env php

### the user is made afterwards
FROM ruby:3.4
WORKDIR /rails
COPY . .
       ^ Rails writes to tmp, log, storage and db, which belong to root here; rails runs it.
RUN useradd rails
USER rails
CMD ["bin/rails", "server"]
===> no fix

### given to the user
FROM ruby:3.4
WORKDIR /rails
COPY --chown=rails . .
USER rails
CMD ["bin/rails", "server"]

### given to the user afterwards
FROM ruby:3.4
WORKDIR /rails
COPY . .
RUN useradd rails && chown -R rails:rails db log storage tmp
USER rails
CMD ["bin/rails", "server"]

### all of it
FROM ruby:3.4
WORKDIR /rails
COPY . .
RUN chown -R rails /rails
USER rails
CMD ["bin/rails", "server"]

### open to all
FROM php:8.4-apache
COPY . /app
RUN chmod -R 775 /app/storage && php /app/artisan x
USER www-data

### root
FROM ruby:3.4
COPY . /rails
CMD ["bin/rails", "server"]

### no framework
FROM ruby:3.4
COPY . /app
USER app
CMD ["ruby", "x.rb"]

### only a file
FROM ruby:3.4
COPY config.ru /rails/
USER app
CMD ["bin/rails", "server"]
