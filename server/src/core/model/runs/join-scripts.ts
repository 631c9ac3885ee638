import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { mapPerBuild } from '../once-per-build';
import type { ShellScript } from '../shell/shell-command';
import { type Leftover, type Residue, readTraits, type ScriptTraits } from './leftovers';
import { findMovedProgram } from './moved-programs';

const knownTraits = mapPerBuild<ShellScript, ScriptTraits>();

/** The traits of one of the build's own scripts, read once. */
function traitsOf(build: Build, script: ShellScript): ScriptTraits {
  const known = knownTraits(build);
  let traits = known.get(script);
  if (!traits) {
    traits = readTraits(script, build.states[script.instruction.index]!, build.source.text);
    known.set(script, traits);
  }
  return traits;
}

/** What has to stand around a script: nothing, `{ …; }` or `( … )`. */
export interface Brackets {
  readonly open: '' | '{' | '(';
  readonly close: string;
}

/** Scripts that can share one shell, each in its brackets, or why they can't. */
export type Joined =
  | { readonly brackets: readonly Brackets[]; readonly notes: readonly string[] }
  | { readonly because: string };

const NONE: Brackets = { open: '', close: '' };

/** One string of an `execve` must stay below 128 KiB on Linux. */
const LONGEST_SCRIPT = 100_000;

/** What every script of a row needs on its own account. */
export function findObstacle(build: Build, script: ShellScript): string | undefined {
  const line = lineOf(build, script.instruction);
  const { shell, scope } = build.states[script.instruction.index]!;
  const { words } = shell;
  if (script.dialect === 'powershell' || script.dialect === 'cmd') {
    return `Line ${line} is for ${script.dialect === 'cmd' ? 'cmd' : 'PowerShell'}, where a list goes on after a failure.`;
  }
  if (script.form === 'exec') return `Line ${line} is in exec form, which runs without a shell.`;
  if (script.broken || script.dialect !== 'posix') return `The shell text of line ${line} can't be read.`;
  if (words.slice(1).some((word) => /^-[a-zA-Z]*[li]|^--(?:login|rcfile|init-file)/.test(word))) {
    return `SHELL reads profile files at the start of each RUN, so line ${line} depends on being one of its own.`;
  }
  if (/(?:^|\/)bash$/.test(words[0] ?? '') && scope.lookup('BASH_ENV')?.value) {
    return `BASH_ENV names a file that each RUN reads at its start, so line ${line} depends on being one of its own.`;
  }
  if (script.statements.length === 0) return `Line ${line} runs nothing.`;
  if (swallowsLines(build, script)) return `Line ${line} has a comment that swallows the lines below it.`;
  if (script.form === 'shell' && script.instruction.heredocs.length > 0) {
    return `Line ${line} has a here-document, whose body must come right behind its line.`;
  }
  return undefined;
}

/** Continued lines are one line to the shell, so that a comment in the middle takes all that follows with it. */
function swallowsLines({ source: { text } }: Build, { form, statements, instruction }: ShellScript): boolean {
  return form === 'shell' && /^[\s;&]*#[^\n]*\n/.test(text.slice(statements.at(-1)!.end, instruction.body.end));
}

/**
 * Joins scripts that ran in a shell each to one script, `A && B && C`. What one leaves in its shell must not reach the next;
 * `set -e`, which a shell ignores in front of `&&`, must not have been what stops a script.
 */
export function joinScripts(build: Build, scripts: readonly ShellScript[]): Joined {
  const because = whyNotJoined(build, scripts);
  if (because !== undefined) return { because };
  const brackets: Brackets[] = [];
  const notes: string[] = [];
  for (const [index, script] of scripts.entries()) {
    const traits = traitsOf(build, script);
    const line = lineOf(build, script.instruction);
    const leak = findLeak(build, scripts, index);
    const grouped = leak === undefined && index > 0 && !traits.conjunction;
    if (leak) notes.push(`Line ${line} ${leak}, so it runs in a subshell of its own.`);
    if (grouped) notes.push(`Line ${line} is grouped, so that its ";" and "||" stay its own.`);
    brackets.push(leak ? { open: '(', close: ')' } : grouped ? { open: '{', close: '; }' } : NONE);
  }
  return { brackets, notes };
}

/** Why scripts can't be joined to one by `joinScripts`, without working out how they could. */
export function whyNotJoined(build: Build, scripts: readonly ShellScript[]): string | undefined {
  let length = 0;
  for (const { span } of scripts) length += span.end - span.start;
  if (length > LONGEST_SCRIPT) return 'The merged command would be too long for a shell.';
  for (let index = 0; index < scripts.length - 1; index++) {
    const script = scripts[index]!;
    const traits = traitsOf(build, script);
    if (traits.residue) return residueText(build, traits.residue);
    if (traits.indifferent || !(traits.errexit || traits.leftovers.some(({ kind }) => kind === 'errexit'))) continue;
    // In front of `&&` only the last list of the first script stands directly; the rest of it keeps its `set -e`.
    const spared = index === 0 && traits.lastListIndifferent && findLeak(build, scripts, index) === undefined;
    if (!spared)
      return `Line ${lineOf(build, script.instruction)} is stopped by "set -e", which a shell ignores in front of "&&".`;
  }
  return undefined;
}

/**
 * The same for bodies of here-documents, which become one body. A body that stops by `set -e` goes on doing so; the status of
 * any other is asked for by `|| exit`.
 */
