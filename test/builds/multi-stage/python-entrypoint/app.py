import subprocess, sys, os, hello
hello.main(); print(sys.argv, os.getuid())
print(subprocess.run([sys.executable, '-c', 'import fasth; print(fasth.v())'], capture_output=True, text=True).stdout)
print(subprocess.check_output(['./bin/tool'], text=True), subprocess.run('hello', shell=True, capture_output=True, text=True).stdout)
print(subprocess.getoutput('curl --version | cut -c1-5'))
