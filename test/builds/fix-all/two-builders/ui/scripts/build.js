require('fs').mkdirSync('dist', { recursive: true });
require('fs').writeFileSync('dist/index.html', '<b>' + require('ms')(60000) + '</b>');
