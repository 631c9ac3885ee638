import type { LogOutputChannel, OutputChannel } from 'vscode';

const LINE = /^\[(Error|Warn|Info|Debug|Trace) *- [^\]]*\] (.*)$/s;

/**
 * The plain channel that the language client writes to, as a view of a log channel: the client puts level and time in the text of
 * each line, and the log channel has both of its own.
 */
export function toPlainChannel(log: LogOutputChannel): OutputChannel {
  const write = (text: string) => {
    const [, level, message] = LINE.exec(text) ?? [];
    const line = message ?? text;
    if (level === 'Error') log.error(line);
    else if (level === 'Warn') log.warn(line);
    else if (level === 'Debug') log.debug(line);
    else if (level === 'Trace') log.trace(line);
    else log.info(line);
  };
  return {
    name: log.name,
    append: write,
    appendLine: write,
    replace: (text) => log.replace(text),
    clear: () => log.clear(),
    show: () => log.show(true),
    hide: () => log.hide(),
    dispose: () => {},
  };
}
