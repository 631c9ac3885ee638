### values that pass
FROM debian
LABEL a="MIT"
LABEL a="Apache-2.0"
LABEL a="GPL-3.0-or-later"
LABEL a="BSD-3-Clause"
LABEL a="0BSD"
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}

### values that do not
FROM debian
LABEL a="not-spdx"
        ^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
LABEL a="MIT OR Apache-2.0"
        ^^^^^^^^^^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
LABEL a="GPL-2.0-only WITH Classpath-exception-2.0"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
LABEL a="LicenseRef-own"
        ^^^^^^^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}

### an empty value is none either
FROM debian
LABEL a=""
        ^^ The value of a is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}, "hadolint": true}

### labels of another type, and those that the schema does not name
FROM debian
LABEL t="not-spdx" z="not-spdx"
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}

### without a schema
FROM debian
LABEL a="not-spdx"

### the first of each LABEL, to hadolint
FROM debian
LABEL a="not-spdx" b="not-spdx"
        ^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}, "hadolint": true}

### all of a LABEL, else
FROM debian
LABEL a="not-spdx" b="not-spdx"
        ^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
                     ^^^^^^^^^^ The value of b is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}

### variables are looked through
FROM debian
ARG BAD="not-spdx"
ARG GOOD="MIT"
ARG GIVEN
LABEL a="$BAD"
        ^^^^^^ The value of a is no identifier of the SPDX licence list.
LABEL a="$GOOD"
LABEL a="${GIVEN}"
LABEL a="${NOWHERE}"
        ^^^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}

### variables are not expanded by hadolint
FROM debian
ARG GOOD="MIT"
LABEL a="${GOOD}"
        ^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}, "hadolint": true}

### without quotes, without FROM
LABEL b=not-spdx
        ^^^^^^^^ The value of b is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}, "hadolint": true}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL a="not-spdx"
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}, "hadolint": true}

### what was meant
FROM debian
LABEL a="mit"
        ^^^^^ The value of a is no identifier of the SPDX licence list.
LABEL a="Apache 2.0"
        ^^^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
LABEL a="GPL-3.0"
        ^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
LABEL a="MIT License"
        ^^^^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}
===>
FROM debian
LABEL a="MIT"
LABEL a="Apache-2.0"
LABEL a="GPL-3.0-only"
LABEL a="MIT"

### quotes stay as they are
FROM debian
LABEL a='mit' \
        ^^^^^ The value of a is no identifier of the SPDX licence list.
      t="x"
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}
===>
FROM debian
LABEL a='MIT' \
      t="x"

### no guess
FROM debian
LABEL a="not-spdx"
        ^^^^^^^^^^ The value of a is no identifier of the SPDX licence list.
--- settings: {"labelSchema": {"a": "spdx", "b": "spdx", "t": "text"}}
===> no fix
