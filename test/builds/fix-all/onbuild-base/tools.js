require('fs').writeFileSync('out', String(require('ms')('1d')));
