import { packageManagers } from '../../knowledge/package-managers/index';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { ShellScript, ShellStatement } from '../shell/shell-command';
import type { Mount } from '../syntax/instruction';
import { findObstacle, findTrace, residueText, type Trace } from './join-scripts';
import { readTraits } from './leftovers';
import { isEmptied } from './run-flags';
import { type Bond, findBonds } from './split-bonds';

/** Where a script can be cut in two, each of which is a RUN of its own. */
export interface SplitPoints {
  /** How many statements at the start only set the shell up, so that each part starts with them. */
  readonly prologue: number;
  /** Indexes of statements that can start another RUN. */
  readonly cuts: readonly number[];
  /** Why the others can't, by index; undefined where nothing is to be told. */
  readonly ties: ReadonlyMap<number, string>;
}

/** Each place is judged by all that stands before and behind it; nobody wants that many layers either. */
const MOST_STATEMENTS = 100;

/** Finds the places where a RUN can be cut so that the parts do what the whole does, or tells why there is none. */
export function findSplitPoints(build: Build, script: ShellScript): SplitPoints | { readonly because: string } {
  const line = lineOf(build, script.instruction);
  const obstacle = findObstacle(build, script) ?? findFlagObstacle(script, line);
  if (obstacle !== undefined) return { because: obstacle };
  const { statements } = script;
  const body = script.form === 'heredoc' ? findBodyObstacle(build, script, line) : undefined;
  if (body !== undefined) return { because: body };
  const prologue = countPrologue(statements);
  if (statements.length - prologue < 2) return { because: `Line ${line} is a single command.` };
  if (statements.length > MOST_STATEMENTS)
    return { because: `Line ${line} has more than ${MOST_STATEMENTS} statements.` };
  const whole = readTraits(script, build.states[script.instruction.index]!, build.source.text);
  const bonds = findBonds(build, script);
  const cuts: number[] = [];
  const ties = new Map<number, string>();
  for (let at = prologue + 1; at < statements.length; at++) {
    const tie = findTie(build, script, { at, prologue, errexit: whole.errexit, bonds });
    if (tie === undefined) cuts.push(at);
    else ties.set(at, tie);
  }
  return { prologue, cuts, ties };
}

interface Cut {
  readonly at: number;
  readonly prologue: number;
  /** `-e` is in force from the start. */
  readonly errexit: boolean;
  readonly bonds: readonly Bond[];
}

