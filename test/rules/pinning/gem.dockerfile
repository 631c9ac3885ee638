### a version in a flag, behind a colon, a file
FROM ruby:3.4
RUN gem install rails -v 8.1.0 && gem install rails --version '~> 8.0' && gem install rails --version=8.1.0 && gem install -v8.1.0 rails
RUN gem install rails:8.1.0 puma:7.1.0
RUN gem install ./rails.gem pkg/*.gem && gem install -g Gemfile && gem update --system

### none, wherever the flags stand
FROM ruby:3.4
RUN gem install rails --no-document
                ^^^^^ rails has no version: the next build may install a different one.
RUN gem install --no-document rails puma:7.1.0
                              ^^^^^ rails has no version: the next build may install a different one.
RUN gem i rails
          ^^^^^ rails has no version: the next build may install a different one.
RUN gem install -i /opt rails
                        ^^^^^ rails has no version: the next build may install a different one.

### a variable
FROM ruby:3.4
ARG BUNDLER=2.7.2
RUN gem install bundler:$BUNDLER $OTHER

### hadolint: every flag takes the word behind it along
FROM ruby:3.4
RUN gem install --no-document rails
RUN gem install rails --no-document
                ^^^^^ rails has no version: the next build may install a different one.
RUN gem install -N rails puma
                         ^^^^ puma has no version: the next build may install a different one.
RUN gem install --install-dir /opt rails
                                   ^^^^^ rails has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: a version in a flag exempts the command
FROM ruby:3.4
RUN gem install rails -v 8.1.0
RUN gem install rails --version 8.1.0
RUN gem i --version=8.1.0 rails
RUN gem install -v8.1.0 x rails
                          ^^^^^ rails has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: what stands behind two dashes is for the compiler
FROM ruby:3.4
RUN gem install nokogiri:1.18.10 -- use-system-libraries
RUN gem install nokogiri -- --use-system-libraries
                ^^^^^^^^ nokogiri has no version: the next build may install a different one.
RUN gem update rails
--- settings: {"hadolint": true}
