import { mkdirSync, writeFileSync } from 'node:fs';

mkdirSync('public/build', { recursive: true });
writeFileSync('public/build/app.js', 'built();\n');
