### the RUN makes the link alone
FROM ubuntu:24.04
RUN ln -sf /bin/bash /bin/sh
    ^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
RUN rm /bin/sh && ln -s /bin/bash /bin/sh
                  ^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
run rm -f /bin/sh; ln -s bash /bin/sh
                   ^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
===>
FROM ubuntu:24.04
SHELL ["/bin/bash", "-c"]
SHELL ["/bin/bash", "-c"]
shell ["/bin/bash", "-c"]

### it does more, or links something else
FROM ubuntu:24.04
RUN apt-get update && ln -sf /bin/bash /bin/sh
                      ^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
RUN ln -sf /bin/dash /bin/sh
    ^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
RUN sudo ln -sf /bin/zsh /bin/sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
ONBUILD RUN ln -sf /bin/bash /bin/sh
            ^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
RUN ["ln", "-sf", "/bin/bash", "/bin/sh"]
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
===> no fix

### other links
FROM ubuntu:24.04
RUN ln -s /bin/sh /usr/local/bin/bash2 2>/dev/null || true
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
RUN ln -s /bin/bash /usr/bin/sh && echo ln /bin/sh && cp /bin/bash /bin/sh

### hadolint
RUN ln -sfv /bin/bash /bin/sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
RUN ln -s /bin/sh /x && ln /bin/sh /y
    ^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
RUN sudo ln -s /bin/bash /bin/sh
RUN ln -s /bin/bash /bin/sh2
ONBUILD RUN ln -s /bin/bash /bin/sh
            ^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
--- settings: {"hadolint": true}
