### more than the limit
# syntax=docker/dockerfile:1
FROM debian
^^^^ The file has 4 lines that are neither empty nor comments; 3 are the limit.

# one
RUN a \
  # inside
  && b
CMD ["bash"]
--- settings: {"options": {"lines": 3}}

### as many as the limit
FROM debian
RUN a \
  && b
CMD ["bash"]

# end
--- settings: {"options": {"lines": 4}}

### here-documents count
FROM debian
^^^^ The file has 5 lines that are neither empty nor comments; 4 are the limit.
COPY <<EOF /a
# one

two
EOF
--- settings: {"options": {"lines": 4}}

### fifty are the limit, else
FROM debian
RUN step-0
RUN step-1
RUN step-2
RUN step-3
RUN step-4
RUN step-5
RUN step-6
RUN step-7
RUN step-8
RUN step-9
RUN step-10
RUN step-11
RUN step-12
RUN step-13
RUN step-14
RUN step-15
RUN step-16
RUN step-17
RUN step-18
RUN step-19
RUN step-20
RUN step-21
RUN step-22
RUN step-23
RUN step-24
RUN step-25
RUN step-26
RUN step-27
RUN step-28
RUN step-29
RUN step-30
RUN step-31
RUN step-32
RUN step-33
RUN step-34
RUN step-35
RUN step-36
RUN step-37
RUN step-38
RUN step-39
RUN step-40
RUN step-41
RUN step-42
RUN step-43
RUN step-44
RUN step-45
RUN step-46
RUN step-47
RUN step-48

### fifty-one are more
FROM debian
^^^^ The file has 51 lines that are neither empty nor comments; 50 are the limit.
RUN step-0
RUN step-1
RUN step-2
RUN step-3
RUN step-4
RUN step-5
RUN step-6
RUN step-7
RUN step-8
RUN step-9
RUN step-10
RUN step-11
RUN step-12
RUN step-13
RUN step-14
RUN step-15
RUN step-16
RUN step-17
RUN step-18
RUN step-19
RUN step-20
RUN step-21
RUN step-22
RUN step-23
RUN step-24
RUN step-25
RUN step-26
RUN step-27
RUN step-28
RUN step-29
RUN step-30
RUN step-31
RUN step-32
RUN step-33
RUN step-34
RUN step-35
RUN step-36
RUN step-37
RUN step-38
RUN step-39
RUN step-40
RUN step-41
RUN step-42
RUN step-43
RUN step-44
RUN step-45
RUN step-46
RUN step-47
RUN step-48
RUN step-49
