import { isBuildStamp, isCacheBuster, isReleaseVersion } from '../../knowledge/build-stamps';
import type { Deed } from '../../knowledge/commands';
import type { Build } from '../../model/build-types';
import { type CommandFacts, type RunFacts, slowest } from '../../model/multi-stage/runs';
import { readCacheOrder } from '../../model/order/cache-order';
import { titleOf } from '../../model/shell/command-title';
import {
  blockAt,
  blockOf,
  blockText,
  endsOpen,
  insertBehind,
  lineNumber,
  removeBlock,
} from '../../model/syntax/blocks';
import type {
  ArgInstruction,
  EnvInstruction,
  Instruction,
  LabelInstruction,
  Pair,
  RunInstruction,
  Word,
} from '../../model/syntax/instruction';
import { instructionsBelow, mentionsVariable } from '../../model/syntax/references';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

export const frequentlyChangingEarly: Rule = {
  id: 'cache/frequently-changing-early',
  severity: 'info',
  about: { instructions: ['ARG', 'ENV'] },
  summary: 'Declare build stamps below the steps that do not use them.',
  why: 'An ARG with a value and an ENV are part of the cache key of every RUN below them, used or not. A commit, a date or a build number is different in each build, so nothing below it is ever taken from the cache.',
  fixable: {
    safety: 'safe',
    because: 'A command that is crossed may read the variable from its environment.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ARG BUILD_DATE
            ^^^^^^^^^^ Each new value of BUILD_DATE reruns "apt-get install" in line 3, which does not use it.
        RUN apt-get update && apt-get install -y curl
        LABEL org.opencontainers.image.created=$BUILD_DATE
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
        ARG BUILD_DATE
        LABEL org.opencontainers.image.created=$BUILD_DATE
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    const found: Stamp[] = [];
    for (const instruction of build.instructions) {
      const stamp = findStamp(build, instruction);
      if (stamp) found.push(stamp);
    }
    for (const stamp of found) {
      const { declaration, name, victims, descent } = stamp;
      const { run, command } = victims[0];
      const stage = run.stage === declaration.stage ? '' : ` of stage ${build.stages[run.stage]!.name ?? run.stage}`;
      // Stamps that go to the same place share what is made of them, a LABEL, so they go together.
      const together = descent && found.flatMap((one) => (one.descent?.target === descent.target ? one.descent : []));
      findings.push({
        at: name,
        message: `Each new value of ${name.value} reruns "${titleOf(command)}" in line ${lineNumber(build.source, command.command)}${stage}, which does not use it.`,
        related: victims
          .slice(0, 4)
          .map((victim) => ({ at: victim.command.command, message: 'This runs again each time.' })),
        fix: together && (() => moveDown(build, together)),
      });
    }
    return findings;
  },
};

interface Stamp {
  readonly declaration: ArgInstruction | EnvInstruction;
  readonly name: Word;
  readonly victims: readonly [Victim, ...Victim[]];
  readonly descent?: Descent;
}

