import { maySlowDown } from '../../knowledge/commands';
import { isSteady, mayServeInstall, SYSTEM_INSTALL_INPUTS } from '../../knowledge/steady-files';
import type { Build, Stage } from '../build-types';
import { isManifest } from '../installs/manifest-names';
import { needsMoreThanManifests } from '../installs/manifest-needs';
import { type CommandFacts, type RunFacts, type Runs, runsOf, slowest } from '../multi-stage/runs';
import { oncePerBuild } from '../once-per-build';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { CopyInstruction, Instruction, RunInstruction } from '../syntax/instruction';
import { type Copied, type CopiedItem, readCopied } from './copied';
import { hits, type Located } from './located';
import { isRunByName } from './named-uses';
import { globMatches, isIn, type Place, placeIn, placeText, ROOT, readDirectories, readPlace, relate } from './places';
import { type Use, useOf } from './uses';

/** A slow RUN that runs again whenever what a COPY brings changes, though it has no use for the change. */
export interface Victim {
  readonly run: RunInstruction;
  /** Whether a step between the COPY and this one needs what was copied. */
  readonly afterUse: boolean;
  /** Its slow command. */
  readonly command: CommandFacts;
  readonly use: Use;
}

/**
 * A COPY or ADD that stands too early.
 * - `manifest`: the RUN installs what a manifest says, and gets the manifest with all the sources;
 * - `system`: the RUN installs packages of the operating system;
 * - `step`: another slow RUN.
 */
export interface Misplaced {
  readonly copied: Copied;
  /** The sources that are not needed so early: all of the instruction's, or some. */
  readonly items: readonly CopiedItem[];
  readonly kind: 'manifest' | 'system' | 'step';
  /** In file order; the first is the one to speak of. */
  readonly victims: readonly [Victim, ...Victim[]];
}

/** Where a file or directory of the context lies, and the index of the instruction that put it there. */
export interface ContextPlace extends Located {
  readonly index: number;
}

/** What the search for misplaced COPYs has read, for those who work out how to move them. */
export interface CacheOrder {
  readonly runs: Runs;
  readonly misplaced: readonly Misplaced[];
  copied(copy: CopyInstruction): Copied | undefined;
  /** What every COPY and ADD of the file puts where. */
  copies(): Iterable<Copied>;
  /** Where COPYs above a RUN, in its chain of stages, put files of the context. */
  placesAbove(run: RunInstruction): readonly ContextPlace[];
  /** Whether a RUN runs a script or program that a COPY other than `except` brought: it may read whatever was copied. */
  runsCopied(run: RunInstruction, except?: CopyInstruction): boolean;
}

/** The COPYs that stand too early, judged by what the RUNs below them need. */
export const readCacheOrder = oncePerBuild((build): CacheOrder => new OrderReader(build));

interface Verdict {
  readonly kind: Misplaced['kind'];
  readonly victims: readonly [Victim, ...Victim[]];
}

/** What has been found out about an item on the way down from its COPY. */
interface Trail {
  readonly copied: Copied;
  readonly item: CopiedItem;
  readonly steps: SlowSteps;
  readonly victims: Victim[];
  readonly manifestVictims: Victim[];
}

/** From the worst to the least. */
const KINDS: readonly Misplaced['kind'][] = ['manifest', 'system', 'step'];

class OrderReader implements CacheOrder {
  readonly #build: Build;
  readonly runs: Runs;
  /** By the index of a RUN: what `placesAbove` says of it. */
  readonly #places: (readonly ContextPlace[])[] = [];
  /** By the index of a RUN: the COPYs that brought what it runs. */
  readonly #scripts: (readonly number[])[] = [];
  #misplaced: readonly Misplaced[] | undefined;

  constructor(build: Build) {
    this.#build = build;
    this.runs = runsOf(build);
  }

  get misplaced(): readonly Misplaced[] {
    this.#misplaced ??= withoutEchoes(this.#findMisplaced());
    return this.#misplaced;
  }

