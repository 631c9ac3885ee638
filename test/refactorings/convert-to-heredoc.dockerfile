### one line, trailing blanks
--- minimumFrontend: 1.4
FROM debian:12
RUN a<|> && b && c  
===>
FROM debian:12
RUN <<EOF
set -e
a
b
c
EOF

### a pinned frontend that is too old
# syntax=docker/dockerfile:1.3
FROM debian:12
RUN a<|> && b
===> refused: A here-document needs docker/dockerfile 1.4, and the # syntax line holds the frontend back: "# syntax=docker/dockerfile:1" takes the newest.

### a frontend of its own
--- minimumFrontend: 1.10
# syntax=example.org/frontend:1
FROM debian:12
RUN a<|> && b
===> refused: A here-document needs docker/dockerfile 1.4, and the # syntax line names a frontend of its own.

### builders that are too old
--- minimumFrontend: 1.3
FROM debian:12
RUN a<|> && b
===> refused: A here-document needs docker/dockerfile 1.4: put "# syntax=docker/dockerfile:1" on the first line, or set minimumFrontend to what your builders have.

### a pinned frontend that is new enough
# syntax=docker/dockerfile:1.4
FROM debian:12
RUN a<|> && b
===>
# syntax=docker/dockerfile:1.4
FROM debian:12
RUN <<EOF
set -e
a
b
EOF

### a single command
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>apt-get install -y \
    curl
===> not offered

### a here-document
--- minimumFrontend: 1.4
FROM debian:12
RUN <<EOF<|>
a
b
EOF
===> not offered

### a here-document that a command reads
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>cat <<EOF > /x && b
a
EOF
===> refused: The RUN has a here-document already.

### exec form
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>["a", "&&", "b"]
===> refused: The RUN is in exec form, which runs without a shell.

### ONBUILD
--- minimumFrontend: 1.4
FROM debian:12
ONBUILD RUN <|>a && b
===> refused: A RUN behind ONBUILD belongs to another build.

### PowerShell
--- minimumFrontend: 1.4
FROM mcr.microsoft.com/powershell
SHELL ["pwsh", "-Command"]
RUN <|>a; b
===> refused: SHELL names a shell that is not read here.

### Windows
--- minimumFrontend: 1.4
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN <|>a && b
===> refused: Windows containers have another shell.

### a shell that is called in a way of its own
--- minimumFrontend: 1.4
FROM debian:12
SHELL ["/bin/bash", "-c", "--"]
RUN <|>a && b
===> refused: SHELL hands the text to the shell in a way of its own.

