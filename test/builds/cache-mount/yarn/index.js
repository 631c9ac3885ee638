console.log(require('ms')('2 days'), require('./package.json').version);
