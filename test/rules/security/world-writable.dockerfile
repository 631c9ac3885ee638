### numbers
FROM debian:12
RUN chmod 777 /a && chmod 0666 /b && chmod 2777 /c && chmod 772 /d && chmod 643 /e && chmod -R 0777 /f
          ^^^ The mode 777 lets everybody in the container write.
                          ^^^^ The mode 0666 lets everybody in the container write.
                                           ^^^^ The mode 2777 lets everybody in the container write.
                                                            ^^^ The mode 772 lets everybody in the container write.
                                                                            ^^^ The mode 643 lets everybody in the container write.
                                                                                               ^^^^ The mode 0777 lets everybody in the container write.
RUN chmod 755 /a && chmod 0644 /b && chmod 2775 /c && chmod 770 /d && chmod 4755 /e && chmod 1 /f
===>
FROM debian:12
RUN chmod 775 /a && chmod 0664 /b && chmod 2775 /c && chmod 770 /d && chmod 641 /e && chmod -R 0775 /f
RUN chmod 755 /a && chmod 0644 /b && chmod 2775 /c && chmod 770 /d && chmod 4755 /e && chmod 1 /f

### letters
FROM debian:12
RUN chmod a+w /a && chmod o+w /b && chmod ugo+rw /c && chmod a=rwx /d && chmod u+x,o+rw /e && chmod -R go+rwX /f
          ^^^ The mode a+w lets everybody in the container write.
                          ^^^ The mode o+w lets everybody in the container write.
                                          ^^^^^^ The mode ugo+rw lets everybody in the container write.
                                                             ^^^^^ The mode a=rwx lets everybody in the container write.
                                                                               ^^^^^^^^ The mode u+x,o+rw lets everybody in the container write.
                                                                                                       ^^^^^^ The mode go+rwX lets everybody in the container write.
RUN chmod +w /a && chmod ug+w /b && chmod u=rwx,g=rx,o=rx /c && chmod o-w /d && chmod a+rx /e && chmod g=u /f && chmod -w /g
===>
FROM debian:12
RUN chmod ug+w /a && chmod o+w /b && chmod ugo+rw /c && chmod a=rwx /d && chmod u+x,o+rw /e && chmod -R go+rwX /f
RUN chmod +w /a && chmod ug+w /b && chmod u=rwx,g=rx,o=rx /c && chmod o-w /d && chmod a+rx /e && chmod g=u /f && chmod -w /g

### mkdir and install
FROM debian:12
RUN mkdir -m 777 /a && mkdir -p --mode=0777 /b && install -d -m 0777 /c && install -m666 x /d && mkdir -pm 777 /e
             ^^^ The mode 777 lets everybody in the container write.
                                       ^^^^ The mode 0777 lets everybody in the container write.
                                                                ^^^^ The mode 0777 lets everybody in the container write.
                                                                                     ^^^ The mode 666 lets everybody in the container write.
                                                                                                           ^^^ The mode 777 lets everybody in the container write.
RUN mkdir -m 755 /a && install -m 0644 x /d && mkdir 777
===>
FROM debian:12
RUN mkdir -m 775 /a && mkdir -p --mode=0775 /b && install -d -m 0775 /c && install -m664 x /d && mkdir -pm 775 /e
RUN mkdir -m 755 /a && install -m 0644 x /d && mkdir 777

### COPY and ADD
FROM debian:12
COPY --chmod=777 a /a
             ^^^ The mode 777 lets everybody in the container write.
ADD --chmod=0666 b /b
            ^^^^ The mode 0666 lets everybody in the container write.
COPY --chmod=755 a /a
COPY --chown=777 a /a
===>
FROM debian:12
COPY --chmod=775 a /a
ADD --chmod=0664 b /b
COPY --chmod=755 a /a
COPY --chown=777 a /a

### variables
FROM debian:12
ARG MODE=777
COPY --chmod=$MODE a /a
             ^^^^^ The mode 777 lets everybody in the container write.
RUN chmod $MODE /a && chmod $OTHER /b
          ^^^^^ The mode 777 lets everybody in the container write.
===> no fix

### sticky directories for temporary files
FROM debian:12
RUN chmod 1777 /tmp && chmod 1777 /var/tmp /tmp/x && mkdir -m 1777 /tmp/.X11-unix && chmod a+rwxt /tmp
RUN chmod 777 /tmp && chmod 1777 /data && chmod 1777 /tmp /data
          ^^^ The mode 777 lets everybody in the container write.
                            ^^^^ The mode 1777 lets everybody in the container write.
                                                ^^^^ The mode 1777 lets everybody in the container write.

### by find and xargs
FROM debian:12
RUN find /a -type d -exec chmod 777 {} \; && find /a | xargs chmod -v a+w && sudo chmod 777 /b && sh -c "chmod 777 /c"
                                ^^^ The mode 777 lets everybody in the container write.
                                                                      ^^^ The mode a+w lets everybody in the container write.
                                                                                        ^^^ The mode 777 lets everybody in the container write.
                                                                                                               ^^^ The mode 777 lets everybody in the container write.

### exec form
FROM debian:12
RUN ["chmod", "777", "/a"]
               ^^^ The mode 777 lets everybody in the container write.
===> no fix

### ONBUILD
FROM debian:12
ONBUILD RUN chmod 777 /a
                  ^^^ The mode 777 lets everybody in the container write.
ONBUILD COPY --chmod=777 a /a
                     ^^^ The mode 777 lets everybody in the container write.

### not a mode
FROM debian:12
RUN chmod --reference=a 777 && chmod u+x 777 && echo chmod 777 a && chmod

### without FROM
RUN chmod 777 /a
          ^^^ The mode 777 lets everybody in the container write.
