### FPM and Apache
FROM php:8.3-fpm-alpine
     ^^^^^^^^^^^^^^^^^^ Nothing turns OPcache on for this web server, which the image does itself only since July 2025.
===>
FROM php:8.3-fpm-alpine
RUN docker-php-ext-install opcache

### Apache, in lower case
from php:7.4.33-apache-bullseye
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ PHP serves web pages here without OPcache.
run docker-php-ext-install pdo_mysql
===>
from php:7.4.33-apache-bullseye
run docker-php-ext-install opcache
run docker-php-ext-install pdo_mysql

### the last stage, by what it is built on
FROM php:8.3-fpm AS base
RUN true
FROM base
     ^^^^ Nothing turns OPcache on for this web server, which the image does itself only since July 2025.
COPY . /srv

### it is installed, enabled or set up
FROM php:8.3-fpm
RUN docker-php-ext-install pdo opcache
FROM php:8.3-fpm AS two
RUN docker-php-ext-install pdo opcache

### in the stage below
FROM php:8.3-fpm AS base
RUN docker-php-ext-enable opcache
FROM base
COPY . /srv

### by a file
FROM php:8.3-fpm
COPY docker/opcache.ini /usr/local/etc/php/conf.d/

### extensions come from another stage
FROM php:8.3-fpm AS extensions
RUN docker-php-ext-install opcache
FROM php:8.3-fpm
COPY --from=extensions /usr/local/ /usr/local/

### the command line
FROM php:8.3-cli

### releases before their images had it
FROM php:8.4.9-apache
     ^^^^^^^^^^^^^^^^ Nothing turns OPcache on for this web server, which the image does itself only since July 2025.

### releases whose images have it
FROM php:8.4.10-apache

### PHP 8.0
FROM php:8.0-apache
     ^^^^^^^^^^^^^^ PHP serves web pages here without OPcache.

### PHP 8.5 has it always
FROM php:8.5-fpm

### a version that is not known
FROM php:fpm
FROM php:8-fpm

### somebody else's image
FROM example/php:8.3-fpm

### a stage that does not ship
FROM php:8.3-fpm AS other
FROM nginx:1.29

### for development
FROM php:8.3-fpm AS dev
