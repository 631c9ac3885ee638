### as root
FROM debian:12
RUN sudo apt-get update && sudo -E apt-get install -y curl
    ^^^^ sudo does nothing here: the step runs as root.
                           ^^^^ sudo does nothing here: the step runs as root.
RUN sudo -H -n pip install x; /usr/bin/sudo ls
    ^^^^ sudo does nothing here: the step runs as root.
                              ^^^^^^^^^^^^^ sudo does nothing here: the step runs as root.
RUN sudo A=b make && sudo -- ls
    ^^^^ sudo does nothing here: the step runs as root.
                     ^^^^ sudo does nothing here: the step runs as root.
RUN env A=b sudo ls
            ^^^^ sudo does nothing here: the step runs as root.
RUN sh -c 'sudo ls'
           ^^^^ sudo does nothing here: the step runs as root.
RUN (cd /x && sudo make) | tee log
              ^^^^ sudo does nothing here: the step runs as root.
RUN ["sudo", "apt-get", "update"]
      ^^^^ sudo does nothing here: the step runs as root.
RUN sudo \
    ^^^^ sudo does nothing here: the step runs as root.
      apt-get update
RUN <<EOT
sudo ls
^^^^ sudo does nothing here: the step runs as root.
EOT
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl
RUN pip install x; ls
RUN A=b make && ls
RUN env A=b ls
RUN sh -c 'ls'
RUN (cd /x && make) | tee log
RUN ["apt-get", "update"]
RUN apt-get update
RUN <<EOT
ls
EOT

### a switch that changes who runs it, or nothing to run
FROM debian:12
RUN sudo -u app ls
    ^^^^ sudo hides as whom the step runs; USER says it for all to see.
RUN sudo -i
    ^^^^ sudo hides as whom the step runs; USER says it for all to see.
RUN sudo su -
    ^^^^ sudo does nothing here: the step runs as root.
RUN sudo \
    ^^^^ sudo does nothing here: the step runs as root.
  # as root
  ls
===>
FROM debian:12
RUN sudo -u app ls
RUN sudo -i
RUN su -
RUN sudo \
  # as root
  ls

### not what a command is for
FROM debian:12
RUN apt-get install -y sudo && echo sudo ls && echo 'app ALL=NOPASSWD: ALL' > /etc/sudoers.d/app
RUN adduser app sudo && which sudo && su -c ls

### as somebody else
FROM debian:12
USER app
RUN sudo apt-get update && sudo apt-get install -y curl
    ^^^^ sudo hides as whom the step runs; USER says it for all to see.
                           ^^^^ sudo hides as whom the step runs; USER says it for all to see.
RUN make && sudo make install
            ^^^^ sudo hides as whom the step runs; USER says it for all to see.
RUN sudo sh -c 'echo x > /etc/x'
    ^^^^ sudo hides as whom the step runs; USER says it for all to see.
===>
FROM debian:12
USER app
USER root
RUN apt-get update && apt-get install -y curl
USER app
RUN make && sudo make install
RUN sudo sh -c 'echo x > /etc/x'

### a base whose user is not known
FROM example.com/base
RUN sudo ls /x
    ^^^^ sudo hides as whom the step runs; USER says it for all to see.
===> no fix

### a trigger, and no FROM
ONBUILD RUN sudo apt-get update
            ^^^^ sudo hides as whom the step runs; USER says it for all to see.
RUN sudo ls
    ^^^^ sudo hides as whom the step runs; USER says it for all to see.
===> no fix

### hadolint: a command of that name, one for each instruction, triggers too
FROM debian:12
RUN apt-get update && sudo apt-get install -y a && sudo apt-get install -y b
                      ^^^^ sudo does nothing here: the step runs as root.
RUN ["sudo", "ls"]
      ^^^^ sudo does nothing here: the step runs as root.
RUN (sudo ls)
     ^^^^ sudo does nothing here: the step runs as root.
RUN if sudo ls; then echo; fi
       ^^^^ sudo does nothing here: the step runs as root.
ONBUILD RUN sudo ls
            ^^^^ sudo hides as whom the step runs; USER says it for all to see.
RUN apt-get install -y sudo
RUN /usr/bin/sudo ls
RUN env A=b sudo ls
RUN sh -c 'sudo ls'
RUN echo "sudo ls"
--- settings: {"hadolint": true}
===>
FROM debian:12
RUN apt-get update && apt-get install -y a && sudo apt-get install -y b
RUN ["ls"]
RUN (ls)
RUN if ls; then echo; fi
ONBUILD RUN sudo ls
RUN apt-get install -y sudo
RUN /usr/bin/sudo ls
RUN env A=b sudo ls
RUN sh -c 'sudo ls'
RUN echo "sudo ls"
