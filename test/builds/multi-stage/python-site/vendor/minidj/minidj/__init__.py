import sys, shutil, importlib, os, http.server
def execute(argv):
    s = importlib.import_module(os.environ['DJANGO_SETTINGS_MODULE'])
    if argv[1] == 'collectstatic':
        shutil.copytree('site1/static', s.STATIC_ROOT, dirs_exist_ok=True); print('copied')
    elif argv[1] == 'runserver':
        class H(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200); self.end_headers()
                if self.path == '/write': open('/code/media/x','w').write('1')
                self.wfile.write((','.join(sorted(os.listdir(s.STATIC_ROOT)))+os.environ.get('MARK','')+str(os.getuid()!=0)).encode())
            def log_message(self, *a): pass
        http.server.HTTPServer(('0.0.0.0', 8000), H).serve_forever()
