import {
  findMountOption,
  type MountOptionFacts,
  type MountType,
  mountOptions,
  mountTypes,
} from '../../knowledge/instructions';
import type { Build } from '../../model/build-types';
import type { Instruction, Mount, MountOption, RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { editDistance, findNearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const invalidMountOption: Rule = {
  id: 'cache/invalid-mount-option',
  severity: 'error',
  summary: 'Write options of RUN --mount that the builder knows.',
  why: 'The builder refuses a mount with an option that it does not know, or that does not go with the type of the mount. Other mistakes it takes in silence: of two options with the same name it uses the last, and a mount without a target covers the working directory.',
  fixable: { safety: 'unsafe', because: 'The nearest name is a guess.' },
  examples: [
    {
      bad: dockerfile`
        FROM node:20
        RUN --mount=type=cache,targt=/root/.npm npm ci
                               ^^^^^ A cache mount has no option named targt.
      `,
      good: dockerfile`
        FROM node:20
        RUN --mount=type=cache,target=/root/.npm npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM debian:12
        RUN --mount=type=cache,target=/var/cache/apt,sharing=lock apt-get update
                                                             ^^^^ sharing is shared, private or locked, not lock.
      `,
      good: dockerfile`
        FROM debian:12
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get update
      `,
    },
  ],

  *check(build) {
    for (const run of runsOf(build)) {
      const workdir = build.states[run.index]?.workdir;
      for (const mount of run.mounts) yield* checkMount(mount, workdir !== undefined && workdir !== '/');
    }
  },
};

function runsOf({ instructions }: Build): RunInstruction[] {
  return instructions
    .map((instruction): Instruction | undefined =>
      instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction,
    )
    .filter((instruction) => instruction?.keyword === 'RUN');
}

/** @param inDirectory whether the step has a working directory, which a mount without a target would cover */
function* checkMount(mount: Mount, inDirectory: boolean): Iterable<Finding> {
  const { flag, options, type: written } = mount;
  if (!flag.value || flag.value.value === '') {
    yield { at: flag, message: 'The mount says neither its type nor where it lies.' };
    return;
  }
  const typeOption = options.findLast(({ key }) => key === 'type');
  if (written.includes('$')) return;
  const type = mountTypes.find((each) => each.type === written)?.type;
  if (!type) {
    const names = mountTypes.map((each) => each.type);
    const at = typeOption?.valueSpan ?? typeOption ?? flag;
    yield {
      at,
      message: `${quoted(written)} is no type of mount; there are ${listed(names, 'and')}.`,
      ...fixTo(at, written, names),
    };
    return;
  }
  const seen = new Map<string, MountOption>();
  for (const option of options) {
    const facts = findMountOption(option.key);
    const known = facts && seen.get(facts.name);
    if (facts && known) {
      yield {
        at: option,
        message: `${facts.name} is given twice, and only the last one counts.`,
        severity: 'warning',
        related: [{ at: known, message: 'The first one stands here.' }],
      };
    }
    if (facts) seen.set(facts.name, option);
    yield* checkOption(option, facts, type);
  }
  for (const facts of mountOptions) {
    if (!facts.wantedBy?.includes(type) || seen.has(facts.name)) continue;
    // An option whose name is misspelled has been reported already.
    if (options.some(({ key }) => !findMountOption(key))) continue;
    yield {
      at: flag,
      message: `The ${type} mount has no ${facts.name}, so it covers the working directory; in / the builder refuses it.`,
      ...(inDirectory ? { severity: 'warning' } : {}),
    };
  }
}

function* checkOption(option: MountOption, facts: MountOptionFacts | undefined, type: MountType): Iterable<Finding> {
  const { key, value, valueSpan } = option;
  const keySpan = { start: option.start, end: valueSpan ? valueSpan.start - 1 : option.end };
  const fits = mountOptions.filter(({ refusedBy, usedBy }) => !refusedBy.includes(type) && usedBy.includes(type));
  if (!facts) {
    if (key.includes('$')) return;
    const names = fits.flatMap(({ name, aliases }) => [name, ...aliases]);
    yield {
      at: keySpan,
      message: `${article(type)} ${type} mount has no option named ${quoted(key)}.`,
      ...fixTo(keySpan, key, names),
    };
    return;
  }
  if (facts.refusedBy.includes(type)) {
    yield { at: keySpan, message: `${article(type)} ${type} mount takes no ${key}: the builder refuses it.` };
    return;
  }
  if (!facts.usedBy.includes(type)) {
    yield {
      at: keySpan,
      message: `${key} has no effect on ${article(type).toLowerCase()} ${type} mount.`,
      severity: 'warning',
    };
  }
  if (value === undefined) {
    if (!facts.bare) yield { at: option, message: `${key} has no value.` };
    return;
  }
  if (value.includes('$') || !valueSpan || key === 'type') return;
  const wrong = misfit(facts, value);
  if (wrong) {
    const names = typeof facts.value === 'string' ? [] : facts.value;
    yield { at: valueSpan, message: wrong, ...fixTo(valueSpan, value, names) };
  }
}

/** What is wrong with a value, as a sentence. */
function misfit({ name, value: kind }: MountOptionFacts, value: string): string | undefined {
  if (typeof kind !== 'string') {
    return kind.includes(value.toLowerCase()) ? undefined : `${name} is ${listed(kind, 'or')}, not ${quoted(value)}.`;
  }
  switch (kind) {
    case 'boolean':
      return /^(?:1|0|t|f|true|false)$/i.test(value) ? undefined : `${name} is true or false, not ${quoted(value)}.`;
    case 'number':
      return /^\d+$/.test(value) ? undefined : `${name} is a number, not ${quoted(value)}.`;
    case 'octal':
      return /^[0-7]+$/.test(value) ? undefined : `${name} is a number in octal, not ${quoted(value)}.`;
    case 'size':
      return /^\d+(?:\.\d+)? ?(?:[kmgtp]i?b?|b)?$/i.test(value)
        ? undefined
        : `${name} is a size such as 64m, not ${quoted(value)}.`;
    default:
      return value === '' ? `${name} is empty.` : undefined;
  }
}

/** A name as it stands in a sentence; nothing at all is shown as such. */
function quoted(text: string): string {
  return text === '' ? 'an empty one' : text;
}

function article(type: MountType): string {
  return type === 'ssh' ? 'An' : 'A';
}

function listed(names: readonly string[], joint: string): string {
  return `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`;
}

/** A fix that writes the one name that is near enough to be meant. */
function fixTo(at: Span, written: string, names: readonly string[]): Pick<Finding, 'fix'> {
  const best = findNearest(
    written,
    names.filter((name) => editDistance(written.toLowerCase(), name) <= Math.max(1, Math.floor(name.length / 3))),
    Number.POSITIVE_INFINITY,
  );
  return best ? { fix: { title: `Write ${best}`, edits: [replace(at, best)] } } : {};
}
