### no schema
FROM debian
LABEL a="1"

### one finding for each label that is missing
FROM debian
     ^^^^^^ The label a of the label schema is not set.
     ^^^^^^ The label b of the label schema is not set.
LABEL c="1"
--- settings: {"labelSchema": {"a": "text", "b": "url", "c": "text"}}
===> Add LABEL a
FROM debian
LABEL a=""
LABEL c="1"

### set in one LABEL or in several
FROM debian
LABEL a="1"
RUN true
LABEL b="" x="2"
--- settings: {"labelSchema": {"a": "text", "b": "text"}}

### every stage
FROM debian AS one
     ^^^^^^ The label a of the label schema is not set.
RUN true
FROM debian AS two
     ^^^^^^ The label a of the label schema is not set.
--- settings: {"labelSchema": {"a": "text"}}

### from the stage that it is built on
FROM debian AS base
LABEL a="1"
FROM base AS middle
FROM middle
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### files are copied from it
FROM debian AS build
RUN true
FROM debian
LABEL a="1"
COPY --from=build /a /a
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### files are copied from it by a stage that lacks the label itself
FROM debian AS build
RUN true
FROM debian
     ^^^^^^ The label a of the label schema is not set.
COPY --from=build /a /a
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### files are copied from it by its number
FROM debian
RUN true
FROM debian
LABEL a="1"
COPY --from=0 /a /a
--- settings: {"labelSchema": {"a": "text"}}

### files are copied from it by its number, which hadolint does not know
FROM debian
     ^^^^^^ The label a of the label schema is not set.
RUN true
FROM debian
LABEL a="1"
COPY --from=0 /a /a
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### a mount takes files from it
FROM debian AS build
FROM debian
LABEL a="1"
RUN --mount=type=bind,from=build,target=/b true
--- settings: {"labelSchema": {"a": "text"}}

### a stage without a name is built on it and sets the label
FROM debian AS base
FROM base
LABEL a="1"
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### a stage with a name is built on it and sets the label
FROM debian AS base
FROM base AS final
LABEL a="1"
--- settings: {"labelSchema": {"a": "text"}}

### a stage with a name is built on it and sets the label: not enough for hadolint
FROM debian AS base
     ^^^^^^ The label a of the label schema is not set.
FROM base AS final
LABEL a="1"
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### a stage built on it lacks the label as well
FROM debian AS base
     ^^^^^^ The label a of the label schema is not set.
FROM base
     ^^^^ The label a of the label schema is not set.
--- settings: {"labelSchema": {"a": "text"}}

### names differ in case
FROM debian AS Base
LABEL a="1"
FROM base
--- settings: {"labelSchema": {"a": "text"}}

### names differ in case, which counts for hadolint
FROM debian AS Base
LABEL a="1"
FROM base
     ^^^^ The label a of the label schema is not set.
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### a LABEL inside ONBUILD sets nothing
FROM debian
     ^^^^^^ The label a of the label schema is not set.
ONBUILD LABEL a="1"
--- settings: {"labelSchema": {"a": "text"}}

### no FROM
LABEL b="1"
RUN true
--- settings: {"labelSchema": {"a": "text"}, "hadolint": true}

### in lower case, at the end of the file
from debian
     ^^^^^^ The label a of the label schema is not set.
--- settings: {"labelSchema": {"a": "text"}}
===>
from debian
label a=""
