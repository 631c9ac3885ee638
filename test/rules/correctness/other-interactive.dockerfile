### system packages
FROM debian:12
RUN apk add -i curl && apk add --interactive git
    ^^^^^^^^^^ This asks, and nobody answers in a build; without the switch it does not.
                       ^^^^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; without the switch it does not.
RUN pacman -S curl && pacman -Syu && pacman --sync curl && pacman -Sy git
    ^^^^^^^^^ This asks, and nobody answers in a build; --noconfirm keeps it from asking.
                      ^^^^^^^^^^^ This asks, and nobody answers in a build; --noconfirm keeps it from asking.
                                     ^^^^^^^^^^^^^ This asks, and nobody answers in a build; --noconfirm keeps it from asking.
                                                           ^^^^^^^^^^ This asks, and nobody answers in a build; --noconfirm keeps it from asking.
RUN apt-get remove curl && apt-get upgrade && apt-get purge curl && apt-get autoremove && apt-get dist-upgrade && apt-get build-dep x
    ^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                           ^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                                              ^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                                                                    ^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                                                                                          ^^^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                                                                                                                  ^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
RUN sudo apt-get -q remove curl
         ^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
RUN apt install curl && apt upgrade
    ^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                        ^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
RUN add-apt-repository ppa:a/b && apt-add-repository "deb http://x y z"
    ^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                                  ^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
ONBUILD RUN apt-get purge curl
            ^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
===>
FROM debian:12
RUN apk add curl && apk add git
RUN pacman -S --noconfirm curl && pacman -Syu --noconfirm && pacman --sync --noconfirm curl && pacman -Sy --noconfirm git
RUN apt-get remove -y curl && apt-get upgrade -y && apt-get purge -y curl && apt-get autoremove -y && apt-get dist-upgrade -y && apt-get build-dep -y x
RUN sudo apt-get -q remove -y curl
RUN apt install -y curl && apt upgrade -y
RUN add-apt-repository -y ppa:a/b && apt-add-repository -y "deb http://x y z"
ONBUILD RUN apt-get purge -y curl

### others
FROM debian:12
RUN conda install numpy && conda create -n x python && mamba update x && conda install -n install numpy
    ^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                           ^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                                                       ^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                                                                         ^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
RUN gpg --recv-keys A && gpg --keyserver x --recv-key A && gpg --import k && gpg2 --refresh-keys
    ^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --batch keeps it from asking.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --batch keeps it from asking.
                                                           ^^^^^^^^^^^^ This asks, and nobody answers in a build; --batch keeps it from asking.
                                                                             ^^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --batch keeps it from asking.
RUN npm init && npm init --scope=x
    ^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
                ^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
RUN composer install && composer --no-dev update && composer require a/b && composer global require a/b && composer create-project x
    ^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --no-interaction keeps it from asking.
                        ^^^^^^^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --no-interaction keeps it from asking.
                                                    ^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --no-interaction keeps it from asking.
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --no-interaction keeps it from asking.
                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --no-interaction keeps it from asking.
===>
FROM debian:12
RUN conda install -y numpy && conda create -y -n x python && mamba update -y x && conda install -y -n install numpy
RUN gpg --batch --recv-keys A && gpg --batch --keyserver x --recv-key A && gpg --batch --import k && gpg2 --batch --refresh-keys
RUN npm init -y && npm init -y --scope=x
RUN composer install --no-interaction && composer --no-dev update --no-interaction && composer require --no-interaction a/b && composer global require --no-interaction a/b && composer create-project --no-interaction x

### gpg wants more than the switch
FROM debian:12
RUN gpg --gen-key && gpg --edit-key A && gpg --search-keys A
    ^^^^^^^^^^^^^ This asks, and nobody answers in a build; --batch keeps it from asking.
                     ^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --batch keeps it from asking.
                                         ^^^^^^^^^^^^^^^^^ This asks, and nobody answers in a build; --batch keeps it from asking.
===> no fix

### told
FROM debian:12
RUN apk add curl && pacman --noconfirm -S curl && pacman -Syu --noconfirm && apt-get remove -y curl && apt-get -y upgrade && apt-get -qq purge x
RUN add-apt-repository -y ppa:a/b && conda install -y numpy && conda create --yes x && gpg --batch --import k && npm init -y && npm init --yes
RUN composer install --no-interaction && composer install -n && yes | pacman -S x && yes | apt-get remove x && apt-get $OPTS upgrade
RUN COMPOSER_NO_INTERACTION=1 composer install
ENV COMPOSER_NO_INTERACTION=1
RUN composer install

### what asks nothing
FROM debian:12
RUN apt-get install x && apt-get update && apt-get clean && apt-get download remove && apt-get -s upgrade && apt-cache search remove
RUN pacman -Ss x && pacman -Si x && pacman -Sy && pacman -Q && pacman -Sl && pacman -Scc
RUN conda config --set x y && conda env create -f e.yml && conda list && gpg --verify a b && gpg --export A && gpg --dearmor && gpg --list-keys
RUN npm init vite@latest x && npm install && npm ci && composer dump-autoload && composer config a b && composer --version && add-apt-repository --list
RUN echo y | gpg --command-fd 0 --edit-key A

### conda was told once and for all
FROM continuumio/miniconda3
RUN conda config --set always_yes yes
RUN conda install numpy
