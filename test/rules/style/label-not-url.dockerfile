### values that pass
FROM debian
LABEL a="https://example.org/a?b=c#d"
LABEL a="http://localhost:8080"
LABEL a="mailto:jane@example.org"
LABEL a="urn:isbn:0451450523"
LABEL a="http://[::1]/"
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}}

### values that do not
FROM debian
LABEL a="not-url"
        ^^^^^^^^^ The value of a is no URL with a scheme.
LABEL a="example.org"
        ^^^^^^^^^^^^^ The value of a is no URL with a scheme.
LABEL a="//example.org/a"
        ^^^^^^^^^^^^^^^^^ The value of a is no URL with a scheme.
LABEL a="http://exa mple.org"
        ^^^^^^^^^^^^^^^^^^^^^ The value of a is no URL with a scheme.
LABEL a="https://example.org/%2"
        ^^^^^^^^^^^^^^^^^^^^^^^^ The value of a is no URL with a scheme.
LABEL a="/a/b"
        ^^^^^^ The value of a is no URL with a scheme.
LABEL a="1http://a"
        ^^^^^^^^^^^ The value of a is no URL with a scheme.
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}}

### an empty value is none either
FROM debian
LABEL a=""
        ^^ The value of a is no URL with a scheme.
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}, "hadolint": true}

### labels of another type, and those that the schema does not name
FROM debian
LABEL t="not-url" z="not-url"
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}}

### without a schema
FROM debian
LABEL a="not-url"

### the first of each LABEL, to hadolint
FROM debian
LABEL a="not-url" b="not-url"
        ^^^^^^^^^ The value of a is no URL with a scheme.
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}, "hadolint": true}

### all of a LABEL, else
FROM debian
LABEL a="not-url" b="not-url"
        ^^^^^^^^^ The value of a is no URL with a scheme.
                    ^^^^^^^^^ The value of b is no URL with a scheme.
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}}

### variables are looked through
FROM debian
ARG BAD="not-url"
ARG GOOD="https://example.org/a?b=c#d"
ARG GIVEN
LABEL a="$BAD"
        ^^^^^^ The value of a is no URL with a scheme.
LABEL a="$GOOD"
LABEL a="${GIVEN}"
LABEL a="${NOWHERE}"
        ^^^^^^^^^^^^ The value of a is no URL with a scheme.
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}}

### variables are not expanded by hadolint
FROM debian
ARG GOOD="https://example.org/a?b=c#d"
LABEL a="${GOOD}"
        ^^^^^^^^^ The value of a is no URL with a scheme.
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}, "hadolint": true}

### without quotes, without FROM
LABEL b=not-url
        ^^^^^^^ The value of b is no URL with a scheme.
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}, "hadolint": true}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL a="not-url"
--- settings: {"labelSchema": {"a": "url", "b": "url", "t": "text"}, "hadolint": true}
