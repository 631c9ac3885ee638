import http.server, pqinfo, ctypes, ctypes.util, os, sys
class H(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        m = ctypes.CDLL(ctypes.util.find_library('magic'))
        open('/srv/app/hits', 'a').write('x')
        self.send_response(200); self.end_headers(); self.wfile.write(f"{pqinfo.threadsafe()} {m.magic_version()} {os.getuid()!=0} {os.getcwd()} {open('/srv/app/hits').read()}".encode())
    def log_message(self, *a): pass
if __name__ == '__main__': http.server.HTTPServer(('', int(sys.argv[2])), H).serve_forever()
