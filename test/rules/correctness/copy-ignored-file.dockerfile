### what a pattern takes out
FROM debian:12
COPY foo /x
     ^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY ./foo /x
     ^^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY /foo /x
     ^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY foo/ /x
     ^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY foo/bar /x
     ^^^^^^^ The ignore file takes foo/bar out of the build context: change its pattern, or add !foo/bar to it.
COPY a/../foo /x
     ^^^^^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY "foo" /x
     ^^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY ["foo", "/x"]
      ^^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
ADD foo bar foo /x/
    ^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
            ^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY --chown=1:1 foo /x
                 ^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY FOO fo* . / /x/
--- file: .dockerignore
foo

### where it comes from elsewhere
FROM debian:12
COPY --from=build foo /x
ADD https://example.org/foo /x
ADD git@example.org:foo /x
COPY <<foo /x
text
foo
ONBUILD COPY foo /x
--- file: .dockerignore
**/foo
foo

### wildcards
FROM debian:12
COPY README.md /x
     ^^^^^^^^^ The ignore file takes README.md out of the build context: change its pattern, or add !README.md to it.
COPY docs/README.md /x
COPY *.md /x
     ^^^^ The ignore file takes *.md out of the build context: change its pattern, or add !*.md to it.
COPY R*.md /x
     ^^^^^ The ignore file takes R*.md out of the build context: change its pattern, or add !R*.md to it.
--- file: .dockerignore
*.md

### directories
FROM debian:12
COPY docs /x
     ^^^^ The ignore file takes docs out of the build context: change its pattern, or add !docs to it.
COPY docs/a /x
     ^^^^^^ The ignore file takes docs/a out of the build context: change its pattern, or add !docs/a to it.
COPY docs/* /x
     ^^^^^^ The ignore file takes docs/* out of the build context: change its pattern, or add !docs/* to it.
COPY docsy /x
--- file: .dockerignore
docs/

### what is inside a directory
FROM debian:12
COPY docs /x
COPY docs/ /x
COPY docs/a /x
     ^^^^^^ The ignore file takes docs/a out of the build context: change its pattern, or add !docs/a to it.
--- file: .dockerignore
docs/*

### in any directory
FROM debian:12
COPY node_modules /x
     ^^^^^^^^^^^^ The ignore file takes node_modules out of the build context: change its pattern, or add !node_modules to it.
COPY web/node_modules/a /x
     ^^^^^^^^^^^^^^^^^^ The ignore file takes web/node_modules/a out of the build context: change its pattern, or add !web/node_modules/a to it.
COPY web /x
--- file: .dockerignore
**/node_modules

### everything
FROM debian:12
COPY . /x
     ^ The ignore file takes everything out of the build context, so that there is nothing to copy.
COPY ./ /x
     ^^ The ignore file takes everything out of the build context, so that there is nothing to copy.
COPY / /x
     ^ The ignore file takes everything out of the build context, so that there is nothing to copy.
COPY foo /x
     ^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY foo/.. /x
     ^^^^^^ The ignore file takes everything out of the build context, so that there is nothing to copy.
--- file: .dockerignore
*

### everything, written otherwise
FROM debian:12
COPY . /x
     ^ The ignore file takes everything out of the build context, so that there is nothing to copy.
--- file: .dockerignore
**/*

### a part of everything
FROM debian:12
COPY . /x
--- file: .dockerignore
*.md

### variables
FROM debian:12
ARG DIR=foo
ARG GIVEN
COPY $DIR /x
     ^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY ${DIR}/a /x
     ^^^^^^^^ The ignore file takes foo/a out of the build context: change its pattern, or add !foo/a to it.
COPY ${GIVEN}foo /x
--- file: .dockerignore
foo

### variables for BuildKit
FROM debian:12
ARG DIR=foo
ARG GIVEN
COPY $DIR /x
     ^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY ${DIR}/a /x
     ^^^^^^^^ The ignore file takes foo/a out of the build context: change its pattern, or add !foo/a to it.
COPY ${GIVEN}foo /x
     ^^^^^^^^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
--- settings: {"buildkit": true}
--- file: .dockerignore
foo

### exceptions
FROM debian:12
COPY src /x
COPY src/a /x
COPY docs /x
     ^^^^ The ignore file takes docs out of the build context: change its pattern, or add !docs to it.
COPY . /x
--- file: .dockerignore
*
!src

### an exception further down
FROM debian:12
COPY src /x
COPY src/a/b /x
COPY docs /x
     ^^^^ The ignore file takes docs out of the build context: change its pattern, or add !docs to it.
--- file: .dockerignore
src
docs
!src/a

### BuildKit says nothing where there is any
FROM debian:12
COPY src /x
COPY docs /x
COPY . /x
--- settings: {"buildkit": true}
--- file: .dockerignore
*
!src

### BuildKit
FROM debian:12
COPY ./foo fo* /x/
     ^^^^^ The ignore file takes foo out of the build context: change its pattern, or add !foo to it.
COPY . /x
--- settings: {"buildkit": true}
--- file: .dockerignore
foo

### the Dockerfile's own ignore file
FROM debian:12
COPY foo /x
COPY bar /x
     ^^^ The ignore file takes bar out of the build context: change its pattern, or add !bar to it.
--- file: .dockerignore
foo
--- file: Dockerfile.dockerignore
bar

### the ignore file and the Dockerfile
FROM debian:12
COPY Dockerfile .dockerignore /x/
     ^^^^^^^^^^ The ignore file takes Dockerfile out of the build context: change its pattern, or add !Dockerfile to it.
                ^^^^^^^^^^^^^ The ignore file takes .dockerignore out of the build context: change its pattern, or add !.dockerignore to it.
--- file: .dockerignore
Dockerfile
.dockerignore

### out of the context
FROM debian:12
COPY ../foo /x
--- file: .dockerignore
*

### no ignore file
FROM debian:12
COPY foo /x
--- file: foo
