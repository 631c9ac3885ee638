import { guessKind, PROGRAM_DIRECTORIES } from '../../knowledge/file-names';
import { findBaseDirectory } from '../../knowledge/images/base-directories';
import type { Build, Stage } from '../build-types';
import type { BuildContext } from '../context';
import { mapPerBuild } from '../once-per-build';
import { expand } from '../stages/variables';
import type { CopyInstruction, Word } from '../syntax/instruction';
import { BASE_DIRECTORY, isIn, type Place, placeIn, readDirectories, readPlace } from './places';

/** One source of a COPY or ADD, and where it lands. */
export interface CopiedItem {
  readonly word: Word;
  /** Normalised and relative to the context or stage; `.` for all of it. Variables expanded as far as known. */
  readonly source: string;
  /** A file's own place; a directory's content lies below `place`. Globs stay as written. */
  readonly place: Place;
  /** Whether `place` is (or may be) a directory whose content is copied. */
  readonly tree: boolean;
  /** Whether all of the context is copied: `.`, `./`, `*`. */
  readonly whole: boolean;
  /** Whether it is an archive that ADD unpacks, so that nobody can tell what comes to lie where. */
  readonly archive?: boolean;
}

/** What a COPY or ADD puts where. */
export interface Copied {
  readonly instruction: CopyInstruction;
  /** `text`: heredocs only. */
  readonly origin: 'context' | 'stage' | 'image' | 'url' | 'text';
  /** Where `origin` is `stage`. */
  readonly stage?: Stage;
  readonly directory: Place;
  /** URLs and heredocs left out. */
  readonly items: readonly CopiedItem[];
}

const PROGRAMS = readDirectories(PROGRAM_DIRECTORIES);

/** Names of what ADD unpacks, if it is a tar inside. */
const ARCHIVE = /\.(?:tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst)$/i;

const URL = /^(?:https?|ftp|git|ssh):\/\/|^git@/i;

/** What a COPY or ADD puts where; undefined when it has no destination. */
export function readCopied(build: Build, copy: CopyInstruction): Copied | undefined {
  if (!copy.destination) return undefined;
  const known = copiedOf(build);
  let copied = known.get(copy);
  if (!copied) {
    copied = findCopied(build, copy, copy.destination);
    known.set(copy, copied);
  }
  return copied;
}

const copiedOf = mapPerBuild<CopyInstruction, Copied>();

function findCopied(build: Build, copy: CopyInstruction, destination: Word): Copied {
  const { scope } = build.states[copy.index]!;
  const to = expand(destination, scope).value;
  const directory = readPlace(to, directoryAt(build, copy.index));
  const sources = copy.sources
    .map((word) => ({ word, text: expand(word, scope).value }))
    .filter(({ text }) => copy.keyword === 'COPY' || !URL.test(text));
  const from = copy.from ? expand(copy.from, scope).value.toLowerCase() : undefined;
  const stage = from === undefined ? undefined : findStage(build, from, copy.stage);
  const origin =
    from !== undefined
      ? stage
        ? 'stage'
        : 'image'
      : sources.length > 0
        ? 'context'
        : copy.heredocs.length > 0
          ? 'text'
          : 'url';
  const intoDirectory =
    /(?:^|\/)\.{0,2}$/.test(to) || copy.sources.length + copy.heredocs.length > 1 || isWorkdir(build, copy, directory);
  const context = from === undefined ? build.context : undefined;
  const unpacks =
    copy.keyword === 'ADD' && !copy.flags.some(({ name, value }) => name === 'unpack' && value?.value === 'false');
  // With --parents the directories of a source come along, so that it lies somewhere below.
  const keepsParents = copy.flags.some(({ name }) => name === 'parents');
  const items = sources.map(({ word, text }): CopiedItem => {
    const item = readItem(word, text, directory, intoDirectory, context);
    if (keepsParents) return { ...item, place: directory, tree: true };
    return unpacks && ARCHIVE.test(text) ? { ...item, place: directory, tree: true, archive: true } : item;
  });
  return { instruction: copy, origin, stage, directory, items };
}

