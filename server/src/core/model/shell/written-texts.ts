import { below } from '../../knowledge/images/image-paths';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { CopyInstruction, RunInstruction } from '../syntax/instruction';
import { ownOrTrigger } from '../syntax/triggers';
import { positionals } from './command-words';
import type { ShellCommand, ShellScript } from './shell-command';
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
    if (!PRINTERS.has(command.name ?? '')) continue;
    const { scope } = build.states[instruction.index]!;
    const words = command.arguments.map((word) => ({ word, value: valueOf(word, scope) ?? word.value }));
    if (words.length === 0) continue;
    if (command.name === 'sed') {
      const target = command.arguments.at(-1)!.value;
      for (const { word, value } of words) {
        for (const text of sedTexts(value))
          into.push({ start: word.start, end: word.end, text, target, instruction, command });
      }
      continue;
    }
    const target = command.name!.endsWith('repository') ? '/etc/apt/sources.list' : targetOf(command);
    // What goes to the output of the build is read by nobody.
    if (target === undefined && command.nesting === 'top') continue;
    const text = words.map(({ value }) => value).join(' ');
    const span = { start: words[0]!.word.start, end: words.at(-1)!.word.end };
    into.push({ ...span, text, ...(target ? { target } : {}), instruction, command });
  }
  if (script.heredoc) return;
  for (const { body } of instruction.heredocs) {
    const { start, end } = body;
    const reader = script.commands.find(({ redirects }) => redirects.some(({ operator }) => operator.startsWith('<<')));
    const target = reader && targetOf(reader);
    into.push({ start, end, text: build.source.text.slice(start, end), ...(target ? { target } : {}), instruction });
  }
}

/** Where a command's output goes: `> file`, `| tee file`, or the file that `tee` itself is given. */
function targetOf(command: ShellCommand): string | undefined {
  const redirect = command.redirects.find(({ operator }) => operator === '>' || operator === '>>' || operator === '>|');
  if (redirect?.target) return redirect.target.value;
  if (command.name === 'tee') return positionals(command.arguments)[0]?.value;
  for (const { members } of command.script.pipelines) {
    const at = members.findIndex((member) => member.includes(command));
    const tee =
      at === -1
        ? undefined
        : members
            .slice(at + 1)
            .flat()
            .find(({ name }) => name === 'tee');
    if (tee) return positionals(tee.arguments)[0]?.value;
  }
  return undefined;
}

/** What the script of a sed puts into the text: the second half of `s/a/b/`, the text behind `a`, `i` and `c`. */
function sedTexts(script: string): string[] {
  const texts: string[] = [];
  for (const match of script.matchAll(
    /(?:^|[;}\s\d$/])s([^\w\s\\])((?:\\.|(?!\1)[^\\])*)\1((?:\\.|(?!\1)[^\\])*)\1/g,
  )) {
    texts.push(match[3]!.replace(/\\(.)/g, '$1'));
  }
  const added = /^(?:\d+|\$|\/(?:\\.|[^/\\])*\/)?\s*[aic]\\?\s*(.+)$/s.exec(script)?.[1];
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
