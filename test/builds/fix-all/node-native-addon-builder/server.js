console.log(require('ms')(90000), process.env.NODE_ENV);