  copied(copy: CopyInstruction): Copied | undefined {
    return readCopied(this.#build, copy);
  }

  copies(): Copied[] {
    const found: Copied[] = [];
    for (const instruction of this.#build.instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const copied = this.copied(instruction);
      if (copied) found.push(copied);
    }
    return found;
  }

  placesAbove(run: RunInstruction): readonly ContextPlace[] {
    let places = this.#places[run.index];
    if (!places) {
      const found: ContextPlace[] = [];
      for (const instruction of chainOf(this.#build.stages[run.stage])) {
        if (instruction.index >= run.index) break;
        if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
        const copied = this.copied(instruction);
        if (copied?.origin !== 'context') continue;
        for (const { place, tree } of copied.items) found.push({ place, tree, index: instruction.index });
      }
      this.#places[run.index] = found;
      places = found;
    }
    return places;
  }

  runsCopied(run: RunInstruction, except?: CopyInstruction): boolean {
    let indices = this.#scripts[run.index];
    if (!indices) {
      indices = this.#findScripts(run);
      this.#scripts[run.index] = indices;
    }
    for (const index of indices) if (index !== except?.index) return true;
    return false;
  }

  #findScripts(run: RunInstruction): readonly number[] {
    const facts = this.runs.facts(run);
    const found: number[] = [];
    if (!facts) return found;
    for (const place of this.placesAbove(run)) {
      if (!found.includes(place.index) && isAnyRun(place, facts)) found.push(place.index);
    }
    return found;
  }

  #findMisplaced(): Misplaced[] {
    const found: Misplaced[] = [];
    let steps: SlowSteps | undefined;
    for (const instruction of this.#build.instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const stage = this.#build.stages[instruction.stage];
      // On an empty base the first files are the system that everything runs on.
      if (!stage || stage.root === 'scratch') continue;
      steps ??= new SlowSteps(this.#build, instruction.index);
      if (!steps.areBelow(stage, instruction.index)) continue;
      const copied = this.copied(instruction);
      const misplaced = copied && this.#judge(copied, stage, steps);
      if (misplaced) found.push(misplaced);
    }
    return found;
  }

  #judge(copied: Copied, stage: Stage, steps: SlowSteps): Misplaced | undefined {
    const judged: { item: CopiedItem; verdict: Verdict }[] = [];
    for (const item of copied.items) {
      if (!this.#changes(copied, item)) continue;
      const verdict = this.#judgeItem(copied, item, stage, steps);
      if (verdict) judged.push({ item, verdict });
    }
    if (judged.length === 0) return undefined;
    const worst = KINDS.map((kind) => judged.find(({ verdict }) => verdict.kind === kind)).find((one) => one)!;
    const { kind, victims } = worst.verdict;
    const same = judged.filter(({ verdict }) => verdict.kind === kind && verdict.victims[0].run === victims[0].run);
    return { copied, items: same.map(({ item }) => item), kind, victims };
  }

  #judgeItem(copied: Copied, item: CopiedItem, stage: Stage, steps: SlowSteps): Verdict | undefined {
    const trail: Trail = { copied, item, steps, victims: [], manifestVictims: [] };
    this.#follow(trail, stage, copied.instruction.index, [item], false);
    const { victims, manifestVictims } = trail;
    if (isSome(manifestVictims)) return { kind: 'manifest', victims: manifestVictims };
    const system = victims.find(({ command }) => command.cost === 'system');
    if (system) return { kind: 'system', victims: [system, ...victims.filter((victim) => victim !== system)] };
    if (!isSome(victims) || isIn(item.place, SYSTEM_INPUTS) || isManifest(lastPart(item.source))) return undefined;
    return isSteady(nameOf(item)) ? undefined : { kind: 'step', victims };
  }

