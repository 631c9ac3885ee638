import argparse, http.server, pathlib, sys, os
def main():
    sys.path.insert(0, os.getcwd())
    a = argparse.ArgumentParser(); a.add_argument('--port', type=int, default=8000); port = a.parse_args().port
    import app
    class H(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body, kind = app.handle(self.path)
            self.send_response(200); self.send_header('Content-Type', kind); self.end_headers(); self.wfile.write(body.encode())
        def log_message(self, *a): pass
    http.server.HTTPServer(('0.0.0.0', port), H).serve_forever()
