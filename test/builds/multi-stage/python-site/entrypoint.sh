#!/bin/sh
set -e
export MARK=started
exec "$@"
