import { BUILDERS, type Compiler, readOutput } from '../../knowledge/build-outputs';
import type { Build, Stage } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import { directoryAt, readCopied } from '../order/copied';
import { type Place, placeIn, ROOT, readPlace, relate } from '../order/places';
import { commandsNamed } from '../shell/named-commands';
import type { ShellCommand, ShellScript } from '../shell/shell-command';
import { Walk } from '../shell/shell-walk';
import type { CopyInstruction, Word } from '../syntax/instruction';

/** What a command of a stage builds. */
export interface BuiltOutput {
  readonly command: ShellCommand;
  readonly stage: Stage;
  readonly compiler?: Compiler;
  /** Whether the command says where to; else the place is where its kind puts it. */
  readonly told: boolean;
  /** A file, or a directory with the files in it; what copies of it are made in the stage, too. */
  readonly spots: readonly Spot[];
}

export interface Spot {
  readonly place: Place;
  /** `file`: it is there. `directory`: it is a file in there, of a name that is not known. `tree`: it is all of the directory. */
  readonly kind: 'file' | 'directory' | 'tree';
}

/** Everything that is built by a command that we know, in file order. */
export const builtOutputs = oncePerBuild((build): readonly BuiltOutput[] => {
  const commands = commandsNamed(build, ...BUILDERS);
  if (commands.length === 0) return [];
  const scripts = new Set(commands.map(({ script }) => script));
  return [...scripts].flatMap((script) => outputsOf(build, script));
});

function outputsOf(build: Build, script: ShellScript): BuiltOutput[] {
  const { index, stage: stageIndex } = script.instruction;
  const stage = build.stages[stageIndex];
  if (!stage) return [];
  const found: BuiltOutput[] = [];
  const walk = new Walk(build.states[index]!, directoryAt(build, index));
  for (const command of script.commands) {
    walk.enter(command, script.statements[command.statement]);
    const { name, arguments: words } = command;
    const values = words.map(({ value }) => walk.expand(value));
    const output = name === undefined ? undefined : readOutput(name, values);
    if (output) {
      const { path, tree, compiler } = output;
      const spots: Spot[] =
        path !== undefined
          ? [{ place: walk.place(path), kind: !tree ? 'file' : compiler ? 'directory' : 'tree' }]
          : usualSpots(compiler!, values, walk);
      found.push({
        command,
        stage,
        ...(compiler ? { compiler } : {}),
        told: path !== undefined,
        spots: compiler ? [...spots, ...copiesOf(build, stage, spots, command)] : spots,
      });
    }
    walk.leave(command);
  }
  return found;
}

/** Where a compiler puts what it is not told a place for. */
function usualSpots(compiler: Compiler, words: readonly string[], walk: Walk): Spot[] {
  const inDirectory = (place: Place): Spot[] => [{ place, kind: 'directory' }];
  switch (compiler) {
    case 'go':
      return inDirectory(words.includes('install') ? walk.place('${GOBIN:-/go/bin}') : walk.directory);
    case 'rust': {
      const root = words.indexOf('--root');
      if (words.includes('install')) {
        return inDirectory(
          root === -1
            ? walk.place('${CARGO_HOME:-/usr/local/cargo}/bin')
            : placeIn(walk.place(words[root + 1] ?? ''), 'bin'),
        );
      }
      return inDirectory(walk.place('${CARGO_TARGET_DIR:-target}'));
    }
    case 'swift':
      return inDirectory(placeIn(walk.directory, '.build'));
    case 'c':
      return [{ place: placeIn(walk.directory, 'a.out'), kind: 'file' }];
    default:
      return inDirectory(walk.directory);
  }
}

/** Where later `cp` and `mv` of the stage put a program. */
function copiesOf(build: Build, stage: Stage, spots: readonly Spot[], { start }: ShellCommand): Spot[] {
  const found: Spot[] = [];
  for (const { command, from, to } of moves(build)) {
    if (command.script.instruction.stage !== stage.index || command.start < start) continue;
    for (const place of from) {
      if (![...spots, ...found].some((spot) => holds(place, spot))) continue;
      found.push({ place: to, kind: 'file' }, { place: placeIn(to, place.parts.at(-1) ?? ''), kind: 'file' });
    }
  }
  return found;
}

interface Move {
  readonly command: ShellCommand;
  readonly from: readonly Place[];
  readonly to: Place;
}

/** What commands copy from where to where. */
const moves = oncePerBuild((build): readonly Move[] => {
  const found: Move[] = [];
  const scripts = new Set(commandsNamed(build, 'cp', 'mv', 'install').map(({ script }) => script));
  for (const script of scripts) {
    const { index } = script.instruction;
    const walk = new Walk(build.states[index]!, directoryAt(build, index));
    for (const command of script.commands) {
      walk.enter(command, script.statements[command.statement]);
      if (MOVERS.has(command.name ?? '')) {
        const places = command.arguments
          .filter(({ value }) => !value.startsWith('-'))
          .map(({ value }) => walk.place(value));
        const to = places.pop();
        if (to && places.length > 0) found.push({ command, from: places, to });
      }
      walk.leave(command);
    }
  }
  return found;
});

const MOVERS = new Set(['cp', 'mv', 'install']);

/** Whether what lies at a place is, or has in it, what is built. */
export function holds(source: Place, { place, kind }: Spot): boolean {
  const relation = relate(source, place);
  if (relation === 'same' || relation === 'around') return true;
  if (relation !== 'inside' || kind === 'file') return false;
  if (kind === 'tree') return true;
  const name = source.parts.at(-1)!;
  const depth = source.parts.length - place.parts.length;
  // Programs have no ending. Cargo and Swift have a directory for each profile.
  if (/\.\w*[a-z]\w*$/.test(name)) return false;
  return depth === 1 || source.parts.slice(place.parts.length).some((part) => part === 'release' || part === 'debug');
}

/** A source of a COPY as a place in the stage that it is taken from. */
export function sourcePlaces(build: Build, copy: CopyInstruction): { readonly word: Word; readonly place: Place }[] {
  const items = readCopied(build, copy)?.items ?? [];
  return items.map(({ word, source }) => ({ word, place: source === '.' ? ROOT : readPlace(`/${source}`, ROOT) }));
}
