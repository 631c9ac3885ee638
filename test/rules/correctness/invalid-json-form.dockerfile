### quotes, commas, brackets
FROM debian:12
CMD ['a', 'b']
    ^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a", 'b']
    ^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a" "b"]
    ^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a", "b",]
    ^^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a", "b"
    ^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD [a, b]
    ^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD [a]
    ^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a", "b"];
    ^^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a", "b"] # comment
    ^^^^^^^^^^^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a", b]
    ^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD [ 'a' ]
    ^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["a", 1]
    ^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD [“a”, “b”]
    ^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
CMD ["C:\dir\a.exe"]
    ^^^^^^^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
===>
FROM debian:12
CMD ["a", "b"]
CMD ["a", "b"]
CMD ["a", "b"]
CMD ["a", "b"]
CMD ["a", "b"]
CMD ["a", "b"]
CMD ["a"]
CMD ["a", "b"]
CMD ["a", "b"]
CMD ["a", "b"]
CMD ["a"]
CMD ["a", "1"]
CMD ["a", "b"]
CMD ["C:\\dir\\a.exe"]

### each instruction
FROM debian:12
ENTRYPOINT ['a']
           ^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
RUN ['a', 'b']
    ^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
RUN [ "a", 'b' ]
    ^^^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
COPY ['a', 'b']
     ^^^^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as paths with brackets in them.
ADD [a, b]
    ^^^^^^ This is no JSON array of strings in double quotes, so it is taken as paths with brackets in them.
VOLUME ['/a']
       ^^^^^^ This is no JSON array of strings in double quotes, so it is taken as paths with brackets in them.
SHELL ['a']
      ^^^^^ This is no JSON array of strings in double quotes, so it is taken as nothing at all: the builder refuses it.
HEALTHCHECK CMD ['a']
                ^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
===>
FROM debian:12
ENTRYPOINT ["a"]
RUN ["a", "b"]
RUN ["a", "b"]
COPY ["a", "b"]
ADD ["a", "b"]
VOLUME ["/a"]
SHELL ["a"]
HEALTHCHECK CMD ["a"]

### JSON
FROM debian:12
CMD ["a", "b"]
CMD [ "a" , "b" ]
CMD []
RUN ["a"]
VOLUME ["/a"]
COPY ["a", "b"]
HEALTHCHECK CMD ["a"]
CMD ["a", \
     "b"]
CMD ["a\"b", "\u0041"]

### tests and patterns of the shell
FROM debian:12
RUN [ -f /a ] && b
RUN [ "$A" = "b" ] || c
RUN [ ! -d /a ]
RUN [[ $A == b ]] && c
RUN [ "$A" ]
RUN [ 'a' ]
RUN [ -z "$A", ]
RUN [abc]
CMD [ -f /a ] && b
COPY [abc]* /d
COPY [a-c].txt /d
HEALTHCHECK CMD [ -f /a ] || exit 1

### no brackets
FROM debian:12
CMD a
ENTRYPOINT a ["b"]

### behind ONBUILD
FROM debian:12
ONBUILD CMD ['a']
            ^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
===>
FROM debian:12
ONBUILD CMD ["a"]

### behind ONBUILD, as BuildKit has it
--- settings: {"buildkit": true}
FROM debian:12
ONBUILD CMD ['a']

### over two lines
FROM debian:12
CMD ['a', \
    ^^^^^^^ This is no JSON array of strings in double quotes, so it is taken as a command for the shell.
     # comment
     'b']
CMD ["a", \
     # comment
     "b"]
===> no fix
