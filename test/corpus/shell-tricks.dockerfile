FROM bash:5.2
SHELL ["/usr/local/bin/bash", "-euo", "pipefail", "-c"]
RUN set -x; for f in a b c; do touch "/tmp/$f"; done; \
    if [[ -f /tmp/a ]]; then echo yes; else echo no; fi; \
    case "$(uname -m)" in x86_64) arch=amd64;; aarch64) arch=arm64;; *) exit 1;; esac; \
    fetch() { curl -fsSL "https://example.com/${1}-${arch}.tar.gz" | tar -xz -C /usr/local; }; \
    fetch tool || (sleep 5 && fetch tool); \
    { echo one; echo two; } > /etc/list; \
    cd /opt && make all & wait
RUN ["/bin/sh", "-c", "echo exec form && true"]
RUN echo "a # b" 'c \' d \
  && echo `hostname` $((1 << 2)) ${HOME:-/root} \
  ;
