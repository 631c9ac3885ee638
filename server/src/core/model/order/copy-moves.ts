import type { Edit } from '../../text/edit';
import type { Build } from '../build-types';
import type { CommandFacts, RunFacts } from '../multi-stage/runs';
import { oncePerBuild } from '../once-per-build';
import type { ShellStatement } from '../shell/shell-command';
import { removeStatements } from '../shell/shell-edits';
import { blockOf, blockText, endsOpen, insertBefore, insertBehind, lineNumber, removeBlock } from '../syntax/blocks';
import type { CopyInstruction, Instruction, RunInstruction } from '../syntax/instruction';
import { type CacheOrder, type Misplaced, readCacheOrder } from './cache-order';
import { takeOut } from './copy-edits';
import { copiesOf, isCompanion, type Member, type Moved, onlyOwns, overlaps, Passages } from './passages';
import { useOf } from './uses';

/** An edit that mends the order of steps. */
export interface Move {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** `safe` where nothing that is crossed can notice. */
  readonly safety: 'safe' | 'unsafe';
}

/** Ways to mend a misplaced COPY; the first is the best. */
export interface Moves {
  readonly best: Move;
  /** The COPY alone, where the best takes others along; farther down, where the best stops at what it surely can pass. */
  readonly others: readonly Move[];
}

/** What goes down together, and how far. */
interface Descent {
  readonly members: readonly Moved[];
  readonly target: RunInstruction;
  /** Statements of the target that change mode or owner of what moves: they follow it. */
  readonly statements: readonly ShellStatement[];
  readonly safety: Move['safety'];
}

/** How to move each misplaced COPY that a manifest is not part of, by the index of its instruction. */
export const readMoves = oncePerBuild((build): ReadonlyMap<number, Moves> => new MovePlanner(build).plan());

class MovePlanner {
  readonly #build: Build;
  readonly #order: CacheOrder;
  readonly #passages: Passages;

  constructor(build: Build) {
    this.#build = build;
    this.#order = readCacheOrder(build);
    this.#passages = new Passages(build, this.#order);
  }

  plan(): ReadonlyMap<number, Moves> {
    const found = new Map<number, Moves>();
    const descents = new Map<Misplaced, Descent>();
    const farther = new Map<Misplaced, Descent>();
    for (const one of this.#order.misplaced) {
      if (one.kind === 'manifest') continue;
      const { sure, far } = this.#descend(one);
      const descent = sure ?? far;
      if (descent) descents.set(one, descent);
      else {
        const best = this.#raise(one);
        if (best) found.set(one.copied.instruction.index, { best, others: [] });
      }
      if (sure && far && far.target !== sure.target) farther.set(one, far);
    }
    for (const [one, descent] of descents) {
      // What is sure goes together, and not with what is not.
      const alike = ({ target, safety }: Descent) => target === descent.target && safety === descent.safety;
      const joined = join([...descents.values()].filter(alike));
      const best = this.#move(joined);
      const others = [
        joined.members.length > descent.members.length ? this.#move(descent) : undefined,
        farther.has(one) ? this.#move(farther.get(one)!) : undefined,
      ];
      if (best) found.set(one.copied.instruction.index, { best, others: others.filter((move) => move !== undefined) });
    }
    return found;
  }

