import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { findManager } from '../installs/installs';
import { mapPerBuild, oncePerBuild } from '../once-per-build';
import { directoryAt } from '../order/copied';
import { placeText } from '../order/places';
import { commandsNamed } from '../shell/named-commands';
import type { ShellCommand } from '../shell/shell-command';
import type { Instruction, RunInstruction } from '../syntax/instruction';
import { isAround, isBasedOn, isMountedAt, readPath } from './cache-places';

/**
 * A later instruction, of the RUN's stage or one FROM it, that uses what the RUN leaves in a directory: by its path, however that
 * is written, by a directory around it, or from inside it. It would find nothing there if the RUN had a mount.
 */
export function findLaterUse(build: Build, run: RunInstruction, target: string): Instruction | undefined {
  const tail = tailOf(target);
  const named = isInText(build, tail) ? new RegExp(`(?<![\\w.-])${escaped(tail)}(?![\\w.-])`) : undefined;
  /** The working directory, until the next WORKDIR. */
  let directory: string | undefined;
  for (let index = run.index + 1; index < build.instructions.length; index++) {
    const instruction = build.instructions[index]!;
    const { keyword, stage } = instruction;
    if (keyword === 'WORKDIR' || keyword === 'FROM') directory = undefined;
    if (!isReading(keyword) || !isBasedOn(build, stage, run.stage)) continue;
    if (keyword === 'RUN') {
      if (isMountedAt(build, instruction, target)) continue;
      directory ??= placeText(directoryAt(build, index));
      if (isAround(target, directory)) return instruction;
    }
    if (named?.test(build.source.text.slice(instruction.start, instruction.end))) {
      if (!isRemoval(build, instruction, named)) return instruction;
    } else if (keyword === 'RUN') {
      for (const command of carriersOf(build)) {
        if (command.script.instruction === instruction && takesAround(build, command, target)) return instruction;
      }
    }
  }
  return undefined;
}

const inTextOf = mapPerBuild<string, boolean>();

/** Whether a name, of a directory where some cache is, stands anywhere in the file: asked for every step that fills the cache. */
export function isInText(build: Build, name: string): boolean {
  const known = inTextOf(build);
  let found = known.get(name);
  if (found === undefined) {
    found = build.source.text.includes(name);
    known.set(name, found);
  }
  return found;
}

/** The commands that take directories with all that is in them elsewhere. */
const carriersOf = oncePerBuild((build) => commandsNamed(build, 'cp', 'mv', 'rsync', 'tar', 'zip'));

/** Whether an instruction can name what is read in the build, or when the container runs. */
function isReading(keyword: Instruction['keyword']): boolean {
  switch (keyword) {
    case 'CMD':
    case 'ENTRYPOINT':
    case 'ENV':
    case 'HEALTHCHECK':
    case 'RUN':
      return true;
    default:
      return false;
  }
}

/** The end of a path that tells it however its beginning is written: `.m2`, `pkg/mod`. */
function tailOf(target: string): string {
  const parts = target.split('/');
  const last = parts.at(-1)!;
  return last.startsWith('.') ? last : parts.slice(-2).join('/');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function commandsOf({ commands }: Build, run: RunInstruction): readonly ShellCommand[] {
  return commands.filter(({ script }) => script.instruction === run);
}

/** Whether a RUN names the directory only to remove it. */
function isRemoval(build: Build, instruction: Instruction, named: RegExp): boolean {
  if (instruction.keyword !== 'RUN' || instruction.heredocs.length > 0) return false;
  const commands = commandsOf(build, instruction).filter(({ words }) => words.some(({ text }) => named.test(text)));
  const mentions = commands.flatMap(({ words }) => words.filter(({ text }) => named.test(text)));
  const text = build.source.text.slice(instruction.start, instruction.end);
  const all = text.match(new RegExp(named, 'g')) ?? [];
  return (
    all.length === mentions.length &&
    commands.every(
      ({ name, arguments: words }) => name === 'rm' && words.some(({ value }) => /^-[a-zA-Z]*f|^--force$/.test(value)),
    )
  );
}

/** Whether such a command takes a directory. */
function takesAround(build: Build, command: ShellCommand, target: string): boolean {
  return command.arguments.some((word) => {
    const path = word.value.startsWith('-') ? undefined : readPath(build, command, word);
    return path !== undefined && path !== '/' && isAround(path.replace(/\/[*.]*$/, '') || path, target);
  });
}

/** A later RUN that needs what an install downloads, and could not download it if the mount were empty by then; a sentence. */
export function findNeedy(build: Build, { manager, instruction: own }: PackageInstall): string | undefined {
  const { alsoReads } = manager;
  if (!alsoReads) return undefined;
  const needy = build.commands.find((command) => {
    const run = command.script.instruction;
    if (run.index <= own.index || !isBasedOn(build, run.stage, own.stage)) return false;
    const call = findManager(command);
    if (call?.manager !== manager || build.installs.some((install) => install.command === command)) return false;
    return alsoReads.test(call.words[0]?.value ?? '-') && !call.words.some(({ value }) => RESTORES.test(value));
  });
  return (
    needy &&
    `Line ${lineAt(build.source, needy.start) + 1} needs what this step downloads, and a mount may be empty by then.`
  );
}

/** `dotnet msbuild -restore`. */
const RESTORES = /^[-/]{1,2}(?:r|restore)$|^[-/]{1,2}t(?:arget)?:restore\b/i;
