import { createServer } from 'node:http';
import ms from 'ms';

const started = Date.now();

createServer((request, response) => {
  if (request.url === '/health') response.end(`up for ${ms(Date.now() - started)}\n`);
  else response.end('Welcome to the shop.\n');
}).listen(3000);
