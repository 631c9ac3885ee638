### Composer from its own image, extensions in what ships as well
FROM php:8.2-apache<|>
RUN apt-get update && apt-get install -y \
    git \
    unzip \
    libzip-dev \
    libpng-dev \
    && docker-php-ext-install pdo_mysql zip gd
RUN a2enmod rewrite
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev --optimize-autoloader
RUN chown -R www-data:www-data storage
EXPOSE 80
--- file: composer.json
{ "require": { "php": "^8.2" } }
===>
FROM php:8.2-apache AS build
RUN apt-get update && apt-get install -y \
    git \
    unzip \
    libzip-dev \
    libpng-dev \
    && docker-php-ext-install pdo_mysql zip gd
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev --optimize-autoloader
RUN chown -R www-data:www-data storage

FROM php:8.2-apache
RUN apt-get update && apt-get install -y \
    libzip-dev \
    libpng-dev \
    && docker-php-ext-install pdo_mysql zip gd
RUN a2enmod rewrite
WORKDIR /var/www/html
COPY --from=build /var/www/html /var/www/html
RUN chown -R www-data:www-data /var/www/html/storage
EXPOSE 80

### php-fpm, Composer by its installer, settings of PHP
FROM php:8.3-fpm<|>
RUN apt-get update && apt-get install -y git zip libicu-dev && docker-php-ext-configure intl && docker-php-ext-install intl opcache
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
COPY docker/php.ini /usr/local/etc/php/conf.d/app.ini
ENV COMPOSER_ALLOW_SUPERUSER=1
WORKDIR /srv/app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --optimize && php bin/console cache:warmup
USER www-data
--- file: composer.json
{}
--- file: composer.lock
{}
--- file: docker/php.ini
memory_limit = 256M
===>
FROM php:8.3-fpm AS build
RUN apt-get update && apt-get install -y git zip libicu-dev && docker-php-ext-configure intl && docker-php-ext-install intl opcache
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
COPY docker/php.ini /usr/local/etc/php/conf.d/app.ini
ENV COMPOSER_ALLOW_SUPERUSER=1
WORKDIR /srv/app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --optimize && php bin/console cache:warmup

FROM php:8.3-fpm
RUN apt-get update && apt-get install -y libicu-dev && docker-php-ext-configure intl && docker-php-ext-install intl opcache
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
WORKDIR /srv/app
COPY --from=build /srv/app /srv/app
COPY docker/php.ini /usr/local/etc/php/conf.d/app.ini
USER www-data

### assets by Node.js
FROM php:8.2-cli<|>
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs git unzip
COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev
RUN npm ci && npm run build
CMD ["php", "artisan", "serve", "--host=0.0.0.0"]
--- file: composer.json
{}
--- file: package.json
{ "scripts": { "build": "vite build" } }
===>
FROM php:8.2-cli AS build
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs git unzip
COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev
RUN npm ci && npm run build
RUN rm -rf node_modules

FROM php:8.2-cli
WORKDIR /app
COPY --from=build /app /app
CMD ["php", "artisan", "serve", "--host=0.0.0.0"]

### Alpine, compilers for a while
FROM php:8.2-fpm-alpine<|>
RUN apk add --no-cache --virtual .build-deps $PHPIZE_DEPS \
    && pecl install redis && docker-php-ext-enable redis \
    && apk del .build-deps
RUN apk add --no-cache git unzip icu-libs
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev
CMD ["php-fpm"]
--- file: composer.json
{}
===>
FROM php:8.2-fpm-alpine AS build
RUN apk add --no-cache --virtual .build-deps $PHPIZE_DEPS \
    && pecl install redis && docker-php-ext-enable redis \
    && apk del .build-deps
RUN apk add --no-cache git unzip icu-libs
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM php:8.2-fpm-alpine
RUN apk add --no-cache --virtual .build-deps $PHPIZE_DEPS \
    && pecl install redis && docker-php-ext-enable redis \
    && apk del .build-deps
RUN apk add --no-cache icu-libs
WORKDIR /app
COPY --from=build /app /app
CMD ["php-fpm"]

### Alpine, compilers in a RUN of their own
FROM php:7.3-fpm-alpine<|>
RUN apk add --no-cache --virtual buildDeps autoconf g++ make
RUN pecl install redis && docker-php-ext-enable redis
RUN apk del buildDeps
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev
--- file: composer.json
{}
===> refused: Line 2 handles compilers for extensions that another line needs; what ships compiles them as well, so write that as one RUN.

### Debian's PHP: its Composer brings extensions along
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y --no-install-recommends php-cli composer git unzip
WORKDIR /app
COPY . .
RUN composer install --no-dev
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
--- file: composer.json
{}
===>
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends php-cli composer git unzip
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends php-cli
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates php-intl php-mbstring && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app /app
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]

### a site that is switched on behind the COPY of its file
FROM php:8.2-apache<|>
COPY docker/app.conf /etc/apache2/sites-available/app.conf
RUN a2dissite 000-default && a2ensite app
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/app
COPY . .
RUN composer install
--- file: composer.json
{}
--- file: docker/app.conf
<VirtualHost *:80></VirtualHost>
===>
FROM php:8.2-apache AS build
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/app
COPY composer.json ./
RUN composer install --no-autoloader --no-scripts
COPY . .
RUN composer install

FROM php:8.2-apache
WORKDIR /srv/app
COPY --from=build /srv/app /srv/app
COPY docker/app.conf /etc/apache2/sites-available/app.conf
RUN a2dissite 000-default && a2ensite app

### a program that the sources call stays
FROM php:8.2-cli<|>
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install
CMD ["php", "worker.php"]
--- file: composer.json
{}
--- file: worker.php
<?php exec('git log --oneline', $lines);
===>
FROM php:8.2-cli AS build
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY composer.json ./
RUN composer install --no-autoloader --no-scripts
COPY . .
RUN composer install

FROM php:8.2-cli
RUN apt-get update && apt-get install -y git
WORKDIR /app
COPY --from=build /app /app
CMD ["php", "worker.php"]

### nothing that builds
FROM php:8.2-apache<|>
RUN apt-get update && apt-get install -y libzip-dev && docker-php-ext-install zip
COPY . /var/www/html
--- file: index.php
<?php
===> refused: No RUN installs packages or builds assets: extensions and their headers belong to the image that ships.

### Composer at the start
FROM php:8.2-cli<|>
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install
CMD ["composer", "start"]
--- file: composer.json
{}
===> refused: The container runs composer, a tool of the build; start the program itself.

### packages outside the project
FROM php:8.2-cli<|>
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install
CMD ["php", "index.php"]
--- file: composer.json
{ "config": { "vendor-dir": "/opt/vendor" } }
===> refused: Composer puts packages into /opt/vendor, outside the project (vendor-dir).

### what builds and what ships in one RUN
FROM php:8.2-apache<|>
WORKDIR /var/www/html
COPY . .
RUN docker-php-ext-install pdo_mysql && composer install
--- file: composer.json
{}
===> refused: Line 4 both builds and installs what the container starts; split it in two first.
