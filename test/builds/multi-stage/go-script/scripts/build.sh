#!/usr/bin/env bash
set -euo pipefail

cd "$(dirname "$0")/.."
export CGO_ENABLED=0
mkdir -p dist
go build -trimpath -o dist/app ./cmd/app
