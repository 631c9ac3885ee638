console.log(require('ms')('1w'));
