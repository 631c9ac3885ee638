import { PROGRAM_DIRECTORIES } from '../../knowledge/file-names';
import type { CommandFacts } from '../multi-stage/runs';
import type { CopiedItem } from './copied';
import { type Deed, hits, isBroad, isMade, type Located, stronger } from './located';
import type { Mention } from './mentions';
import { isIn, type Place, readDirectories, relate } from './places';

const PROGRAMS = readDirectories(PROGRAM_DIRECTORIES);

/** Commands that reach everything below a directory that they name. */
const RECURSIVE = new Set(['chmod', 'chown', 'chgrp', 'chcon', 'setfacl', 'restorecon', 'rm', 'mv']);

/** `chown -R app /`, `rm -rf /opt`: these reach everything, however broad the directory. */
function isRecursive({ command }: CommandFacts): boolean {
  if (command.name === 'mv') return true;
  if (!RECURSIVE.has(command.name ?? '')) return false;
  return command.arguments.some(({ value }) => /^-[a-zA-Z]*[rR]|^--recursive$/.test(value));
}

/** By the program that runs and the paths on the command line. */
export function deedByName(item: CopiedItem, at: Located, command: CommandFacts): Deed {
  const { program } = command;
  if (program && !(at.tree && isMade(program, command))) {
    const relation = relate(program, at.place);
    // A tool of the project under a known name (`./gradlew`, `venv/bin/pip`) does what tools of that name do.
    const isKnown = at.tree && (command.knowledge !== undefined || command.install !== undefined);
    if (hits(relation, at) || relation === 'around') {
      if (!isKnown || command.knowledge?.deed === 'runs') return 'opaque';
      if (!command.separable) return 'used';
    }
  }
  if (isRunByName(at, command) || isPartOfProgram(at, command)) return 'opaque';
  let deed: Deed = 'unused';
  for (const mention of command.mentions) {
    if (at.tree && isMade(mention.place, command)) continue;
    // Everything below / or GOPATH is no particular Go package.
    if (command.command.name === 'go' && at.tree && at.place.parts.length < 3 && !command.install?.fromManifest)
      continue;
    const relation = relate(mention.place, at.place);
    if (hits(relation, at)) deed = stronger(deed, deedOnHit(item, at, command, mention));
    else if (relation === 'around' && (!isBroad(mention.place) || isRecursive(command))) {
      deed = stronger(deed, deedAround(command, mention));
    }
  }
  return deed;
}

function deedOnHit(
  item: CopiedItem,
  at: Located,
  { knowledge, install, separable, command }: CommandFacts,
  mention: Mention,
): Deed {
  if (install?.manifestWords.includes(mention.word)) {
    // `COPY requirements /src/`: by its name alone it could be a directory, but it is the file itself.
    const isItself = !item.whole && mention.place.parts.at(-1) === item.source.split('/').at(-1);
    return separable && at.tree && !isItself ? 'manifest' : 'used';
  }
  if (command.name === 'cd' || command.name === 'pushd') return at.tree ? 'used' : 'unused';
  if (mention.access === 'write') return 'touched';
  switch (knowledge?.deed) {
    case 'touches':
      return 'touched';
    case 'carries':
      return 'carried';
    case 'configures':
    case 'runs':
    case undefined:
      return 'opaque';
    case 'installs':
      return knowledge?.system ? 'opaque' : 'used';
    default:
      return 'used';
  }
}

/** A directory around it is named: recursive commands reach it. */
function deedAround({ knowledge, command, install }: CommandFacts, mention: Mention): Deed {
  if (install?.manifestWords.includes(mention.word)) return 'used';
  if (install || command.name === 'cd' || command.name === 'pushd') return 'unused';
  if (mention.access === 'write' || knowledge?.deed === 'touches') {
    return RECURSIVE.has(command.name ?? '') ? 'touched' : 'unused';
  }
  switch (knowledge?.deed) {
    case 'carries':
    case 'reads':
    case 'compiles':
    case 'runs':
    case 'configures':
      return 'used';
    case undefined:
      return 'opaque';
    default:
      return 'unused';
  }
}

/** The settings of an application whose own tool runs: `/opt/search/config` and `/opt/search/bin/search-plugin`. */
function isPartOfProgram({ place }: Located, { program, command, knowledge }: CommandFacts): boolean {
  if (program && program.parts[program.parts.length - 2] === 'bin') {
    const home = { root: program.root, parts: program.parts.slice(0, -2) };
    if (!isBroad(home) && relate(place, home) === 'inside') return true;
  }
  const name = command.name ?? '';
  return knowledge?.deed === 'installs' && name.endsWith('-plugin') && place.parts.includes(name.slice(0, -7));
}

/** A program found through PATH: `COPY setup /usr/local/bin/`, then `RUN setup`, with `sudo` or `gosu` in front or not. */
export function isRunByName({ place, tree }: Located, { command, knowledge }: CommandFacts): boolean {
  if (tree) {
    // A directory of programs, or of everything, may hold the command that nothing else explains.
    if (knowledge !== undefined || command.name === undefined) return false;
    return place.parts.length === 0 || isProgramPlace(place);
  }
  const name = place.parts[place.parts.length - 1];
  if (name === undefined || !isProgramPlace(place)) return false;
  for (const { value } of command.words) if (value === name) return true;
  return false;
}

function isProgramPlace(place: Place): boolean {
  const { parts } = place;
  return parts[parts.length - 1] === 'bin' || parts[parts.length - 2] === 'bin' || isIn(place, PROGRAMS);
}
