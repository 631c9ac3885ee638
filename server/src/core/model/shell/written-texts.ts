import { below } from '../../knowledge/images/image-paths';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { CopyInstruction, RunInstruction } from '../syntax/instruction';
import { ownOrTrigger } from '../syntax/triggers';
import { positionals } from './command-words';
import type { ShellCommand, ShellPipeline, ShellScript } from './shell-command';
import { valueOf } from './word-value';

/** Text that a build writes: what echo and printf print, what sed puts in, the body of a here-document. */
export interface WrittenText extends Span {
  readonly text: string;
  /** The file that it goes to, as far as that is told. */
  readonly target?: string;
  readonly instruction: RunInstruction | CopyInstruction;
  readonly command?: ShellCommand;
}

/** Everything that a build writes into files, as far as the Dockerfile holds it. */
export const writtenTexts = oncePerBuild((build): readonly WrittenText[] => {
  const texts: WrittenText[] = [];
  for (const scripts of [build.scripts, build.onbuildScripts]) {
    for (const script of scripts) readScript(build, script, texts);
  }
  for (const instruction of build.instructions) {
    const copy = ownOrTrigger(instruction);
    if (copy?.keyword === 'COPY' || copy?.keyword === 'ADD') readCopy(build, copy, texts);
  }
  return texts;
});

const PRINTERS = new Set(['echo', 'printf', 'sed', 'add-apt-repository', 'apt-add-repository']);

function readScript(build: Build, script: ShellScript, into: WrittenText[]): void {
  const { instruction } = script;
  for (const command of script.commands) {
    const { name, arguments: words } = command;
    if (name === undefined || words.length === 0 || !PRINTERS.has(name)) continue;
    const { scope } = build.states[instruction.index]!;
    if (name === 'sed') {
      const target = words.at(-1)!.value;
      for (const word of words) {
        for (const text of sedTexts(valueOf(word, scope) ?? word.value))
          into.push({ start: word.start, end: word.end, text, target, instruction, command });
      }
      continue;
    }
    const target = name.endsWith('repository') ? '/etc/apt/sources.list' : targetOf(command);
    // What goes to the output of the build is read by nobody.
    if (target === undefined && command.nesting === 'top') continue;
    const text = words.map((word) => valueOf(word, scope) ?? word.value).join(' ');
    const { start } = words[0]!;
    into.push({ start, end: words.at(-1)!.end, text, target: target || undefined, instruction, command });
  }
  if (script.heredoc) return;
  for (const { body } of instruction.heredocs) {
    const { start, end } = body;
    const reader = script.commands.find(({ redirects }) => redirects.some(({ operator }) => operator.startsWith('<<')));
    const target = (reader && targetOf(reader)) || undefined;
    const text = build.source.text.slice(start, end);
    into.push({ start, end, text, target, instruction, command: undefined });
  }
}

/** Where a command's output goes: `> file`, `| tee file`, or the file that `tee` itself is given. */
function targetOf(command: ShellCommand): string | undefined {
  for (const { operator, target } of command.redirects) {
    if (operator !== '>' && operator !== '>>' && operator !== '>|') continue;
    if (target) return target.value;
    break;
  }
  if (command.name === 'tee') return positionals(command.arguments)[0]?.value;
  for (const { members } of command.script.pipelines) {
    const tee = teeBehind(command, members);
    if (tee) return positionals(tee.arguments)[0]?.value;
  }
  return undefined;
}

function teeBehind(command: ShellCommand, members: ShellPipeline['members']): ShellCommand | undefined {
  let at = 0;
  while (at < members.length && !members[at]!.includes(command)) at++;
  for (at++; at < members.length; at++) for (const one of members[at]!) if (one.name === 'tee') return one;
  return undefined;
}

const SUBSTITUTION = /(?:^|[;}\s\d$/])s([^\w\s\\])((?:\\.|(?!\1)[^\\])*)\1((?:\\.|(?!\1)[^\\])*)\1/g;
const ADDITION = /^(?:\d+|\$|\/(?:\\.|[^/\\])*\/)?\s*[aic]\\?\s*(.+)$/s;

/** What the script of a sed puts into the text: the second half of `s/a/b/`, the text behind `a`, `i` and `c`. */
function sedTexts(script: string): string[] {
  const texts: string[] = [];
  SUBSTITUTION.lastIndex = 0;
  for (let match = SUBSTITUTION.exec(script); match; match = SUBSTITUTION.exec(script)) {
    const put = match[3]!;
    texts.push(put.includes('\\') ? put.replace(/\\(.)/g, '$1') : put);
  }
  const added = ADDITION.exec(script)?.[1];
  if (added !== undefined && texts.length === 0 && !/^-/.test(script)) texts.push(added);
  return texts;
}

function readCopy({ source }: Build, copy: CopyInstruction, into: WrittenText[]): void {
  const to = copy.destination?.value;
  for (const { body, name } of copy.heredocs) {
    const target =
      to === undefined ? undefined : /\/$|^\.{1,2}$/.test(to) ? below(to.replace(/\/+$/, '') || '/', name) : to;
    const { start, end } = body;
    into.push({ start, end, text: source.text.slice(start, end), ...(target ? { target } : {}), instruction: copy });
  }
}

/** Where a part of a written text stands in the document: all of it where quoting hides the part. */
export function spanIn({ source }: Build, { start, end }: Span, part: string): Span {
  const at = source.text.slice(start, end).indexOf(part);
  return at === -1 || part === '' ? { start, end } : { start: start + at, end: start + at + part.length };
}
