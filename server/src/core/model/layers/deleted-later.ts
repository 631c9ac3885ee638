import type { Span } from '../../text/span';
import type { Build, Stage } from '../build-types';
import { isMountedAt } from '../caches/cache-places';
import type { PackageInstall } from '../installs/install';
import { oncePerBuild } from '../once-per-build';
import { directoryAt } from '../order/copied';
import { placeText } from '../order/places';
import { secretCopies } from '../secrets/secret-copies';
import type { ShellCommand, ShellScript } from '../shell/shell-command';
import { Walk } from '../shell/shell-walk';
import { isShipped } from '../stages/exposure';
import type { RunInstruction } from '../syntax/instruction';
import { type Content, contentOfCommand, contentOfCopy, fetchesLists, isMaker } from './layer-contents';
import { type Aims, addAims, mayRemove, type Removal, readRemovals, removesListsAlone } from './removals';

/** A command that removes what earlier layers of the image hold, and go on holding. */
export interface DeletedLater {
  readonly command: ShellCommand;
  /** The words that name it; the command where it needs no words. */
  readonly at: readonly Span[];
  /** What is removed, for a message, each once. */
  readonly titles: readonly string[];
  /** In file order. */
  readonly contents: readonly Content[];
}

/** What is the same for all RUNs of a file. */
interface Reading {
  readonly build: Build;
  readonly aims: Aims;
  readonly found: DeletedLater[];
}

