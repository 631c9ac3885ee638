### values that pass
FROM debian
LABEL a="2021-03-10T10:26:33.564595127+01:00"
LABEL a="1985-04-12T23:20:50.52Z"
LABEL a="2020-02-29T23:59:60Z"
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}

### values that do not
FROM debian
LABEL a="not-date"
        ^^^^^^^^^^ The value of a is no time of RFC 3339.
LABEL a="10.3.2021"
        ^^^^^^^^^^^ The value of a is no time of RFC 3339.
LABEL a="2021-02-29T00:00:00Z"
        ^^^^^^^^^^^^^^^^^^^^^^ The value of a is no time of RFC 3339.
LABEL a="2021-03-10T25:00:00Z"
        ^^^^^^^^^^^^^^^^^^^^^^ The value of a is no time of RFC 3339.
LABEL a="2021-03-10T10:26:33"
        ^^^^^^^^^^^^^^^^^^^^^ The value of a is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}

### an empty value is none either
FROM debian
LABEL a=""
        ^^ The value of a is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}, "hadolint": true}

### labels of another type, and those that the schema does not name
FROM debian
LABEL t="not-date" z="not-date"
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}

### without a schema
FROM debian
LABEL a="not-date"

### the first of each LABEL, to hadolint
FROM debian
LABEL a="not-date" b="not-date"
        ^^^^^^^^^^ The value of a is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}, "hadolint": true}

### all of a LABEL, else
FROM debian
LABEL a="not-date" b="not-date"
        ^^^^^^^^^^ The value of a is no time of RFC 3339.
                     ^^^^^^^^^^ The value of b is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}

### variables are looked through
FROM debian
ARG BAD="not-date"
ARG GOOD="2021-03-10T10:26:33.564595127+01:00"
ARG GIVEN
LABEL a="$BAD"
        ^^^^^^ The value of a is no time of RFC 3339.
LABEL a="$GOOD"
LABEL a="${GIVEN}"
LABEL a="${NOWHERE}"
        ^^^^^^^^^^^^ The value of a is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}

### variables are not expanded by hadolint
FROM debian
ARG GOOD="2021-03-10T10:26:33.564595127+01:00"
LABEL a="${GOOD}"
        ^^^^^^^^^ The value of a is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}, "hadolint": true}

### without quotes, without FROM
LABEL b=not-date
        ^^^^^^^^ The value of b is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}, "hadolint": true}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL a="not-date"
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}, "hadolint": true}

### what was meant
FROM debian
LABEL a="2021-03-10"
        ^^^^^^^^^^^^ The value of a is no time of RFC 3339.
LABEL a="2021-03-10 10:26"
        ^^^^^^^^^^^^^^^^^^ The value of a is no time of RFC 3339.
LABEL a="2021-03-10T10:26:33+0100"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ The value of a is no time of RFC 3339.
LABEL a="20210310"
        ^^^^^^^^^^ The value of a is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}
===>
FROM debian
LABEL a="2021-03-10T00:00:00Z"
LABEL a="2021-03-10T10:26:00Z"
LABEL a="2021-03-10T10:26:33+01:00"
LABEL a="2021-03-10T00:00:00Z"

### quotes stay as they are
FROM debian
LABEL a='2021-03-10' \
        ^^^^^^^^^^^^ The value of a is no time of RFC 3339.
      t="x"
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}
===>
FROM debian
LABEL a='2021-03-10T00:00:00Z' \
      t="x"

### no guess
FROM debian
LABEL a="not-date"
        ^^^^^^^^^^ The value of a is no time of RFC 3339.
--- settings: {"labelSchema": {"a": "rfc3339", "b": "rfc3339", "t": "text"}}
===> no fix
