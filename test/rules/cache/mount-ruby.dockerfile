### a path of its own is split by Ruby's version
FROM ruby:3.3.1-slim
ENV BUNDLE_DEPLOYMENT=1 BUNDLE_PATH=/usr/local/bundle
RUN bundle install && \
    ^^^^^^^^^^^^^^ Bundler downloads everything again whenever this step reruns: there is no cache mount at /usr/local/bundle/ruby/3.3.0/cache.
    rm -rf ~/.bundle/ "${BUNDLE_PATH}"/ruby/*/cache
===>
FROM ruby:3.3.1-slim
ENV BUNDLE_DEPLOYMENT=1 BUNDLE_PATH=/usr/local/bundle
RUN --mount=type=cache,target=/usr/local/bundle/ruby/3.3.0/cache \
    bundle install && \
    rm -rf ~/.bundle/

### where the path is not known, and where it does not matter
FROM ruby:3.3
ENV BUNDLE_DEPLOYMENT=1
RUN bundle install
    ^^^^^^^^^^^^^^ Bundler downloads everything again whenever this step reruns: there is no cache mount for what Bundler downloads.
FROM debian:12
RUN bundle install
FROM ruby:3.3
RUN gem install bundler && bundle exec rake
RUN --mount=type=cache,target=/usr/local/bundle/cache bundle install
===> no fix