export function joinBodies(build: Build, scripts: readonly ShellScript[]): Joined {
  const all = scripts.map((script) => traitsOf(build, script));
  const brackets: Brackets[] = [];
  const notes: string[] = [];
  for (const [index, script] of scripts.entries()) {
    const traits = all[index]!;
    const line = lineOf(build, script.instruction);
    const begun = !traits.errexit && traits.leftovers.some(({ kind }) => kind === 'errexit');
    if (begun || traits.errexit !== all[0]!.errexit) {
      const first = lineOf(build, scripts[0]!.instruction);
      if (begun) return { because: `Line ${line} runs "set -e" on its way, which "|| exit" would make void.` };
      return { because: `Only one of line ${first} and line ${line} starts with "set -e".` };
    }
    if (index === scripts.length - 1) {
      brackets.push(NONE);
      continue;
    }
    if (traits.residue) return { because: residueText(build, traits.residue) };
    const leak = findLeak(build, scripts, index);
    // The `-e` that stops at a failed subshell would be set inside of it.
    if (leak && traits.errexit) return { because: `Line ${line} ${leak}, which the next here-document would notice.` };
    if (leak) notes.push(`Line ${line} ${leak}, so it runs in a subshell of its own.`);
    const end = script.statements.at(-1)!;
    if (traits.errexit && (end.before === '&&' || end.before === '||' || end.kind !== 'command')) {
      return { because: `The last list of line ${line} can fail without being stopped by "set -e".` };
    }
    if (traits.errexit) brackets.push(NONE);
    else brackets.push(leak ? { open: '(', close: ') || exit' } : { open: '{', close: '} || exit' });
  }
  return { brackets, notes };
}

/** A script that runs later in the same shell. */
export interface Next {
  readonly script: ShellScript;
  readonly traits: ScriptTraits;
}

/** Something that a script leaves in its shell, and what it does in words. */
export interface Trace {
  readonly by: Span;
  readonly text: string;
}

/** What one of some scripts does that one of those behind it would notice. */
function findLeak(build: Build, scripts: readonly ShellScript[], index: number): string | undefined {
  const script = scripts[index]!;
  const following = scripts.slice(index + 1).map((next) => ({ script: next, traits: traitsOf(build, next) }));
  return findTrace(build, script, traitsOf(build, script), following)?.text;
}

/** What a script leaves behind that one of those behind it would notice. */
export function findTrace(
  build: Build,
  script: ShellScript,
  { leftovers }: ScriptTraits,
  following: readonly Next[],
): Trace | undefined {
  const { text } = build.source;
  for (const leftover of leftovers) {
    const noticed = following.some((next) => notices(text, leftover, next));
    if (noticed) return { by: leftover.by, text: leakText(text, leftover) };
  }
  const root = build.stages[script.instruction.stage]?.root ?? '';
  const moved = findMovedProgram(
    script,
    following.map((next) => next.script),
    root,
  );
  if (moved) {
    return { by: moved, text: `runs ${moved.name}, which the same shell would later look for in its old place` };
  }
  return undefined;
}

function notices(text: string, leftover: Leftover, next: Next): boolean {
  const { traits } = next;
  switch (leftover.kind) {
    case 'directory':
      return !traits.entersDirectory;
    case 'variable':
      return leftover.exported || readsVariable(text, next, leftover.name);
    case 'options':
      return !traits.ownOptions.has(leftover.text);
    case 'errexit':
      return !traits.errexit && !traits.indifferent;
    case 'shell':
    case 'function':
      return true;
  }
}

/** Whether a script reads a variable of its shell, or hands it on, before it has set it. */
function readsVariable(text: string, { script, traits: { conjunction } }: Next, name: string): boolean {
  const { span, statements } = script;
  const body = text.slice(span.start, span.end);
  const read = body.search(
    new RegExp(
      `\\$\\{?[#!]?${name}\\b|\\(\\([^)]*\\b${name}\\b|\\b(?:export|readonly|declare|typeset)\\s[^;&|\\n]*\\b${name}\\b(?!=)|-v\\s+${name}\\b`,
    ),
  );
  if (read === -1) return false;
  const set = body.search(new RegExp(`\\b(?:for|select)\\s+${name}\\b`));
  const assigned = statements.find(
    ({ kind, commands, before }) =>
      kind === 'command' &&
      commands[0]!.words.length === 0 &&
      commands[0]!.assignments.some((one) => one.name === name) &&
      // Behind `&&` and `||` it may be left out.
      (conjunction || before === undefined || before === ';' || before === '\n'),
  );
  // The value may read what the variable held before.
  const first = Math.min(set === -1 ? Infinity : set, assigned ? assigned.end - span.start : Infinity);
  return read < first;
}

function leakText(text: string, leftover: Leftover): string {
  switch (leftover.kind) {
    case 'directory':
      return 'changes the directory';
    case 'variable':
      return `sets ${leftover.name}`;
    case 'options':
    case 'errexit':
      return `runs "${text.slice(leftover.by.start, leftover.by.end)}"`;
    case 'shell':
      return `runs "${leftover.by.words[0]!.text}"`;
    case 'function':
      return 'defines a function';
  }
}

export function residueText(build: Build, { kind, by }: Residue): string {
  const line = lineOf(build, by);
  if (kind === 'background') return `Line ${line} leaves a process in the background, which ends with its RUN.`;
  if (kind === 'user') return `Line ${line} changes the user, whose groups and home each RUN reads anew.`;
  if (kind === 'directory') return `Line ${line} removes the working directory, which each RUN looks for anew.`;
  if (kind === 'interpreter') return `Line ${line} replaces the shell that each RUN starts with.`;
  if (kind === 'service') return `Line ${line} starts a service, which ends with its RUN.`;
  return `Line ${line} works on a file that the builder mounts anew for each RUN.`;
}

function lineOf({ source }: Build, { start }: Span): number {
  return lineAt(source, start) + 1;
}
