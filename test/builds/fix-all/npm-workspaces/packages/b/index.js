console.log(require('@mono/a')('4h'));
