#!/bin/sh
echo entry "$@"
exec python app.py "$@"
