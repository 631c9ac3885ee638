### one RUN for each statement, in the file's own layout
FROM debian:12
	Run	one \
		--flag \
	&& two<|> && three # end
===>
FROM debian:12
	Run	one \
		--flag
	Run	two
	Run	three # end

### operators at the end of lines, comments and blank lines between
FROM debian:12
# hadolint ignore=DL3008
# about all of it
RUN one && \
    # about two
    two \
      # inside two
      --flag && \

    three<|>
===>
FROM debian:12
# hadolint ignore=DL3008
# about all of it
RUN one
# about two
# hadolint ignore=DL3008
RUN two \
      # inside two
      --flag
# hadolint ignore=DL3008
RUN three

### only around a selected statement
FROM debian:12
RUN one \
 && two \
 && <|>three<|> \
 && four \
 && five
===>
FROM debian:12
RUN one \
 && two
RUN three
RUN four \
 && five

### several RUNs that are selected
FROM debian:12
<|>RUN one && two
RUN three
RUN four && five<|>
===>
FROM debian:12
RUN one
RUN two
RUN three
RUN four
RUN five

### the backtick as escape character
# escape=`
FROM debian:12
RUN one `
 && two<|>
===>
# escape=`
FROM debian:12
RUN one
RUN two

### options of the shell at the start are repeated
FROM debian:12
RUN set -eux; \
	one; \
	two | three; \
	# four
	four && five<|>
===>
FROM debian:12
RUN set -eux; \
	one
RUN set -eux; \
	two | three
# four
RUN set -eux; \
	four
RUN set -eux; \
	five

### also in bash with pipefail
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN set -e && set -o pipefail && one && two<|>
===>
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN set -e && set -o pipefail && one
RUN set -e && set -o pipefail && two

### flags are repeated
FROM node:20
RUN --network=none --mount=type=bind,source=a,target=/a \
    one && two<|>
===>
FROM node:20
RUN --network=none --mount=type=bind,source=a,target=/a \
    one
RUN --network=none --mount=type=bind,source=a,target=/a \
    two

### groups, subshells and pipes are statements
FROM debian:12
RUN { one; two; } && (cd /a; three) && four | five && if six; then seven; fi<|>
===>
FROM debian:12
RUN { one; two; }
RUN (cd /a; three)
RUN four | five
RUN if six; then seven; fi

### a list that decides on a failure stays whole
FROM debian:12
RUN one && two || three && four && five<|>
===>
FROM debian:12
RUN one && two || three
RUN four
RUN five

### what goes on after a failure
FROM debian:12
RUN one; two; three && four<|>
===>
FROM debian:12
RUN one; two; three
RUN four

### nothing but lists that go on
FROM debian:12
RUN one; two<|>
===> refused: Line 2 is joined by ";", which decides on a failure as no RUN of its own would.

### a list in the middle that goes on
FROM debian:12
RUN one && two; three<|>
===> refused: Line 2 is joined by a later ";" or "||", which decides on a failure as no RUN of its own would.

### -e does not stop at what stands in front of &&
FROM debian:12
RUN set -e; one && two; three; four<|>
===>
FROM debian:12
RUN set -e; one && two; three
RUN set -e; four

### nor at a negation, nor inside a group in front of &&
FROM debian:12
RUN set -e; ! one; { two; three; } && four<|>
===> refused: Line 2 is joined by ";", which decides on a failure as no RUN of its own would.

### a directory
FROM debian:12
RUN one && cd /a && two && three<|>
===>
FROM debian:12
RUN one
RUN cd /a && two && three

### unless each enters its own
FROM debian:12
RUN cd /a && two && cd /b && three<|>
===>
FROM debian:12
RUN cd /a && two
RUN cd /b && three

### a variable that a later statement reads
FROM debian:12
RUN one && v=1 && two && three $v && four<|>
===>
FROM debian:12
RUN one
RUN v=1 && two && three $v
RUN four

### a variable that programs see
FROM debian:12
RUN one && export V=1 && two && three<|>
===>
FROM debian:12
RUN one
RUN export V=1 && two && three

### functions, traps, umask, sourced files
FROM debian:12
RUN f() { one; } && f && two<|>
===> refused: Line 2 defines a function, which the rest of the RUN would notice.

### a sourced file
FROM debian:12
RUN . /env && one<|>
===> refused: Line 2 runs ".", which the rest of the RUN would notice.

### a background process
FROM debian:12
RUN one && (server & sleep 1) && client<|>
===>
FROM debian:12
RUN one
RUN (server & sleep 1) && client

