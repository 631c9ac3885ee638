import { SYSTEM_DIRECTORIES } from '../knowledge/steady-files';
import type { Build } from './build-types';
import type { CacheOrder } from './cache-order';
import { type Copied, type CopiedItem, directoryAt } from './copied';
import type { CopyInstruction, Instruction, RunInstruction } from './instruction';
import { isIn, readDirectories, readPlace, relate } from './places';
import type { RunFacts } from './runs';
import { type Located, useOf } from './uses';
import { expand } from './variables';

/** A COPY, or some sources of it, that is moved. */
export interface Member {
  readonly copied: Copied;
  readonly items: readonly CopiedItem[];
}

/** What happens when something that moves down meets an instruction: it passes, it can't, or a COPY into the same place comes along. */
export type Passage = 'safe' | 'unsafe' | 'blocked' | Member;

/** Which instructions a COPY can pass on its way down, so that the image stays the same. */
export class Passages {
  readonly #build: Build;
  readonly #order: CacheOrder;

  constructor(build: Build, order: CacheOrder) {
    this.#build = build;
    this.#order = order;
  }

  /** Whether what moves can pass an instruction; a misplaced COPY into the same place comes along instead. */
  cross(members: readonly Member[], instruction: Instruction): Passage {
    switch (instruction.keyword) {
      case 'RUN':
        return this.#crossRun(members, instruction);
      case 'COPY':
      case 'ADD':
        return this.#crossCopy(members, instruction);
      case 'ENV':
      case 'ARG': {
        const names = new Set(instruction.pairs.map(({ name }) => name.value));
        return members.some(({ copied }) => refersTo(copied.instruction, names)) ? 'blocked' : 'safe';
      }
      case 'WORKDIR':
        return this.#crossWorkdir(members, instruction);
      case 'VOLUME': {
        const directory = directoryAt(this.#build, instruction.index);
        const volumes = instruction.words.map(({ value }) => ({ place: readPlace(value, directory), tree: true }));
        return itemsOf(members).some((item) => volumes.some((volume) => overlaps(item, volume))) ? 'blocked' : 'safe';
      }
      case 'FROM':
      case 'UNKNOWN':
        return 'blocked';
      default:
        return 'safe';
    }
  }

  #crossRun(members: readonly Member[], run: RunInstruction): Passage {
    const facts = this.#order.runs.facts(run);
    if (!facts || facts.opaque) return 'blocked';
    let safety: Passage = 'safe';
    for (const { copied, items } of members) {
      const others = this.#order.placesAbove(run);
      if (this.#order.runsCopied(run, copied.instruction)) return 'blocked';
      for (const item of items) {
        const { used, touching, manifest } = useOf(item, [item], facts, others);
        if (used || touching.length > 0 || manifest) return 'blocked';
        if (!isOutOfReach(item, facts)) safety = 'unsafe';
      }
    }
    return safety;
  }

  #crossCopy(members: readonly Member[], copy: CopyInstruction): Passage {
    const other = this.#order.copied(copy);
    if (!other) return 'blocked';
    const places: Located[] = [...other.items];
    if (other.items.length < copy.sources.length + copy.heredocs.length) {
      places.push({ place: other.directory, tree: true });
    }
    const meets = itemsOf(members).some((item) => places.some((place) => overlaps(item, place)));
    if (!meets) return 'safe';
    const misplaced = this.#order.misplaced.find(({ copied }) => copied === other);
    return misplaced && misplaced.items.length === other.items.length ? misplaced : 'blocked';
  }

  /** A relative destination is written out, if need be; but what a WORKDIR creates belongs to the user. */
  #crossWorkdir(members: readonly Member[], instruction: Instruction): Passage {
    const { user } = this.#build.states[instruction.index]!;
    const { scope } = this.#build.states[instruction.index]!;
    const word = instruction.words[0];
    if (!word) return 'blocked';
    const next = readPlace(expand(word, scope).value, directoryAt(this.#build, instruction.index));
    const isRoot = user === undefined || /^(?:root|0)(?::|$)/.test(user);
    if (isRoot) return 'safe';
    return itemsOf(members).some(({ place }) => relate(next, place) !== 'apart') ? 'blocked' : 'safe';
  }
}

function itemsOf(members: readonly Member[]): readonly CopiedItem[] {
  return members.flatMap(({ items }) => items);
}

function overlaps(a: Located, b: Located): boolean {
  switch (relate(a.place, b.place)) {
    case 'same':
    case 'unknown':
      return true;
    case 'inside':
      return b.tree;
    case 'around':
      return a.tree;
    default:
      return false;
  }
}

function refersTo({ words, flags }: CopyInstruction, names: ReadonlySet<string>): boolean {
  const all = [...words, ...flags.flatMap(({ value }) => (value ? [value] : []))];
  return all.some(({ references }) => references.some(({ name }) => names.has(name)));
}

/** Whether no command of a RUN could read or write an item even if it went out of its way: nothing near it is named or worked in. */
function isOutOfReach({ place }: CopiedItem, { commands }: RunFacts): boolean {
  if (place.root !== '/' || place.parts.length === 0 || isIn(place, SHARED)) return false;
  return commands.every((command) => {
    const { knowledge, install, directory, mentions, separable } = command;
    const deed = knowledge?.deed;
    if (install && install.manager.kind !== 'system') {
      const relation = relate(directory, place);
      if (separable || install.fromManifest || relation === 'same' || relation === 'around' || relation === 'unknown') {
        return false;
      }
    } else if (deed === undefined || deed === 'compiles' || deed === 'runs') return false;
    else if (deed === 'installs' && !knowledge?.system) return false;
    return mentions.every((mention) => {
      const relation = relate(mention.place, place);
      return relation === 'apart' || (relation === 'around' && mention.place.parts.length === 0);
    });
  });
}

/** Where packages, users' settings and temporary files come to lie. */
const SHARED = readDirectories(
  [...SYSTEM_DIRECTORIES, '/home', '/root', '/tmp', '/usr', '/var'].sort((one, other) => one.length - other.length),
);
