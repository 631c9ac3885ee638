import { isSteady, mayServeInstall, SYSTEM_INSTALL_INPUTS } from '../knowledge/steady-files';
import type { Build, Stage } from './build-types';
import { type Copied, type CopiedItem, readCopied } from './copied';
import type { CopyInstruction, Instruction, RunInstruction } from './instruction';
import { needsMoreThanManifests } from './manifest-needs';
import { oncePerBuild } from './once-per-build';
import { globMatches, isIn, type Place, placeIn, placeText, ROOT, readPlace, relate } from './places';
import { type CommandFacts, type RunFacts, Runs, slowest } from './runs';
import { isManifest, isRunByName, type Located, type Use, useOf } from './uses';

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
  /** Something between the COPY and its first victim needs it, so that it is the victim that stands in the wrong place. */
  readonly needed: boolean;
  /** In file order; the first is the one to speak of. */
  readonly victims: readonly [Victim, ...Victim[]];
}

/** What the search for misplaced COPYs has read, for those who work out how to move them. */
export interface CacheOrder {
  readonly runs: Runs;
  /** By instruction index. */
  readonly copies: ReadonlyMap<number, Copied>;
  readonly misplaced: readonly Misplaced[];
  /** Where COPYs other than `except`, above a RUN in its chain of stages, put files of the context. */
  placesAbove(run: RunInstruction, except?: CopyInstruction): readonly Located[];
}

/** The COPYs that stand too early, judged by what the RUNs below them need. */
export const readCacheOrder = oncePerBuild((build): CacheOrder => new OrderReader(build).read());

interface Progress {
  /** Where the item lies by now: `mv` and `cp` add places. */
  located: readonly Located[];
  /** Something that was built with it may be what later builds need. */
  built: boolean;
  readonly victims: Victim[];
  readonly manifestVictims: Victim[];
  over: boolean;
}

class OrderReader {
  readonly #build: Build;
  readonly #runs: Runs;
  readonly #copies = new Map<number, Copied>();

  constructor(build: Build) {
    this.#build = build;
    this.#runs = new Runs(build);
  }

  read(): CacheOrder {
    const { instructions } = this.#build;
    for (const instruction of instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const copied = readCopied(this.#build, instruction);
      if (copied) this.#copies.set(instruction.index, copied);
    }
    const misplaced: Misplaced[] = [];
    for (const copied of this.#copies.values()) {
      const found = this.#judge(copied);
      if (found) misplaced.push(found);
    }
    return {
      runs: this.#runs,
      copies: this.#copies,
      misplaced: withoutEchoes(misplaced),
      placesAbove: (run, except) => this.#contextPlaces(run, except),
    };
  }

  #judge(copied: Copied): Misplaced | undefined {
    const stage = this.#build.stages[copied.instruction.stage];
    // On an empty base the first files are the system that everything runs on.
    if (!stage || stage.root === 'scratch' || !this.#hasLaterRun(stage, copied.instruction.index)) return undefined;
    const judged: { item: CopiedItem; kind: Misplaced['kind']; victims: readonly [Victim, ...Victim[]] }[] = [];
    for (const item of copied.items) {
      if (!this.#changes(copied, item)) continue;
      const verdict = this.#judgeItem(copied, item, stage);
      if (verdict) judged.push({ item, ...verdict });
    }
    const first =
      judged.find(({ kind }) => kind === 'manifest') ?? judged.find(({ kind }) => kind === 'system') ?? judged[0];
    if (!first) return undefined;
    const items = judged
      .filter(({ kind, victims }) => kind === first.kind && victims[0].run === first.victims[0].run)
      .map(({ item }) => item);
    return { copied, items, kind: first.kind, needed: first.victims[0].afterUse, victims: first.victims };
  }

  #hasLaterRun(stage: Stage, index: number): boolean {
    return (
      stage.instructions.some((instruction) => instruction.keyword === 'RUN' && instruction.index > index) ||
      this.#childrenOf(stage).some((child) => this.#hasLaterRun(child, index))
    );
  }

  #childrenOf(stage: Stage): Stage[] {
    return this.#build.stages.filter(({ parent }) => parent === stage);
  }