### a list in the background
FROM debian:12
RUN one && two &<|>
===> refused: Line 2 is joined by a later ";" or "||", which decides on a failure as no RUN of its own would.

### a service that is stopped again
FROM debian:12
RUN one && service mysql start && mysql -e a && service mysql stop && two<|>
===>
FROM debian:12
RUN one
RUN service mysql start && mysql -e a && service mysql stop
RUN two

### a file that is new in each RUN
FROM debian:12
RUN echo a >> /etc/hosts && one<|>
===> refused: Line 2 works on a file that the builder mounts anew for each RUN.

### the number of the shell
FROM debian:12
RUN one > /tmp/$$ && two /tmp/$$<|>
===> refused: Line 2 or one below it asks for what its shell did before.

### package lists and their clean-up
FROM debian:12
RUN apt-get update && apt-get install -y curl && useradd app && apt-get install -y git && rm -rf /var/lib/apt/lists/* && one<|>
===>
FROM debian:12
RUN apt-get update && apt-get install -y curl && useradd app && apt-get install -y git && rm -rf /var/lib/apt/lists/*
RUN one

### an archive stays with its removal
FROM debian:12
RUN useradd app \
 && curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz \
 && tar -xzf /tmp/a.tar.gz -C /opt \
 && rm /tmp/a.tar.gz \
 && ln -s /opt/a/bin/a /usr/bin/a<|>
===>
FROM debian:12
RUN useradd app
RUN curl -fsSLo /tmp/a.tar.gz https://example.org/a.tar.gz \
 && tar -xzf /tmp/a.tar.gz -C /opt \
 && rm /tmp/a.tar.gz
RUN ln -s /opt/a/bin/a /usr/bin/a

### what a script of unknown effect wrote may be what is removed
FROM debian:12
RUN ./install.sh && one && rm -rf /opt/a/doc<|>
===> refused: Line 2 may take back or change what line 2 writes, which a layer of its own would keep.

### the mode of a downloaded file
FROM debian:12
RUN curl -o /usr/bin/a https://example.org/a && chmod +x /usr/bin/a<|>
===> refused: Line 2 may take back or change what line 2 writes, which a layer of its own would keep.

### a check
FROM debian:12
RUN curl -O https://example.org/a && echo "123 a" | sha256sum -c - && tar xf a<|>
===>
FROM debian:12
RUN curl -O https://example.org/a && echo "123 a" | sha256sum -c -
RUN tar xf a

### what a build needed
FROM debian:12
RUN apt-get install -y gcc && make && apt-get purge -y gcc && one<|>
===>
FROM debian:12
RUN apt-get install -y gcc && make && apt-get purge -y gcc
RUN one

### a manager's cache
FROM node:20
RUN useradd app && npm ci && npm cache clean --force && one<|>
===>
FROM node:20
RUN useradd app
RUN npm ci && npm cache clean --force
RUN one

### a mount that is emptied
FROM debian:12
RUN --mount=type=tmpfs,target=/tmp one && two<|>
===> refused: What line 2 writes to its tmpfs mount is gone in the next RUN.

### a cache mount that holds results
FROM rust:1
RUN --mount=type=cache,target=/app/target cargo build --release && cp target/release/app /usr/bin<|>
===> refused: What line 2 writes to its cache mount may be gone in the next RUN.

### a step that may need the downloads of the one before
FROM maven:3
RUN --mount=type=cache,target=/root/.m2 mvn dependency:go-offline && mvn -o package<|>
===> refused: Line 2 may need what stands in the cache mount, which may be gone in the next RUN.

### exec form
FROM debian:12
RUN ["one", "&&", "two"]<|>
===> refused: Line 2 is in exec form, which runs without a shell.

### a single command
FROM debian:12
RUN set -ex; one<|>
===> refused: Line 2 is a single command.

### a comment that swallows the lines below it
FROM debian:12
RUN one && two # && \
    three<|>
===> refused: Line 2 has a comment that swallows the lines below it.

### a here-document inside a command
FROM debian:12
RUN cat <<EOF > /a && two<|>
text
EOF
===> refused: Line 2 has a here-document, whose body must come right behind its line.

### ONBUILD
FROM debian:12
ONBUILD RUN one && two<|>
===> refused: A RUN behind ONBUILD belongs to another build.

### not at other instructions
FROM debian:12
RUN one && two
CMD <|>one && two
===> not offered

### bash reads a file at the start of each RUN
FROM debian:12
SHELL ["/bin/bash", "-c"]
ENV BASH_ENV=/env
RUN echo a >> /env && b<|>
===> refused: BASH_ENV names a file that each RUN reads at its start, so line 4 depends on being one of its own.

### pip that replaces itself where it may lie elsewhere
FROM ubuntu:18.04
RUN one && pip3 install --upgrade pip && pip3 install flask<|>
===>
FROM ubuntu:18.04
RUN one
RUN pip3 install --upgrade pip && pip3 install flask

### the shell of the next RUN
FROM debian:12
RUN useradd app && rm /bin/sh && ln -s /bin/bash /bin/sh<|>
===>
FROM debian:12
RUN useradd app
RUN rm /bin/sh && ln -s /bin/bash /bin/sh

### a variable that is made of itself
FROM debian:12
RUN v="$(one)" && v="$(echo "$v" | two)" && three "$v"<|>
===> refused: Line 2 sets v, which the rest of the RUN would notice.

### a script from the network that may fetch lists
FROM debian:12
RUN curl -fsSL https://example.org/setup | bash - && apt-get install -y nodejs && one<|>
===>
FROM debian:12
RUN curl -fsSL https://example.org/setup | bash - && apt-get install -y nodejs
RUN one

### an escaped blank at the end of a line would continue it
FROM debian:12
RUN touch a \ && <|>touch b
===> refused: Line 2 has an escaped blank in front of a separator, which would continue the line.

### a test that the builder would take for a list of strings
FROM debian:12
RUN [ "$A" ] && one && [ -n "$B" ] && two<|>
===>
FROM debian:12
RUN [ "$A" ] && one
RUN [ -n "$B" ]
RUN two

### an escaped blank that would continue the line
FROM debian:12
RUN touch a \ && one && two<|>
===>
FROM debian:12
RUN touch a \ && one
RUN two

### a backtick that would continue the line
# escape=`
FROM debian:12
RUN echo `date` && two && three<|>
===>
# escape=`
FROM debian:12
RUN echo `date` && two
RUN three

### what only prints stays with what comes next
FROM debian:12
RUN echo "one" && one && echo "two" && echo "three" && two && echo done<|>
===>
FROM debian:12
RUN echo "one" && one
RUN echo "two"
RUN echo "three" && two
RUN echo done

### a script that may fetch lists
FROM debian:12
RUN sh /setup.sh && apt-get install -y nodejs && ./run.sh<|>
===>
FROM debian:12
RUN sh /setup.sh && apt-get install -y nodejs
RUN ./run.sh

### a here-document whose -e stops it at each line
FROM debian:12
# hadolint ignore=DL3008
RUN --network=none <<-EOF
	set -eux

	# the first
	one # really
	# the second
	two | three; four
	for five in a b; do
	  five
	done
	if six; then seven; fi<|>
	EOF
===>
FROM debian:12
# hadolint ignore=DL3008
RUN --network=none <<-EOF
	set -eux

	# the first
	one # really
	EOF
# hadolint ignore=DL3008
RUN --network=none <<-EOF
	set -eux
	# the second
	two | three; four
	EOF
# hadolint ignore=DL3008
RUN --network=none <<-EOF
	set -eux
	for five in a b; do
	  five
	done
	if six; then seven; fi
	EOF

### a here-document that goes on after a failure
FROM debian:12
RUN <<EOF
one
two<|>
EOF
===> refused: Line 4 is joined by a new line, which decides on a failure as no RUN of its own would.

### under a SHELL that stops
FROM debian:12
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
RUN <<EOF
one
two && \
  three<|>
EOF
===>
FROM debian:12
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
RUN <<EOF
one
EOF
RUN <<EOF
two && \
  three
EOF

### a here-document in a here-document
FROM debian:12
RUN <<EOF
set -e
one
cat <<X > /a<|>
text
X
EOF
===> refused: The here-document of line 2 has another one in it.

### a here-document for another program
FROM debian:12
RUN <<EOF
#!/bin/bash -e
one
two<|>
EOF
===> refused: The here-document of line 2 is run by the program that its first line names.

### a variable that nothing reads
FROM debian:12
RUN one && V=1 && two<|>
===>
FROM debian:12
RUN one
RUN V=1 && two

### an end that only sets up its shell
FROM debian:12
RUN one && two && export A=b && cd /a<|>
===>
FROM debian:12
RUN one
RUN two && export A=b && cd /a

### sources that one helper unpacks and another one takes away
FROM php:8
RUN one && docker-php-ext-configure gd --with-jpeg && two && docker-php-ext-install gd && docker-php-ext-enable opcache<|>
===>
FROM php:8
RUN one
RUN docker-php-ext-configure gd --with-jpeg && two && docker-php-ext-install gd
RUN docker-php-ext-enable opcache
