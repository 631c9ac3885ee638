#!/bin/bash
cat /opt/report/head.txt
