import { readBuild } from '../build';
import type { ShellCommand, ShellScript } from '../shell/shell-command';

/** Reads shell text by itself; undefined where it can't be read. */
export function readScript(text: string): ShellScript | undefined {
  let delimiter = 'SCRIPT';
  while (text.includes(delimiter)) delimiter += '_';
  const [script] = readBuild(`FROM scratch\nRUN <<${delimiter}\n${text}\n${delimiter}\n`).scripts;
  return script && !script.broken ? script : undefined;
}

/**
 * Whether two scripts, their continued lines joined, run the same commands in the same places, but for those that `set` no more
 * than options and for a bare `exit`: a last look at what an edit has made of a script.
 */
export function haveSameCommands(before: string, after: string): boolean {
  const one = readScript(before);
  const other = readScript(after);
  if (!one || !other) return false;
  return JSON.stringify(outline(one)) === JSON.stringify(outline(other));
}

function outline({ commands }: ShellScript): unknown[] {
  return commands.filter((command) => !command.quotedBy && !isAside(command)).map(describe);
}

function isAside({ words, redirects }: ShellCommand): boolean {
  if (redirects.length > 0) return false;
  const texts = words.map(({ text }) => text);
  return (texts.length === 2 && texts[0] === 'set' && texts[1] === '-e') || (texts.length === 1 && texts[0] === 'exit');
}

function describe({ nesting, words, assignments, redirects }: ShellCommand): unknown[] {
  return [
    // A list may have been put into braces.
    nesting === 'group' ? 'top' : nesting,
    words.map(({ text }) => text),
    assignments.map(({ name, value }) => [name, value.text]),
    redirects.map(({ operator, target }) => [operator, target?.text]),
  ];
}
