### where Composer keeps its cache
FROM composer:2
RUN composer install --no-dev && composer clear-cache
    ^^^^^^^^^^^^^^^^^^^^^^^^^ Composer downloads everything again whenever this step reruns: there is no cache mount at /tmp/cache.
FROM php:8.3-cli
RUN composer install --no-cache
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Composer downloads everything again whenever this step reruns: there is no cache mount at /root/.composer/cache.
ENV COMPOSER_HOME=/composer
RUN composer global require x/y
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Composer downloads everything again whenever this step reruns: there is no cache mount at /composer/cache.
USER www-data
RUN composer install
    ^^^^^^^^^^^^^^^^ Composer downloads everything again whenever this step reruns: there is no cache mount at /composer/cache.
===>
FROM composer:2
RUN --mount=type=cache,target=/tmp/cache composer install --no-dev
FROM php:8.3-cli
RUN --mount=type=cache,target=/root/.composer/cache composer install
ENV COMPOSER_HOME=/composer
RUN --mount=type=cache,target=/composer/cache composer global require x/y
USER www-data
RUN composer install

### global packages go to one of two homes
FROM php:8.3-cli
RUN composer global require laravel/installer
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Composer downloads everything again whenever this step reruns: there is no cache mount for what Composer downloads.
===> no fix

### global packages where the home is known
FROM composer:2
RUN composer global require laravel/installer
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Composer downloads everything again whenever this step reruns: there is no cache mount at /tmp/cache.
===>
FROM composer:2
RUN --mount=type=cache,target=/tmp/cache composer global require laravel/installer
