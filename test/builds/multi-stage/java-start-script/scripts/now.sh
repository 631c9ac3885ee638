#!/bin/sh
echo now | sed s/o/0/
