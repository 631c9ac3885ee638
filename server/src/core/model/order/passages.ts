import { SYSTEM_DIRECTORIES } from '../../knowledge/steady-files';
import type { Build } from '../build-types';
import type { CommandFacts } from '../multi-stage/runs';
import type { CopyInstruction, Instruction, RunInstruction } from '../syntax/instruction';
import type { CacheOrder } from './cache-order';
import { type Copied, type CopiedItem, directoryAt } from './copied';
import { CopyOwners } from './copy-owners';
import type { Located } from './located';
import { isIn, readDirectories, readPlace, relate } from './places';
import { isOnPath, isOutOfReach } from './reach';
import { useOf } from './uses';

/** A COPY, or some sources of it, that is moved. */
export interface Member {
  readonly copied: Copied;
  readonly items: readonly CopiedItem[];
}

/** A RUN that only gives what is moved another mode or owner, and so comes along. */
export interface Companion {
  readonly run: RunInstruction;
}

export type Moved = Member | Companion;

/** What happens when something that moves down meets an instruction: it passes, it can't, or the instruction comes along. */
export type Passage = 'safe' | 'unsafe' | 'blocked' | Moved;

/** Whether it is a RUN that comes along, and not a COPY. */
export function isCompanion(moved: Moved): moved is Companion {
  return 'run' in moved;
}

/** The COPYs of what is moved. */
export function copiesOf(moved: readonly Moved[]): readonly Member[] {
  return moved.flatMap((one) => (isCompanion(one) ? [] : one));
}

/** Which instructions a COPY can pass on its way down, so that the image stays the same. */
export class Passages {
  readonly #build: Build;
  readonly #order: CacheOrder;
  readonly owners: CopyOwners;

  constructor(build: Build, order: CacheOrder) {
    this.#build = build;
    this.#order = order;
    this.owners = new CopyOwners(build, order);
  }

  /** Whether what moves can pass an instruction, or must take it along: a misplaced COPY into the same place, a `chmod` of it. */
  cross(moved: readonly Moved[], instruction: Instruction): Passage {
    const members = copiesOf(moved);
    if (members.length < moved.length && changesCompanions(instruction)) return 'blocked';
    if (members.some(({ copied }) => this.owners.decides(copied, instruction))) return this.#alongOrNot(instruction);
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
        if (used || manifest) return 'blocked';
        if (touching.length > 0)
          return facts.commands.every((command) => onlyOwns(command, members)) ? { run } : 'blocked';
        // A command of which nothing is known may read any settings of the system.
        if (isIn(item.place, SYSTEM) && facts.commands.some(isUnknown)) return 'blocked';
        if (!isOutOfReach(this.#build, item, facts) || isOnPath(item, run, this.#build)) safety = 'unsafe';
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
    return meets ? this.#alongOrNot(copy) : 'safe';
  }

  /** A COPY that can't be passed comes along where it is misplaced itself. */
  #alongOrNot(instruction: Instruction): Passage {
    const misplaced = this.#order.misplaced.find(({ copied }) => copied.instruction === instruction);
    return misplaced && misplaced.items.length === misplaced.copied.items.length ? misplaced : 'blocked';
  }
}

function itemsOf(members: readonly Member[]): readonly CopiedItem[] {
  return members.flatMap(({ items }) => items);
}

/** Whether something may lie in both. */
export function overlaps(a: Located, b: Located): boolean {
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

/** Whether a RUN that comes along would mean something else on the other side. */
function changesCompanions({ keyword }: Instruction): boolean {
  return keyword === 'USER' || keyword === 'SHELL' || keyword === 'WORKDIR' || keyword === 'ENV' || keyword === 'ARG';
}

const OWNERSHIP = new Set(['chmod', 'chown', 'chgrp']);

/** Whether a command changes mode or owner of what is moved, and does nothing else. */
export function onlyOwns({ command, mentions }: CommandFacts, members: readonly Member[]): boolean {
  if (!OWNERSHIP.has(command.name ?? '') || command.nesting !== 'top' || command.quotedBy) return false;
  if (command.redirects.length > 0 || command.arguments.some(({ value }) => value.startsWith('--reference')))
    return false;
  // The first operand is the mode or the owner.
  const operands = mentions.slice(1);
  return (
    operands.length > 0 &&
    operands.every(({ place, word }) => {
      if (!word.literal || /[*?[]/.test(word.value)) return false;
      return itemsOf(members).some((item) => {
        const relation = relate(place, item.place);
        return relation === 'same' || (relation === 'inside' && item.tree);
      });
    })
  );
}

function isUnknown({ knowledge, install, command }: CommandFacts): boolean {
  return knowledge === undefined && install === undefined && command.name !== undefined;
}

const SYSTEM = readDirectories(SYSTEM_DIRECTORIES);
