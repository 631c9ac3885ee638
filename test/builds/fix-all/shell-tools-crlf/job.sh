#!/bin/sh
exec jq -r .name /opt/job/jobs.json
