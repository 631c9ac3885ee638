### no list: a single command
FROM debian:12
RUN <<EOF<|>
# why
apt-get install -y \
    curl \
    git
EOF
===>
FROM debian:12
# why
RUN apt-get install -y \
        curl \
        git

### nothing to run
FROM debian:12
RUN <<EOF<|>
# nothing
EOF
===> refused: The here-document runs nothing.

### never closed
FROM debian:12
RUN <<EOF<|>
a
===> refused: The here-document is never closed.

### input of a command
FROM debian:12
RUN cat <<EOF<|> > /x
a
EOF
===> refused: The here-document is the input of a command, not the script itself.

### python
FROM debian:12
RUN <<'EOF'<|> python3
print("a")
EOF
===> refused: The here-document is the input of a command, not the script itself.

### two here-documents
FROM debian:12
RUN <<A <<B<|>
a
A
b
B
===> refused: The here-document is the input of a command, not the script itself.

### no here-document
FROM debian:12
RUN a &&<|> b
===> not offered

### ONBUILD
FROM debian:12
ONBUILD RUN <<EOF<|>
a
EOF
===> refused: A RUN behind ONBUILD belongs to another build.

### PowerShell
FROM mcr.microsoft.com/powershell
SHELL ["pwsh", "-Command"]
RUN <<EOF<|>
a
b
EOF
===> refused: SHELL names a shell that is not read here.

### operators in front of lines, as in the rest of the file
FROM debian:12
RUN a \
 && b
RUN <<EOF<|>
set -e
apt-get update
apt-get install -y \
  curl