function findStamp(build: Build, instruction: Instruction): Stamp | undefined {
  if ((instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') || instruction.stage === -1) return undefined;
  for (const pair of instruction.pairs) {
    const { name } = pair;
    if (!isStamp(build, instruction, pair)) continue;
    const [first, ...more] = findVictims(build, instruction, name.value);
    if (!first) continue;
    const victims = [first, ...more] as const;
    const descent = findDescent(build, instruction, victims);
    return { declaration: instruction, name, victims, ...(descent ? { descent } : {}) };
  }
  return undefined;
}

/** A stamp by its name, or an ENV that passes on what is one. A literal ENV changes with the file only. */
function isStamp(build: Build, { keyword, index, stage, pairs }: ArgInstruction | EnvInstruction, pair: Pair): boolean {
  const name = pair.name.value;
  // Of a name that is declared twice at once, the first counts.
  const { value } = pairs.length === 1 ? pair : pairs.find((one) => one.name.value === name)!;
  if (keyword === 'ARG') {
    if (isBuildStamp(name)) return true;
    return !value && isReleaseVersion(name) && build.globals.every((one) => one.name !== name || !one.valueWord);
  }
  if (!value) return false;
  // The ARG itself is told of where it stands.
  for (const { name: used } of value.references) {
    if (!isBuildStamp(used)) continue;
    const variable = build.states[index]!.scope.lookup(used);
    if (variable?.kind === 'ARG' && variable.declaration?.stage !== stage) return true;
  }
  return false;
}

interface Victim {
  readonly run: RunInstruction;
  readonly facts: RunFacts;
  readonly command: CommandFacts;
}

/** Slow RUNs below that do not use the variable, nor one made of it. */
function findVictims(build: Build, declaration: ArgInstruction | EnvInstruction, name: string): Victim[] {
  const { runs } = readCacheOrder(build);
  const names = new Set([name]);
  const victims: Victim[] = [];
  let first = true;
  for (const instruction of instructionsBelow(build, declaration)) {
    const uses = [...names].some((one) => mentionsVariable(build, instruction, one));
    if (uses && (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')) {
      for (const pair of instruction.pairs) {
        const made = pair.value?.references.some((reference) => names.has(reference.name));
        if (made) names.add(pair.name.value);
      }
    }
    if (instruction.keyword !== 'RUN') continue;
    const facts = runs.facts(instruction);
    const command = facts && !facts.opaque ? slowest(facts) : undefined;
    const isFirst = first;
    first = false;
    if (uses || !command || mayRead(build, facts!)) continue;
    // Set right above a download, it is there to have that run again.
    if (isCacheBuster(name) && isFirst && command.cost !== 'system') return [];
    victims.push({ run: instruction, facts: facts!, command });
  }
  return victims;
}

/** Whether a RUN builds the project or runs scripts of it, which may well ask for the stamp. */
function mayRead(build: Build, facts: RunFacts): boolean {
  const order = readCacheOrder(build);
  return (
    facts.commands.some(
      ({ cost, knowledge, install }) => cost === 'compile' || (!install && knowledge?.deed === 'compiles'),
    ) || order.runsCopied(facts.instruction)
  );
}

/** Whether a command has no use for variables that its line does not name: no script, no build of the project, no look at all of them. */
function isDeaf({ command, knowledge, install, cost }: CommandFacts): boolean {
  if (cost === 'system') return true;
  if (cost === 'compile') return false;
  if (install) return true;
  const { name, nameWord, arguments: words } = command;
  // An assignment alone; a command whose name is in a variable is anything.
  if (name === undefined) return nameWord === undefined;
  if (name === 'set' && words.length === 0) return false;
  if (LISTS_VARIABLES.has(name) && words.every(({ value }) => value.startsWith('-'))) return false;
  if (READS_VARIABLES.has(name) && words.some(({ value }) => /ENVIRON|\benv\b|\$ENV\b/.test(value))) return false;
  return knowledge !== undefined && DEAF.has(knowledge.deed) && name !== 'envsubst' && name !== 'printenv';
}

const DEAF: ReadonlySet<Deed> = new Set<Deed>(['touches', 'carries', 'reads', 'configures', 'fetches']);
/** Without names they print every variable. */
const LISTS_VARIABLES = new Set(['declare', 'export', 'readonly']);
/** Programs in languages of their own that can ask for variables. */
const READS_VARIABLES = new Set(['awk', 'gawk', 'jq', 'mawk', 'yq']);

/** How far down a declaration can go, and what goes with it. */
interface Descent {
  readonly target: RunInstruction;
  readonly group: readonly Instruction[];
  readonly safe: boolean;
}

/** The last victim that nothing keeps a declaration from passing, together with what only passes it on to the image's metadata. */
function findDescent(
  build: Build,
  declaration: ArgInstruction | EnvInstruction,
  victims: readonly [Victim, ...Victim[]],
): Descent | undefined {
  if (!declaration.pairs.every(({ name }) => isBuildStamp(name.value) || isReleaseVersion(name.value)))
    return undefined;
  const { runs } = readCacheOrder(build);
  const names = new Set(declaration.pairs.map(({ name }) => name.value));
  const group: Instruction[] = [declaration];
  let reached: Descent | undefined;
  // Below what it is there to have run again, it has nothing to do any more.
  let safe = ![...names].some(isCacheBuster);
  for (const instruction of build.stages[declaration.stage]!.instructions) {
    if (instruction.index <= declaration.index) continue;
    if ([...names].some((name) => mentionsVariable(build, instruction, name))) {
      if (!passesOn(instruction)) break;
      group.push(instruction);
      if (instruction.keyword !== 'LABEL') for (const { name } of instruction.pairs) names.add(name.value);
      continue;
    }
    if (redeclares(instruction, names) || instruction.keyword === 'ONBUILD' || overrides(instruction, group)) break;
    if (redeclares(instruction, namesUsedBy(group))) break;
    // The image's variables are a list: their order is part of it.
    if (instruction.keyword === 'ENV' && group.some(({ keyword }) => keyword === 'ENV')) break;
    if (instruction.keyword !== 'RUN') continue;
    const facts = runs.facts(instruction);
    if (!facts || facts.opaque || mayRead(build, facts) || asksFor(facts, names)) break;
    const deaf = facts.commands.every(isDeaf);
    // Packages of a language may be built while they are installed, by scripts that look at the environment.
    if (!deaf || facts.commands.some(({ install, cost }) => install !== undefined && cost !== 'system')) safe = false;
    const victim = victims.find(({ run }) => run === instruction);
    if (victim && !endsOpen(build.source, instruction)) reached = { target: victim.run, group: [...group], safe };
  }
  return reached && victims[0].run.index <= reached.target.index ? reached : undefined;
}

/** The variables that instructions are made of: other values of them would be other instructions. */
function namesUsedBy(group: readonly Instruction[]): ReadonlySet<string> {
  return new Set(group.flatMap(({ words }) => words.flatMap(({ references }) => references.map(({ name }) => name))));
}

/** Whether a RUN asks for a variable by its name without a dollar sign, `os.environ['GIT_SHA']`, or for all that there are. */
function asksFor({ text }: RunFacts, names: ReadonlySet<string>): boolean {
  return (
    /\/proc\/\w+\/environ/.test(text) || [...names].some((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text))
  );
}

function moveDown({ source }: Build, descents: readonly Descent[]): Fix {
  const group = [...new Set(descents.flatMap((descent) => descent.group))].sort((a, b) => a.index - b.index);
  const target = descents[0]!.target;
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of group.map((instruction) => blockOf(source, instruction))) {
    const last = spans.at(-1);
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  }
  const blocks = spans.map(({ start, end }) => blockAt(source, start, end));
  const lines = blocks.map((block) => (block.alone ? source.newline : '') + blockText(source, block)).join('');
  const what = group.length > 1 ? `${group.length} instructions` : `the ${group[0]!.keyword}`;
  return {
    title: `Move ${what} below the RUN in line ${lineNumber(source, target)}`,
    edits: [...blocks.map((block) => removeBlock(source, block)), insertBehind(source, target, lines)],
    ...(descents.every(({ safe }) => safe) ? {} : { safety: 'unsafe' as const }),
  };
}

function passesOn(instruction: Instruction): instruction is ArgInstruction | EnvInstruction | LabelInstruction {
  return instruction.keyword === 'ARG' || instruction.keyword === 'ENV' || instruction.keyword === 'LABEL';
}

function redeclares(instruction: Instruction, names: ReadonlySet<string>): boolean {
  return (
    (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') &&
    instruction.pairs.some(({ name }) => names.has(name.value))
  );
}

/** Whether it sets what an instruction of the group sets too, so that their order counts. */
function overrides(instruction: Instruction, group: readonly Instruction[]): boolean {
  if (!passesOn(instruction)) return false;
  const own = new Set(instruction.pairs.map(({ name }) => name.value));
  return group.some((one) => passesOn(one) && one.pairs.some(({ name }) => own.has(name.value)));
}
