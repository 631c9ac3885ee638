### archives, binaries and scripts that are saved
FROM debian:12
RUN curl -fsSL https://example.com/a.tar.gz -o /tmp/a && tar -xf /tmp/a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.
RUN wget -q https://example.com/a.deb && dpkg -i a.deb
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.
RUN curl -Lo /usr/local/bin/tool https://example.com/tool && chmod +x /usr/local/bin/tool
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.
RUN wget -O tool https://example.com/tool && chmod 755 tool
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.
RUN curl -sSL https://example.com/install > install.sh && sh install.sh
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.

### piped, substituted
FROM debian:12
RUN curl -fsSL https://example.com/a | tar xz
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.
RUN wget -qO- https://example.com/install | bash -s -- -y
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.
RUN bash -c "$(curl -fsSL https://example.com/install)"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.

### checked
FROM debian:12
RUN curl -fsSLO https://example.com/a.tar.gz && echo "abc  a.tar.gz" | sha256sum -c -
RUN wget https://example.com/a.tgz https://example.com/a.tgz.asc && gpg --verify a.tgz.asc a.tgz
RUN curl -O https://example.com/a.zip && cosign verify-blob --key k a.zip
RUN curl -O https://example.com/a.zip && test "$(openssl dgst -sha256 a.zip)" = x
RUN curl -O https://example.com/a.zip && shasum -a 256 -c a.sum

### checked by a later RUN
FROM debian:12
RUN curl -fsSLO https://example.com/a.tar.gz
RUN echo "abc  a.tar.gz" | sha256sum -c -

### no program
FROM debian:12
RUN curl -fsSL https://example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/a.gpg
RUN curl -fsSL https://example.com/key.asc -o /etc/apt/keyrings/a.asc
RUN curl -s https://example.com/list.json | python3 -c 'import json'
RUN curl -sI https://example.com/a.tar.gz && curl -X POST -d x https://example.com/a.tar.gz
RUN VERSION=$(curl -s https://example.com/latest) && echo $VERSION
RUN curl -f http://localhost:8080/a.zip -o /dev/null

### of the same machine, of a variable
FROM debian:12
RUN curl -O http://127.0.0.1/a.tar.gz
RUN curl -fsSL "$TOOL_URL" -o /usr/bin/tool
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing checks that the download is the file that was meant.

### PowerShell is not read
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN curl.exe -O https://example.com/a.zip
