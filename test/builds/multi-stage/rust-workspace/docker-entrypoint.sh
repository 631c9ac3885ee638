#!/bin/sh
set -e
echo "starting $APP_MODE"
exec "$@"
