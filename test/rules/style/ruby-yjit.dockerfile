### servers
FROM ruby:3.3
     ^^^^^^^^ Ruby runs a server here without YJIT.
CMD ["rails", "server", "-b", "0.0.0.0"]
===>
FROM ruby:3.3
ENV RUBY_YJIT_ENABLE=1
CMD ["rails", "server", "-b", "0.0.0.0"]

### in shell form, by paths, through bundler
FROM ruby:3.4.1-slim
     ^^^^^^^^^^^^^^^ Ruby runs a server here without YJIT.
CMD bundle exec ./bin/rails s

### the last stage, by what it is built on
FROM ruby:4.0 AS base
FROM base
     ^^^^ Ruby runs a server here without YJIT.
ENTRYPOINT ["bundle", "exec"]
CMD ["puma"]

### it is on
FROM ruby:3.4
ENV RUBY_YJIT_ENABLE=1
CMD ["puma"]

### by an option
FROM ruby:3.4
ENV RUBYOPT=--yjit
CMD ["puma"]

### in the stage below
FROM ruby:3.4 AS base
ENV RUBY_YJIT_ENABLE=1
FROM base
CMD ["puma"]

### older than 3.3
FROM ruby:3.2
CMD ["puma"]

### a version that is not known
FROM ruby:3
CMD ["puma"]

### no server
FROM ruby:3.4
CMD ["ruby", "job.rb"]

### a script
FROM ruby:3.4
CMD ["rails", "runner", "x"]

### Rails turns it on
FROM ruby:3.4
CMD ["rails", "server"]
--- file: Gemfile.lock
GEM
  specs:
    rails (7.2.1)

### Rails did not yet
FROM ruby:3.4
     ^^^^^^^^ Ruby runs a server here without YJIT.
CMD ["rails", "server"]
--- file: Gemfile.lock
GEM
  specs:
    rails (7.1.5)

### what new Rails starts with turns it on as well
FROM ruby:3.4
CMD ["./bin/thrust", "./bin/rails", "server"]

### a stage that does not ship
FROM ruby:3.4 AS test
CMD ["puma"]
