import { findImageVariables } from '../../knowledge/images/image-variables';
import type { Build, Stage } from '../../model/build-types';
import type { ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { insertArg } from '../../model/stages/arg-line';
import { undefinedReferences } from '../../model/stages/undefined-references';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

export const argInWrongScope: Rule = {
  id: 'correctness/arg-in-wrong-scope',
  severity: 'warning',
  summary: 'Repeat an ARG in each stage that uses it.',
  why: `An ARG above the first FROM counts in FROM lines only, one in a stage only below it and in the stages that build on that one.
    Anywhere else the name is empty, and nobody says so: a download gets an address without a version. The shell text of RUN is
    looked at here too, unless the script sets the variable itself, may get it from a file that it reads, or the base image may set it.
    So are variables of FROM that only a stage declares.`,
  fixable: { safety: 'unsafe', because: 'The variable has a value then, where it had none.' },
  examples: [
    {
      bad: dockerfile`
        ARG APP_VERSION=1.4
        FROM debian:12
        RUN curl -fsSLO https://example.org/app-$APP_VERSION.tgz
                                                ^^^^^^^^^^^^ ARG APP_VERSION stands above the first FROM, so it is empty in this stage: repeat it here.
      `,
      good: dockerfile`
        ARG APP_VERSION=1.4
        FROM debian:12
        ARG APP_VERSION
        RUN curl -fsSLO https://example.org/app-$APP_VERSION.tgz
      `,
    },
  ],
  about: { instructions: ['ARG'] },

  check(build) {
    const found: Finding[] = [];
    const { globals, stages } = build;
    // One stage with ARGs of its own has no other scope.
    if (stages.length === 0 || (stages.length === 1 && globals.length === 0)) return found;
    const declared = declarations(build);
    if (declared.size === 0) return found;
    found.push(...inFrom(build, declared));
    const uses = [...inInstructions(build, declared), ...inScripts(build, declared)];
    uses.sort((x, y) => x.at.start - y.at.start);
    for (const use of uses) found.push(toFinding(build, use, uses));
    return found;
  },
};

/** A place where an ARG of elsewhere is used. */
interface Use {
  readonly name: string;
  readonly at: Span;
  readonly instruction: Instruction;
  readonly declaration: Instruction;
}

/** Each ARG of the file by its name: the global one, else the first. */
function declarations({ globals, instructions }: Build): ReadonlyMap<string, Instruction> {
  const found = new Map<string, Instruction>();
  for (const { name, declaration } of globals) if (declaration) found.set(name, declaration);
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ARG') continue;
    for (const { name } of instruction.pairs) if (!found.has(name.value)) found.set(name.value, instruction);
  }
  return found;
}

function inFrom({ globals, stages }: Build, declared: ReadonlyMap<string, Instruction>): Finding[] {
  const found: Finding[] = [];
  for (const { from } of stages) {
    for (const reference of from.imageWord.references) {
      const { name } = reference;
      const declaration = declared.get(name);
      if (!declaration || declaration.start > from.start || globals.some((one) => one.name === name)) continue;
      found.push({
        at: reference,
        message: `ARG ${name} stands in a stage, so FROM does not see it: declare it above the first FROM.`,
        related: [{ at: declaration.keywordSpan, message: 'It is declared here.' }],
      });
    }
  }
  return found;
}

function inInstructions(build: Build, declared: ReadonlyMap<string, Instruction>): Use[] {
  const found: Use[] = [];
  for (const { name, reference, instruction, defined } of undefinedReferences(build)) {
    const declaration = declared.get(name);
    if (!declaration || defined === 'image' || declaration.stage === instruction.stage) continue;
    found.push({ name, at: reference, instruction, declaration });
  }
  return found;
}

function inScripts(build: Build, declared: ReadonlyMap<string, Instruction>): Use[] {
  const found: Use[] = [];
  for (const script of build.scripts) {
    const { instruction, dialect, form, span } = script;
    const dollar = build.source.text.indexOf('$', span.start);
    if (dollar === -1) return found;
    if (dollar >= span.end) continue;
    const stage = build.stages[instruction.stage];
    if (!stage || dialect !== 'posix' || form === 'exec' || script.broken) continue;
    const seen = new Set<string>();
    for (const command of script.commands) {
      for (const word of wordsOf(command)) {
        for (const name of word.variables) {
          const declaration = declared.get(name);
          if (!declaration || declaration.stage === instruction.stage || seen.has(name)) continue;
          seen.add(name);
          if (isDefined(build, stage, instruction, name) || mayBeSet(build, script, name)) continue;
          found.push({ name, at: placeOf(build, word, name), instruction, declaration });
        }
      }
    }
  }
  return found;
}

function isDefined({ states }: Build, stage: Stage, { index }: Instruction, name: string): boolean {
  if (states[index]!.scope.lookup(name) !== undefined) return true;
  const images = findImageVariables(stage.root);
  if (images) return images.includes(name);
  // The version that the tag is made of is often a variable of the image too.
  let root = stage;
  while (root.parent) root = root.parent;
  return root.from.imageWord.references.some((reference) => reference.name === name);
}

function wordsOf({ words, assignments, redirects }: ShellCommand): ShellWord[] {
  const found: ShellWord[] = [];
  for (const { value } of assignments) found.push(value);
  found.push(...words);
  for (const { target } of redirects) if (target) found.push(target);
  return found;
}

/** Whether a script may give the variable a value: by an assignment, a loop, or a file that it reads. */
function mayBeSet({ source }: Build, { commands, instruction, span }: ShellScript, name: string): boolean {
  if (commands.some((command) => command.name === '.' || command.name === 'source' || command.name === 'eval'))
    return true;
  if (instruction.mounts.some(({ env }) => env === name)) return true;
  // Loops are not among the commands, and any assignment of the name, in whatever quotes, is reason enough to keep silent.
  const text = source.text.slice(span.start, span.end);
  return new RegExp(
    `(?<![\\w$])${name}\\+?=|\\b(?:for|select|read|getopts|mapfile|readarray)\\b[^;\\n]*\\b${name}\\b`,
  ).test(text);
}

function placeOf({ source }: Build, word: ShellWord, name: string): Span {
  const written = source.text.slice(word.start, word.end);
  const at = new RegExp(`\\$\\{?${name}(?!\\w)\\}?`).exec(written);
  return at ? { start: word.start + at.index, end: word.start + at.index + at[0].length } : word;
}

function toFinding(build: Build, use: Use, uses: readonly Use[]): Finding {
  const { name, at, declaration } = use;
  const elsewhere =
    declaration.stage < 0
      ? 'above the first FROM, so it is empty in this stage: repeat it here.'
      : 'in another stage, so it is empty in this one: declare it above the first FROM and in both.';
  return {
    at,
    message: `ARG ${name} stands ${elsewhere}`,
    related: [{ at: declaration.keywordSpan, message: 'It is declared here.' }],
    fix: () => findFix(build, use, uses),
  };
}

/** One ARG above the first use in the stage is enough; that of another stage comes with its default. */
function findFix(build: Build, { name, instruction, declaration }: Use, uses: readonly Use[]): Fix | undefined {
  const first = uses.find((use) => use.name === name && use.instruction.stage === instruction.stage)!;
  const pair = declaration.keyword === 'ARG' ? declaration.pairs.find((one) => one.name.value === name) : undefined;
  if (declaration.stage >= 0 && pair?.value && pair.value.references.length > 0) return undefined;
  const written = declaration.stage < 0 || !pair?.value ? name : `${name}=${pair.value.text}`;
  return { title: `Insert ARG ${written}`, edits: [insertArg(build, first.instruction, written)] };
}