rm -rf /var/lib/apt/lists/*  # all
EOF
===>
FROM debian:12
RUN a \
 && b
RUN apt-get update \
 && apt-get install -y \
      curl \
 # all
 && rm -rf /var/lib/apt/lists/*

### indented by tabs that <<- drops, flags
FROM debian:12
RUN --mount=type=cache,target=/x --network=none <<-'EOT'<|>
	set -e
	a
	if b; then
		c
	fi || exit
	d
	EOT
===>
FROM debian:12
RUN --mount=type=cache,target=/x --network=none a && \
    if b; then \
    	c; \
    fi && \
    d

### set -ex stays
FROM debian:12
RUN <<EOF<|>
set -ex
a
b | c
(d && e)
EOF
===>
FROM debian:12
RUN set -ex && \
    a && \
    b | c && \
    (d && e)

### the last line may be anything where set -e stays
FROM debian:12
RUN <<EOF<|>
set -e
a
for x in a b; do
  cp $x /c
  echo $x
done
EOF
===>
FROM debian:12
RUN set -e && \
    a && \
    for x in a b; do \
      cp $x /c; \
      echo $x; \
    done

### alternatives are grouped
FROM debian:12
RUN <<EOF<|>
set -e
a || b
c || true
d && e || f
g
EOF
===>
FROM debian:12
RUN a || b && \
    { c || true; } && \
    { d && e || f; } && \
    g

### a list in the middle goes on after a failure in front of its last &&
FROM debian:12
RUN <<EOF<|>
set -e
[ -f /x ] && rm /x
a
EOF
===>
FROM debian:12
RUN set -e; \
    [ -f /x ] && rm /x; \
    a

### the same at the end
FROM debian:12
RUN <<EOF<|>
set -e
a
[ -f /x ] && rm /x
EOF
===>
FROM debian:12
RUN a && \
    [ -f /x ] && rm /x

### several commands on a line
FROM debian:12
RUN <<EOF<|>
set -e; a; b
c &&
  d
EOF
===>
FROM debian:12
RUN a && b && \
    c && \
      d

### what set -e acts in
FROM debian:12
RUN <<EOF<|>
set -e
(a; b)
! c
. /etc/os-release
d
EOF
===>
FROM debian:12
RUN set -e; \
    (a; b); \
    ! c; \
    . /etc/os-release; \
    d

### SHELL with -e
FROM debian:12
SHELL ["/bin/sh", "-ec"]
RUN <<EOF<|>
a
b
EOF
===>
FROM debian:12
SHELL ["/bin/sh", "-ec"]
RUN a && \
    b

### no set -e, background
FROM debian:12
RUN <<EOF<|>
a
b &
c; d
wait
EOF
===>
FROM debian:12
RUN a; \
    b & \
    c; d; \
    wait

### compound commands
FROM debian:12
RUN <<EOF<|>
set -eu
case "$(uname -m)" in
  x86_64)
    a
    b
    ;;
  # others
  arm*|aarch64) c;;
  *) exit 1
esac
f() {
  a "$1"   # what
}
while read -r x
do
  f "$x" ||
    exit 1
done < /list
{
  a
  b
} > /log
EOF
===>
FROM debian:12
RUN set -eu; \
    case "$(uname -m)" in \
      x86_64) \
        a; \
        b; \
        ;; \
      # others
      arm*|aarch64) c;; \
      *) exit 1; \
    esac; \
    f() { \
      # what
      a "$1"; \
    }; \
    while read -r x; \
    do \
      f "$x" || \
        exit 1; \
    done < /list; \
    { \
      a; \
      b; \
    } > /log

### a text over several lines
FROM debian:12
RUN <<EOF<|>
echo "a
b"
EOF
===> refused: A quoted text goes over several lines.

### a literal text with a continuation
FROM debian:12
RUN <<EOF<|>
echo 'a \
b'
EOF
===> refused: A quoted text goes over several lines.

### a quoted text with a continuation
FROM debian:12
RUN <<EOF<|>
set -e
echo "a \
  b"
c
EOF
===>
FROM debian:12
RUN echo "a \
  b" && \
    c

### a quoted text whose next line looks like a comment
FROM debian:12
RUN <<EOF<|>
echo "a \
# b"
c
EOF
===> refused: A quoted text has a line that the builder would take for a comment.

### a command substitution over several lines
FROM debian:12
RUN <<EOF<|>
a=$(
  b
)
EOF
===> refused: A command substitution goes over several lines.

### a here-document inside
FROM debian:12
RUN <<EOF<|>
cat <<X > /x
a
X
b
EOF
===> refused: The here-document's shell text can't be read.

### escape characters at the end of a line
FROM debian:12
RUN <<EOF<|>
echo a\\
b
EOF
===>
FROM debian:12
RUN echo a\\; \
    b

### an escaped backslash and a continuation
FROM debian:12
RUN <<EOF<|>
echo a\\\
b
EOF
===> refused: A line ends with escape characters that the builder reads otherwise.

### backtick as escape character
# escape=`
FROM debian:12
RUN <<EOF<|>
set -e
a \
  --x
echo `b`
c
EOF
===>
# escape=`
FROM debian:12
RUN a `
      --x && `
    echo `b` && `
    c

### backtick as escape character, and one at the end
# escape=`
FROM debian:12
RUN <<EOF<|>
set -e
a
echo `b`
EOF
===> refused: The here-document's commands can't be written in continued lines.

### shopt acts on later lines
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN <<EOF<|>
shopt -s extglob
rm !(x)
EOF
===> refused: "shopt" acts on the lines below it, and there would be none.

### a word that would make it exec form
FROM debian:12
RUN <<EOF<|>
["a"]
EOF
===> refused: The here-document's commands can't be written in continued lines.

### comments at the start and at the end
FROM debian:12
# above
RUN <<EOF<|>
# first
set -e
# second
a
b
# last
EOF
===>
FROM debian:12
# above
# first
# second
RUN a && \
    # last
    b

### a shell that reads a profile
FROM debian:12
ENV BASH_ENV=/root/.nvm/nvm.sh
SHELL ["/bin/bash", "-c"]
RUN <<EOF<|>
set -e
nvm install 20
npm ci
EOF
===>
FROM debian:12
ENV BASH_ENV=/root/.nvm/nvm.sh
SHELL ["/bin/bash", "-c"]
RUN set -e; \
    nvm install 20; \
    npm ci
