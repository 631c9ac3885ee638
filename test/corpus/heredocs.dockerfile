# syntax=docker/dockerfile:1
FROM debian:bookworm-slim

RUN <<EOF
set -eux
apt-get update
apt-get install -y --no-install-recommends curl ca-certificates
rm -rf /var/lib/apt/lists/*
EOF

COPY <<'CONF' /etc/app/app.conf
# not a comment of the Dockerfile
listen = ${PORT}
CONF

COPY <<-"ONE" <<-TWO /etc/app/
	first
	ONE
	second $HOME
	TWO

RUN python3 <<PY > /dev/null
print("hello \
world")
PY

RUN cat <<A 3<<B && echo "<<C is no heredoc"
one
A
three
B
CMD ["app"]
