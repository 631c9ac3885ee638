### each of them
FROM debian:12
RUN free && kill 1 && mount /dev/sda /x && ps aux
    ^^^^ free is for a running machine; what it does ends with this RUN.
            ^^^^ kill is for a running machine; what it does ends with this RUN.
                      ^^^^^ mount is for a running machine; what it does ends with this RUN.
                                           ^^ ps is for a running machine; what it does ends with this RUN.
RUN service x start && shutdown now && ssh host ls && top && vim file
    ^^^^^^^ service is for a running machine; what it does ends with this RUN.
                       ^^^^^^^^ shutdown is for a running machine; what it does ends with this RUN.
                                       ^^^ ssh is for a running machine; what it does ends with this RUN.
                                                      ^^^ top is for a running machine; what it does ends with this RUN.
                                                             ^^^ vim is for a running machine; what it does ends with this RUN.
RUN sudo service x start && /usr/sbin/service x stop
         ^^^^^^^ service is for a running machine; what it does ends with this RUN.
                            ^^^^^^^^^^^^^^^^^ service is for a running machine; what it does ends with this RUN.
ONBUILD RUN ps
            ^^ ps is for a running machine; what it does ends with this RUN.

### what is none
FROM debian:12
RUN apt-get install -y ssh vim procps && ifconfig && killall x && umount /x && ssh-keygen && vi x
RUN echo service && dpkg -l top

### hadolint: one for each instruction, the literal first word only
RUN top && ps
    ^^^ top is for a running machine; what it does ends with this RUN.
RUN apt-get install ssh
RUN sudo service x start
RUN /usr/bin/vim x
RUN x | ssh host
        ^^^ ssh is for a running machine; what it does ends with this RUN.
RUN $(ssh host)
      ^^^ ssh is for a running machine; what it does ends with this RUN.
RUN ifconfig
ONBUILD RUN free
            ^^^^ free is for a running machine; what it does ends with this RUN.
RUN ["mount", "/x"]
      ^^^^^ mount is for a running machine; what it does ends with this RUN.
--- settings: {"hadolint": true}
