import { type Edit, insert } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import { hasErrexit, isIndifferent, turnsErrexitOn } from './errexit';
import type { ShellCommand, ShellScript, ShellStatement } from './shell-command';

/**
 * Puts a command at the end of a script, to be run where all before it went well, in the author's layout: behind the last `&&` list,
 * on a continued line of its own where the others have one, on a line of its own in a here-document that stops at failures.
 * Undefined where the end of the script is not what runs last, or is none of the document's text.
 */
export function appendCommand(build: Build, script: ShellScript, text: string): readonly Edit[] | undefined {
  const { statements, form, instruction, broken } = script;
  const last = statements.at(-1);
  if (!last || broken || form === 'exec' || last.kind === 'function') return undefined;
  if (statements.some(({ background }) => background)) return undefined;
  if (form === 'shell' && instruction.heredocs.length > 0) return undefined;
  if (statements.some(endsScript) || hasHeredoc(last)) return undefined;
  const written = build.source.text.slice(last.start, last.end);
  // A blank that is escaped, or a backslash of any other use, would take in what follows.
  if (/[\\`]$/.test(written)) return undefined;
  const operator = needsOwnStatement(build, script, last, written) ? ';' : '&&';
  return [
    insert(last.end, form === 'heredoc' ? inBody(build, last, operator, text) : inLines(build, script, operator, text)),
  ];
}

/** The same for something that has to be run as a command of the script is: by `sudo`, if that is. */
export function appendLike(
  build: Build,
  command: ShellCommand,
  ...texts: readonly string[]
): readonly Edit[] | undefined {
  const { script, nameWord, words, quotedBy, nesting } = command;
  if (quotedBy || !nameWord || nesting === 'function' || nesting === 'substitution') return undefined;
  const isSudo = words.slice(0, words.indexOf(nameWord)).some(({ value }) => value === 'sudo');
  return appendCommand(build, script, texts.map((text) => (isSudo ? `sudo ${text}` : text)).join(' && '));
}

/** `exec x` and `exit`: nothing behind them runs. */
function endsScript({ before, commands, kind }: ShellStatement): boolean {
  if (kind !== 'command' || before === '||') return false;
  const first = commands[0]?.words[0]?.value;
  return first === 'exec' || first === 'exit' || first === 'return';
}

function hasHeredoc({ commands }: ShellStatement): boolean {
  return commands.some(({ redirects }) =>
    redirects.some(({ operator }) => operator.startsWith('<<') && operator !== '<<<'),
  );
}

/** Behind `&&` a loop or a group would no longer stop at the failures inside it, as `-e` has it. */
function needsOwnStatement(
  { states }: Build,
  { statements, instruction }: ShellScript,
  last: ShellStatement,
  written: string,
): boolean {
  if (last.before === '&&' || last.before === '||') return false;
  const stops = hasErrexit(states[instruction.index]!.shell.words) || turnsErrexitOn(statements[0]);
  return stops && (last.before !== undefined || !isIndifferent(last, written));
}

function inBody({ source }: Build, last: ShellStatement, operator: string, text: string): string {
  const start = source.lineStarts[lineAt(source, last.start)]!;
  const indent = /^[ \t]*/.exec(source.text.slice(start, last.start))![0];
  return operator === ';' ? `${source.newline}${indent}${text}` : ` && ${text}`;
}

function inLines(build: Build, { statements, instruction }: ShellScript, operator: string, text: string): string {
  const { source, escape } = build;
  const line = (offset: number) => lineAt(source, offset);
  const indentOf = (offset: number) => {
    const start = source.lineStarts[line(offset)]!;
    return /^[ \t]*/.exec(source.text.slice(start, offset))![0];
  };
  const inline = operator === ';' ? `; ${text}` : ` && ${text}`;
  const last = statements.at(-1)!;
  if (line(last.end) === line(instruction.start)) return inline;
  const broken = `${escape}${source.newline}`;
  for (let at = statements.length - 1; at > 0; at--) {
    const { separator, start } = statements[at]!;
    if (!separator) continue;
    // ` \` and `&& x` on the next line, or ` && \` and `x` on the next line.
    if (line(separator.start) > line(statements[at - 1]!.end))
      return ` ${broken}${indentOf(separator.start)}${operator} ${text}`;
    if (line(start) > line(separator.start)) {
      return `${operator === ';' ? ';' : ' &&'} ${broken}${indentOf(start)}${text}`;
    }
  }
  const indent = indentOf(last.end);
  return indent === '' ? inline : operator === ';' ? `; ${broken}${indent}${text}` : ` ${broken}${indent}&& ${text}`;
}