  /**
   * Goes through the RUNs behind `index` in a stage, and on into the stages built on it.
   * @param located where the item lies by now: `mv` and `cp` add places
   * @param built whether something was made with it that later builds may need
   */
  #follow(trail: Trail, stage: Stage, index: number, located: readonly Located[], built: boolean): void {
    const { copied, item, steps, victims, manifestVictims } = trail;
    const last = steps.lastOf(stage);
    const children = steps.childrenOf(stage);
    let at = located;
    let isBuilt = built;
    for (const instruction of stage.instructions) {
      if (instruction.index <= index || instruction.keyword !== 'RUN') continue;
      if (instruction.index > last && children.length === 0) break;
      const run = this.runs.facts(instruction);
      if (!run || run.opaque || this.runsCopied(instruction, copied.instruction)) return;
      const use = useOf(item, at, run, this.placesAbove(instruction));
      at = use.located;
      if (use.manifest && !bindsDirectory(run, use.manifest)) {
        const kind = this.#judgeManifest(trail, use, use.manifest, instruction);
        if (!kind) {
          isBuilt = true;
          continue;
        }
        const victim = { run: instruction, afterUse: isBuilt, command: use.manifest, use };
        (kind === 'manifest' ? manifestVictims : victims).push(victim);
        return;
      }
      if (use.opaque) return;
      if (use.used || use.manifest) {
        isBuilt = true;
        continue;
      }
      const command = slowest(run);
      if (!command || (isBuilt && command.cost === 'compile')) continue;
      victims.push({ run: instruction, afterUse: isBuilt, command, use });
    }
    for (const child of children) this.#follow(trail, child, -1, at, isBuilt);
  }

  /** What an installation from a manifest in the item is a case of; nothing where the order is right. */
  #judgeManifest(
    { copied, item }: Trail,
    use: Use,
    command: CommandFacts,
    run: RunInstruction,
  ): 'manifest' | 'step' | undefined {
    if (item.archive || use.usedBeforeManifest || this.#installedBefore(copied.instruction, command)) return undefined;
    if (this.#needsSources(item, command) || this.#holdsManifestsOnly(item, copied)) return undefined;
    if (item.whole) return 'manifest';
    // A directory beside manifests that were named one by one is not where the manifest comes from.
    if (!this.#isNamedAbove(command, run)) return 'manifest';
    return mayServeInstall(nameOf(item)) ? undefined : 'step';
  }

  /** Whether nothing but manifests, as far as the context is known, lies in what is copied. */
  #holdsManifestsOnly({ source }: CopiedItem, { origin }: Copied): boolean {
    const files = origin === 'context' ? this.#build.context?.files : undefined;
    if (!files || /[*?[]/.test(source)) return false;
    const inside = source === '.' ? files : files.filter((file) => file.startsWith(`${source}/`));
    return inside.length > 0 && inside.every((file) => isManifest(lastPart(file)) || IGNORABLE.test(file));
  }

  /** Whether a COPY above the RUN gives the manifest by its name. */
  #isNamedAbove({ install, directory, mentions }: CommandFacts, run: RunInstruction): boolean {
    const named = mentions.filter(({ word }) => install?.manifestWords.includes(word)).map(({ place }) => place);
    for (const copied of this.copies()) {
      if (copied.instruction.index >= run.index || copied.instruction.stage !== run.stage) continue;
      for (const { place, tree } of copied.items) {
        if (tree) continue;
        const name = place.parts.at(-1)!;
        const isThis = named.some((one) => relate(one, place) === 'same');
        const isMain = install?.manager.manifests.some(
          ({ pattern, role }) => role === 'manifest' && (globMatches(name, pattern) || globMatches(pattern, name)),
        );
        if (isThis || (named.length === 0 && isMain && relate(placeIn(directory, name), place) === 'same')) return true;
      }
    }
    return false;
  }

  /** Whether the same installation ran above the COPY already, with the manifest alone. */
  #installedBefore(copy: CopyInstruction, { install, directory }: CommandFacts): boolean {
    const at = placeText(directory);
    return chainOf(this.#build.stages[copy.stage]).some(
      (instruction) =>
        instruction.keyword === 'RUN' &&
        instruction.index < copy.index &&
        this.runs
          .facts(instruction)
          ?.commands.some(
            (before) =>
              before.separable && before.install?.manager === install?.manager && placeText(before.directory) === at,
          ),
    );
  }

  /** Whether the manifest itself says that the installation runs scripts of the project or takes local packages. */
  #needsSources(item: CopiedItem, { install, directory, mentions }: CommandFacts): boolean {
    const { context } = this.#build;
    if (!context || !install) return false;
    const inside = (place: Place) => {
      const relation = relate(place, item.place);
      if (relation !== 'same' && relation !== 'inside') return undefined;
      return [...(item.source === '.' ? [] : [item.source]), ...place.parts.slice(item.place.parts.length)].join('/');
    };
    const files = mentions.flatMap(({ place, word }) =>
      install.manifestWords.includes(word) ? (inside(place) ?? []) : [],
    );
    return needsMoreThanManifests(context, install.manager, inside(directory) || '.', files, install.flags);
  }

  /** Whether an item comes, over whatever stages, from the build context. */
  #changes({ origin, stage }: Copied, item: CopiedItem): boolean {
    if (origin === 'context') return true;
    return origin === 'stage' && stage !== undefined && this.#comesFromContext(stage, readPlace(item.source, ROOT));
  }

  /** Whether what lies at a place at the end of a stage is copied from the context or made of such files. */
  #comesFromContext(stage: Stage, place: Place): boolean {
    const brought: Located[] = [];
    for (const instruction of chainOf(stage)) {
      if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
        const copied = this.copied(instruction);
        if (!copied) continue;
        if (copied.origin === 'context') brought.push(...copied.items);
        for (const item of copied.items) {
          const relation = relate(place, item.place);
          const meets = relation === 'same' || relation === 'around' || (relation === 'inside' && item.tree);
          if (meets && this.#changes(copied, item)) return true;
        }
      } else if (instruction.keyword === 'RUN' && brought.length > 0) {
        const facts = this.runs.facts(instruction);
        if (!facts || facts.opaque) return true;
        if (facts.commands.some((command) => makes(command, place) || worksBeside(command, place, brought)))
          return true;
      }
    }
    return false;
  }
}

const NO_STAGES: readonly Stage[] = [];

