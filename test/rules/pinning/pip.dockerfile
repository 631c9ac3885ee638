### versions of every kind
FROM python:3.13
RUN pip install a==1 'b>=1' 'c<=1' 'd<1' 'e>1' 'f!=1' g~=1 h===1

### a project, a folder, a file, a repository
FROM python:3.13
RUN pip install .
RUN pip3 install '.[dev]' ./lib ../other /src/x a.whl b-1.tar.gz c.zip
RUN pip install git+https://github.com/a/b.git@v1 git+ssh://git@github.com/a/b.git
RUN pip install git+https://github.com/a/b.git
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ b.git has no version: the next build may install a different one.

### a requirements or constraints file covers the rest
FROM python:3.13
RUN pip install -r requirements.txt flask
RUN pip install --requirement=requirements.txt flask
RUN pip install -c constraints.txt flask
RUN pip install --constraint constraints.txt flask

### the values of flags are no packages
FROM python:3.13
RUN pip install --timeout 60 --retries 3 --index-url https://user:secret@example.com/simple a==1
RUN pip install --target /opt --no-binary :all: --global-option build_ext a==1

### python -m pip, pipx, behind sudo
FROM python:3.13
RUN python3 -m pip install --upgrade pip
                                     ^^^ pip has no version: the next build may install a different one.
RUN python3.13 -m pip install flask
                              ^^^^^ flask has no version: the next build may install a different one.
RUN pipx install poetry && pipx install pdm==2.25
                 ^^^^^^ poetry has no version: the next build may install a different one.
RUN sudo -H pip install flask
                        ^^^^^ flask has no version: the next build may install a different one.

### other commands of pip, and pipenv
FROM python:3.13
RUN pip download flask && pip wheel flask && pip uninstall -y flask && pipenv install flask

### variables
FROM python:3.13
ARG FLASK=3.1.2
ENV DEPS="flask gunicorn==23.0.0"
RUN pip install flask==$FLASK $UNKNOWN "$UNKNOWN"
RUN pip install $DEPS
                ^^^^^ A package has no version: the next build may install a different one.

### a redirection where a version was meant
FROM python:3.13
RUN pip install flask>=3
                ^^^^^ flask has no version: the next build may install a different one.

### what looks like a credential is not told
FROM python:3.13
RUN pip install --unknown-token ghp_0123456789abcdefghijABCDEFGHIJ012345 flask==1
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A package has no version: the next build may install a different one.

### hadolint: versions of every kind
FROM python:3.13
RUN pip install a==1 'b>=1' 'c<=1' 'd<1' 'e>1' 'f!=1' g~=1 h===1 a.whl b.tar.gz x/y
RUN pip install a==1 b
                     ^ b has no version: the next build may install a different one.
RUN pip install flask>=3
                ^^^^^ flask has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: which commands install
FROM python:3.13
RUN pip2.7 install a
                   ^ a has no version: the next build may install a different one.
RUN pipx install a
                 ^ a has no version: the next build may install a different one.
RUN pipenv install a
RUN python -m pip install a
                          ^ a has no version: the next build may install a different one.
RUN python3.9 -m pip install a
                             ^ a has no version: the next build may install a different one.
RUN python -u -m pip install a
                             ^ a has no version: the next build may install a different one.
RUN python -m pip --quiet install a
RUN pip --quiet install a
                        ^ a has no version: the next build may install a different one.
RUN /usr/bin/pip install a
--- settings: {"hadolint": true}

### hadolint: what exempts a command
FROM python:3.13
RUN pip install -c constraints.txt a
RUN pip install --constraint=constraints.txt a
RUN pip install -r requirements.txt a
RUN pip install --requirement requirements.txt a
RUN pip install . a
RUN pip install -qc constraints.txt a
--- settings: {"hadolint": true}

### hadolint: repositories need an at sign
FROM python:3.13
RUN pip install git+https://github.com/a/b.git@v1 git+ssh://git@github.com/a/b.git
RUN pip install git+https://github.com/a/b.git
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ b.git has no version: the next build may install a different one.
RUN pip install hg+http://example.com/a
                ^^^^^^^^^^^^^^^^^^^^^^^ a has no version: the next build may install a different one.
RUN pip install https://example.com/a.zip
--- settings: {"hadolint": true}

### hadolint: values of the flags that it knows are dropped, others are packages
FROM python:3.13
RUN pip install --index-url https://example.com/simple --extra-index-url b -i c -f d --find-links e a==1
RUN pip install -t /opt --target opt --prefix p --root r --src s --trusted-host h --proxy p -e f --editable g a==1
RUN pip install --abi x --platform y --python-version 3 --implementation cp --only-binary w --no-binary z -b b a==1
RUN pip install --progress-bar off --upgrade-strategy eager --root-user-action ignore a==1
RUN pip install --timeout 60 a==1
                          ^^ 60 has no version: the next build may install a different one.
--- settings: {"hadolint": true}

### hadolint: a project with extras has no version, a folder has a slash
FROM python:3.13
RUN pip install ./lib
RUN pip install '.[dev]'
                ^^^^^^^^ .[dev] has no version: the next build may install a different one.
RUN pip install $DEPS
                ^^^^^ A package has no version: the next build may install a different one.
--- settings: {"hadolint": true}
