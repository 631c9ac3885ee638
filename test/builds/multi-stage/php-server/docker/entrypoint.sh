#!/bin/sh
set -e
echo started > storage/start.log
exec "$@"
