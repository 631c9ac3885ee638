#!/bin/bash
set -e
echo "started by $(id -un)"
touch /data/ok
exec "$@"
