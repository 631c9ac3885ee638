require('fs').mkdirSync('dist', { recursive: true });
require('fs').writeFileSync('dist/index.html', require('ms')(60000) + '\n');