function readItem(
  word: Word,
  text: string,
  directory: Place,
  intoDirectory: boolean,
  context: BuildContext | undefined,
): CopiedItem {
  const source = normalise(text);
  const name = source.split('/').at(-1)!;
  const whole = source === '.' || source === '*' || source === '**';
  const tree = (place: Place) => ({ word, source: whole ? '.' : source, place, tree: true, whole });
  const file = (place: Place) => ({ word, source, place, tree: false, whole });
  if (whole || name === '*' || name === '**') return tree(directory);
  const into = placeIn(directory, name);
  switch (kindOf(source, text.endsWith('/'), context)) {
    case 'directory':
      return tree(directory);
    case 'file':
      return file(intoDirectory || landsInside(directory, name) ? into : directory);
    default:
      if (isIn(directory, PROGRAMS)) return file(intoDirectory || isProgramDirectory(directory) ? into : directory);
      return tree(directory);
  }
}

/** Whether a file goes into the directory that a destination without a slash at its end names: `COPY run.sh /usr/local/bin`. */
function landsInside(directory: Place, name: string): boolean {
  const last = directory.parts.at(-1);
  if (last === undefined || isProgramDirectory(directory)) return true;
  if (last === name || last === 'default') return false;
  // `COPY jobs.txt /etc/cron.d/app`: such directories hold files of any name.
  if (/\.d$|^sites-|^cron\.|^(?:bin|sbin)$/.test(directory.parts.at(-2) ?? '')) return false;
  return guessKind(name) === 'file' && name.includes('.') && !last.includes('.') && !/entrypoint|start|run/.test(last);
}

function isProgramDirectory(directory: Place): boolean {
  return PROGRAM_DIRECTORIES.includes(`/${directory.parts.join('/')}`);
}

function kindOf(source: string, slash: boolean, context: BuildContext | undefined): 'file' | 'directory' | 'either' {
  const literal = !/[*?[$]/.test(source);
  if (context && literal && context.has(source)) {
    if (context.read(source) !== undefined) return 'file';
    const { files } = context;
    if (files) return files.includes(source) ? 'file' : 'directory';
  }
  if (slash) return 'directory';
  const name = source.split('/').at(-1)!;
  // A glob over names with an extension, or the start of a file's name: `*.sh`, `package*`, `requirements*`.
  if (/[*?[]/.test(name))
    return /\.|^(?:package|requirements|yarn|Gemfile|composer|Pipfile)/.test(name) ? 'file' : 'either';
  return guessKind(name);
}

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/') || '.';
}

function isWorkdir(build: Build, copy: CopyInstruction, directory: Place): boolean {
  const workdir = directoryAt(build, copy.index);
  return workdir.root === directory.root && workdir.parts.join('/') === directory.parts.join('/');
}

function findStage(build: Build, name: string, before: number): Stage | undefined {
  for (let i = before - 1; i >= 0; i--) if (build.stages[i]!.name === name) return build.stages[i];
  return /^\d+$/.test(name) && Number(name) < before ? build.stages[Number(name)] : undefined;
}

/** The working directory when an instruction starts, followed through variables and base images whose value is not known. */
export function directoryAt(build: Build, index: number): Place {
  const state = build.states[index]!;
  const stage = build.stages[build.instructions[index]!.stage];
  if (!stage) return BASE_DIRECTORY;
  if (state.workdirSet && state.workdir !== undefined && startsAbsolute(stage, index)) {
    return readPlace(state.workdir, BASE_DIRECTORY);
  }
  return followWorkdirs(build, stage, index);
}

/** Whether some WORKDIR before gives an absolute path, so that the base image's own does not matter. */
function startsAbsolute(stage: Stage, index: number): boolean {
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    for (const instruction of at.instructions) {
      if (instruction.index >= index) break;
      if (instruction.keyword === 'WORKDIR' && /^(?:\/|[A-Za-z]:)/.test(instruction.words[0]?.value ?? '')) return true;
    }
  }
  return false;
}

function followWorkdirs(build: Build, stage: Stage, index: number): Place {
  const known = stage.parent ? undefined : findBaseDirectory(stage.base);
  let place = stage.parent
    ? followWorkdirs(build, stage.parent, Number.MAX_SAFE_INTEGER)
    : known === undefined
      ? BASE_DIRECTORY
      : readPlace(known, BASE_DIRECTORY);
  for (const instruction of stage.instructions) {
    if (instruction.index >= index) break;
    const word = instruction.keyword === 'WORKDIR' ? instruction.words[0] : undefined;
    if (word) place = readPlace(expand(word, build.states[instruction.index]!.scope).value, place);
  }
  return place;
}
