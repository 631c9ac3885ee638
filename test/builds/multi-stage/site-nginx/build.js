const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { marked } = require('marked');
mkdirSync('out', { recursive: true });
writeFileSync('out/index.html', marked.parse(readFileSync('index.md', 'utf8')));