/** Where the RUNs are that may be slow, behind the first COPY, and which stages are built on which. */
class SlowSteps {
  /** By stage index: the index of its last RUN that may be slow; that of the COPY where there is none behind it. */
  readonly #last: number[];
  /** By stage index; nothing where no stage is built on another. */
  readonly #children: Stage[][] = [];

  constructor({ stages, scripts, installs }: Build, first: number) {
    const last: number[] = new Array(stages.length).fill(first);
    for (const { instruction } of installs) {
      if (instruction.index > last[instruction.stage]!) last[instruction.stage] = instruction.index;
    }
    // From the end, so that no script is looked at above a slow one.
    for (let at = scripts.length - 1; at >= 0; at--) {
      const { instruction, broken, commands } = scripts[at]!;
      if (instruction.index > last[instruction.stage]! && (broken || commands.some(maySlow))) {
        last[instruction.stage] = instruction.index;
      }
    }
    for (const stage of stages) {
      if (!stage.parent) continue;
      this.#children[stage.parent.index] ??= [];
      this.#children[stage.parent.index]!.push(stage);
    }
    this.#last = last;
  }

  lastOf({ index }: Stage): number {
    return this.#last[index]!;
  }

  childrenOf({ index }: Stage): readonly Stage[] {
    return this.#children[index] ?? NO_STAGES;
  }

  /** Whether there is one behind an instruction, in its stage or in one that is built on it. */
  areBelow(stage: Stage, index: number): boolean {
    return this.lastOf(stage) > index || this.childrenOf(stage).some((child) => this.areBelow(child, index));
  }
}

function isSome<One>(list: readonly One[]): list is readonly [One, ...One[]] {
  return list.length > 0;
}

/** Whether a place lies below the directory in which a command works with files of the context. */
function worksBeside({ directory }: CommandFacts, place: Place, brought: readonly Located[]): boolean {
  const below = relate(place, directory);
  if (below !== 'same' && below !== 'inside' && below !== 'unknown') return false;
  return brought.some((item) => relate(directory, item.place) !== 'apart');
}

/**
 * Where steps need several COPYs one after the other and then a victim follows, the victim is what stands wrong: it is told once,
 * at the COPY nearest to it.
 */
function withoutEchoes(misplaced: readonly Misplaced[]): Misplaced[] {
  return misplaced.filter(
    (one, index) =>
      !one.victims[0].afterUse ||
      !misplaced.some((other, at) => at > index && other.victims[0].run === one.victims[0].run),
  );
}

/** Whether a command may put bytes of its own at a place; `touch` and `chmod` give it none. */
function makes({ mentions, knowledge, command }: CommandFacts, place: Place): boolean {
  return mentions.some((mention) => {
    const relation = relate(mention.place, place);
    if (relation !== 'same' && relation !== 'inside') return false;
    return knowledge?.deed !== 'touches' || command.redirects.some(({ target }) => target === mention.word);
  });
}

/** The instructions of a stage and of those it is built on, in order. */
function chainOf(stage: Stage | undefined): readonly Instruction[] {
  if (!stage?.parent) return stage?.instructions ?? [];
  return [...chainOf(stage.parent), ...stage.instructions];
}

/** The quick question before the thorough one, which is asked of few RUNs only. */
function maySlow({ name, arguments: words }: ShellCommand): boolean {
  return name !== undefined && (maySlowDown(name) || words.some(isSlowWord));
}

function isSlowWord({ value }: ShellWord): boolean {
  return value.length >= 7 && /install|download/i.test(value);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function nameOf({ source, place, tree }: CopiedItem): string {
  return lastPart(tree ? source : (place.parts.at(-1) ?? source));
}

/** Whether a RUN runs something of the project, which may read whatever was copied. */
function isAnyRun(at: Located, { commands }: RunFacts): boolean {
  for (const command of commands) {
    if (isRunByName(at, command)) return true;
    if (command.program && hits(relate(command.program, at.place), at)) return true;
  }
  return false;
}

/** Files of a context that no build looks at. */
const IGNORABLE =
  /(?:^|\/)(?:Dockerfile|Containerfile|\.dockerignore|\.gitignore|\.gitattributes|README|LICENSE|compose)[^/]*$/i;

const SYSTEM_INPUTS = readDirectories(SYSTEM_INSTALL_INPUTS);

/** Whether the RUN mounts the context, or the manifests of it, where the installation looks for them. */
function bindsDirectory({ instruction }: RunFacts, { directory }: CommandFacts): boolean {
  return instruction.mounts.some(({ type, from, target }) => {
    if (type !== 'bind' || from !== undefined || target === undefined) return false;
    const relation = relate(readPlace(target, directory), directory);
    return relation === 'same' || relation === 'inside' || relation === 'around';
  });
}