  #judgeItem(
    copied: Copied,
    item: CopiedItem,
    stage: Stage,
  ): { kind: Misplaced['kind']; victims: readonly [Victim, ...Victim[]] } | undefined {
    const start: Progress = {
      located: [{ place: item.place, tree: item.tree }],
      built: false,
      victims: [],
      manifestVictims: [],
      over: false,
    };
    const found: Victim[] = [];
    const foundManifest: Victim[] = [];
    this.#follow(copied, item, stage, copied.instruction.index, start, found, foundManifest);
    const [manifest, ...more] = foundManifest;
    if (manifest) return { kind: 'manifest', victims: [manifest, ...more] };
    const system = found.filter(({ command }) => command.cost === 'system');
    if (system[0]) return { kind: 'system', victims: [system[0], ...found.filter((victim) => victim !== system[0])] };
    if (
      !found[0] ||
      isIn(item.place, SYSTEM_INSTALL_INPUTS) ||
      isManifest(item.source.split('/').at(-1)!) ||
      isSteady(nameOf(item))
    )
      return undefined;
    return { kind: 'step', victims: [found[0], ...found.slice(1)] };
  }

  /** Goes through the RUNs behind `index` in a stage, and on into the stages built on it. */
  #follow(
    copied: Copied,
    item: CopiedItem,
    stage: Stage,
    index: number,
    progress: Progress,
    victims: Victim[],
    manifestVictims: Victim[],
  ): void {
    for (const instruction of stage.instructions) {
      if (instruction.index <= index || instruction.keyword !== 'RUN') continue;
      const run = this.#runs.facts(instruction);
      if (!run || run.opaque) return;
      const others = this.#contextPlaces(instruction, copied.instruction);
      if (runsOneOf(run, others)) return;
      const use = useOf(item, progress.located, run, others);
      progress.located = use.located;
      if (use.manifest && !bindsDirectory(run, use.manifest)) {
        const done = this.#installedBefore(copied.instruction, use.manifest);
        if (!done && !use.usedBeforeManifest && !this.#needsSources(item, use.manifest)) {
          // A directory beside manifests that were named one by one is not where the manifest comes from.
          const named = this.#isNamedAbove(use.manifest, instruction);
          if (named && !item.whole && mayServeInstall(nameOf(item))) {
            progress.built = true;
            continue;
          }
          const list = item.whole || !named ? manifestVictims : victims;
          list.push({ run: instruction, afterUse: progress.built, command: use.manifest, use });
          return;
        }
        progress.built = true;
        continue;
      }
      if (use.opaque) return;
      if (use.used || use.manifest) {
        progress.built = true;
        continue;
      }
      const command = slowest(run);
      if (!command || (progress.built && command.cost === 'compile')) continue;
      victims.push({ run: instruction, afterUse: progress.built, command, use });
    }
    for (const child of this.#childrenOf(stage)) {
      this.#follow(copied, item, child, -1, { ...progress }, victims, manifestVictims);
    }
  }

  /** Where the other COPYs above a RUN, in its chain of stages, put files of the context. */
  #contextPlaces(run: RunInstruction, except?: CopyInstruction): Located[] {
    const places: Located[] = [];
    for (let stage: Stage | undefined = this.#build.stages[run.stage]; stage; stage = stage.parent) {
      for (const { index } of stage.instructions) {
        if (index >= run.index || index === except?.index) continue;
        const copied = this.#copies.get(index);
        if (copied?.origin === 'context') for (const { place, tree } of copied.items) places.push({ place, tree });
      }
    }
    return places;
  }

  /** Whether a COPY above the RUN gives the manifest by its name. */
  #isNamedAbove({ install, directory, mentions }: CommandFacts, run: RunInstruction): boolean {
    const named = mentions.filter(({ word }) => install?.manifestWords.includes(word)).map(({ place }) => place);
    for (const copied of this.#copies.values()) {
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
    for (let stage: Stage | undefined = this.#build.stages[copy.stage]; stage; stage = stage.parent) {
      for (const instruction of stage.instructions) {
        if (instruction.index >= copy.index || instruction.keyword !== 'RUN') continue;
        for (const before of this.#runs.facts(instruction)?.commands ?? []) {
          if (
            before.separable &&
            before.install?.manager === install?.manager &&
            placeText(before.directory) === placeText(directory)
          ) {
            return true;
          }
        }
      }
    }
    return false;
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
      const copied = this.#copies.get(instruction.index);
      if (copied) {
        if (copied.origin === 'context') brought.push(...copied.items);
        for (const item of copied.items) {
          const relation = relate(place, item.place);
          const meets = relation === 'same' || relation === 'around' || (relation === 'inside' && item.tree);
          if (meets && this.#changes(copied, item)) return true;
        }
      } else if (instruction.keyword === 'RUN' && brought.length > 0) {
        const facts = this.#runs.facts(instruction);
        if (!facts || facts.opaque) return true;
        if (facts.commands.some((command) => makes(command, place) || worksBeside(command, place, brought)))
          return true;
      }
    }
    return false;
  }
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
      !one.needed || !misplaced.some((other, at) => at > index && other.victims[0].run === one.victims[0].run),
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
function chainOf(stage: Stage): readonly Instruction[] {
  const chain: Stage[] = [];
  for (let at: Stage | undefined = stage; at; at = at.parent) chain.push(at);
  return chain.reverse().flatMap(({ instructions }) => instructions);
}

function nameOf({ source, place, tree }: CopiedItem): string {
  return (tree ? source : (place.parts.at(-1) ?? source)).split('/').at(-1)!;
}

/** Whether a RUN runs a script of the project, which may read whatever was copied. */
export function runsOneOf({ commands }: RunFacts, places: readonly Located[]): boolean {
  return commands.some((command) =>
    places.some((at) => {
      if (isRunByName(at, command)) return true;
      const relation = command.program && relate(command.program, at.place);
      return relation === 'same' || (relation === 'inside' && at.tree);
    }),
  );
}

/** Whether the RUN mounts the context, or the manifests of it, where the installation looks for them. */
function bindsDirectory({ instruction, state }: RunFacts, { directory }: CommandFacts): boolean {
  return instruction.mounts.some(({ type, from, target }) => {
    if (type !== 'bind' || from !== undefined || target === undefined) return false;
    void state;
    const relation = relate(readPlace(target, directory), directory);
    return relation === 'same' || relation === 'inside' || relation === 'around';
  });
}