function findTie(build: Build, script: ShellScript, cut: Cut): string | undefined {
  const { text } = build.source;
  const { statements } = script;
  const { at, prologue } = cut;
  const line = (span: Span) => lineOf(build, span);
  // An escaped blank at the end of a line would continue it.
  if (
    text
      .slice(statements[at - 1]!.start, statements[at - 1]!.end)
      .trimEnd()
      .endsWith(build.escape)
  ) {
    return `Line ${line(statements[at - 1]!)} has an escaped blank in front of a separator, which would continue the line.`;
  }
  if (!isSeparable(text, statements, cut)) {
    const { before } = statements[at]!;
    const mark = before === '&&' ? 'a later ";" or "||"' : before === '\n' ? 'a new line' : `"${before}"`;
    return `Line ${line(statements[at]!)} is joined by ${mark}, which decides on a failure as no RUN of its own would.`;
  }
  if (script.form === 'heredoc' && !endsLine(text, statements, at)) {
    return `Line ${line(statements[at]!)} goes on with the list of the line before.`;
  }
  const odd = [statements[at]!, ...(at === 1 ? [statements[0]!] : [])].find((one) => isJson(build, one));
  if (odd) return `Line ${line(odd)} would be read as exec form.`;
  const end = statements[at - 1]!.end;
  if (script.form === 'shell' && text.slice(script.span.start, end).trimEnd().endsWith(build.escape)) {
    return `Line ${lineAt(build.source, end) + 1} would be continued by what follows.`;
  }
  const before = partOf(script, prologue, at);
  const behind = partOf(script, at, statements.length);
  const state = build.states[script.instruction.index]!;
  const traits = readTraits(before, state, text);
  if (traits.residue) return residueText(build, traits.residue);
  const trace = findTrace(build, before, traits, [
    { script: behind, traits: readTraits(behind, state, text, cut.errexit) },
  ]);
  if (trace) return traceText(build, trace);
  if (/\$(?:[$!]|\{?(?:_|PPID|OLDPWD|SECONDS)\b)/.test(text.slice(statements[at]!.start, statements.at(-1)!.end))) {
    return `Line ${line(statements[at]!)} or one below it asks for what its shell did before.`;
  }
  const bond = cut.bonds.find(({ from, to }) => from < at && at <= to);
  if (bond) return bond.because;
  const idle = prepares(statements[at - 1]!, statements[at]!) ? at - 1 : isIdleEnd(statements, at) ? at : undefined;
  return idle === undefined ? undefined : `Line ${line(statements[idle]!)} alone would leave nothing behind.`;
}

function traceText(build: Build, { by, text }: Trace): string {
  return `Line ${lineOf(build, by)} ${text}, which the rest of the RUN would notice.`;
}

/**
 * Whether the builder, which stops at the first RUN that fails, goes on exactly where the shell does: at a `&&` that no `||` or `;`
 * behind it takes up again, and between commands that `-e` stops at.
 */
function isSeparable(text: string, statements: readonly ShellStatement[], { at, prologue, errexit }: Cut): boolean {
  const last = statements[at - 1]!;
  if (last.background) return false;
  const separator = statements[at]!.before;
  if (separator === '&&') {
    // In front of `&&` a shell ignores its `-e`; at the end of a RUN it does not.
    if (errexit && !isSimple(last)) return false;
    return statements.slice(at).every(({ before, background }) => before === '&&' && !background);
  }
  if ((separator !== ';' && separator !== '\n') || !errexit) return false;
  const first = statements.findLastIndex(({ before }, index) => index < at && before !== '&&' && before !== '||');
  const alone = at - 1 === Math.max(first, prologue);
  return alone && isSimple(last) && text[last.start] !== '!';
}

/** `[ "$a" ]`: a list of strings to the builder, where it stands alone. */
function isJson({ source: { text } }: Build, { start, end }: Span): boolean {
  return /^\[\s*"[\s\S]*\]$/.test(text.slice(start, end));
}

function isSimple({ kind, commands }: ShellStatement): boolean {
  return (
    (kind === 'command' || kind === 'pipeline') &&
    commands.every(({ nesting }) => nesting === 'top' || nesting === 'pipeline' || nesting === 'substitution')
  );
}

/** Statements at the start that set options of the shell, and nothing else. */
function countPrologue(statements: readonly ShellStatement[]): number {
  let count = 0;
  for (const { kind, commands, before, background } of statements) {
    const [command, ...others] = commands;
    const sets = kind === 'command' && others.length === 0 && command?.words[0]?.value === 'set';
    const joined = before !== '||' && before !== '&';
    if (!sets || !joined || background || command.redirects.length > 0 || command.words.some(({ literal }) => !literal))
      break;
    if (command.words.some(({ value }) => value === '--' || value === '-')) break;
    count++;
  }
  const next = statements[count]?.before;
  return next === '||' || next === '&' ? 0 : count;
}

/** Why the lines of a here-document can't be two of them. */
function findBodyObstacle(
  { source: { text } }: Build,
  { heredoc, statements }: ShellScript,
  line: number,
): string | undefined {
  const { body, terminator } = heredoc!;
  const lines = text.slice(body.start, body.end);
  if (!terminator) return `The here-document of line ${line} is never closed.`;
  if (lines.startsWith('#!'))
    return `The here-document of line ${line} is run by the program that its first line names.`;
  if (/(?:^|[^<])<<(?:[^<]|$)/.test(lines)) return `The here-document of line ${line} has another one in it.`;
  const prologue = countPrologue(statements);
  const first = statements[prologue];
  const apart = prologue === 0 || first === undefined || endsLine(text, statements, prologue);
  return apart ? undefined : `The here-document of line ${line} sets its options in the line of a command.`;
}

/** Whether nothing but comments and the ends of lines stands between a statement and the one before. */
function endsLine(text: string, statements: readonly ShellStatement[], at: number): boolean {
  return /^[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*$/.test(
    text.slice(statements[at - 1]!.end, statements[at]!.start),
  );
}

/** Some statements of a script as a script. */
function partOf(script: ShellScript, from: number, to: number): ShellScript {
  const { instruction, dialect, form, heredoc, broken } = script;
  const statements = script.statements.slice(from, to);
  const span = { start: statements[0]!.start, end: statements.at(-1)!.end };
  const text = script.text.slice(span.start - script.span.start, span.end - script.span.start);
  const commands = statements.flatMap((statement) => statement.commands);
  const unread = { plainCommands: [], pipelines: [], plainPipelines: [], extensions: [] };
  return { instruction, dialect, form, heredoc, broken, span, text, statements, commands, ...unread };
}

const PREPARING = /^(?:cd|pushd|export|readonly|declare|set|shopt|umask|ulimit|unset|alias|trap|read)$/;

/** Whether a statement only sets its shell up, or prints what comes next: `echo "now the tools"`. */
function prepares(statement: ShellStatement, next: ShellStatement): boolean {
  const name = soleName(statement);
  if (name === undefined) return false;
  return name === '' || PREPARING.test(name) || (isPrinting(name) && !isPrinting(soleName(next)));
}

/** Whether the rest only sets its shell up, for nothing. */
function isIdleEnd(statements: readonly ShellStatement[], at: number): boolean {
  return statements.slice(at).every((statement) => {
    const name = soleName(statement);
    return name === '' || (name !== undefined && PREPARING.test(name));
  });
}

function isPrinting(name: string | undefined): boolean {
  return name === 'echo' || name === 'printf' || name === ':';
}

/** The name of a command that is all of a statement, and writes no file; `` for nothing but assignments. */
function soleName({ kind, commands }: ShellStatement): string | undefined {
  const [command, ...others] = commands;
  if (kind !== 'command' || !command || others.length > 0 || command.redirects.length > 0) return undefined;
  return command.words.length === 0 ? '' : command.name;
}

/** Flags with which no part of a RUN can stand alone. */
function findFlagObstacle({ instruction }: ShellScript, line: number): string | undefined {
  const emptied = instruction.mounts.find(isEmptied);
  if (emptied) return `What line ${line} writes to its ${emptied.type} mount is gone in the next RUN.`;
  const kept = instruction.mounts.find((mount) => mount.type === 'cache' && !isPackageCache(mount));
  if (kept) return `What line ${line} writes to its cache mount may be gone in the next RUN.`;
  const privileged = instruction.flags.some(({ name, value }) => name === 'security' && value?.value === 'insecure');
  return privileged ? `Line ${line} has rights to do what ends with its RUN.` : undefined;
}

/** Whether a cache mount is where a package manager keeps downloads, which it fetches anew where they are gone. */
function isPackageCache({ target }: Mount): boolean {
  const place = target?.replace(/^(?:\/root|\/home\/[^/]+)(?=\/)/, '~').replace(/\/$/, '');
  return packageManagers.some(({ caches }) =>
    caches.some(
      (cache) =>
        !cache.compiled &&
        !cache.holdsArtefacts &&
        (cache.target === place ||
          cache.target === target ||
          cache.equivalents?.some((one) => one === place || one === target)),
    ),
  );
}

function lineOf({ source }: Build, { start }: Span): number {
  return lineAt(source, start) + 1;
}
