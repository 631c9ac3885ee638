#!/usr/bin/env bash
# Installs what the tests need and runs all of them: types, formatter and linter, unit tests, and the real VS Code.
set -euo pipefail
cd "$(dirname "$0")/.."

# The editor tests drive a browser; Debian and Ubuntu have one as a package. Elsewhere set CHROMIUM_PATH.
needs=()
if [ -z "${CHROMIUM_PATH:-}" ] && ! command -v chromium chromium-browser google-chrome code >/dev/null 2>&1; then
  needs+=(chromium)
fi
# code-server's native modules are compiled.
command -v make >/dev/null 2>&1 || needs+=(make)
command -v g++ >/dev/null 2>&1 || needs+=(g++)
command -v python3 >/dev/null 2>&1 || needs+=(python3)
if [ "${#needs[@]}" -gt 0 ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install: ${needs[*]} (or set CHROMIUM_PATH to a Chromium), then run this again." >&2
    exit 1
  fi
  sudo=()
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${needs[@]}" >/dev/null
fi

npm ci --no-audit --no-fund
npm test
