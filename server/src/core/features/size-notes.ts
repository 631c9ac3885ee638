import type { Build } from '../model/build-types';
import { findCleanups, scriptOf } from '../model/caches/cache-cleanups';
import { findUnmounted } from '../model/caches/cache-targets';
import { directoryAt, readCopied } from '../model/order/copied';
import { type Place, placeText, readPlace, relate } from '../model/order/places';
import type { ShellCommand, ShellScript } from '../model/shell/shell-command';
import type { CopyInstruction, Instruction, RunInstruction } from '../model/syntax/instruction';
import { lineAt } from '../text/source';

/**
 * What is notable about the size of an instruction's layer, one sentence each: downloads left behind, files that a later layer
 * deletes in vain, files that a chown stores twice. Empty when nothing is.
 */
export function sizeNotes(build: Build, instruction: Instruction): string[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') return copyNotes(build, instruction);
  const script = instruction.keyword === 'RUN' ? scriptOf(build, instruction) : undefined;
  if (instruction.keyword !== 'RUN' || !script) return [];
  return [
    ...aptLists(instruction, script),
    ...leftBehind(build, instruction, script),
    ...deletedLater(build, instruction, madeBy(build, script)),
    ...deletedInVain(build, instruction, script),
    ...storedTwice(build, instruction, script),
  ];
}

/** 1-based, as editors show it. */
function lineOf(build: Build, { start }: Instruction): number {
  return lineAt(build.source, start) + 1;
}

function copyNotes(build: Build, copy: CopyInstruction): string[] {
  const copied = readCopied(build, copy);
  if (!copied) return [];
  const notes = copied.items.some(({ whole }) => whole)
    ? ['Everything in the build context that `.dockerignore` does not take out is in this layer.']
    : [];
  const places = copied.items.map(({ place }) => place);
  return [...notes, ...deletedLater(build, copy, places), ...changedLater(build, copy, places)];
}

/** Caches of package managers that this RUN fills and neither empties, bypasses nor mounts. */
function leftBehind(build: Build, run: RunInstruction, script: ShellScript): string[] {
  const left = new Set<string>();
  for (const install of build.installs) {
    if (install.instruction !== run || install.manager.commands.some((name) => APT.has(name))) continue;
    const targets = findUnmounted(build, install).flatMap((place) =>
      place.cache.holdsArtefacts ? [] : (place.targets ?? []),
    );
    if (targets.length > 0 && findCleanups(build, script, targets).length === 0) left.add(install.manager.title);
  }
  return [...left].map((title) => `${title}'s download cache stays in this layer.`);
}

/** Debian's and Ubuntu's images delete apt's archives by themselves: what stays of it is the lists. */
const APT = new Set(['apt-get', 'apt']);
const APT_LISTS = '/var/lib/apt/lists';

/** What `apt-get update` downloads and the same RUN does not remove. */
function aptLists(run: RunInstruction, { commands }: ShellScript): string[] {
  const updates = commands.some(
    ({ name, arguments: words }) =>
      name !== undefined && APT.has(name) && words.some(({ value }) => value === 'update'),
  );
  const removes = commands.some(
    ({ name, arguments: words }) =>
      name === 'rm' && words.some(({ value }) => covers(value.replace(/\/?\*?$/, ''), APT_LISTS)),
  );
  const mounted = run.mounts.some(
    ({ type, target }) => (type === 'cache' || type === 'tmpfs') && covers(target, APT_LISTS),
  );
  if (!updates || removes || mounted) return [];
  return ["apt's package lists stay in this layer: nothing in this RUN removes `/var/lib/apt/lists`."];
}

/** Whether a directory is, or holds, a path. */
function covers(directory: string | undefined, path: string): boolean {
  return directory !== undefined && `${path}/`.startsWith(`${directory.replace(/\/$/, '')}/`);
}

/** Files that a script writes, where its commands name them. */
function madeBy(build: Build, script: ShellScript): Place[] {
  const directory = directoryOf(build, script);
  const found: Place[] = [];
  for (const command of script.commands) {
    const here = command.nesting === 'top' || command.nesting === 'pipeline' ? directory : undefined;
    const path = downloadTarget(command);
    if (path?.literal && (here || path.value.startsWith('/'))) found.push(readPlace(path.value, here ?? directory!));
  }
  return found;
}

/** The file that `curl -o` or `wget -O` writes. */
function downloadTarget(command: ShellCommand): ShellCommand['arguments'][number] | undefined {
  const flags =
    command.name === 'curl' ? ['-o', '--output'] : command.name === 'wget' ? ['-O', '--output-document'] : [];
  const at = command.arguments.findIndex(({ value }) => flags.includes(value));
  return at === -1 ? undefined : command.arguments[at + 1];
}

