#!/usr/local/bin/python
import hello; hello.main()
