FROM php:8.3-fpm-alpine
RUN apk add --update --no-cache --virtual .build-deps $PHPIZE_DEPS icu-dev \
    && docker-php-ext-install intl opcache pdo_mysql \
    && apk del .build-deps \
    && apk add icu-libs
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --prefer-dist
COPY . .
RUN composer dump-autoload --optimize && chown -R www-data:www-data var
USER www-data
CMD ["php-fpm"]
