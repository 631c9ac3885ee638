### the common form: packages in an environment, libraries in the place of their headers
# syntax=docker/dockerfile:1
FROM python:3.11-bookworm<|>

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1

# what psycopg2 is compiled with
RUN apt-get update && apt-get install -y --no-install-recommends \
    gcc \
    libpq-dev \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app

# dependencies first
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt

COPY . .
RUN python manage.py collectstatic --noinput

EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop.wsgi"]
--- file: requirements.txt
Django==5.0
psycopg2>=2.9
gunicorn
--- file: manage.py
#!/usr/bin/env python
--- file: shop/wsgi.py
application = None
===>
# syntax=docker/dockerfile:1
FROM python:3.11-bookworm AS build

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1

# what psycopg2 is compiled with
RUN apt-get update && apt-get install -y --no-install-recommends \
    gcc \
    libpq-dev \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app

# dependencies first
COPY requirements.txt .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install --no-cache-dir -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH
ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1
# what psycopg2 is compiled with
RUN apt-get update && apt-get install -y --no-install-recommends \
    libpq5 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /opt/venv /opt/venv

COPY . .
RUN python manage.py collectstatic --noinput

EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop.wsgi"]

### what the slim image lacks is installed: libraries of packages, tools that sources call
FROM python:3.11<|>
WORKDIR /srv
COPY . .
RUN pip3 install -r requirements/prod.txt
CMD python main.py
--- file: requirements/prod.txt
-r base.txt
mysqlclient==2.2.4
--- file: requirements/base.txt
python-magic
pillow==10.3.0
opencv-python-headless
--- file: main.py
import subprocess
commit = subprocess.check_output(["git", "rev-parse", "HEAD"])
--- file: tests/test_main.py
import subprocess
subprocess.run(["svn", "info"])
===>
FROM python:3.11 AS build
WORKDIR /srv
COPY . .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install -r requirements/prod.txt

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
RUN apt-get update && \
    apt-get install -y --no-install-recommends git libglib2.0-0 libmagic1 libmariadb3 && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv /srv
CMD python main.py

### a library that is loaded by its name, and extensions of the project's own
FROM python:3.12-bookworm<|>
WORKDIR /app
COPY vendor vendor
RUN pip install ./vendor/fast
COPY *.py ./
CMD ["python", "app.py"]
--- file: vendor/fast/setup.py
from setuptools import Extension, setup
setup(name="fast", ext_modules=[Extension("fast", ["fast.c"], libraries=["xml2", "m"], extra_compile_args=["-fopenmp"])])
--- file: vendor/fast/fast.c
int x;
--- file: app.py
import ctypes.util
ctypes.CDLL(ctypes.util.find_library("zbar"))
===>
FROM python:3.12-bookworm AS build
WORKDIR /app
COPY vendor vendor
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install ./vendor/fast

FROM python:3.12-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH
RUN apt-get update && \
    apt-get install -y --no-install-recommends libgomp1 libxml2 libzbar0 && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
COPY *.py ./
CMD ["python", "app.py"]

### users, directories, rights, lower case, an entry point of its own
from python:3.11<|>
run groupadd -r app && useradd -r -g app -m app
workdir /app
copy entrypoint.sh /entrypoint.sh
copy . .
run pip install -r requirements.txt && chmod +x /entrypoint.sh
run mkdir -p /app/media && chown -R app:app /app
user app
volume /app/media
healthcheck cmd curl -f http://localhost:8000/ || exit 1
entrypoint ["/entrypoint.sh"]
cmd ["python", "-m", "shop"]
--- file: entrypoint.sh
#!/bin/sh
exec "$@"
--- file: requirements.txt
flask
--- file: shop/__main__.py
print("shop")
===>
from python:3.11 as build
workdir /app
copy entrypoint.sh /entrypoint.sh
copy . .
run python -m venv --system-site-packages --without-pip /opt/venv
env PATH=/opt/venv/bin:$PATH
run python -m pip install -r requirements.txt && chmod +x /entrypoint.sh

