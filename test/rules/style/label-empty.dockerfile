### empty values, of any type
FROM debian
LABEL a="" b= c=''
      ^^^^ The label a has no value.
           ^^ The label b has no value.
              ^^^^ The label c has no value.
--- settings: {"labelSchema": {"a": "text", "b": "url", "c": "spdx"}}

### one for each LABEL, to hadolint
FROM debian
LABEL a="" b=""
      ^^^^ The label a has no value.
LABEL b=""
      ^^^^ The label b has no value.
--- settings: {"labelSchema": {"a": "text", "b": "url"}, "hadolint": true}

### a value
FROM debian
LABEL a="x" b=" " c="$X"
--- settings: {"labelSchema": {"a": "text", "b": "text", "c": "text"}}

### a label that the schema does not name
FROM debian
LABEL z=""
--- settings: {"labelSchema": {"a": "text"}}

### no schema at all
FROM debian
LABEL a=""

### a LABEL without equals sign
FROM debian
LABEL a
--- settings: {"labelSchema": {"a": "text"}}

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL a=""
--- settings: {"labelSchema": {"a": "text"}}

### no FROM
LABEL a=""
      ^^^^ The label a has no value.
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}
