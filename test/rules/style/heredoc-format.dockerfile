### on one line
FROM debian
COPY <<'EOF' /etc/a.json
     ^^^^^^^ This JSON is not formatted.
{"a":1,"b":{},"c":[],"d":[1.50,"x"]}
EOF
===>
FROM debian
COPY <<'EOF' /etc/a.json
{
  "a": 1,
  "b": {},
  "c": [],
  "d": [
    1.50,
    "x"
  ]
}
EOF

### indented otherwise, with short lists
FROM debian
COPY <<EOF /etc/a.json
     ^^^^^ This JSON is not formatted.
{
    "a": [1, 2],
  "b": {"c": "\u00e9"},
    "d": {
    "e": 1 }
}
EOF
===>
FROM debian
COPY <<EOF /etc/a.json
{
    "a": [1, 2],
    "b": {"c": "\u00e9"},
    "d": {
        "e": 1
    }
}
EOF

### formatted, by any step
FROM debian
COPY <<EOF /etc/a.json
{
  "a": [1, 2],
  "b": { "c": 1 }
}
EOF
COPY <<EOF /etc/b.json
{
	"a": [
		1
	]
}
EOF

### several files, by their names
FROM debian
COPY <<a.json <<b.txt /etc/
     ^^^^^^^^ This JSON is not formatted.
{"a":1}
a.json
{"a":1}
b.txt

### no JSON
FROM debian
COPY <<EOF /etc/a.json
{"a": $X}
EOF
COPY <<EOF /etc/b.json
// comment
{}
EOF

### another kind of file
FROM debian
COPY <<EOF /etc/a.yaml
{"a":1}
EOF
RUN <<EOF
{"a":1}
EOF

### one that drops its tabs
FROM debian
COPY <<-EOF /etc/a.json
	{"a":1}
	EOF
