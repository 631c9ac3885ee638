import { type Edit, insert, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { directoryAt, readCopied } from '../order/copied';
import { placeText, readPlace } from '../order/places';
import type { ShellCommand, ShellScript, ShellStatement } from '../shell/shell-command';
import { readUser } from '../stages/user';
import type { Instruction, RunInstruction, Word } from '../syntax/instruction';
import { scriptOf } from './cache-cleanups';
import type { Layout } from './cache-keeping';
import { isAround, isBasedOn, isMountedAt, readPath } from './cache-places';

/** A later place that reads something from a directory which a mount keeps out of the layer. */
export interface MountReader extends Span {
  /** Absolute. */
  readonly path: string;
  readonly instruction: Instruction;
  /** Where another path can be written in its place; undefined when the word holds more than a plain path. */
  readonly rewrite?: Span;
}

/** Directory for what is copied out of mounts. */
const OUT = '/out';

/** Programs that only name a path, or make or remove what it names. */
const READS_NOTHING = new Set(['rm', 'mkdir', 'echo', 'export', 'touch', 'test', '[', 'cd', 'rmdir', 'printf', 'find']);

/**
 * Who reads what a RUN leaves in a directory: later RUNs of the stage (unless they mount it too), CMD and ENTRYPOINT, and `COPY --from`.
 */
export function findReaders(build: Build, run: RunInstruction, target: string): readonly MountReader[] {
  const readers: MountReader[] = [];
  for (const instruction of build.instructions) {
    if (instruction.index <= run.index) continue;
    if (instruction.keyword === 'COPY' && instruction.from)
      readers.push(...readersOfCopy(build, run, instruction, target));
    if (!isBasedOn(build, instruction.stage, run.stage)) continue;
    if (instruction.keyword === 'RUN') readers.push(...readersOfRun(build, instruction, target));
    if (instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT') {
      readers.push(...readersOfStart(build, instruction, target));
    }
  }
  return readers;
}

function readersOfCopy(
  build: Build,
  run: RunInstruction,
  copy: Extract<Instruction, { keyword: 'COPY' | 'ADD' }>,
  target: string,
): MountReader[] {
  const copied = readCopied(build, copy);
  if (!copied?.stage || !isBasedOn(build, copied.stage.index, run.stage)) return [];
  return copied.items.flatMap(({ word, source }) => {
    const path = source === '.' ? '/' : `/${source}`;
    return isAround(target, path) ? [{ ...spanOf(word), path, instruction: copy, ...rewriteOf(word) }] : [];
  });
}

function readersOfRun(build: Build, run: RunInstruction, target: string): MountReader[] {
  if (isMountedAt(build, run, target)) return [];
  return build.commands
    .filter(({ script, name }) => script.instruction === run && !READS_NOTHING.has(name ?? ''))
    .flatMap((command) => readersOfCommand(build, command, target));
}

function readersOfCommand(build: Build, command: ShellCommand, target: string): MountReader[] {
  const { instruction, form } = command.script;
  return command.words.flatMap((word) => {
    if (!word.value.includes('/')) return [];
    const path = readPath(build, command, word);
    if (path === undefined || !isAround(target, path)) return [];
    const plain = word.literal && form !== 'exec' && build.source.text.slice(word.start, word.end) === word.value;
    return [{ ...spanOf(word), path, instruction, ...(plain ? { rewrite: spanOf(word) } : {}) }];
  });
}

/** The program that the container starts, when it is given by its path. */
function readersOfStart(build: Build, instruction: Instruction, target: string): MountReader[] {
  return instruction.words.flatMap((word) => {
    if (!word.value.includes('/') || /\s/.test(word.value)) return [];
    const place = readPlace(word.value, directoryAt(build, instruction.index));
    const path = placeText(place);
    if (place.root !== '/' || !isAround(target, path)) return [];
    return [{ ...spanOf(word), path, instruction, ...rewriteOf(word) }];
  });
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Where a word's value stands in the document: all of it, or what is inside its quotes. */
function rewriteOf(word: Word): { readonly rewrite?: Span } {
  if (/[*?[$\\]/.test(word.text)) return {};
  if (word.text === word.value) return { rewrite: spanOf(word) };
  return word.text === `"${word.value}"` ? { rewrite: { start: word.start + 1, end: word.end - 1 } } : {};
}

/**
 * Copies what later places read out of a mounted directory, at the end of the RUN that fills it, and lets them read the copies;
 * a reason where that can't be shown right.
 * @param areFiles whether none of what is read is a directory
 */
export function copyOut(
  build: Build,
  run: RunInstruction,
  readers: readonly MountReader[],
  layout: Layout,
  areFiles = false,
): { readonly edits: readonly Edit[]; readonly paths: readonly string[] } | { readonly because: string } {
  const script = scriptOf(build, run);
  const last = script?.statements.at(-1);
  if (!script || !last || script.form === 'exec' || last.kind !== 'command') {
    return { because: 'The RUN has no end at which its results could be copied.' };
  }
  if (script.statements.some(({ before, background }) => before === '||' || before === '&' || background)) {
    return { because: "The RUN goes on after failures, so its results can't be copied at its end." };
  }
  if (!readUser(build, run).root) return { because: `Only root can make ${OUT}.` };
  const stuck = readers.find(({ rewrite }) => !rewrite);
  if (stuck) {
    return {
      because: `Line ${lineAt(build.source, stuck.start) + 1} does not name a plain path that could be changed.`,
    };
  }
  const byName = new Map<string, string>();
  for (const { path } of readers) {
    const name = path.split('/').at(-1)!;
    if ((byName.get(name) ?? path) !== path)
      return { because: `Two different files named ${name} are read from the mount.` };
    byName.set(name, path);
  }
  if (build.source.text.includes(`${OUT}/`)) return { because: `${OUT} is used already.` };

  const paths = [...byName.values()];
  const moves = script.commands.some(({ name }) => name === 'cd' || name === 'pushd');
  const workdir = placeText(directoryAt(build, run.index));
  const sources = paths.map((path) =>
    !moves && workdir !== '/' && path.startsWith(`${workdir}/`) ? path.slice(workdir.length + 1) : path,
  );
  const command = `mkdir -p ${OUT} && cp ${areFiles ? '' : '-r '}${sources.join(' ')} ${OUT}/`;
  return {
    paths,
    edits: [
      insert(last.end, jointBehind(build, script, last, layout) + command),
      ...readers.map(({ path, rewrite }) => replace(rewrite!, `${OUT}/${path.split('/').at(-1)!}`)),
    ],
  };
}

/** What joins another command to the last one, in the way that the script joins its commands. */
function jointBehind(
  { source, escape }: Build,
  { form }: ShellScript,
  last: ShellStatement,
  { broken, behindFlag }: Layout,
): string {
  if (form === 'heredoc') return source.newline;
  const ahead = source.text.slice(source.lineStarts[lineAt(source, last.start)], last.start);
  if (ahead.trim() === '&&') return ` ${escape}${source.newline}${ahead}`;
  return broken ? ` &&${behindFlag}` : ' && ';
}
