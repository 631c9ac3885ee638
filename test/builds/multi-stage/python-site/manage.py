#!/usr/bin/env python
import os, sys
from minidj import execute
execute(sys.argv)