  /** How far down a COPY can go: below the last victim that it surely can pass, and below the last that nothing keeps it from passing. */
  #descend(misplaced: Misplaced): { readonly sure?: Descent; readonly far?: Descent } {
    const { copied, items, victims } = misplaced;
    const { instructions } = this.#build.stages[copied.instruction.stage]!;
    // Of two sources that may hold the same file the last wins, so those can't be parted.
    const staying = copied.items.filter((item) => !items.includes(item));
    if (items.some((item) => staying.some((other) => overlaps(item, other)))) return {};
    const members: Moved[] = [{ copied, items }];
    let safety: Move['safety'] = 'safe';
    let reached: Descent | undefined;
    let sure: Descent | undefined;
    for (const instruction of instructions) {
      if (instruction.index <= copied.instruction.index) continue;
      const passage = this.#passages.cross(members, instruction);
      if (passage === 'blocked') {
        const statements = victims.some(({ run }) => run === instruction) && this.#following(members, instruction);
        if (statements)
          reached = { target: instruction as RunInstruction, members: [...members], statements, safety: 'unsafe' };
        break;
      }
      if (typeof passage === 'object') {
        members.push(passage);
        if (isCompanion(passage)) safety = 'unsafe';
        continue;
      }
      if (passage === 'unsafe') safety = 'unsafe';
      const victim = victims.find(({ run }) => run === instruction);
      if (victim) reached = { target: victim.run, members: [...members], statements: [], safety };
      if (safety === 'safe') sure = reached;
    }
    const spares = (descent: Descent | undefined) => descent && victims[0].run.index <= descent.target.index;
    return { ...(spares(sure) ? { sure } : {}), ...(spares(reached) ? { far: reached } : {}) };
  }

  /** The statements of a victim that only change mode or owner of what moves, if they are all that it does with it. */
  #following(moved: readonly Moved[], instruction: Instruction): readonly ShellStatement[] | undefined {
    const facts = instruction.keyword === 'RUN' ? this.#order.runs.facts(instruction) : undefined;
    if (!facts || facts.opaque || facts.script.form !== 'shell' || moved.some(isCompanion)) return undefined;
    const members = copiesOf(moved);
    const commands = new Set<CommandFacts>();
    for (const { copied, items } of members) {
      if (this.#order.runsCopied(facts.instruction, copied.instruction)) return undefined;
      for (const item of items) {
        const use = useOf(item, [item], facts, this.#order.placesAbove(facts.instruction));
        if (use.used || use.manifest) return undefined;
        for (const command of use.touching) commands.add(command);
      }
    }
    if (commands.size === 0 || ![...commands].every((command) => onlyOwns(command, members))) return undefined;
    const statements = [...commands].map(({ command }) => facts.script.statements[command.statement]!);
    return statements.every(({ kind, before }) => kind === 'command' && before !== '||') ? statements : undefined;
  }

  #move({ members, target, statements, safety }: Descent): Move | undefined {
    const { source } = this.#build;
    const taken = takeOut(this.#build, members, target);
    const script = this.#order.runs.facts(target)?.script;
    if (!taken || !script || endsOpen(source, target)) return undefined;
    const following = script.statements.filter((statement) => statements.includes(statement));
    const removed = removeStatements(source, script, following);
    if (!removed) return undefined;
    const edits = [
      ...taken.edits,
      ...removed,
      insertBehind(source, target, taken.lines + this.#runOf(target, following)),
    ];
    const first = members[0]!;
    const what =
      members.length > 1 || isCompanion(first)
        ? `${members.length} instructions`
        : describe(first.copied.instruction, first);
    return { title: `Move ${what} below the RUN in line ${lineNumber(source, target)}`, edits, safety };
  }

  /** A RUN for statements that leave theirs; nothing for none. */
  #runOf(run: RunInstruction, statements: readonly ShellStatement[]): string {
    if (statements.length === 0) return '';
    const { text, newline } = this.#build.source;
    const commands = statements.map(({ start, end }) => text.slice(start, end));
    return `${text.slice(run.keywordSpan.start, run.keywordSpan.end)} ${commands.join(' && ')}${newline}`;
  }

  /** Moves the victim up instead: for a COPY that something between needs. */
  #raise({ copied, victims }: Misplaced): Move | undefined {
    const [{ run }] = victims;
    const facts = this.#order.runs.facts(run);
    if (run.stage !== copied.instruction.stage || !facts || !isSelfContained(facts)) return undefined;
    if (this.#passages.owners.decides(copied, run)) return undefined;
    const { instructions } = this.#build.stages[run.stage]!;
    for (const instruction of instructions) {
      if (instruction.index < copied.instruction.index || instruction.index >= run.index) continue;
      if (!this.#canRise(facts, instruction)) return undefined;
    }
    const { source } = this.#build;
    const block = blockOf(source, run);
    const lines = blockText(source, block) + (block.alone ? source.newline : '');
    const line = lineNumber(source, copied.instruction);
    return {
      title: `Move the RUN in line ${lineNumber(source, run)} above line ${line}`,
      edits: [insertBefore(source, copied.instruction, lines), removeBlock(source, block)],
      safety: 'unsafe',
    };
  }

  /** Whether an installation of system packages can pass an instruction on its way up. */
  #canRise(facts: RunFacts, instruction: Instruction): boolean {
    switch (instruction.keyword) {
      case 'COPY':
      case 'ADD': {
        const copied = this.#order.copied(instruction);
        return (
          copied !== undefined &&
          copied.items.length === instruction.sources.length &&
          copied.items.every((item) => {
            const { used, touching, manifest } = useOf(item, [item], facts, []);
            return !used && touching.length === 0 && !manifest;
          })
        );
      }
      case 'RUN': {
        const passed = this.#order.runs.facts(instruction);
        return passed !== undefined && !passed.opaque && passed.commands.every(isIndifferentToPackages);
      }
      case 'WORKDIR':
      case 'LABEL':
      case 'EXPOSE':
      case 'CMD':
      case 'ENTRYPOINT':
      case 'HEALTHCHECK':
      case 'STOPSIGNAL':
      case 'MAINTAINER':
        return true;
      default:
        return false;
    }
  }
}

function instructionOf(moved: Moved): Instruction {
  return isCompanion(moved) ? moved.run : moved.copied.instruction;
}

function join(descents: readonly Descent[]): Descent {
  const members = new Map<Instruction, Moved>();
  for (const { members: moved } of descents) for (const one of moved) members.set(instructionOf(one), one);
  return {
    members: [...members.values()].sort((a, b) => instructionOf(a).index - instructionOf(b).index),
    target: descents[0]!.target,
    statements: descents.flatMap(({ statements }) => statements),
    safety: descents.some(({ safety }) => safety === 'unsafe') ? 'unsafe' : 'safe',
  };
}

/** An installation of system packages that depends on nothing but package sources: it may run earlier. */
function isSelfContained({ commands, instruction }: RunFacts): boolean {
  return (
    instruction.mounts.every(({ type }) => type === 'cache' || type === 'tmpfs') &&
    commands.some(({ cost }) => cost === 'system') &&
    commands.every(({ cost, knowledge, mentions }) => {
      if (cost === 'system') return mentions.length === 0;
      if (knowledge?.deed !== 'touches') return false;
      return mentions.every(({ word }) => /^[/~$]|^[A-Za-z=-]+$/.test(word.value));
    })
  );
}

/** A step that does not look at which system packages there are, as far as another order would matter to it. */
function isIndifferentToPackages({ knowledge, install, separable, cost }: CommandFacts): boolean {
  if (cost === 'system') return false;
  if (install) return separable || !install.fromManifest || install.manager.kind !== 'system';
  return knowledge !== undefined && knowledge.deed !== 'configures' && knowledge.deed !== 'runs';
}

function describe({ keyword }: CopyInstruction, { copied, items }: Member): string {
  if (items.length === copied.items.length) return `the ${keyword}`;
  return items.length === 1 ? `"${items[0]!.word.value}"` : `${items.length} sources`;
}
