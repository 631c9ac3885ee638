### constraints of every kind
FROM composer:2.9
RUN composer require a/b:^1 c/d=1.2 "e/f 1.0" g/h 2.0 && composer install

### none
FROM composer:2.9
RUN composer require --no-interaction a/b c/d:^1
                                      ^^^ a/b has no version: the next build may install a different one.
RUN php composer.phar global require e/f
                                     ^^^ e/f has no version: the next build may install a different one.