/** Where relative paths of a script lead, or undefined when a `cd` in it makes that uncertain. */
function directoryOf(build: Build, script: ShellScript): Place | undefined {
  const moves = script.commands.some(({ name }) => name === 'cd' || name === 'pushd');
  return moves ? undefined : directoryAt(build, script.instruction.index);
}

/** Later RUNs of the same stage that remove some of these places. */
function deletedLater(build: Build, by: Instruction, places: readonly Place[]): string[] {
  if (places.length === 0) return [];
  for (const script of build.scripts) {
    if (script.instruction.stage !== by.stage || script.instruction.index <= by.index) continue;
    const gone = removedBy(build, script).find((removed) => places.some((place) => takes(removed, place)));
    if (gone)
      return [
        `Line ${lineOf(build, script.instruction)} deletes \`${placeText(gone)}\`, yet its bytes stay in this layer.`,
      ];
  }
  return [];
}

/** What this RUN removes that an earlier layer of the stage brought in. */
function deletedInVain(build: Build, run: RunInstruction, script: ShellScript): string[] {
  const removed = removedBy(build, script);
  if (removed.length === 0) return [];
  for (const earlier of build.stages[run.stage]?.instructions ?? []) {
    if (earlier.index >= run.index) break;
    const places = placesOf(build, earlier);
    const gone = removed.find((path) => places.some((place) => takes(path, place)));
    if (gone) {
      return [
        `\`${placeText(gone)}\` comes from line ${lineOf(build, earlier)}: deleting it here does not make the image smaller.`,
      ];
    }
  }
  return [];
}

function placesOf(build: Build, instruction: Instruction): Place[] {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    return (readCopied(build, instruction)?.items ?? []).filter(({ whole }) => !whole).map(({ place }) => place);
  }
  const script = instruction.keyword === 'RUN' ? scriptOf(build, instruction) : undefined;
  return script ? madeBy(build, script) : [];
}

function removedBy(build: Build, script: ShellScript): Place[] {
  const directory = directoryOf(build, script);
  return script.commands
    .filter(({ name }) => name === 'rm')
    .flatMap(({ arguments: words }) => words.filter(({ value, literal }) => literal && !value.startsWith('-')))
    .filter(({ value }) => value.startsWith('/') || directory !== undefined)
    .map(({ value }) => readPlace(value, directory ?? directoryAt(build, script.instruction.index)));
}

/** Whether removing one place removes the other: it is the same, or lies inside. */
function takes(removed: Place, place: Place): boolean {
  const relation = relate(removed, place);
  return relation === 'same' || relation === 'around';
}

const CHANGES_MODE = new Set(['chmod', 'chown', 'chgrp']);

/** A recursive change of owner or mode stores every file that it touches a second time. */
function storedTwice(build: Build, run: RunInstruction, script: ShellScript): string[] {
  for (const earlier of build.stages[run.stage]?.instructions ?? []) {
    if (earlier.index >= run.index) break;
    if (earlier.keyword !== 'COPY' && earlier.keyword !== 'ADD') continue;
    const places = (readCopied(build, earlier)?.items ?? []).map(({ place }) => place);
    const changed = modeChange(build, script, places);
    if (!changed) continue;
    const flag = changed === 'chmod' ? '--chmod' : '--chown';
    return [
      `${changed} stores the files of line ${lineOf(build, earlier)} a second time: \`${earlier.keyword} ${flag}\` does not.`,
    ];
  }
  return [];
}

function changedLater(build: Build, copy: CopyInstruction, places: readonly Place[]): string[] {
  for (const script of build.scripts) {
    if (script.instruction.stage !== copy.stage || script.instruction.index <= copy.index) continue;
    const changed = modeChange(build, script, places);
    if (changed)
      return [
        `Line ${lineOf(build, script.instruction)} changes its owner or mode and so stores these files a second time.`,
      ];
  }
  return [];
}

function modeChange(build: Build, script: ShellScript, places: readonly Place[]): string | undefined {
  const directory = directoryOf(build, script);
  return script.commands.find(({ name, arguments: words }) => {
    if (!name || !CHANGES_MODE.has(name)) return false;
    const recursive = words.some(({ value }) => /^-[a-zA-Z]*R/.test(value) || value === '--recursive');
    const paths = words.filter(({ value }) => !value.startsWith('-')).slice(1);
    return paths.some(({ value, literal }) => {
      if (!literal || (!directory && !value.startsWith('/'))) return false;
      const changed = readPlace(value, directory ?? directoryAt(build, script.instruction.index));
      return places.some((place) => (recursive ? takes(changed, place) : relate(changed, place) === 'same'));
    });
  })?.name;
}
