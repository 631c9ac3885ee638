FROM python:3.12-slim AS venv
ENV POETRY_VERSION=1.8.4 POETRY_HOME=/opt/poetry \
    PIP_NO_CACHE_DIR=off
RUN apt-get update \
 && apt-get install --no-install-recommends -y curl=7.88.* build-essential \
 && curl -sSL https://install.python-poetry.org | python3 - \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY pyproject.toml poetry.lock* /app/
RUN /opt/poetry/bin/poetry config virtualenvs.in-project true && /opt/poetry/bin/poetry install --only main --no-root
COPY src/ /app/src/
RUN /opt/poetry/bin/poetry install --only main

FROM python:3.12-slim
COPY --from=venv /app /app
ENV PATH=/app/.venv/bin:$PATH
CMD ["python", "-m", "service"]
