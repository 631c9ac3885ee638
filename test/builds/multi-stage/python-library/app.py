import mimetypes, pathlib, pqinfo
def handle(path):
    if path == '/': return pathlib.Path('templates/index.html').read_text() + str(pqinfo.threadsafe()), 'text/html'
    return str(mimetypes.guess_type(path)), 'text/plain'
