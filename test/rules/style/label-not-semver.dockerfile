### values that pass
FROM debian
LABEL a="1.0.0"
LABEL a="2.0.1-rc.1"
LABEL a="1.0.0+21AF26D3"
LABEL a="1.0.0-alpha-a.b-c"
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}

### values that do not
FROM debian
LABEL a="not-semver"
        ^^^^^^^^^^^^ The value of a is no version of SemVer 2.0.
LABEL a="1.0"
        ^^^^^ The value of a is no version of SemVer 2.0.
LABEL a="1.0.0.0"
        ^^^^^^^^^ The value of a is no version of SemVer 2.0.
LABEL a="01.0.0"
        ^^^^^^^^ The value of a is no version of SemVer 2.0.
LABEL a="1.0.0-01"
        ^^^^^^^^^^ The value of a is no version of SemVer 2.0.
LABEL a="latest"
        ^^^^^^^^ The value of a is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}

### an empty value is none either
FROM debian
LABEL a=""
        ^^ The value of a is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}, "hadolint": true}

### labels of another type, and those that the schema does not name
FROM debian
LABEL t="not-semver" z="not-semver"
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}

### without a schema
FROM debian
LABEL a="not-semver"

### the first of each LABEL, to hadolint
FROM debian
LABEL a="not-semver" b="not-semver"
        ^^^^^^^^^^^^ The value of a is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}, "hadolint": true}

### all of a LABEL, else
FROM debian
LABEL a="not-semver" b="not-semver"
        ^^^^^^^^^^^^ The value of a is no version of SemVer 2.0.
                       ^^^^^^^^^^^^ The value of b is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}

### variables are looked through
FROM debian
ARG BAD="not-semver"
ARG GOOD="1.0.0"
ARG GIVEN
LABEL a="$BAD"
        ^^^^^^ The value of a is no version of SemVer 2.0.
LABEL a="$GOOD"
LABEL a="${GIVEN}"
LABEL a="${NOWHERE}"
        ^^^^^^^^^^^^ The value of a is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}

### variables are not expanded by hadolint
FROM debian
ARG GOOD="1.0.0"
LABEL a="${GOOD}"
        ^^^^^^^^^ The value of a is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}, "hadolint": true}

### without quotes, without FROM
LABEL b=not-semver
        ^^^^^^^^^^ The value of b is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}, "hadolint": true}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL a="not-semver"
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}, "hadolint": true}

### what was meant
FROM debian
LABEL a="v1.2.3"
        ^^^^^^^^ The value of a is no version of SemVer 2.0.
LABEL a="V1.2.3-rc.1"
        ^^^^^^^^^^^^^ The value of a is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}
===>
FROM debian
LABEL a="1.2.3"
LABEL a="1.2.3-rc.1"

### quotes stay as they are
FROM debian
LABEL a='v1.2.3' \
        ^^^^^^^^ The value of a is no version of SemVer 2.0.
      t="x"
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}
===>
FROM debian
LABEL a='1.2.3' \
      t="x"

### no guess
FROM debian
LABEL a="not-semver"
        ^^^^^^^^^^^^ The value of a is no version of SemVer 2.0.
--- settings: {"labelSchema": {"a": "semver", "b": "semver", "t": "text"}}
===> no fix
