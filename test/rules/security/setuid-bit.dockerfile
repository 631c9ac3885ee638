### the owner's rights
FROM debian:12
RUN chmod u+s /bin/a && chmod 4755 /b && chmod 04711 /c && chmod +s /d && chmod a+s /e && chmod u=rwxs,go=rx /f && chmod 6755 /g
          ^^^ Whoever starts the program gets the rights of its owner.
                              ^^^^ Whoever starts the program gets the rights of its owner.
                                               ^^^^^ Whoever starts the program gets the rights of its owner.
                                                                 ^^ Whoever starts the program gets the rights of its owner.
                                                                                ^^^ Whoever starts the program gets the rights of its owner.
                                                                                                ^^^^^^^^^^^^ Whoever starts the program gets the rights of its owner.
                                                                                                                         ^^^^ Whoever starts the program gets the rights of its owner.
RUN install -m 4755 a /usr/local/bin/a
               ^^^^ Whoever starts the program gets the rights of its owner.
COPY --chmod=4755 a /usr/local/bin/a
             ^^^^ Whoever starts the program gets the rights of its owner.

### the group's rights
FROM debian:12
COPY tool /opt/tool
RUN chmod g+s /usr/bin/a && chmod 2755 /usr/local/sbin/b && chmod g+s /opt/tool /x && chmod 2755 run.sh
          ^^^ Whoever starts the program gets the rights of its group.
                                  ^^^^ Whoever starts the program gets the rights of its group.
                                                                                            ^^^^ Whoever starts the program gets the rights of its group.
RUN install -m 2755 a /opt/a
               ^^^^ Whoever starts the program gets the rights of its group.
COPY --chmod=2755 run.sh /opt/
             ^^^^ Whoever starts the program gets the rights of its group.

### directories hand their group on
FROM debian:12
RUN chmod g+s /srv/shared && chmod 2775 /data && chmod -R g+s /usr/local/bin && mkdir -m 2775 /x && install -d -m 2775 /y
RUN find /srv -type d -exec chmod g+s {} \; && chmod g+s bin/

### taken away, or not given
FROM debian:12
RUN chmod u-s /bin/su && chmod 755 /bin/su && chmod 0755 /a && chmod a-s /b && find / -perm -4000 -exec chmod a-s {} +

### ONBUILD
FROM debian:12
ONBUILD RUN chmod u+s /bin/a
                  ^^^ Whoever starts the program gets the rights of its owner.
