### branches and latest releases
FROM debian:12
RUN curl -fsSL https://raw.githubusercontent.com/example/tool/master/install.sh | sh
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What is behind this address changes, but the builder keeps what it downloaded once.
RUN wget -q "https://example.com/tool-latest.tar.gz"
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What is behind this address changes, but the builder keeps what it downloaded once.
RUN git clone --depth 1 https://github.com/example/tool.git
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The branch moves on, but the builder keeps what it cloned once.
### versions
FROM debian:12
ARG VERSION=1.2.3
RUN curl -fsSLO https://example.com/releases/download/v1.2.3/tool.tar.gz
RUN wget https://example.com/latest-${VERSION}.tar.gz
RUN git clone --branch v1.2.3 https://github.com/example/tool.git
RUN git clone https://github.com/example/tool.git && cd tool && git checkout 4f2c1a7
