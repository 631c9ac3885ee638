const fs = require('fs');
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/main.js', "console.log(require('ms')('3d'));\n");
