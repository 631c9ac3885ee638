#!/bin/sh
ls /opt/vendor
