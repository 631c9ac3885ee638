import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { commandsNamed, onbuildCommandsNamed } from './named-commands';
import type { ShellCommand, ShellScript } from './shell-command';

const FETCHERS = ['curl', 'wget', 'fetch'];

const SHELL = /^(?:ba|z|da|a|k|fi)?sh$/;
const INTERPRETER = /^(?:python[\d.]*|perl|ruby|node|nodejs|php)$/;

/** A download whose text is run as it comes. */
export interface PipedProgram extends Span {
  readonly fetch: ShellCommand;
  /** What runs it: `bash`, `eval`. */
  readonly by: string;
}

/** Downloads that go straight into a shell or interpreter: through a pipe, or a substitution. */
export function findPipedPrograms(build: Build): PipedProgram[] {
  const found: PipedProgram[] = [];
  for (const named of [commandsNamed, onbuildCommandsNamed]) {
    for (const fetch of named(build, ...FETCHERS)) {
      const runner = findRunner(fetch.script, fetch);
      if (runner) found.push({ start: fetch.start, end: fetch.words.at(-1)?.end ?? fetch.end, fetch, by: runner });
    }
  }
  return found;
}

function findRunner({ pipelines, commands }: ShellScript, fetch: ShellCommand): string | undefined {
  for (const { members } of pipelines) {
    const at = members.findIndex((member) => member.includes(fetch));
    if (at === -1) continue;
    const runner = members
      .slice(at + 1)
      .flat()
      .find(readsProgram);
    if (runner) return runner.name;
  }
  if (fetch.nesting !== 'substitution' && fetch.nesting !== 'pipeline') return undefined;
  // The innermost command around it, one of whose words is the substitution and nothing else.
  let around: ShellCommand | undefined;
  for (const one of commands) {
    if (one !== fetch && one.start < fetch.start && fetch.end <= one.end && (!around || one.start >= around.start))
      around = one;
  }
  return around && runsSubstitution(around, fetch) ? around.name : undefined;
}

/** Whether a command takes its program from its input. */
function readsProgram({ name = '', arguments: words }: ShellCommand): boolean {
  const isShell = SHELL.test(name);
  if (!isShell && !INTERPRETER.test(name)) return false;
  for (let at = 0; at < words.length; at++) {
    const { value } = words[at]!;
    if (value === '-' || value === '--' || value === '/dev/stdin') return true;
    if (!value.startsWith('-') && !(isShell && value.startsWith('+'))) return false;
    if (value.startsWith('--')) continue;
    if (isShell) {
      if (value.includes('s')) return true;
      if (value.includes('c')) return false;
      if (/^-[a-z]*o$/.test(value)) at++;
    } else if (/^-[a-zA-Z]*[cemnprE]/.test(value)) return false;
  }
  return true;
}

function runsSubstitution({ name = '', arguments: words, redirects }: ShellCommand, fetch: ShellCommand): boolean {
  const holds = (span: Span) => span.start <= fetch.start && fetch.end <= span.end;
  const at = words.findIndex(holds);
  const word = words[at];
  if (!word)
    return (
      SHELL.test(name) &&
      redirects.some(({ operator, target }) => operator === '<<<' && target !== undefined && holds(target))
    );
  const isWhole = /^"?(?:\$\(|`|<\()[\s\S]*[)`]"?$/.test(word.text);
  if (!isWhole) return false;
  if (name === 'eval') return true;
  const isFile = word.text.startsWith('<(');
  if (name === 'source' || name === '.') return isFile && at === 0;
  if (!SHELL.test(name) && !INTERPRETER.test(name)) return false;
  const before = words.slice(0, at).map(({ value }) => value);
  if (isFile) return before.every((value) => value.startsWith('-') && !/^-[a-z]*[cemnpr]$/.test(value));
  return /^-[a-zA-Z]*[cer]$/.test(before.at(-1) ?? '');
}
