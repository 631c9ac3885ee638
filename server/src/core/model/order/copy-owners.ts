import type { Build, Stage } from '../build-types';
import type { RunFacts } from '../multi-stage/runs';
import { readUser } from '../stages/user';
import { expand } from '../stages/variables';
import type { Instruction } from '../syntax/instruction';
import type { CacheOrder } from './cache-order';
import { type Copied, directoryAt } from './copied';
import { isBroad } from './located';
import { type Place, placeText, readPlace, relate } from './places';

/** Commands after which the name of a user or group may mean another number, or nothing. */
const CHANGES_USERS = new Set(['delgroup', 'deluser', 'groupdel', 'groupmod', 'userdel', 'usermod']);

/**
 * Whose the directories are that a COPY makes on its way: what comes first makes them, for itself. And whose the files are where
 * `--chown` names somebody.
 */
export class CopyOwners {
  readonly #build: Build;
  readonly #order: CacheOrder;

  constructor(build: Build, order: CacheOrder) {
    this.#build = build;
    this.#order = order;
  }

  /** Whether files or directories would belong to somebody else or not be there yet, if the COPY came behind an instruction. */
  decides(copied: Copied, instruction: Instruction): boolean {
    const owner = ownerOf(copied);
    if (owner !== 'root' && /[^\d:]/.test(owner) && this.#changesUsers(instruction)) return true;
    const made = this.#madeBy(copied);
    if (made.length === 0) return false;
    const meets = (place: Place) => made.some((one) => /^(?:same|inside|unknown)$/.test(relate(place, one)));
    switch (instruction.keyword) {
      case 'COPY':
      case 'ADD': {
        const other = this.#order.copied(instruction);
        return other !== undefined && ownerOf(other) !== owner && [...directoriesOf(other)].some(meets);
      }
      case 'WORKDIR': {
        const place = this.#workdir(instruction);
        const isRoots = owner === 'root' && readUser(this.#build, instruction).root;
        return !isRoots && (place === undefined || meets(place));
      }
      case 'RUN': {
        const facts = this.#order.runs.facts(instruction);
        if (facts && needsOneOf(facts, made, [...directoriesOf(copied)])) return true;
        const isRoots = owner === 'root' && readUser(this.#build, instruction).root;
        return !isRoots && facts !== undefined && [...placesOf(facts)].some(meets);
      }
      default:
        return false;
    }
  }

  #changesUsers(instruction: Instruction): boolean {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      const items = this.#order.copied(instruction)?.items ?? [];
      return items.some(({ place, tree }) => {
        const path = placeText(place);
        return path === '/etc/passwd' || path === '/etc/group' || (tree && (path === '/etc' || path === '/'));
      });
    }
    if (instruction.keyword !== 'RUN') return false;
    const facts = this.#order.runs.facts(instruction);
    return (
      facts?.commands.some(
        ({ command, mentions }) =>
          CHANGES_USERS.has(command.name ?? '') ||
          mentions.some(({ place }) => /^\/etc\/(?:passwd|group)$/.test(placeText(place))),
      ) === true
    );
  }

  /** The outermost directories that are not known to be there before. */
  #madeBy(copied: Copied): readonly Place[] {
    const { instruction } = copied;
    let known: readonly Place[] | undefined;
    const made: Place[] = [];
    for (const directory of directoriesOf(copied)) {
      for (let length = 1; length <= directory.parts.length; length++) {
        const outer = { root: directory.root, parts: directory.parts.slice(0, length) };
        if (isBroad(outer)) continue;
        known ??= [...this.#known(this.#build.stages[instruction.stage], instruction.index)];
        if (known.some((place) => /^(?:same|inside)$/.test(relate(place, outer)))) continue;
        made.push(outer);
        break;
      }
    }
    return made;
  }

  /** Directories that earlier steps of the stage, or of those that it is built on, have made. */
  #known(stage: Stage | undefined, before: number): Place[] {
    const found: Place[] = [];
    if (!stage) return found;
    found.push(...this.#known(stage.parent, before));
    for (const instruction of stage.instructions) {
      if (instruction.index >= before) return found;
      if (instruction.keyword === 'WORKDIR') {
        const place = this.#workdir(instruction);
        if (place) found.push(place);
      } else if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
        const other = this.#order.copied(instruction);
        if (other) found.push(...directoriesOf(other));
      } else if (instruction.keyword === 'RUN') {
        for (const { command, mentions } of this.#order.runs.facts(instruction)?.commands ?? []) {
          if (command.name === 'mkdir') for (const { place } of mentions) found.push(place);
        }
      }
    }
    return found;
  }

  #workdir(instruction: Instruction): Place | undefined {
    const word = instruction.words[0];
    if (!word) return undefined;
    const { scope } = this.#build.states[instruction.index]!;
    return readPlace(expand(word, scope).value, directoryAt(this.#build, instruction.index));
  }
}

/** `root`, or what `--chown` says. */
function ownerOf({ instruction }: Copied): string {
  const written = instruction.flags.find(({ name }) => name === 'chown')?.value?.value ?? 'root';
  return /^(?:root|0)(?::(?:root|0))?$/.test(written) ? 'root' : written;
}

function directoriesOf({ items, directory }: Copied): Place[] {
  const found: Place[] = [];
  for (const { place, tree } of items) found.push(tree ? place : { root: place.root, parts: place.parts.slice(0, -1) });
  // What comes from a URL or a heredoc lands there, or is it.
  if (items.length === 0) found.push(directory);
  return found;
}

/** Commands that make what they name, or that do well without it. */
const MAKES = new Set(['[', '[[', 'adduser', 'git', 'install', 'mkdir', 'rm', 'test', 'useradd']);

/** Whether a RUN names a directory that is there thanks to the COPY alone: `cd /app`, `chown app /app`. */
function needsOneOf({ commands }: RunFacts, made: readonly Place[], directories: readonly Place[]): boolean {
  return commands.some(
    ({ command, mentions }) =>
      !MAKES.has(command.name ?? '') &&
      mentions.some(
        ({ place }) =>
          made.some((one) => /^(?:same|inside)$/.test(relate(place, one))) &&
          directories.some((one) => /^(?:same|around)$/.test(relate(place, one))),
      ),
  );
}

/** Every place that a RUN names, works in or mounts. */
function placesOf({ commands, made, instruction }: RunFacts): Place[] {
  const found: Place[] = [];
  found.push(...made);
  const [first] = commands;
  for (const { target } of instruction.mounts) if (target && first) found.push(readPlace(target, first.start));
  for (const { mentions } of commands) for (const { place } of mentions) found.push(place);
  return found;
}
