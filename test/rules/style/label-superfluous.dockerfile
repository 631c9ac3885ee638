### one finding for each LABEL
FROM debian
LABEL a="1" b="2" c="3"
            ^ The label schema has no b and c.
LABEL d="4"
      ^ The label schema has no d.
--- settings: {"labelSchema": {"a": "text"}, "strictLabels": true}
===>
FROM debian
LABEL a="1"

### an empty schema allows none
FROM debian
LABEL a="1"
      ^ The label schema has no a.
--- settings: {"strictLabels": true, "hadolint": true}

### without strict labels
FROM debian
LABEL b="1"
--- settings: {"labelSchema": {"a": "text"}}

### a name that every object has
FROM debian
LABEL constructor="1"
      ^^^^^^^^^^^ The label schema has no constructor.
--- settings: {"labelSchema": {"a": "text"}, "strictLabels": true}

### the first of several lines goes
FROM debian
LABEL x="1" \
      ^ The label schema has no x and y.
      a="2" \
      y="3"
--- settings: {"labelSchema": {"a": "text"}, "strictLabels": true}
===>
FROM debian
LABEL a="2"

### inside ONBUILD it is not looked at
FROM debian
ONBUILD LABEL b="1"
--- settings: {"labelSchema": {"a": "text"}, "strictLabels": true}

### no FROM
LABEL b="1"
      ^ The label schema has no b.
--- settings: {"labelSchema": {"a": "text"}, "strictLabels": true, "hadolint": true}
