### values that pass
FROM debian
LABEL a="jane@example.org"
LABEL a="jane.doe+x@localhost"
LABEL a="jane@[127.0.0.1]"
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}}

### values that do not
FROM debian
LABEL a="not-email"
        ^^^^^^^^^^^ The value of a is no e-mail address.
LABEL a="Jane Doe <jane@example.org>"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The value of a is no e-mail address.
LABEL a="jane@"
        ^^^^^^^ The value of a is no e-mail address.
LABEL a="@example.org"
        ^^^^^^^^^^^^^^ The value of a is no e-mail address.
LABEL a="jane..doe@example.org"
        ^^^^^^^^^^^^^^^^^^^^^^^ The value of a is no e-mail address.
LABEL a="jane@-example.org"
        ^^^^^^^^^^^^^^^^^^^ The value of a is no e-mail address.
LABEL a="jane@example.org, john@example.org"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The value of a is no e-mail address.
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}}

### an empty value is none either
FROM debian
LABEL a=""
        ^^ The value of a is no e-mail address.
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}, "hadolint": true}

### labels of another type, and those that the schema does not name
FROM debian
LABEL t="not-email" z="not-email"
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}}

### without a schema
FROM debian
LABEL a="not-email"

### the first of each LABEL, to hadolint
FROM debian
LABEL a="not-email" b="not-email"
        ^^^^^^^^^^^ The value of a is no e-mail address.
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}, "hadolint": true}

### all of a LABEL, else
FROM debian
LABEL a="not-email" b="not-email"
        ^^^^^^^^^^^ The value of a is no e-mail address.
                      ^^^^^^^^^^^ The value of b is no e-mail address.
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}}

### variables are looked through
FROM debian
ARG BAD="not-email"
ARG GOOD="jane@example.org"
ARG GIVEN
LABEL a="$BAD"
        ^^^^^^ The value of a is no e-mail address.
LABEL a="$GOOD"
LABEL a="${GIVEN}"
LABEL a="${NOWHERE}"
        ^^^^^^^^^^^^ The value of a is no e-mail address.
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}}

### variables are not expanded by hadolint
FROM debian
ARG GOOD="jane@example.org"
LABEL a="${GOOD}"
        ^^^^^^^^^ The value of a is no e-mail address.
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}, "hadolint": true}

### without quotes, without FROM
LABEL b=not-email
        ^^^^^^^^^ The value of b is no e-mail address.
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}, "hadolint": true}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL a="not-email"
--- settings: {"labelSchema": {"a": "email", "b": "email", "t": "text"}, "hadolint": true}
