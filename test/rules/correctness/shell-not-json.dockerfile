### forms
FROM debian:12
SHELL ["/bin/bash", "-c"]
SHELL ["powershell", "-command"]
SHELL /bin/bash -o pipefail -c
      ^^^^^^^^^^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
SHELL ['/bin/bash', '-c']
      ^^^^^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
SHELL ["/bin/bash", "-c",]
      ^^^^^^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
SHELL [/bin/bash, -c]
      ^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
SHELL ["/bin/bash" "-c"]
      ^^^^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
SHELL []
      ^^ SHELL needs at least the name of a shell, in a JSON array.
SHELL
^^^^^ SHELL needs at least the name of a shell, in a JSON array.
SHELL "/bin/bash"
      ^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
SHELL ["bash", "-c"] # comment
      ^^^^^^^^^^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
===>
FROM debian:12
SHELL ["/bin/bash", "-c"]
SHELL ["powershell", "-command"]
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
SHELL ["/bin/bash", "-c"]
SHELL ["/bin/bash", "-c"]
SHELL ["/bin/bash", "-c"]
SHELL ["/bin/bash", "-c"]
SHELL []
SHELL
SHELL "/bin/bash"
SHELL ["bash", "-c"]

### over two lines
FROM debian:12
SHELL ["/bin/bash", \
       "-c"]
SHELL ['/bin/bash', \
      ^^^^^^^^^^^^^^^ SHELL takes a JSON array of strings in double quotes.
       '-c']
===> no fix

### behind ONBUILD
FROM debian:12
ONBUILD SHELL bash
              ^^^^ SHELL takes a JSON array of strings in double quotes.
===>
FROM debian:12
ONBUILD SHELL ["bash"]

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD SHELL bash
