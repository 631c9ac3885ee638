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
import type { Instruction, RunInstruction } from '../syntax/instruction';
import { type Content, contentOfCommand, contentOfCopy, isMaker } from './layer-contents';
import { type Aims, addAims, mayRemove, type Removal, readRemovals } from './removals';

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
  readonly installs: ReadonlyMap<ShellCommand, PackageInstall>;
  readonly found: DeletedLater[];
}

/** Everything in the image's own layers that a later RUN removes in vain. */
export const deletedLater = oncePerBuild((build: Build): readonly DeletedLater[] => {
  const aims: Aims = { paths: false, packages: false, caches: false };
  const removing = build.scripts.filter(
    ({ instruction, commands }) => isShipped(build, instruction.stage) && addAllAims(commands, aims),
  );
  const last = removing.at(-1)?.instruction;
  if (!last) return [];
  const installs = new Map(build.installs.map((install) => [install.command, install]));
  if (!hasEarlier(build, last, aims, installs)) return [];
  const scripts = new Map(build.scripts.map((script) => [script.instruction.index, script]));
  const reading: Reading = { build, aims, installs, found: [] };
  let held: Content[] = [];
  for (const stage of chainTo(build.stages[last.stage]!)) {
    for (const instruction of stage.instructions) {
      if (instruction.index > last.index) break;
      if (aims.paths && (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')) {
        held.push(...contentOfCopy(build, instruction));
      }
      const script = instruction.keyword === 'RUN' ? scripts.get(instruction.index) : undefined;
      if (script && !script.broken && isOfInterest(script, installs)) held = followRun(reading, script, held);
    }
  }
  return reading.found;
});

/** Whether anything stands above a RUN, in its chain of stages, whose content it could remove: a first look. */
function hasEarlier(build: Build, last: RunInstruction, aims: Aims, installs: Reading['installs']): boolean {
  const chain = new Set(chainTo(build.stages[last.stage]!).map(({ index }) => index));
  const isEarlier = ({ index, stage }: Instruction) => index < last.index && chain.has(stage);
  if (
    aims.paths &&
    build.instructions.some((one) => isEarlier(one) && (one.keyword === 'COPY' || one.keyword === 'ADD'))
  )
    return true;
  return build.scripts.some((script) => isEarlier(script.instruction) && isOfInterest(script, installs));
}

/** Whether anything in a RUN makes or removes what is followed. */
function isOfInterest({ commands }: ShellScript, installs: Reading['installs']): boolean {
  return commands.some((command) => isMaker(command) || mayRemove(command) || installs.has(command));
}

function addAllAims(commands: readonly ShellCommand[], aims: Aims): boolean {
  let any = false;
  for (const command of commands) if (addAims(command, aims)) any = true;
  return any;
}

/** The stages that end up in one image, the first one first. */
function chainTo(stage: Stage): Stage[] {
  const chain: Stage[] = [];
  for (let one: Stage | undefined = stage; one; one = one.parent) chain.unshift(one);
  return chain;
}

/** Goes through a RUN's commands: what it makes itself it may remove, what it removes of others is found. Gives what is held then. */
function followRun({ build, aims, installs, found }: Reading, script: ShellScript, held: Content[]): Content[] {
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
        own = own.filter((content) => !isGone(content));
        earlier = earlier.filter((content) => !isGone(content));
      }
      own.push(...contentOfCommand(build, command, installs.get(command), aims, walk));
    }
    walk.leave(command);
  }
  return own.length > 0 ? [...earlier, ...own] : earlier;
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