/** Everything in the image's own layers that a later RUN removes in vain. */
export const deletedLater = oncePerBuild((build: Build): readonly DeletedLater[] => {
  const aims: Aims = { paths: false, packages: false, caches: false };
  let last: RunInstruction | undefined;
  for (const script of build.scripts) {
    const { instruction } = script;
    if (isShipped(build, instruction.stage) && mayRemoveOfOthers(script, aims)) last = instruction;
  }
  if (!last) return [];
  const chain = chainTo(build.stages[last.stage]!);
  if (!hasEarlier(build, chain, last, aims)) return [];
  const reading: Reading = { build, aims, found: [] };
  const { scripts } = build;
  let next = 0;
  let held: readonly Content[] = [];
  for (const stage of chain) {
    for (const instruction of stage.instructions) {
      if (instruction.index > last.index) break;
      if (instruction.keyword === 'RUN') {
        while (next < scripts.length && scripts[next]!.instruction.index < instruction.index) next++;
        const script = scripts[next];
        if (script?.instruction.index === instruction.index && !script.broken) held = followRun(reading, script, held);
      } else if (aims.paths && (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')) {
        held = held.concat(contentOfCopy(build, instruction));
      }
    }
  }
  return reading.found;
});

/**
 * Whether a RUN may remove what it has not made itself, by a first look; adds what its removals are about. Most do no more than to
 * clean up after `apt-get update`.
 */
function mayRemoveOfOthers({ commands, instruction }: ShellScript, aims: Aims): boolean {
  let any = false;
  let holdsLists = false;
  for (const command of commands) {
    if (!mayRemove(command)) continue;
    if (instruction.mounts.length === 0 && fetchesLists(command) && isSure(command)) holdsLists = true;
    if (!addAims(command, aims)) continue;
    if (!(holdsLists && removesListsAlone(command))) any = true;
    holdsLists = false;
  }
  return any;
}

/** Whether anything stands above a RUN, in its chain of stages, whose content it could remove: a first look. */
function hasEarlier(build: Build, chain: readonly Stage[], last: RunInstruction, aims: Aims): boolean {
  for (const { instructions } of aims.paths ? chain : []) {
    for (const { index, keyword } of instructions)
      if (index < last.index && (keyword === 'COPY' || keyword === 'ADD')) return true;
  }
  const stages = chain.map(({ index }) => index);
  for (const { instruction } of build.installs)
    if (instruction.index < last.index && stages.includes(instruction.stage)) return true;
  for (const { instruction, commands } of build.scripts)
    if (instruction.index < last.index && stages.includes(instruction.stage) && commands.some(isMaker)) return true;
  return false;
}

/** The stages that end up in one image, the first one first. */
function chainTo(stage: Stage): Stage[] {
  const chain: Stage[] = [];
  for (let one: Stage | undefined = stage; one; one = one.parent) chain.push(one);
  return chain.reverse();
}

/** Goes through a RUN's commands: what it makes itself it may remove, what it removes of others is found. Gives what is held then. */
function followRun({ build, aims, found }: Reading, script: ShellScript, held: readonly Content[]): readonly Content[] {
  const installs = installsOf(build, script.instruction);
  if (!installs && !script.commands.some(held.length > 0 ? makesOrRemoves : isMaker)) return held;
  const walk = new Walk(build.states[script.instruction.index]!, directoryAt(build, script.instruction.index));
  let own: Content[] = [];
  let earlier = held;
  for (const command of script.commands) {
    walk.enter(command, script.statements[command.statement]);
    if (isSure(command)) {
      const removals = own.length + earlier.length > 0 ? readRemovals(command, walk) : [];
      if (removals.length > 0) {
        const isGone = (content: Content) => removals.some(({ removes }) => removes(content));
        const made = own.filter(isGone);
        // What the RUN made anew is what it removes, though an older layer may hold the same.
        const meant = removals.filter(({ at, removes }) => !made.some(removes) && !isToldAsSecret(build, command, at));
        const contents = earlier.filter(
          (content) => meant.some(({ removes }) => removes(content)) && !isHidden(build, script, content),
        );
        if (contents.length > 0) found.push(describe(command, meant, contents));
        if (made.length > 0) own = own.filter((content) => !made.includes(content));
        earlier = earlier.filter((content) => !isGone(content));
      }
      const install = installs?.find((one) => one.command === command);
      for (const content of contentOfCommand(build, command, install, aims, walk)) own.push(content);
    }
    walk.leave(command);
  }
  return own.length > 0 ? earlier.concat(own) : earlier;
}

function makesOrRemoves(command: ShellCommand): boolean {
  return isMaker(command) || mayRemove(command);
}

/** The installs of a RUN; undefined where it has none. */
function installsOf({ installs }: Build, run: RunInstruction): PackageInstall[] | undefined {
  let found: PackageInstall[] | undefined;
  for (const install of installs) {
    if (install.instruction !== run) continue;
    found ??= [];
    found.push(install);
  }
  return found;
}

/** Whether a mount of the RUN lies over something, so that only the mount's own files are removed. */
function isHidden(build: Build, { instruction }: ShellScript, content: Content): boolean {
  return (
    instruction.mounts.length > 0 &&
    content.kind !== 'packages' &&
    isMountedAt(build, instruction, placeText(content.place))
  );
}

function describe(command: ShellCommand, removals: readonly Removal[], contents: readonly Content[]): DeletedLater {
  const meant = removals.filter(({ removes }) => contents.some(removes));
  const titles = meant.flatMap(
    ({ title, removes }) => title ?? contents.filter(removes).map((content) => content.title),
  );
  return { command, at: meant.map(({ at }) => at), titles: [...new Set(titles)], contents };
}

/** Whether a command runs in every build that succeeds. */
function isSure({ nesting, script, statement, quotedBy }: ShellCommand): boolean {
  if (nesting !== 'top' && nesting !== 'group' && nesting !== 'subshell' && nesting !== 'pipeline') return false;
  if (quotedBy && quotedBy.nesting !== 'top') return false;
  const { before } = script.statements[statement]!;
  const guard = before === '&&' ? script.statements[statement - 1] : undefined;
  return before !== '||' && !(guard?.commands[0]?.name === '[' || guard?.commands[0]?.name === 'test');
}

/** The deletion of a copied secret is a story of its own. */
function isToldAsSecret(build: Build, command: ShellCommand, at: Span): boolean {
  return secretCopies(build).some(({ deletion }) => deletion?.command === command && deletion.word === at);
}