### operators in front of lines, lists that go on
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>apt-get update \
 && apt-get install -y --no-install-recommends \
      curl \
      git \
 # all of it
 && rm -rf /var/lib/apt/lists/*
===>
FROM debian:12
RUN <<EOF
set -e
apt-get update
apt-get install -y --no-install-recommends \
  curl \
  git
# all of it
rm -rf /var/lib/apt/lists/*
EOF

### tabs, mixed case, flags, blank and comment lines
--- minimumFrontend: 1.4
FROM debian:12
Run --mount=type=cache,target=/var/cache/apt --network=none \
	# lists
	apt-get update && \

	# tools
	apt-get install -y \
		curl \
		# and that
		git && \
	echo<|> done
===>
FROM debian:12
Run --mount=type=cache,target=/var/cache/apt --network=none <<EOF
# lists
set -e
apt-get update

# tools
# and that
apt-get install -y \
	curl \
	git
echo done
EOF

### the comment of a rule goes above
--- minimumFrontend: 1.4
FROM debian:12
# hadolint ignore=DL3008
RUN <|>apt-get update && \
    # layerwise ignore=size/apt-no-recommends
    apt-get install -y curl
===>
FROM debian:12
# layerwise ignore=size/apt-no-recommends
# hadolint ignore=DL3008
RUN <<EOF
set -e
apt-get update
apt-get install -y curl
EOF

### alternatives stay on their line, and keep what is in front of them
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a && b || c && d && (e || f) && g || true
===>
FROM debian:12
RUN <<EOF
a &&
    b || c &&
    d &&
    (e || f) &&
    g || true
EOF

### behind the last alternative
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a || b && c \
    && d
===>
FROM debian:12
RUN <<EOF
set -e
a || b
c
d
EOF

### a subshell of a plain list, a pipeline, assignments
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>(cd /src && make) && curl -fsSL https://example.org/x | tar xz && V=$(cat /v) && export W="$V" && [ -n "$W" ]
===>
FROM debian:12
RUN <<EOF
set -e
(cd /src && make)
curl -fsSL https://example.org/x | tar xz
V=$(cat /v)
export W="$V"
[ -n "$W" ]
EOF

### what set -e would act in
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>(cd /src; make) && { a || b; } && ! grep -q x /y && for f in a b; do cp $f /c; done && \
    if [ -f /x ]; then \
        rm /x; \
    else \
        touch /x && \
        # why
        ls /x; \
    fi && echo done
===>
FROM debian:12
RUN <<EOF
set -e
(cd /src; make) || exit
{ a || b; } || exit
! grep -q x /y || exit
for f in a b; do cp $f /c; done || exit
if [ -f /x ]; then
    rm /x
else
    touch /x &&
    # why
    ls /x
fi || exit
echo done
EOF

### a pipe into a loop
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>cat /list | while read x; do mkdir "$x"; cd "$x"; done && ls
===>
FROM debian:12
RUN <<EOF
set -e
cat /list | while read x; do mkdir "$x"; cd "$x"; done || exit
ls
EOF

### the last command of a list behind set -e is under it already
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>set -ex && a && for f in a b; do cp $f /c; done
===>
FROM debian:12
RUN <<EOF
set -ex
a
for f in a b; do cp $f /c; done
EOF

### set -e in the middle
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a && set -e && b && set +e && c
===>
FROM debian:12
RUN <<EOF
a &&
    set -e &&
    b &&
    set +e &&
    c
EOF

### a script that is read into the shell
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>. /root/.nvm/nvm.sh && nvm install 20 && \
    npm install -g yarn
===>
FROM debian:12
RUN <<EOF
. /root/.nvm/nvm.sh &&
    nvm install 20 &&
    npm install -g yarn
EOF

### a function
--- minimumFrontend: 1.4
FROM debian:12
RUN f() { a; b; } && f && \
    f<|> || c
===>
FROM debian:12
RUN <<EOF
f() { a; b; } &&
    f &&
    f || c
EOF

### a list in a command substitution
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>V=$(cd /x; cat v) && echo $V
===>
FROM debian:12
RUN <<EOF
V=$(cd /x; cat v) &&
    echo $V
EOF

### no list in a command substitution
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>V="$(cat v | cut -d';' -f1)" && find / -name x -exec rm {} \; && echo `cat w`
===>
FROM debian:12
RUN <<EOF
set -e
V="$(cat v | cut -d';' -f1)"
find / -name x -exec rm {} \;
echo `cat w`
EOF

### semicolons
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a; b && c || d; \
    # wait
    e & \
    f; wait;
===>
FROM debian:12
RUN <<EOF
a
b && c || d
# wait
e &
f
wait
EOF

### set -eux with semicolons and a case
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>set -eux; \
    arch="$(dpkg --print-architecture)"; \
    case "$arch" in \
        amd64) url=a ;; \
        # Raspberry
        arm64|armhf) \
            url=b; \
            sum=c \
            ;; \
        *) echo >&2 "error: $arch"; exit 1 ;; \
    esac; \
    \
    wget -O x "$url"; \
    apt-get purge -y --auto-remove
===>
FROM debian:12
RUN <<EOF
set -eux
arch="$(dpkg --print-architecture)"
case "$arch" in
    amd64) url=a ;;
    # Raspberry
    arm64|armhf)
        url=b
        sum=c \
        ;;
    *) echo >&2 "error: $arch"; exit 1 ;;
esac
wget -O x "$url"
apt-get purge -y --auto-remove
EOF

### SHELL with -e
--- minimumFrontend: 1.4
FROM debian:12
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN <|>a | b && \
    c
===>
FROM debian:12
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN <<EOF
a | b
c
EOF

### quoted text over several lines
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>echo "one \
      two" && printf '%s\n' 'three \
      four' && echo fi\
ve
===>
FROM debian:12
RUN <<EOF
set -e
echo "one \
      two"
printf '%s\n' 'three       four'
echo fi\
ve
EOF

### variables, backslashes and quotes stay as they are
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>echo "$A ${B:-x} \$C \\ $(id -u)" '\$D' && echo "a\tb" \" && awk '{ print $1 }' /x
===>
FROM debian:12
RUN <<EOF
set -e
echo "$A ${B:-x} \$C \\ $(id -u)" '\$D'
echo "a\tb" \"
awk '{ print $1 }' /x
EOF

### a comment of the shell at the end
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a && b # why
===>
FROM debian:12
RUN <<EOF
set -e
a
b # why
EOF

### a comment of the shell in the middle
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a && b # why \
    && c
===> refused: The RUN has a comment of the shell that takes the lines below it with it.

### the delimiter on a line of its own
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a && EOF && EOT
===>
FROM debian:12
RUN <<END
set -e
a
EOF
EOT
END

### aliases act on later lines only
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>alias ll='ls -l' && ll
===> refused: "alias" acts on the lines below it, and there are none so far.

### line numbers
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a && echo $LINENO
===> refused: The RUN reads its own line number.

### backtick as escape character
--- minimumFrontend: 1.4
# escape=`
FROM debian:12
RUN <|>a `
    --x && `
    b
===>
# escape=`
FROM debian:12
RUN <<EOF
set -e
a \
    --x
b
EOF

### text that can't be read
--- minimumFrontend: 1.4
FROM debian:12
RUN <|>a && "b && c
===> refused: The RUN's shell text can't be read.

### bash: tests, arrays, here-strings, ranges
--- minimumFrontend: 1.4
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN <|>[[ -f /x && \
      -f /y ]] && x=(a \
      b) && cat <<< "${x[@]}" && diff <(a) <(b) && echo {1..3}
===>
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN <<EOF
set -e
[[ -f /x && \
  -f /y ]] || exit
x=(a \
    b)
cat <<< "${x[@]}"
diff <(a) <(b)
echo {1..3}
EOF

### another RUN and the end of the file
--- minimumFrontend: 1.4
FROM debian:12
RUN x && y
RUN <|>a && \
    b
USER me
===>
FROM debian:12
RUN x && y
RUN <<EOF
set -e
a
b
EOF
USER me

### a shell that reads a profile
--- minimumFrontend: 1.4
FROM debian:12
SHELL ["/bin/bash", "-lc"]
RUN <|>nvm install 20 && npm ci
===>
FROM debian:12
SHELL ["/bin/bash", "-lc"]
RUN <<EOF
nvm install 20 &&
    npm ci
EOF
