### uv: links that cross the mount become copies
FROM python:3.12-slim
RUN uv sync --locked && uv cache clean
    ^^^^^^^^^^^^^^^^ uv downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/uv.
ENV UV_LINK_MODE=copy
RUN uv pip install --system --no-cache flask
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uv downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/uv.
===>
FROM python:3.12-slim
RUN --mount=type=cache,target=/root/.cache/uv UV_LINK_MODE=copy uv sync --locked
ENV UV_LINK_MODE=copy
RUN --mount=type=cache,target=/root/.cache/uv uv pip install --system flask

### poetry keeps its environments beside its cache, unless told otherwise
FROM python:3.12-slim
RUN poetry install --no-root
    ^^^^^^^^^^^^^^^^^^^^^^^^ Poetry downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pypoetry/cache and /root/.cache/pypoetry/artifacts.
FROM python:3.12-slim
RUN poetry config virtualenvs.create false
RUN poetry install --no-root
    ^^^^^^^^^^^^^^^^^^^^^^^^ Poetry downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pypoetry.
FROM python:3.12-slim
ENV POETRY_VIRTUALENVS_IN_PROJECT=1
RUN poetry install --no-root && rm -rf ~/.cache/pypoetry
    ^^^^^^^^^^^^^^^^^^^^^^^^ Poetry downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pypoetry.
===>
FROM python:3.12-slim
RUN --mount=type=cache,target=/root/.cache/pypoetry/cache \
    --mount=type=cache,target=/root/.cache/pypoetry/artifacts \
    poetry install --no-root
FROM python:3.12-slim
RUN poetry config virtualenvs.create false
RUN --mount=type=cache,target=/root/.cache/pypoetry poetry install --no-root
FROM python:3.12-slim
ENV POETRY_VIRTUALENVS_IN_PROJECT=1
RUN --mount=type=cache,target=/root/.cache/pypoetry poetry install --no-root

### conda only where its place is known
FROM continuumio/miniconda3
RUN conda env create -f environment.yml && conda clean -afy
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ conda downloads everything again whenever this step reruns: there is no cache mount at /opt/conda/pkgs.
FROM ubuntu:24.04
RUN conda install -y numpy
===>
FROM continuumio/miniconda3
RUN --mount=type=cache,target=/opt/conda/pkgs,sharing=locked conda env create -f environment.yml
FROM ubuntu:24.04
RUN conda install -y numpy

### pipenv and pdm
FROM python:3.12
RUN pipenv install --deploy --system
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Pipenv downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pipenv and /root/.cache/pip.
RUN pdm sync --prod
    ^^^^^^^^^^^^^^^ PDM downloads everything again whenever this step reruns: there is no cache mount at /root/.cache/pdm.
===>
FROM python:3.12
RUN --mount=type=cache,target=/root/.cache/pipenv \
    --mount=type=cache,target=/root/.cache/pip \
    pipenv install --deploy --system
RUN --mount=type=cache,target=/root/.cache/pdm pdm sync --prod

### environments in a cache that lies elsewhere
FROM python:3.12-slim
ENV POETRY_CACHE_DIR=/tmp/poetry
RUN poetry install --no-root && rm -rf /tmp/poetry/cache
    ^^^^^^^^^^^^^^^^^^^^^^^^ Poetry downloads everything again whenever this step reruns: there is no cache mount at /tmp/poetry/cache and /tmp/poetry/artifacts.
FROM python:3.12-slim
ENV POETRY_CACHE_DIR=/tmp/poetry POETRY_VIRTUALENVS_IN_PROJECT=true
RUN poetry install --no-root && rm -rf $POETRY_CACHE_DIR
    ^^^^^^^^^^^^^^^^^^^^^^^^ Poetry downloads everything again whenever this step reruns: there is no cache mount at /tmp/poetry.
===>
FROM python:3.12-slim
ENV POETRY_CACHE_DIR=/tmp/poetry
RUN --mount=type=cache,target=/tmp/poetry/cache \
    --mount=type=cache,target=/tmp/poetry/artifacts \
    poetry install --no-root
FROM python:3.12-slim
ENV POETRY_CACHE_DIR=/tmp/poetry POETRY_VIRTUALENVS_IN_PROJECT=true
RUN --mount=type=cache,target=/tmp/poetry poetry install --no-root

### packages that are links into the cache
FROM python:3.12-slim
ENV UV_LINK_MODE=symlink
RUN uv sync --frozen
    ^^^^^^^^^^^^^^^^ uv downloads everything again whenever this step reruns: there is no cache mount for what uv downloads.
RUN pdm config install.cache true && pdm sync
                                     ^^^^^^^^ PDM downloads everything again whenever this step reruns: there is no cache mount for what PDM downloads.
===> no fix

### environments beside the cache, where only root could make them
FROM python:3.12-slim
RUN useradd -m -u 1000 app
USER app
RUN poetry install --no-root
    ^^^^^^^^^^^^^^^^^^^^^^^^ Poetry downloads everything again whenever this step reruns: there is no cache mount for what Poetry downloads.
===> no fix
