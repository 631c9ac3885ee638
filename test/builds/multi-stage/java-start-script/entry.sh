#!/bin/bash
set -euo pipefail
: "${MODE:=batch}"
export MODE
if [ "${1:-}" = "shell" ]; then exec bash; fi
cd /opt/acme
exec java ${JAVA_OPTS:-} -cp "classes:lib/*" com.acme.Job "$@"
