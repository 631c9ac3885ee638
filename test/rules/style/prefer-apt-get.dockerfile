### what apt-get does as well
FROM debian:12
RUN apt update && apt upgrade -y && apt install -y curl && apt remove -y a && apt purge -y b && apt autoremove -y && apt clean
    ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                  ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                    ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                                           ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                                                              ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                                                                                ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                                                                                                     ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
RUN DEBIAN_FRONTEND=noninteractive apt -o Dpkg::Use-Pty=0 -y install curl
                                   ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
RUN sudo apt update; /usr/bin/apt update
         ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                     ^^^^^^^^^^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
RUN ["apt", "update"]
      ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
RUN sh -c 'apt update'
           ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
ONBUILD RUN apt update
            ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
===>
FROM debian:12
RUN apt-get update && apt-get upgrade --with-new-pkgs -y && apt-get install -y curl && apt-get remove -y a && apt-get purge -y b && apt-get autoremove -y && apt-get clean
RUN DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 -y install curl
RUN sudo apt-get update; /usr/bin/apt-get update
RUN ["apt-get", "update"]
RUN sh -c 'apt-get update'
ONBUILD RUN apt-get update

### what apt-cache does, and what neither does
FROM debian:12
RUN apt search x && apt show x && apt policy x
    ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                    ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                  ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
RUN apt list && apt edit-sources && apt full-upgrade -y && apt $VERB && apt --version
    ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                    ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                                           ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
                                                                        ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
===>
FROM debian:12
RUN apt-cache search x && apt-cache show x && apt-cache policy x
RUN apt list && apt edit-sources && apt full-upgrade -y && apt $VERB && apt --version

### what has another name
FROM debian:12
RUN apt-get update && apt-cache search x && apt-mark hold x && aptitude update && echo apt

### hadolint
RUN apt install curl && apt update
    ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
RUN apt-get install apt
RUN sudo apt install curl
RUN (apt update)
     ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
ONBUILD RUN apt update
            ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
RUN ["apt", "update"]
      ^^^ apt is made for a terminal, its interface is not stable; apt-get is for scripts.
--- settings: {"hadolint": true}
===>
RUN apt-get install curl && apt update
RUN apt-get install apt
RUN sudo apt install curl
RUN (apt-get update)
ONBUILD RUN apt-get update
RUN ["apt-get", "update"]
