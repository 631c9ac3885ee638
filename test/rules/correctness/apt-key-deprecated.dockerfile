### add and adv
FROM debian:12
RUN curl -fsSL https://example.com/key.asc | apt-key add -
                                             ^^^^^^^^^^^^^ apt-key is gone from newer releases; a file in /etc/apt/keyrings that the repository's line names with signed-by takes its place.
RUN apt-key adv --keyserver keyserver.ubuntu.com --recv-keys A && sudo apt-key add key.asc
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apt-key is gone from newer releases; a file in /etc/apt/keyrings that the repository's line names with signed-by takes its place.
                                                                       ^^^^^^^^^^^^^^^^^^^ apt-key is gone from newer releases; a file in /etc/apt/keyrings that the repository's line names with signed-by takes its place.
RUN apt-key --keyring /x add k
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ apt-key is gone from newer releases; a file in /etc/apt/keyrings that the repository's line names with signed-by takes its place.
ONBUILD RUN apt-key add key.asc
            ^^^^^^^^^^^^^^^^^^^ apt-key is gone from newer releases; a file in /etc/apt/keyrings that the repository's line names with signed-by takes its place.

### what else it can do
FROM debian:12
RUN apt-key list && apt-key del A && echo apt-key add && apt-key
