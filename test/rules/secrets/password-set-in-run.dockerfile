### ways to set one
FROM debian
RUN echo "app:tr0ub4dor" | chpasswd
              ^^^^^^^^^ The password given to chpasswd is the same in every container and stays in the image's history.
RUN printf 'app:tr0ub4dor\nroot:screencast\n' | chpasswd
                ^^^^^^^^^ The password given to chpasswd is the same in every container and stays in the image's history.
                                ^^^^^^^^^^ The password given to chpasswd is the same in every container and stays in the image's history.
RUN chpasswd <<< app:tr0ub4dor
                     ^^^^^^^^^ The password given to chpasswd is the same in every container and stays in the image's history.
RUN echo tr0ub4dor | passwd --stdin root
         ^^^^^^^^^ The password given to passwd is the same in every container and stays in the image's history.
RUN (echo 'tr0ub4dor'; echo 'tr0ub4dor') | passwd root
                             ^^^^^^^^^ The password given to passwd is the same in every container and stays in the image's history.
RUN useradd -m -p tr0ub4dor app && usermod --password tr0ub4dor root
                  ^^^^^^^^^ The password given to useradd is the same in every container and stays in the image's history.
                                                      ^^^^^^^^^ The password given to usermod is the same in every container and stays in the image's history.
RUN useradd -p $(openssl passwd -1 tr0ub4dor) app
                                   ^^^^^^^^^ The password given to openssl is the same in every container and stays in the image's history.
RUN echo "mysql-server mysql-server/root_password password tr0ub4dor" | debconf-set-selections
                                                           ^^^^^^^^^ The password given to debconf-set-selections is the same in every container and stays in the image's history.
RUN echo mysql-server mysql-server/root_password_again password 'tr0ub4dor' | debconf-set-selections
                                                                 ^^^^^^^^^ The password given to debconf-set-selections is the same in every container and stays in the image's history.

### no literal, no password
FROM debian
RUN echo "root:$(openssl rand -hex 16)" | chpasswd && passwd -d app && passwd -l root
RUN echo "mysql-server mysql-server/root_password password " | debconf-set-selections
RUN useradd -m app && mkpasswd --method=sha-512 --stdin < /run/secrets/pw && echo password | tee /dev/null
