### each flag
FROM ruby:3.4
RUN bundle install --without development test
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ Bundler 4 no longer knows --without; bundle config set says the same.
RUN bundle install --without=development:test --jobs 4
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ Bundler 4 no longer knows --without; bundle config set says the same.
RUN bundle install --jobs 4 --deployment
                            ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
RUN bundle install --path vendor/bundle
                   ^^^^^^^^^^^^^^^^^^^^ Bundler 4 no longer knows --path; bundle config set says the same.
RUN bundle --path=vendor/bundle && bundle i --deployment --without test
           ^^^^^^^^^^^^^^^^^^^^ Bundler 4 no longer knows --path; bundle config set says the same.
                                            ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment and --without; bundle config set says the same.
===>
FROM ruby:3.4
RUN bundle config set --local without development:test && bundle install
RUN bundle config set --local without development:test && bundle install --jobs 4
RUN bundle config set --local deployment true && bundle install --jobs 4
RUN bundle config set --local path vendor/bundle && bundle install
RUN bundle config set --local path vendor/bundle && bundle && bundle config set --local deployment true && bundle config set --local without test && bundle i

### others
FROM ruby:3.4
RUN bundle install --jobs 4 --retry 3 && bundle config set --local without test && bundle package --path x && bundle exec rake --path x
RUN gem install --path x && bundle && bundle config --without x

### lines
FROM ruby:3.4
RUN gem install bundler && \
    bundle install \
      --deployment \
      ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
      --jobs 4
===>
FROM ruby:3.4
RUN gem install bundler && \
    bundle config set --local deployment true && bundle install \
      --jobs 4

### no fix
FROM ruby:3.4
RUN ["bundle", "install", "--deployment"]
                           ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
RUN bundle install --without $GROUPS
                   ^^^^^^^^^^^^^^^^^ Bundler 4 no longer knows --without; bundle config set says the same.
RUN make || bundle install --deployment
                           ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
RUN sudo bundle install --deployment
                        ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
RUN if true; then bundle install --deployment; fi
                                 ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
RUN BUNDLE_JOBS=4 bundle install --deployment
                                 ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
===> no fix

### ONBUILD, and without FROM
ONBUILD RUN bundle install --deployment
                           ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
RUN bundle install --deployment
                   ^^^^^^^^^^^^ Bundler 4 no longer knows --deployment; bundle config set says the same.
