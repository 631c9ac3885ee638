### inline ones that parse; not global, not stage, not a shell pragma
# hadolint global ignore=DL3008
# hadolint stage ignore=DL3008
# hadolint shell=bash
# hadolint ignore=DL3006
^^^^^^^^^^^^^^^^^^^^^^^^ An ignore comment silences findings of this instruction.
FROM debian
  #hadolint  ignore = DL3003 , SC2046 # because
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ An ignore comment silences findings of this instruction.
RUN cd /a
===>
# hadolint global ignore=DL3008
# hadolint stage ignore=DL3008
# hadolint shell=bash
FROM debian
RUN cd /a

### void ones, others', and what stands inside an instruction
# hadolint ignore=dl3006
# hadolint ignore=DL3006,foo
# hadolint ignore=DL3006 because
# layerwise ignore=pinning/base-image-untagged
# check=skip=all
FROM debian
RUN cd /a \
  # hadolint ignore=DL3003
  && make

### at the end, and without an instruction
# hadolint ignore=DL3006
^^^^^^^^^^^^^^^^^^^^^^^^ An ignore comment silences findings of this instruction.

### what is below would become a directive
# hadolint ignore=DL3006
^^^^^^^^^^^^^^^^^^^^^^^^ An ignore comment silences findings of this instruction.
# escape=`
FROM debian
===> no fix

### with hadolint's reading the same
--- settings: {"hadolint": true}
FROM debian
# hadolint ignore=DL3003
^^^^^^^^^^^^^^^^^^^^^^^^ An ignore comment silences findings of this instruction.
RUN cd /a
