#!/bin/bash
set -e
gcc -O2 app.c -o server -lmicrohttpd
