import {
  findMountOption,
  type MountOptionFacts,
  type MountType,
  mountOptions,
  mountTypes,
} from '../../knowledge/instructions';
import { knownDirectory } from '../../model/stages/workdir';
import { isImageReference } from '../../model/syntax/image-reference';
import type { Mount, MountOption } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { editDistance, findNearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import { instructionsOf, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const invalidMountOption: Rule = {
  id: 'cache/invalid-mount-option',
  severity: 'error',
  stops: ['buildkit'],
  about: { instructions: ['RUN'], flags: ['mount'] },
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

  check(build, settings) {
    const found: Finding[] = [];
    for (const run of instructionsOf(build, settings, 'RUN')) {
      if (run.mounts.length === 0) continue;
      const workdir = run.onbuild ? undefined : knownDirectory(build, run);
      for (const mount of run.mounts) {
        for (const finding of checkMount(mount, workdir !== '/')) {
          if (!settings.buildkit || !finding.severity) found.push(refusal(run, finding));
        }
      }
    }
    return found;
  },
};

/** @param inDirectory whether the step may have a working directory, which a mount without a target would cover */
function checkMount(mount: Mount, inDirectory: boolean): Finding[] {
  const found: Finding[] = [];
  const { flag, options, type: written } = mount;
  if (!flag.value || flag.value.value === '') {
    found.push({ at: flag, message: 'The mount says neither its type nor where it lies.' });
    return found;
  }
  const typeOption = options.findLast(({ key }) => key === 'type');
  const from = options.find(({ key, value }) => key === 'from' && value?.includes('$'));
  if (from) {
    found.push({
      at: from.valueSpan ?? from,
      message: 'from expands no variables: name a stage that is FROM the variable, with an ARG above the first FROM.',
    });
  }
  if (written.includes('$')) return found;
  const type = mountTypes.find((each) => each.type === written)?.type;
  if (!type) {
    const names = mountTypes.map((each) => each.type);
    const at = typeOption?.valueSpan ?? typeOption ?? flag;
    found.push({
      at,
      message: `${quoted(written)} is no type of mount; there are ${listed(names, 'and')}.`,
      ...fixTo(at, written, names),
    });
    return found;
  }
  const seen = new Map<string, MountOption>();
  for (const option of options) {
    const facts = findMountOption(option.key);
    const known = facts && seen.get(facts.name);
    if (facts && known) {
      found.push({
        at: option,
        message: `${facts.name} is given twice, and only the last one counts.`,
        severity: 'warning',
        related: [{ at: known, message: 'The first one stands here.' }],
      });
    }
    if (facts) seen.set(facts.name, option);
    found.push(...checkOption(option, facts, type));
  }
  found.push(...checkTogether(mount, type, seen));
  const target = seen.get('target');
  if (target && !inDirectory && mountsCover(type) && /^(?:\/|\.\/?|)$/.test(target.value ?? 'none')) {
    found.push({ at: target, message: 'The target is the root of the file system: the builder refuses it.' });
  }
  for (const facts of mountOptions) {
    if (!facts.wantedBy?.includes(type) || seen.has(facts.name)) continue;
    // An option whose name is misspelled has been reported already.
    if (options.some(({ key }) => !findMountOption(key))) continue;
    found.push({
      at: flag,
      message: `The ${type} mount has no ${facts.name}, so it covers the working directory; in / the builder refuses it.`,
      ...(inDirectory ? { severity: 'warning' } : {}),
    });
  }
  return found;
}

/** Whether a mount of this type hides what lies at its target. */
function mountsCover(type: MountType): boolean {
  return type === 'bind' || type === 'cache' || type === 'tmpfs';
}

/** What is wrong with a secret's name, which is its id, its source or the end of its target. */
function checkTogether({ flag }: Mount, type: MountType, seen: ReadonlyMap<string, MountOption>): Finding[] {
  const found: Finding[] = [];
  if (type !== 'secret') return found;
  const [id, source, target] = ['id', 'source', 'target'].map((name) => seen.get(name));
  if (id?.value && source?.value) {
    found.push({ at: source, message: 'source is another word for id; the builder refuses both at once.' });
  } else if (
    !id?.value &&
    !source?.value &&
    !target?.value &&
    ![id, source, target].some((each) => each?.value?.includes('$'))
  ) {
    found.push({ at: flag, message: 'The secret mount has neither an id nor a target, so it names no secret.' });
  }
  return found;
}

function checkOption(option: MountOption, facts: MountOptionFacts | undefined, type: MountType): Finding[] {
  const found: Finding[] = [];
  const { key, value, valueSpan } = option;
  const keySpan = { start: option.start, end: valueSpan ? valueSpan.start - 1 : option.end };
  const fits = mountOptions.filter(({ refusedBy, usedBy }) => !refusedBy.includes(type) && usedBy.includes(type));
  if (!facts) {
    if (key.includes('$') && value !== undefined) return found;
    if (key === '' || key.includes('$')) {
      found.push({
        at: option,
        message: 'Between the commas stands a name with its value; variables cannot bring one.',
      });
      return found;
    }
    const names = fits.flatMap(({ name, aliases }) => [name, ...aliases]);
    found.push({
      at: keySpan,
      message: `${article(type)} ${type} mount has no option named ${quoted(key)}.`,
      ...fixTo(keySpan, key, names),
    });
    return found;
  }
  if (facts.name === 'from' && value && !value.includes('$') && !isImageReference(value.toLowerCase())) {
    found.push({ at: valueSpan ?? option, message: 'This names neither a stage nor an image.' });
    return found;
  }
  if (facts.name === 'source' && type === 'ssh' && value) {
    found.push({ at: option, message: 'An ssh mount takes no source: the builder refuses it.' });
    return found;
  }
  if (facts.refusedBy.includes(type)) {
    found.push({ at: keySpan, message: `${article(type)} ${type} mount takes no ${key}: the builder refuses it.` });
    return found;
  }
  if (!facts.usedBy.includes(type)) {
    found.push({
      at: keySpan,
      message: `${key} has no effect on ${article(type).toLowerCase()} ${type} mount.`,
      severity: 'warning',
    });
  }
  if (value === undefined) {
    if (!facts.bare) found.push({ at: option, message: `${key} has no value.` });
    return found;
  }
  if (value.includes('$') || !valueSpan || key === 'type') return found;
  const wrong = misfit(facts, value);
  if (wrong) {
    const names = typeof facts.value === 'string' ? [] : facts.value;
    found.push({ at: valueSpan, message: wrong, ...fixTo(valueSpan, value, names) });
  }
  return found;
}

/** What is wrong with a value, as a sentence. */
function misfit({ name, value: kind }: MountOptionFacts, value: string): string | undefined {
  if (typeof kind !== 'string') {
    return kind.includes(value.toLowerCase()) ? undefined : `${name} is ${listed(kind, 'or')}, not ${quoted(value)}.`;
  }
  switch (kind) {
    case 'boolean':
      return /^(?:[10tTfF]|true|True|TRUE|false|False|FALSE)$/.test(value)
        ? undefined
        : `${name} is true or false, not ${quoted(value)}.`;
    case 'number':
      return /^\d{1,10}$/.test(value) && Number(value) < 2 ** 32
        ? undefined
        : `${name} is a number, not ${quoted(value)}.`;
    case 'octal':
      return /^[0-7]+$/.test(value) && Number.parseInt(value, 8) < 2 ** 32
        ? undefined
        : `${name} is a number in octal, not ${quoted(value)}.`;
    case 'size':
      return /^\d+(?:\.\d+)?(?:e\d+)? ?(?:[kmgtp]i?b?|b)?$/i.test(value)
        ? undefined
        : `${name} is a size such as 64m, not ${quoted(value)}.`;
    default:
      return undefined;
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
