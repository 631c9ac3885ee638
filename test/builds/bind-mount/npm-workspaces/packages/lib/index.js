module.exports = (text) => require('ms')(text);
