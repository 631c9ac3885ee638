import fasth
def main():
    import os, pathlib; print('hi', fasth.v(), os.environ['GREETING'], pathlib.Path('data.txt').read_text())
