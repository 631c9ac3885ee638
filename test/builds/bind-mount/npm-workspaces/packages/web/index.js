console.log(require('lib')('2 days'), require('ms')('2 days'));
