import hello,sys,subprocess; hello.main(); print(sys.executable, open("tool.txt").read(), subprocess.getoutput("hello"))
