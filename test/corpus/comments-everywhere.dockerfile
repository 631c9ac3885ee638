# A file
#
# with many comments

# and blank lines.
FROM alpine:3.20
# about the packages
RUN apk add \
# at the margin
    curl \
    # indented

    # behind a blank line
    jq

   # in front of an indented instruction
   ENV A=1 \
       # in an ENV
       B=2
# at the end
