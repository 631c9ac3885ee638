console.log(require('left-pad')('5', 3, '0'));
