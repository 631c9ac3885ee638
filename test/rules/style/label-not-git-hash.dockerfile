### values that pass
FROM debian
LABEL a="0c3b1f2"
LABEL a="43c572f1272b8c3171dd1db9e41b7027128ce080"
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}}

### values that do not
FROM debian
LABEL a="not-git-hash"
        ^^^^^^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
LABEL a="0C3B1F2"
        ^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
LABEL a="0c3b1f21"
        ^^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
LABEL a="0c3b1f"
        ^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
LABEL a="43c572f1272b8c3171dd1db9e41b7027128ce08"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}}

### an empty value is none either
FROM debian
LABEL a=""
        ^^ The value of a is no Git commit of 7 or 40 digits.
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}, "hadolint": true}

### labels of another type, and those that the schema does not name
FROM debian
LABEL t="not-git-hash" z="not-git-hash"
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}}

### without a schema
FROM debian
LABEL a="not-git-hash"

### the first of each LABEL, to hadolint
FROM debian
LABEL a="not-git-hash" b="not-git-hash"
        ^^^^^^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}, "hadolint": true}

### all of a LABEL, else
FROM debian
LABEL a="not-git-hash" b="not-git-hash"
        ^^^^^^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
                         ^^^^^^^^^^^^^^ The value of b is no Git commit of 7 or 40 digits.
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}}

### variables are looked through
FROM debian
ARG BAD="not-git-hash"
ARG GOOD="0c3b1f2"
ARG GIVEN
LABEL a="$BAD"
        ^^^^^^ The value of a is no Git commit of 7 or 40 digits.
LABEL a="$GOOD"
LABEL a="${GIVEN}"
LABEL a="${NOWHERE}"
        ^^^^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}}

### variables are not expanded by hadolint
FROM debian
ARG GOOD="0c3b1f2"
LABEL a="${GOOD}"
        ^^^^^^^^^ The value of a is no Git commit of 7 or 40 digits.
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}, "hadolint": true}

### without quotes, without FROM
LABEL b=not-git-hash
        ^^^^^^^^^^^^ The value of b is no Git commit of 7 or 40 digits.
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}, "hadolint": true}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL a="not-git-hash"
--- settings: {"labelSchema": {"a": "hash", "b": "hash", "t": "text"}, "hadolint": true}
