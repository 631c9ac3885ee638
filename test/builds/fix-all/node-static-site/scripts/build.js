const ms = require('ms');
require('fs').mkdirSync('dist', { recursive: true });
require('fs').writeFileSync('dist/index.html', '<p>' + ms(60000) + '</p>\n');
