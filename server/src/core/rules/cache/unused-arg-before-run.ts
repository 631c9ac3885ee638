import { isCacheBuster } from '../../knowledge/build-stamps';
import { readsEnvironment } from '../../knowledge/environment-names';
import type { Build } from '../../model/build-types';
import { readCacheOrder } from '../../model/order/cache-order';
import { PLATFORM_ARGS, PROXY_ARGS } from '../../model/stages/variables';
import { blockOf, lineNumber, removeBlock } from '../../model/syntax/blocks';
import type { ArgInstruction, Instruction, Pair } from '../../model/syntax/instruction';
import { instructionsBelow, mentionsVariable } from '../../model/syntax/references';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const unusedArgBeforeRun: Rule = {
  id: 'cache/unused-arg-before-run',
  severity: 'hint',
  about: { instructions: ['ARG'] },
  summary: 'Delete build arguments that nothing uses.',
  why: 'The value of an ARG is part of the cache key of every RUN below it, used or not. An argument that nothing refers to does nothing else than run those steps again when it changes.',
  tag: 'unnecessary',
  fixable: { safety: 'unsafe', because: 'A script may read the argument from its environment.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ARG CONTACT=nobody
            ^^^^^^^ Nothing uses CONTACT, but a new value reruns every RUN from line 3 on.
        RUN apt-get update && apt-get install -y curl
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'ARG' || instruction.stage === -1) continue;
      let below: readonly Instruction[] | undefined;
      for (const pair of instruction.pairs) {
        const name = pair.name.value;
        if (PLATFORM_ARGS.has(name) || PROXY_ARGS.has(name) || readsEnvironment(name) || isCacheBuster(name)) continue;
        if (instruction.pairs.some(({ value }) => value?.references.some((reference) => reference.name === name)))
          continue;
        below ??= instructionsBelow(build, instruction);
        const run = below.find(({ keyword }) => keyword === 'RUN');
        if (!run || below.some((one) => mayUse(build, one, name))) continue;
        found.push({
          at: pair.name,
          message: `Nothing uses ${name}, but a new value reruns every RUN from line ${lineNumber(build.source, run)} on.`,
          fix: deletion(build, instruction, pair),
        });
      }
    }
    return found;
  },
};

/** Refers to it, or runs something that may read it from the environment. */
function mayUse(build: Build, instruction: Instruction, name: string): boolean {
  if (mentionsVariable(build, instruction, name)) return true;
  if (instruction.keyword !== 'RUN') return false;
  const text = build.source.text.slice(instruction.start, instruction.end);
  if (text.includes(name) || /\benv\b|printenv|\bdeclare -p\b/.test(text)) return true;
  if (instruction.mounts.some(({ env, id }) => env === name || id === name)) return true;
  const order = readCacheOrder(build);
  const facts = order.runs.facts(instruction);
  if (!facts || facts.opaque) return true;
  return (
    order.runsCopied(instruction) ||
    facts.commands.some(
      ({ knowledge, cost, install }) => cost === 'compile' || (!install && knowledge?.deed === 'compiles'),
    )
  );
}

function deletion({ source }: Build, instruction: ArgInstruction, pair: Pair): Fix {
  const { pairs } = instruction;
  const title = `Delete ${pair.name.value}`;
  if (pairs.length === 1)
    return { title: 'Delete the ARG', edits: [removeBlock(source, blockOf(source, instruction, true))] };
  const at = pairs.indexOf(pair);
  const next = pairs[at + 1];
  const span = next ? { start: pair.start, end: next.start } : { start: pairs[at - 1]!.end, end: pair.end };
  return { title, edits: [remove(span)] };
}
