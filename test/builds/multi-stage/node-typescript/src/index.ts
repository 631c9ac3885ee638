declare const require: (name: string) => (text: string) => number;
declare const process: { readonly env: Record<string, string | undefined> };

const milliseconds = require('ms');
console.log(`Hello ${process.env.NAME}, a day has ${milliseconds('1d')} ms`);