from python:3.11-slim
env PATH=/opt/venv/bin:$PATH
run groupadd -r app && useradd -r -g app -m app
run apt-get update && \
    apt-get install -y --no-install-recommends curl && \
    rm -rf /var/lib/apt/lists/*
copy --from=build /opt/venv /opt/venv
copy --from=build --chown=app:app /app /app
copy --from=build /entrypoint.sh /entrypoint.sh
workdir /app
run mkdir -p /app/media && chown -R app:app /app
user app
volume /app/media
healthcheck cmd curl -f http://localhost:8000/ || exit 1
entrypoint ["/entrypoint.sh"]
cmd ["python", "-m", "shop"]

### exec form, here-documents, pip brought to date, and a program by its path
FROM python:3.11<|>
WORKDIR /app
COPY requirements.txt .
RUN pip install --upgrade pip
RUN ["pip", "install", "-r", "requirements.txt"]
RUN <<EOF
set -e
/usr/local/bin/pip install gunicorn
pip check
EOF
COPY app.py .
CMD ["/usr/local/bin/gunicorn", "app:app"]
--- file: requirements.txt
flask
--- file: app.py
app = None
===>
FROM python:3.11 AS build
WORKDIR /app
COPY requirements.txt .
RUN pip install --upgrade pip
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN ["python", "-m", "pip", "install", "-r", "requirements.txt"]
RUN <<EOF
set -e
python -m pip install gunicorn
python -m pip check
EOF

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/venv/bin/gunicorn /usr/local/bin/gunicorn
COPY app.py .
CMD ["/usr/local/bin/gunicorn", "app:app"]

### an environment of the author's own stays where it is
ARG PYTHON_VERSION=3.11
FROM python:${PYTHON_VERSION}<|>
ENV VIRTUAL_ENV=/opt/env
RUN python -m venv $VIRTUAL_ENV
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY requirements.txt .
RUN pip install --upgrade pip && pip install -r requirements.txt
COPY . .
CMD ["uvicorn", "main:app"]
--- file: requirements.txt
uvicorn
--- file: main.py
app = None
===>
ARG PYTHON_VERSION=3.11
FROM python:${PYTHON_VERSION} AS build
ENV VIRTUAL_ENV=/opt/env
RUN python -m venv $VIRTUAL_ENV
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY requirements.txt .
RUN pip install --upgrade pip && pip install -r requirements.txt

FROM python:${PYTHON_VERSION}-slim
ENV VIRTUAL_ENV=/opt/env
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY --from=build /opt/env /opt/env
COPY . .
CMD ["uvicorn", "main:app"]

### an environment that is switched on in its RUN
FROM python:3.11-slim<|>
RUN apt-get update && apt-get install -y build-essential
WORKDIR /app
COPY requirements.txt .
RUN python3 -m venv venv && . venv/bin/activate && pip install -r requirements.txt
COPY app.py .
CMD ["/app/venv/bin/python", "app.py"]
--- file: requirements.txt
regex
--- file: app.py
print()
===>
FROM python:3.11-slim AS build
RUN apt-get update && apt-get install -y build-essential
WORKDIR /app
COPY requirements.txt .
RUN python3 -m venv venv && . venv/bin/activate && pip install -r requirements.txt

FROM python:3.11-slim
WORKDIR /app
COPY --from=build /app/venv /app/venv
COPY app.py .
CMD ["/app/venv/bin/python", "app.py"]

### packages of a user
FROM python:3.11<|>
RUN useradd --create-home app
USER app
WORKDIR /home/app
ENV PATH=/home/app/.local/bin:$PATH
COPY --chown=app:app requirements.txt .
RUN pip install --user -r requirements.txt
COPY --chown=app:app . .
CMD ["gunicorn", "app:app"]
--- file: requirements.txt
gunicorn
--- file: app.py
app = None
===>
FROM python:3.11 AS build
RUN useradd --create-home app
USER app
WORKDIR /home/app
ENV PATH=/home/app/.local/bin:$PATH
COPY --chown=app:app requirements.txt .
RUN pip install --user -r requirements.txt

FROM python:3.11-slim
RUN useradd --create-home app
ENV PATH=/home/app/.local/bin:$PATH
USER app
COPY --from=build --chown=app /home/app/.local /home/app/.local
WORKDIR /home/app
COPY --chown=app:app . .
CMD ["gunicorn", "app:app"]

### packages of a user whose home is elsewhere
FROM python:3.11 AS prod<|>
RUN mkdir /app && useradd -d /app app && chown app /app
USER app
WORKDIR /app
COPY --chown=app requirements.txt ./
RUN pip install -r requirements.txt
COPY --chown=app . .
ENV PATH="/app/.local/bin:${PATH}"
CMD ["gunicorn", "app:app"]
--- file: requirements.txt
gunicorn
--- file: app.py
app = None
===>
FROM python:3.11 AS build
RUN mkdir /app && useradd -d /app app && chown app /app
USER app
WORKDIR /app
COPY --chown=app requirements.txt ./
RUN pip install -r requirements.txt

FROM python:3.11-slim AS prod
RUN mkdir /app && useradd -d /app app && chown app /app
USER app
COPY --from=build --chown=app /app/.local /app/.local
WORKDIR /app
COPY --chown=app . .
ENV PATH="/app/.local/bin:${PATH}"
CMD ["gunicorn", "app:app"]

### sources that stay in use are at the same path
FROM python:3.11<|>
WORKDIR /src
COPY pyproject.toml setup.cfg ./
COPY pkg pkg
RUN pip install -e .
CMD ["serve"]
--- file: pyproject.toml
[project]
name = "serve"
dependencies = ["flask"]
[project.scripts]
serve = "pkg:main"
--- file: setup.cfg
--- file: pkg/__init__.py
def main(): pass
===>
FROM python:3.11 AS build
WORKDIR /src
COPY pyproject.toml setup.cfg ./
COPY pkg pkg
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install -e .

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /src
COPY --from=build /opt/venv /opt/venv
COPY --from=build /src /src
CMD ["serve"]

### a compiler that is installed by a command of its own
FROM python:3.11-alpine<|>
RUN apk add --no-cache libpq && apk add --no-cache --virtual .build-deps gcc musl-dev postgresql-dev
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
--- file: requirements.txt
psycopg2
--- file: app.py
print()
===>
FROM python:3.11-alpine AS build
RUN apk add --no-cache libpq && apk add --no-cache --virtual .build-deps gcc musl-dev postgresql-dev
WORKDIR /app
COPY . .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install -r requirements.txt

FROM python:3.11-alpine
ENV PATH=/opt/venv/bin:$PATH
RUN apk add --no-cache libpq
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
CMD ["python", "app.py"]

### everything in one RUN
FROM python:3.11-slim-bookworm<|>
WORKDIR /app
COPY requirements.txt .
RUN set -ex; \
	apt-get update; \
	apt-get install -y --no-install-recommends gcc libc6-dev libxml2-dev libxslt1-dev tzdata; \
	pip install -r requirements.txt; \
	rm -rf /var/lib/apt/lists/*
COPY app.py .
CMD ["python", "app.py"]
--- file: requirements.txt
lxml
--- file: app.py
print()
===>
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN set -ex; \
	apt-get update; \
	apt-get install -y --no-install-recommends gcc libc6-dev libxml2-dev libxslt1-dev tzdata; \
	python -m pip install -r requirements.txt; \
	rm -rf /var/lib/apt/lists/*

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH
RUN apt-get update && \
	DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libxml2 libxslt1.1 tzdata && \
	rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY app.py .
CMD ["python", "app.py"]

### a program of the project that is compiled in its place
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN python setup.py build_ext --inplace
CMD ["./run.py"]
--- file: setup.py
from setuptools import Extension, setup
setup(ext_modules=[Extension("fast", ["fast.c"])])
--- file: run.py
#!/usr/bin/env python3
import fast
===>
FROM python:3.11 AS build
WORKDIR /app
COPY . .
RUN python setup.py build_ext --inplace

FROM python:3.11-slim
WORKDIR /app
COPY --from=build /app /app
CMD ["./run.py"]

### files that are served have types
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install flask
CMD ["flask", "run"]
--- file: app.py
from flask import Flask, send_from_directory
===>
FROM python:3.11 AS build
WORKDIR /app
COPY . .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install flask

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /etc/mime.types /etc/mime.types
COPY --from=build /app /app
CMD ["flask", "run"]

### Pipenv, and settings of it that stay in the build
FROM python:3.11<|>
RUN pip install pipenv
WORKDIR /app
COPY Pipfile Pipfile.lock ./
RUN pipenv install --system --deploy
COPY . .
CMD ["python", "app.py"]
--- file: Pipfile
[packages]
flask = "*"
--- file: Pipfile.lock
{
    "default": {
        "flask": {
            "version": "==3.0"
        }
    }
}
--- file: app.py
print()
===>
FROM python:3.11 AS build
RUN python -m venv --system-site-packages /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH=/opt/venv/bin:$PATH
RUN pip install pipenv
WORKDIR /app
COPY Pipfile Pipfile.lock ./
RUN pipenv install --system --deploy

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY . .
CMD ["python", "app.py"]

### Poetry without an environment of its own
FROM python:3.11<|>
ENV POETRY_VERSION=1.8
RUN curl -sSL https://install.python-poetry.org | python3 -
ENV PATH="/root/.local/bin:$PATH"
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN poetry config virtualenvs.create false && poetry install --no-root
COPY . .
CMD ["python", "app.py"]
--- file: pyproject.toml
[tool.poetry.dependencies]
flask = "*"
--- file: poetry.lock
[[package]]
name = "flask"
version = "3.0"
--- file: app.py
print()
===>
FROM python:3.11 AS build
ENV POETRY_VERSION=1.8
RUN curl -sSL https://install.python-poetry.org | python3 -
ENV PATH="/root/.local/bin:$PATH"
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN python -m venv --system-site-packages /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH=/opt/venv/bin:$PATH
RUN poetry config virtualenvs.create false && poetry install --no-root

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
ENV POETRY_VERSION=1.8
ENV PATH="/root/.local/bin:$PATH"
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY . .
CMD ["python", "app.py"]

### comments between packages go with those that they speak of
FROM python:3.11-slim AS production<|>
RUN apt-get update && \
    apt-get install -y --no-install-recommends \
        # compilers
        build-essential \
        # databases
        libpq-dev default-libmysqlclient-dev pkg-config \
        # tools
        curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
CMD ["gunicorn", "app:app"]
--- file: requirements.txt
psycopg2
mysqlclient
gunicorn
--- file: app.py
app = None
===>
FROM python:3.11-slim AS build
RUN apt-get update && \
    apt-get install -y --no-install-recommends \
        # compilers
        build-essential \
        # databases
        libpq-dev default-libmysqlclient-dev pkg-config \
        # tools
        curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install -r requirements.txt

FROM python:3.11-slim AS production
ENV PATH=/opt/venv/bin:$PATH
RUN apt-get update && \
    apt-get install -y --no-install-recommends \
        # databases
        libpq5 libmariadb3 \
        # tools
        curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY . .
CMD ["gunicorn", "app:app"]

### wheels and manifests outside of the project stay in the builder
FROM python:3.11<|>
WORKDIR /app
COPY wheels /wheels
COPY requirements.txt /requirements.txt
RUN pip install --no-index --find-links=/wheels -r /requirements.txt
COPY . .
CMD ["python", "app.py"]
--- file: wheels/flask-3.0-py3-none-any.whl
--- file: requirements.txt
flask
--- file: app.py
print()
===>
FROM python:3.11 AS build
WORKDIR /app
COPY wheels /wheels
COPY requirements.txt /requirements.txt
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install --no-index --find-links=/wheels -r /requirements.txt

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY . .
CMD ["python", "app.py"]

### tests run in the builder, locales in both stages
FROM python:3.11-bookworm<|>
RUN apt-get update && apt-get install -y locales && sed -i 's/# de_DE/de_DE/' /etc/locale.gen && locale-gen
ENV LC_ALL=de_DE.UTF-8
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
RUN pytest
RUN rm -r tests
CMD ["python", "app.py"]
--- file: requirements.txt
pytest
--- file: app.py
print()
--- file: tests/test_app.py
import subprocess
subprocess.run(["make"])
===>
FROM python:3.11-bookworm AS build
RUN apt-get update && apt-get install -y locales && sed -i 's/# de_DE/de_DE/' /etc/locale.gen && locale-gen
ENV LC_ALL=de_DE.UTF-8
WORKDIR /app
COPY requirements.txt .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install -r requirements.txt
COPY . .
RUN pytest

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH
RUN apt-get update && apt-get install -y locales && sed -i 's/# de_DE/de_DE/' /etc/locale.gen && locale-gen
ENV LC_ALL=de_DE.UTF-8
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
RUN rm -r tests
CMD ["python", "app.py"]

### a program in C beside it, pages built by npm, requirements that a mount shows
FROM python:3.11-bookworm<|>
RUN apt-get update && apt-get install -y nodejs npm libxml2-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN npm run build && gcc -o /usr/local/bin/fast fast.c -lxml2
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    pip install -r /tmp/requirements.txt
CMD ["python", "app.py"]
--- file: requirements.txt
flask
--- file: package.json
{"scripts": {"build": "webpack"}}
--- file: fast.c
int main() { return 0; }
--- file: app.py
print()
===>
FROM python:3.11-bookworm AS build
RUN apt-get update && apt-get install -y nodejs npm libxml2-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN npm run build && gcc -o /usr/local/bin/fast fast.c -lxml2
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    python -m pip install -r /tmp/requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH
RUN apt-get update && apt-get install -y libxml2 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
COPY --from=build /usr/local/bin/fast /usr/local/bin/fast
CMD ["python", "app.py"]

### nothing to leave behind
FROM python:3.11-slim<|>
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python", "-m", "http.server"]
===> refused: python:3.11-slim is small already, and no compiler is installed: there is nothing to leave behind.

### compilers that are taken away again
FROM python:3.11-alpine<|>
COPY requirements.txt .
RUN apk add --no-cache --virtual .build-deps gcc musl-dev \
 && pip install -r requirements.txt \
 && apk del .build-deps
CMD ["python", "-m", "http.server"]
===> refused: python:3.11-alpine is small already, and what the build needs is removed again in line 4: there is nothing to leave behind.

### Python 2
FROM python:2.7<|>
RUN pip install flask
CMD ["python", "app.py"]
===> refused: Python 2 has no virtual environments of its own that a stage could hand on.

### Conda
FROM continuumio/miniconda3<|>
RUN conda install flask
CMD ["python", "app.py"]
===> refused: Conda environments know where they lie and need Conda to start in; conda-pack makes one that can be copied to a small image.

### Python of the distribution
FROM debian:bookworm<|>
RUN apt-get update && apt-get install -y python3-pip
RUN pip install flask
CMD ["python3", "app.py"]
===> refused: Python is a package of the system in debian:bookworm, and pip's packages lie among the system's own; FROM a python image they could be told apart.

### a digest
FROM python:3.11@sha256:ce40764625a4ff50df3548277632e7f96c4e77fe75fa848aae9885476e7df5a4<|>
RUN pip install flask
CMD ["python", "app.py"]
===> refused: How the slim image of python:3.11@sha256:ce40764625a4ff50df3548277632e7f96c4e77fe75fa848aae9885476e7df5a4 is called can't be told from its tag; --runtime says which image to run on.

### a manager starts the program
FROM python:3.11<|>
RUN pip install poetry
WORKDIR /app
COPY . .
RUN poetry install
CMD ["poetry", "run", "uvicorn", "app:app"]
===> refused: The container starts by means of Poetry, which the image would need, and what it has set up; a CMD that starts uvicorn by itself does without.

### a shell
FROM python:3.11<|>
RUN pip install flask
CMD ["bash"]
===> refused: The container starts bash by itself, and what is run in it then is not known.

### tests
FROM python:3.11<|>
RUN pip install pytest
CMD ["pytest"]
===> refused: The container runs tests, which may need anything that the build has.

### notebooks
FROM python:3.11<|>
RUN pip install jupyter
CMD ["jupyter", "notebook"]
===> refused: jupyter is for people, who may need the tools that the build has.

### an entry point that installs
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
ENTRYPOINT ["./entrypoint.sh"]
--- file: requirements.txt
flask
--- file: entrypoint.sh
#!/bin/sh
pip install -r extra.txt
exec python app.py
===> refused: entrypoint.sh runs pip, which may need the tools that the build has.

### requirements that are not here
FROM python:3.11<|>
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python", "-m", "app"]
--- file: app.py
print()
===> refused: requirements.txt can't be read here, so neither can what its packages need of python:3.11 when they run.

### packages one by one
FROM python:3.11<|>
COPY requirements.txt .
RUN cat requirements.txt | xargs -n 1 pip install
CMD ["python", "-m", "app"]
===> refused: Line 3 installs packages by xargs; "pip install -r FILE" would show which.

### the interpreter by its path
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install flask
CMD ["/usr/local/bin/python", "app.py"]
--- file: app.py
print()
===>
FROM python:3.11 AS build
WORKDIR /app
COPY . .
ENV PIP_USER=1 PYTHONUSERBASE=/opt/python PATH=/opt/python/bin:$PATH
RUN pip install flask

FROM python:3.11-slim
ENV PYTHONUSERBASE=/opt/python PATH=/opt/python/bin:$PATH
WORKDIR /app
COPY --from=build /opt/python /opt/python
COPY --from=build /app /app
CMD ["/usr/local/bin/python", "app.py"]

### a script that names its interpreter
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install flask
CMD ["./app.py"]
--- file: app.py
#!/usr/local/bin/python
print()
===>
FROM python:3.11 AS build
WORKDIR /app
COPY . .
ENV PIP_USER=1 PYTHONUSERBASE=/opt/python PATH=/opt/python/bin:$PATH
RUN pip install flask

FROM python:3.11-slim
ENV PYTHONUSERBASE=/opt/python PATH=/opt/python/bin:$PATH
WORKDIR /app
COPY --from=build /opt/python /opt/python
COPY --from=build /app /app
CMD ["./app.py"]

### settings that name the interpreter's own directories
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install uwsgi
CMD ["uwsgi", "uwsgi.ini"]
--- file: uwsgi.ini
[uwsgi]
pythonpath = /usr/local/lib/python3.11/site-packages
===> refused: uwsgi.ini names /usr/local/lib/python3.11, where packages would not be any more.

### a script that starts it as another user
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install flask
CMD ["./start.sh"]
--- file: start.sh
#!/bin/sh
su - app -c "python app.py"
===> refused: start.sh calls su -, which does not hand on where packages are looked for.

### cron
FROM python:3.11<|>
RUN apt-get update && apt-get install -y cron
WORKDIR /app
COPY . .
RUN pip install requests
CMD ["cron", "-f"]
--- file: job.py
print()
===> refused: Programs that cron starts do not get to know where packages are looked for.

### a package that needs a compiler when it runs
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
--- file: requirements.txt
pystan==2.19.1.1
--- file: app.py
print()
===> refused: pystan compiles models when it runs.

### a library that is not known
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install cffi
CMD ["python", "app.py"]
--- file: app.py
ffi.dlopen("libexotic.so.2")
===> refused: The program uses libexotic, and which package of python:3.11-slim has that is not known.

### a program that runs between installations
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install flask && python setup_data.py
CMD ["python", "app.py"]
--- file: app.py
print()
--- file: setup_data.py
print()
===> refused: What python setup_data.py on line 4 leaves behind is not known; in a RUN behind the last installation it would run in the runtime stage.

### the whole context in the root directory
FROM python:3.11<|>
COPY . /
RUN pip install flask
CMD ["python", "app.py"]
--- file: app.py
print()
===> refused: The project lies in /, among the files of the system; give it a WORKDIR first.

### some packages in an environment, some not
FROM python:3.11<|>
RUN pip install flask
RUN python -m venv /venv && /venv/bin/pip install gunicorn
CMD ["/venv/bin/gunicorn", "app:app"]
===> refused: Line 2 installs packages outside of /venv, where the others are.

### sources that are downloaded
FROM python:3.11<|>
WORKDIR /app
RUN git clone https://example.org/app.git .
RUN pip install flask
CMD ["python", "app.py"]
--- file: README.md
===> refused: Line 3 downloads sources, and what they need of python:3.11 when they run can't be read here.

### sources that are downloaded, on the same image
FROM python:3.11-slim<|>
RUN apt-get update && apt-get install -y build-essential git
WORKDIR /app
RUN git clone https://example.org/app.git .
RUN pip install -r requirements.txt
CMD ["streamlit", "run", "app.py"]
===>
FROM python:3.11-slim AS build
RUN apt-get update && apt-get install -y build-essential git
WORKDIR /app
RUN git clone https://example.org/app.git .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install -r requirements.txt

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
CMD ["streamlit", "run", "app.py"]

### a login shell
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install gunicorn
CMD ["bash", "-lc", "gunicorn app:app"]
--- file: app.py
app = None
===> refused: A login shell sets PATH anew, so that it would not find the virtual environment.

### PATH is set as a whole
FROM python:3.11<|>
ENV PATH=/usr/local/bin:/usr/bin:/bin
WORKDIR /app
COPY . .
RUN pip install gunicorn
CMD ["gunicorn", "app:app"]
--- file: app.py
app = None
===> refused: ENV sets PATH as a whole, so that the virtual environment would not be in it.

### a program that is not of the packages
FROM python:3.11<|>
WORKDIR /app
COPY . .
RUN pip install flask
CMD ["/usr/local/bin/exotic", "app.py"]
--- file: app.py
app = None
===> refused: Whether /usr/local/bin/exotic, which the container starts, is one of the packages' programs is not known.

### another Python
FROM python:3.11<|>
RUN pip3.9 install flask
CMD ["python3.9", "-m", "flask"]
===> refused: Line 2 installs packages for another Python than that of python:3.11.

### owners of parts of the project
FROM python:3.11<|>
RUN useradd app
WORKDIR /app
COPY . .
RUN pip install flask && mkdir data && chown app:app data
USER app
CMD ["flask", "run"]
--- file: app.py
app = None
===>
FROM python:3.11 AS build
RUN useradd app
WORKDIR /app
COPY . .
RUN python -m venv --system-site-packages --without-pip /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN python -m pip install flask && mkdir data && chown app:app data

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH
RUN useradd app
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
RUN chown app:app /app/data
USER app
CMD ["flask", "run"]
