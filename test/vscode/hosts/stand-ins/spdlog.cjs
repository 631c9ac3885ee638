// Stands in for @vscode/spdlog, which has to be compiled: writes each message to the log file at once. The output
// channels of extensions are such files.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};

class Logger {
  constructor(_type, _name, path) {
    this.path = path;
    this.level = 0;
    this.plain = false;
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.plain = true;
  }

  write(level, name, message) {
    if (level < this.level) return;
    const line = this.plain
      ? message
      : `${new Date().toISOString().replace(/[TZ]/g, ' ').trim()} [${name}] ${message}\n`;
    try {
      appendFileSync(this.path, line);
    } catch {
      // The folder is removed when a run ends.
    }
  }

  setPattern() {}
  flush() {}
  drop() {}
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
for (const [level, name] of levels.entries()) {
  Logger.prototype[name] = function (message) {
    this.write(level, name === 'warn' ? 'warning' : name, message);
  };
}

async function createLogger(type, name, path) {
  mkdirSync(dirname(path), { recursive: true });
  return new Logger(type, name, path);
}

exports.Logger = Logger;
exports.createRotatingLogger = (name, path) => createLogger('rotating', name, path);
exports.createAsyncRotatingLogger = (name, path) => createLogger('rotating_async', name, path);
