### a whole comment, one of each tool
FROM debian:13.1-slim AS build
# hadolint ignore=DL3013
                  ^^^^^^ This comment silences nothing: no rule that it names reports anything here.
RUN make
# check=skip=StageNameCasing
             ^^^^^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
CMD ["make"]
===>
FROM debian:13.1-slim AS build
RUN make
CMD ["make"]

### a name of a list
FROM debian:13.1-slim
# hadolint ignore=DL3013,DL9999,DL3016 # why
                  ^^^^^^ DL3013 silences nothing: it is not reported here.
RUN npm install left-pad
# layerwise ignore=pinning/npm , pinning/pip -- why
                                 ^^^^^^^^^^^ pinning/pip silences nothing: it is not reported here.
RUN npm install right-pad
===>
FROM debian:13.1-slim
# hadolint ignore=DL9999,DL3016 # why
RUN npm install left-pad
# layerwise ignore=pinning/npm -- why
RUN npm install right-pad

### several scopes
# layerwise global ignore=pinning/npm,pinning/gem
                                      ^^^^^^^^^^^ pinning/gem silences nothing: it is not reported here.
# layerwise stage ignore=pinning/pip
                         ^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
FROM debian:13.1-slim
RUN npm install left-pad

### the directive, and its other options
# check=skip=StageNameCasing,FromAsCasing;error=true
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
FROM debian:13.1-slim AS build
===>
# check=error=true
FROM debian:13.1-slim AS build

### the directive alone
# syntax=docker/dockerfile:1
# check=skip=FromAsCasing
             ^^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
FROM debian:13.1-slim AS build
===>
# syntax=docker/dockerfile:1
FROM debian:13.1-slim AS build

### inside an instruction, and at the end of the file
FROM debian:13.1-slim
RUN make \
  # layerwise ignore=pinning/pip
                     ^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
  && make install
# layerwise global ignore=pinning/gem
                          ^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
===>
FROM debian:13.1-slim
RUN make \
  && make install

### below which nothing comes
FROM debian:13.1-slim
RUN npm install left-pad
# layerwise ignore=pinning/npm
                   ^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.

### used ones, those of two comments that say the same too
# layerwise global ignore=pinning/npm
FROM debian:13.1-slim AS build
# layerwise ignore=pinning/npm
RUN npm install left-pad
# check=skip=JSONArgsRecommended
CMD make

### names that are not ours, wildcards, and what ShellCheck was not asked
FROM debian:13.1-slim
# layerwise ignore=some/thing -- a rule of tomorrow
RUN make
# layerwise ignore=*
RUN make a
# hadolint ignore=SC2046,DL9999
RUN make b
# check=skip=all
CMD ["a"]
# tally ignore=hadolint/DL3013
# checkov:skip=CKV_DOCKER_7:no
USER app
# hadolint ignore=crazy,DL3013
WORKDIR /a

### what hadolint still reports, though our reading does not
FROM debian:13.1-slim
SHELL ["pwsh", "-c"]
# hadolint ignore=DL3016
RUN npm install left-pad
SHELL ["bash", "-c"]
# hadolint ignore=DL3016
                  ^^^^^^ This comment silences nothing: no rule that it names reports anything here.
RUN npm ci

### what is below would become a directive
# layerwise global ignore=pinning/pip
                          ^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
# escape=`
FROM debian:13.1-slim
===> no fix

### its own name, and a comment that silences it
FROM debian:13.1-slim
# layerwise ignore=style/unused-suppression
# layerwise ignore=pinning/pip
RUN make

### hadolint alone looks at its own comments
--- settings: {"hadolint": true}
FROM debian:13.1-slim
# hadolint ignore=DL3013
                  ^^^^^^ This comment silences nothing: no rule that it names reports anything here.
RUN make
# check=skip=JSONArgsRecommended
CMD ["make"]
