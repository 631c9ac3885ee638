### with documentation
FROM debian:12
RUN gem install rake
        ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
RUN gem update --system && gem i -v 1.0 rake
        ^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
                               ^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
RUN sudo gem install nokogiri -- --use-system-libraries
             ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
===>
FROM debian:12
RUN gem install --no-document rake
RUN gem update --no-document --system && gem i --no-document -v 1.0 rake
RUN sudo gem install --no-document nokogiri -- --use-system-libraries

### without
FROM debian:12
RUN gem install --no-document rake && gem install -N rake && gem update --no-document && gem install rake --no-ri --no-rdoc

### what the extension is built with does not count
FROM debian:12
RUN gem install nokogiri -- --no-document
        ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
===>
FROM debian:12
RUN gem install --no-document nokogiri -- --no-document

### a gemrc file
FROM debian:12
RUN echo 'gem: --no-document' > ~/.gemrc && gem install rake
RUN gem install rake
FROM debian:12
COPY gemrc /etc/gemrc
RUN gem install rake
FROM debian:12
COPY .gemrc /root/
RUN gem install rake
FROM debian:12
RUN gem install rake
        ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
RUN echo 'gem: --no-document' > ~/.gemrc
===>
FROM debian:12
RUN echo 'gem: --no-document' > ~/.gemrc && gem install rake
RUN gem install rake
FROM debian:12
COPY gemrc /etc/gemrc
RUN gem install rake
FROM debian:12
COPY .gemrc /root/
RUN gem install rake
FROM debian:12
RUN gem install --no-document rake
RUN echo 'gem: --no-document' > ~/.gemrc

### other commands
FROM debian:12
RUN gem uninstall rake && gem list && gem build x.gemspec && bundle install

### images that bring such a file
FROM ruby:3.4
RUN gem install rake
        ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
===>
FROM ruby:3.4
RUN gem install --no-document rake

### in ONBUILD, in exec form
FROM debian:12
ONBUILD RUN gem install rake
                ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
RUN ["gem", "install", "rake"]
             ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
===>
FROM debian:12
ONBUILD RUN gem install --no-document rake
RUN ["gem", "install", "--no-document", "rake"]
