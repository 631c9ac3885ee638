### installations by pip
FROM python:3.13
RUN pip install flask
        ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN pip3 install -r requirements.txt
         ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN python3 -m pip install flask
                   ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN /venv/bin/pip install flask && sudo -H pip install gunicorn
                  ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
                                               ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
===>
FROM python:3.13
RUN pip install --no-cache-dir flask
RUN pip3 install --no-cache-dir -r requirements.txt
RUN python3 -m pip install --no-cache-dir flask
RUN /venv/bin/pip install --no-cache-dir flask && sudo -H pip install --no-cache-dir gunicorn

### told not to
FROM python:3.13
RUN pip install --no-cache-dir flask
RUN pip --no-cache-dir install flask
RUN pip install --no-cache flask

### a variable of the stage, of one before, of the RUN
FROM python:3.13 AS base
ENV PIP_NO_CACHE_DIR=1
RUN pip install flask
FROM base
RUN pip install gunicorn
FROM python:3.13
RUN pip install flask
        ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN PIP_NO_CACHE_DIR=true pip install flask
RUN export PIP_NO_CACHE_DIR=on && pip install flask
RUN pip config set global.no-cache-dir true && pip install flask

### mounts
FROM python:3.13
RUN --mount=type=cache,target=/root/.cache/pip pip install flask
RUN --mount=type=cache,target=/root/.cache pip install flask

### other commands
FROM python:3.13
RUN pipx install poetry && pipenv install && pip download flask && uv pip install flask

### removed again
FROM python:3.13
RUN pip install flask && rm -rf /root/.cache/pip
        ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN pip install flask && pip cache purge
        ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.

### several lines, exec form, a here-document, ONBUILD
FROM python:3.13
RUN pip install \
        ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
    flask \
    gunicorn
RUN ["pip", "install", "flask"]
             ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN <<EOF
pip install flask
    ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
EOF
ONBUILD RUN pip install flask
                ^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
===>
FROM python:3.13
RUN pip install --no-cache-dir \
    flask \
    gunicorn
RUN ["pip", "install", "--no-cache-dir", "flask"]
RUN <<EOF
pip install --no-cache-dir flask
EOF
ONBUILD RUN pip install --no-cache-dir flask

### hadolint: which commands
FROM python:3
RUN pip install MySQL_python
    ^^^^^^^^^^^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN pip2 install a
    ^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN pip2.7 install a
    ^^^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN pip3 install a
    ^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN python -m pip install a
    ^^^^^^^^^^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN python3.11 -m pip install a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN pip install --no-cache-dir a
RUN pip --no-cache-dir install a
RUN pipx install a
RUN pipenv install a
RUN python -m pipx install a
RUN python3 -m pipenv install a
RUN sudo pip install a
RUN pip install a && pip3 install b
    ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
--- settings: {"hadolint": true}

### hadolint: mounts and the RUN's own text
FROM python:3
RUN --mount=type=cache,target=/root/.cache/pip pip install a
RUN --mount=type=tmpfs,target=/root/.cache/pip pip install a
RUN --mount=type=cache,target=/root/.cache pip install a
                                           ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN PIP_NO_CACHE_DIR=1 pip install a
RUN export PIP_NO_CACHE_DIR=yes; pip install a
RUN PIP_NO_CACHE_DIR="1" pip install a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN PIP_NO_CACHE_DIR=0 pip install a
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
RUN PIP_NO_CACHE_DIR=trueish pip install a
--- settings: {"hadolint": true}

### hadolint: values of ENV
FROM python:3 AS a
ENV PIP_NO_CACHE_DIR=on
RUN pip install x
ENV PIP_NO_CACHE_DIR=0
RUN pip install x
FROM python:3 AS b
ENV PIP_NO_CACHE_DIR=off
RUN pip install x
    ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
FROM python:3 AS c
ENV PIP_NO_CACHE_DIR=0 PIP_NO_CACHE_DIR=1
RUN pip install x
    ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
FROM python:3 AS d
ENV A=1 PIP_NO_CACHE_DIR=Yes
RUN pip install x
FROM python:3 AS e
RUN pip install x
    ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
ENV PIP_NO_CACHE_DIR=1
--- settings: {"hadolint": true}

### hadolint: inherited by name
FROM python:3 AS base
ENV PIP_NO_CACHE_DIR=1
FROM base
RUN pip install x
FROM python:3
RUN pip install x
    ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
ENV PIP_NO_CACHE_DIR=1
FROM python:2
RUN pip install x
FROM Base
RUN pip install x
    ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
--- settings: {"hadolint": true}

### hadolint: ONBUILD is a stream of its own
FROM python:3
ENV PIP_NO_CACHE_DIR=1
ONBUILD RUN pip install x
            ^^^^^^^^^^^^^ pip keeps what it downloads and builds in a cache in the image; --no-cache-dir leaves that away.
ONBUILD ENV PIP_NO_CACHE_DIR=1
ONBUILD RUN pip install x
--- settings: {"hadolint": true}
