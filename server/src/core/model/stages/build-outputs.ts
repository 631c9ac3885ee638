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
        spots: [...spots, ...copiesOf(build, stage, spots, command)],
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

/** Where later `cp` and `mv` of the stage put it. */
function copiesOf(build: Build, stage: Stage, spots: readonly Spot[], { start }: ShellCommand): Spot[] {
  const found: Spot[] = [];
  for (const command of commandsNamed(build, 'cp', 'mv', 'install')) {
    const { instruction } = command.script;
    if (instruction.stage !== stage.index || command.start < start) continue;
    const words = command.arguments.filter(({ value }) => !value.startsWith('-'));
    const to = words.at(-1);
    if (words.length < 2 || !to) continue;
    const directory = directoryAt(build, instruction.index);
    const walk = new Walk(build.states[instruction.index]!, directory);
    for (const other of command.script.commands) {
      if (other.start >= command.start) break;
      walk.enter(other, command.script.statements[other.statement]);
      walk.leave(other);
    }
    for (const word of words.slice(0, -1)) {
      const from = walk.place(word.value);
      if (![...spots, ...found].some((spot) => holds(from, spot))) continue;
      const place = walk.place(to.value);
      found.push({ place, kind: 'file' }, { place: placeIn(place, from.parts.at(-1) ?? ''), kind: 'file' });
    }
  }
  return found;
}

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
