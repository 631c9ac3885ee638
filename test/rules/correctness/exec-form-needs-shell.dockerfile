### variables
FROM debian:12
RUN ["echo", "$HOME"]
              ^^^^^ No shell reads exec form, so the program gets $HOME as it is written.
HEALTHCHECK CMD ["check", "${PORT:-80}"]
                ^^^^^^^^^^^^^^^^^^^^^^^^ No shell reads exec form, so the program gets ${PORT:-80} as it is written.
CMD ["app", "--port=${PORT}"]
             ^^^^^^^^^^^^^^ No shell reads exec form, so the program gets ${PORT} as it is written.
===>
FROM debian:12
RUN echo $HOME
HEALTHCHECK CMD check ${PORT:-80}
CMD ["/bin/sh", "-c", "exec app --port=${PORT}"]

### operators
FROM debian:12
ENTRYPOINT ["migrate", "&&", "serve", "a b"]
                        ^^ No shell reads exec form, so && is an argument like any other.
===>
FROM debian:12
ENTRYPOINT ["/bin/sh", "-c", "migrate && serve 'a b'"]

### pipes, redirections
FROM debian:12
RUN ["ls", "|", "wc"]
            ^ No shell reads exec form, so | is an argument like any other.
RUN ["echo", "a", ">", "/a"]
                   ^ No shell reads exec form, so > is an argument like any other.

### the home directory, globs, a command substitution
FROM debian:12
RUN ["/app", "~/.config"]
              ^^^^^^^^^ No shell reads exec form, so ~ is no home directory.
ENTRYPOINT ["java", "-jar", "/app/*.jar"]
                             ^^^^^^^^^^ No shell reads exec form, so /app/*.jar is taken for the name of one file.
FROM debian:12
CMD ["app", "$(hostname)"]
             ^^^^^^^^^^^ No shell reads exec form, so the program gets $(hostname) as it is written.
===>
FROM debian:12
RUN /app ~/.config
ENTRYPOINT ["/bin/sh", "-c", "exec java -jar /app/*.jar"]
FROM debian:12
CMD ["app", "$(hostname)"]

### one string for all
FROM node:22
CMD ["npm start"]
      ^^^^^^^^^ No shell reads exec form, so a program of this whole name, blanks included, is looked for.
===>
FROM node:22
CMD ["/bin/sh", "-c", "exec npm start"]

### arguments of an ENTRYPOINT
FROM debian:12
CMD ["--listen 0.0.0.0"]
FROM debian:12
ENTRYPOINT ["app"]
CMD ["listen 0.0.0.0"]

### no shell in the image, an ENTRYPOINT that gets it
FROM gcr.io/distroless/static-debian12
CMD ["/app", "$PORT"]
              ^^^^^ No shell reads exec form, so the program gets $PORT as it is written.
FROM debian:12
ENTRYPOINT ["app"]
CMD ["$PORT"]
      ^^^^^ No shell reads exec form, so the program gets $PORT as it is written.
===> no fix

### a shell, at first or later, also by ENTRYPOINT
FROM debian:12
CMD ["sh", "-c", "echo $HOME && a"]
CMD ["tini", "--", "/bin/bash", "-c", "echo $HOME"]
FROM debian:12
ENTRYPOINT ["/bin/sh", "-c"]
CMD ["echo $HOME"]

### programs that read such text themselves
FROM debian:12
RUN ["find", "/", "-name", "*.pyc", "-exec", "rm", "{}", ";"]
RUN ["awk", "{print $1}"]
RUN ["python", "-c", "print('$HOME')"]
RUN ["envsubst", "$HOME"]
CMD ["java", "-Dserver.port=${PORT}", "-jar", "app.jar", "--server.port=${PORT}"]
CMD ["java", "-cp", "/app/lib/*", "Main"]
CMD ["nginx", "-g", "daemon off;"]
CMD ["celery", "-Q", "*"]
CMD ["app", "--price=5$", "a|b", "<tag>"]

### Java's own variables are not the shell's
FROM debian:12
CMD ["java", "$JAVA_OPTS", "-jar", "app.jar"]
              ^^^^^^^^^^ No shell reads exec form, so the program gets $JAVA_OPTS as it is written.

### shell form, empty, malformed, Windows
FROM debian:12
CMD echo $HOME
CMD []
CMD ["echo", '$HOME']
HEALTHCHECK NONE
FROM mcr.microsoft.com/windows/servercore:ltsc2022
CMD ["C:\\Program Files\\app.exe", "$x"]

### files of a directory
FROM debian:12
CMD ["tail", "-f", "/var/log/*.log"]
                    ^^^^^^^^^^^^^^ No shell reads exec form, so /var/log/*.log is taken for the name of one file.
