### the pools
FROM debian:12
RUN gpg --keyserver ha.pool.sks-keyservers.net --recv-keys A
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
RUN gpg --batch --keyserver hkp://p80.pool.sks-keyservers.net:80 --recv-keys A
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
RUN gpg --keyserver=hkps://hkps.pool.sks-keyservers.net --recv-keys A && gpg2 --keyserver "pool.sks-keyservers.net" --recv-keys A
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
RUN gpg --keyserver keys.gnupg.net --recv-keys A || gpg --keyserver eu.pool.sks-keyservers.net --recv-keys A
                    ^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
RUN sudo apt-key adv --keyserver ipv4.pool.sks-keyservers.net --recv-keys A
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
ONBUILD RUN gpg --keyserver pool.sks-keyservers.net --recv-keys A
                            ^^^^^^^^^^^^^^^^^^^^^^^ The pools of SKS key servers are no more.
===>
FROM debian:12
RUN gpg --keyserver hkps://keys.openpgp.org --recv-keys A
RUN gpg --batch --keyserver hkps://keys.openpgp.org --recv-keys A
RUN gpg --keyserver=hkps://keys.openpgp.org --recv-keys A && gpg2 --keyserver "hkps://keys.openpgp.org" --recv-keys A
RUN gpg --keyserver hkps://keys.openpgp.org --recv-keys A || gpg --keyserver hkps://keys.openpgp.org --recv-keys A
RUN sudo apt-key adv --keyserver hkps://keys.openpgp.org --recv-keys A
ONBUILD RUN gpg --keyserver hkps://keys.openpgp.org --recv-keys A

### servers that are there, or are not known
FROM debian:12
RUN gpg --keyserver hkps://keys.openpgp.org --recv-keys A && gpg --keyserver keyserver.ubuntu.com --recv-keys A
RUN gpg --keyserver "$SERVER" --recv-keys A && gpg --recv-keys ha.pool.sks-keyservers.net && echo --keyserver pool.sks-keyservers.net
