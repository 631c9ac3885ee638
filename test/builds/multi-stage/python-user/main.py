import os, hello; hello.main(); open("out","w").write("x"); print(os.stat("out").st_uid == os.getuid(), os.getcwd())
