import { guessKind, PROGRAM_DIRECTORIES } from '../../knowledge/file-names';
import { findBaseDirectory } from '../../knowledge/images/base-directories';
import type { Build, Stage, State } from '../build-types';
import type { BuildContext } from '../context';
import { oncePerBuild } from '../once-per-build';
import { expand } from '../stages/variables';
import type { CopyInstruction, Word } from '../syntax/instruction';
import { BASE_DIRECTORY, isIn, isSamePlace, type Place, placeIn, readDirectories, readPlace } from './places';

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
  readonly archive: boolean;
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
  let copied = known[copy.index];
  // The trigger of an ONBUILD has the index of that.
  if (copied?.instruction !== copy) {
    copied = findCopied(build, copy, copy.destination);
    known[copy.index] = copied;
  }
  return copied;
}

/** What is known so far, by the index of the instruction. */
const copiedOf = oncePerBuild((): (Copied | undefined)[] => []);

function findCopied(build: Build, copy: CopyInstruction, destination: Word): Copied {
  const { scope } = build.states[copy.index]!;
  const to = expand(destination, scope).value;
  const workdir = directoryAt(build, copy.index);
  const directory = readPlace(to, workdir);
  const isAdd = copy.keyword === 'ADD';
  const from = copy.from ? expand(copy.from, scope).value.toLowerCase() : undefined;
  const stage = from === undefined ? undefined : findStage(build, from, copy.stage);
  const intoDirectory =
    /(?:^|\/)\.{0,2}$/.test(to) || copy.sources.length + copy.heredocs.length > 1 || isSamePlace(workdir, directory);
  const context = from === undefined ? build.context : undefined;
  const unpacks = isAdd && !copy.flags.some(({ name, value }) => name === 'unpack' && value?.value === 'false');
  // With --parents the directories of a source come along, so that it lies somewhere below.
  const keepsParents = copy.flags.some(({ name }) => name === 'parents');
  const items: CopiedItem[] = [];
  for (const word of copy.sources) {
    const text = expand(word, scope).value;
    if (isAdd && URL.test(text)) continue;
    const archive = !keepsParents && unpacks && ARCHIVE.test(text);
    const source = normalise(text);
    const name = lastPart(source);
    const all = source === '.' || source === '*' || source === '**';
    const file =
      all || keepsParents || archive ? undefined : findFile(source, name, text, directory, intoDirectory, context);
    items.push({
      word,
      source: all ? '.' : source,
      place: file ?? directory,
      tree: file === undefined,
      whole: all,
      archive,
    });
  }
  return { instruction: copy, origin: originOf(copy, stage, items.length), stage, directory, items };
}

function originOf(copy: CopyInstruction, stage: Stage | undefined, paths: number): Copied['origin'] {
  if (copy.from) return stage ? 'stage' : 'image';
  if (paths > 0) return 'context';
  return copy.heredocs.length > 0 ? 'text' : 'url';
}

/** Where a source comes to lie that is a file; undefined for what is, or may be, a directory. */
function findFile(
  source: string,
  name: string,
  text: string,
  directory: Place,
  intoDirectory: boolean,
  context: BuildContext | undefined,
): Place | undefined {
  if (name === '*' || name === '**') return undefined;
  switch (kindOf(source, name, text.endsWith('/'), context)) {
    case 'directory':
      return undefined;
    case 'file':
      return intoDirectory || landsInside(directory, name) ? placeIn(directory, name) : directory;
    default:
      if (!isIn(directory, PROGRAMS)) return undefined;
      return intoDirectory || isProgramDirectory(directory) ? placeIn(directory, name) : directory;
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

function kindOf(
  source: string,
  name: string,
  slash: boolean,
  context: BuildContext | undefined,
): 'file' | 'directory' | 'either' {
  if (context && !/[*?[$]/.test(source) && context.has(source)) {
    if (context.read(source) !== undefined) return 'file';
    const { files } = context;
    if (files) return files.includes(source) ? 'file' : 'directory';
  }
  if (slash) return 'directory';
  // A glob over names with an extension, or the start of a file's name: `*.sh`, `package*`, `requirements*`.
  if (/[*?[]/.test(name))
    return /\.|^(?:package|requirements|yarn|Gemfile|composer|Pipfile)/.test(name) ? 'file' : 'either';
  return guessKind(name);
}

function normalise(path: string): string {
  if (!path.includes('/')) return path === '' || path === '..' ? '.' : path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/') || '.';
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function findStage(build: Build, name: string, before: number): Stage | undefined {
  for (let i = before - 1; i >= 0; i--) if (build.stages[i]!.name === name) return build.stages[i];
  return /^\d+$/.test(name) && Number(name) < before ? build.stages[Number(name)] : undefined;
}

/** The working directory when an instruction starts, followed through variables and base images whose value is not known. */
export function directoryAt(build: Build, index: number): Place {
  return directoriesOf(build)[index] ?? BASE_DIRECTORY;
}

/** What is known of the working directory at some place of a stage. */
interface Workdir {
  /** As the WORKDIRs above say, one after the other. */
  followed: Place;
  /** Whether one of them gives an absolute path, so that the base image's own does not matter. */
  absolute: boolean;
}

/** By the index of the instruction; nothing above the first FROM. */
const directoriesOf = oncePerBuild((build): readonly Place[] => {
  const { states, stages, instructions } = build;
  const directories: Place[] = new Array(instructions.length);
  const ends: Workdir[] = [];
  for (const stage of stages) {
    const end = stage.parent && ends[stage.parent.index];
    const workdir: Workdir = {
      followed: end?.followed ?? readPlace(findBaseDirectory(stage.base) ?? '', BASE_DIRECTORY),
      absolute: end?.absolute ?? false,
    };
    let current: Place | undefined;
    const { index: first } = stage.from;
    for (let index = first; index <= first + stage.instructions.length; index++) {
      current ??= resolve(states[index]!, workdir);
      directories[index] = current;
      const instruction = instructions[index]!;
      const word = instruction.keyword === 'WORKDIR' ? instruction.words[0] : undefined;
      if (!word) continue;
      workdir.followed = readPlace(expand(word, states[index]!.scope).value, workdir.followed);
      workdir.absolute ||= /^(?:\/|[A-Za-z]:)/.test(word.value);
      current = undefined;
    }
    ends.push(workdir);
  }
  return directories;
});

function resolve({ workdir, workdirSet }: State, { followed, absolute }: Workdir): Place {
  return workdirSet && workdir !== undefined && absolute ? readPlace(workdir, BASE_DIRECTORY) : followed;
}
