### installers that take the newest
FROM debian:12
RUN curl -fsSL https://deb.nodesource.com/setup_lts.x | bash -
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of Node.js is newest; setup_24.x in the URL says which one is meant.
RUN curl -sSL https://install.python-poetry.org | python3 -
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of Poetry is newest; POETRY_VERSION says which one is meant.
RUN curl -LsSf https://astral.sh/uv/install.sh | sh
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of uv is newest; the version in the URL (astral.sh/uv/0.9.0/install.sh) says which one is meant.
RUN wget -qO- https://get.pnpm.io/install.sh | sh -
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of pnpm is newest; PNPM_VERSION says which one is meant.
RUN curl https://bootstrap.pypa.io/get-pip.py -o get-pip.py && python get-pip.py
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of pip is newest; pip==… behind get-pip.py says which one is meant.
RUN bash -c "$(curl -fsSL https://bun.sh/install)"
                          ^^^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of Bun is newest; an argument such as bun-v1.3.0 says which one is meant.
RUN curl --proto '=https' -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain stable
                               ^^^^^^^^^^^^^^^^^^^^ The script installs whatever release of Rust is newest; --default-toolchain says which one is meant.

### told a version
FROM debian:12
RUN curl -fsSL https://deb.nodesource.com/setup_24.x | bash -
RUN curl -sSL https://install.python-poetry.org | python3 - --version 2.2.1
RUN curl -sSL https://install.python-poetry.org | POETRY_VERSION=2.2.1 python3 -
RUN curl -LsSf https://astral.sh/uv/0.9.0/install.sh | sh
RUN curl https://bootstrap.pypa.io/get-pip.py -o get-pip.py && python get-pip.py 'pip==25.3'
RUN curl -fsSL https://bun.sh/install | bash -s "bun-v1.3.0"
RUN curl -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain=1.91.0
RUN curl -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain nightly-2025-11-01

### told by ENV or ARG
FROM debian:12
ARG POETRY_VERSION=2.2.1
ENV PNPM_VERSION=10.20.0
RUN curl -sSL https://install.python-poetry.org | python3 -
RUN wget -qO- https://get.pnpm.io/install.sh | sh -

### kept for later, or another script
FROM debian:12
RUN curl -fsSL https://sh.rustup.rs -o /opt/rustup.sh
RUN curl -fsSL https://example.com/install.sh | sh
