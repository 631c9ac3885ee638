import type { Build } from '../../model/build-types';
import type { CommandFacts } from '../../model/multi-stage/runs';
import { readCacheOrder } from '../../model/order/cache-order';
import type { Copied, CopiedItem } from '../../model/order/copied';
import { copyStart } from '../../model/order/copy-edits';
import { type Place, placeIn, relate } from '../../model/order/places';
import { titleOf } from '../../model/shell/command-title';
import { insertBehind, lineNumber } from '../../model/syntax/blocks';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const manifestWithoutLockfile: Rule = {
  id: 'cache/manifest-without-lockfile',
  severity: 'warning',
  about: { instructions: ['ADD', 'COPY'] },
  summary: 'Copy the lock file with the manifest.',
  why: 'Without the lock file the installation takes the newest versions that the manifest allows, on the day when the step happens to run. The cache then keeps them until the manifest changes, and no two machines install the same.',
  fixable: {
    safety: 'unsafe',
    because: 'The versions of the lock file are installed instead of the newest that the manifest allows.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package.json ./
             ^^^^^^^^^^^^ package-lock.json is not copied with it, so "npm install" in line 4 takes other versions than the lock file says.
        RUN npm install
      `,
      good: dockerfile`
        FROM node:20-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm install
      `,
      context: { 'package.json': '{}', 'package-lock.json': '{}' },
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    const { context } = build;
    if (!context) return findings;
    const order = readCacheOrder(build);
    const copies = [...order.copies()].filter(({ origin }) => origin === 'context');
    if (copies.length === 0) return findings;
    const told = new Set<CopiedItem>();
    for (const { instruction: run } of build.installs) {
      for (const command of order.runs.facts(run)?.commands ?? []) {
        if (!command.separable || command.install?.verbName === 'update') continue;
        const above = copies.filter((copy) => isAbove(build, copy, command));
        const found = findManifest(above, command);
        if (!found || told.has(found.item)) continue;
        const lock = missingLock(build, above, found, command);
        if (lock === undefined) continue;
        told.add(found.item);
        findings.push({
          at: found.item.word,
          message: `${lock} is not copied with it, so "${titleOf(command)}" in line ${lineNumber(build.source, command.command)} takes other versions than the lock file says.`,
          related: [{ at: command.command, message: 'This installs without the lock file.' }],
          fix: addLock(build, found.copied, found.item, lock),
        });
      }
    }
    return findings;
  },
};

interface Found {
  readonly copied: Copied;
  readonly item: CopiedItem;
}

function isAbove({ stages }: Build, { instruction }: Copied, { command }: CommandFacts): boolean {
  const { instruction: run } = command.script;
  if (instruction.index > run.index) return false;
  for (let stage = stages[run.stage]; stage; stage = stage.parent) if (stage.index === instruction.stage) return true;
  return false;
}

/** The COPY that gives the manifest alone, by its name. */
function findManifest(copies: readonly Copied[], { install, directory }: CommandFacts): Found | undefined {
  const names = install!.manager.manifests.filter(({ role }) => role === 'manifest').map(({ pattern }) => pattern);
  for (const copied of copies) {
    for (const item of copied.items) {
      const name = item.place.parts.at(-1) ?? '';
      if (item.tree || /[*?[]/.test(item.source) || !names.includes(name)) continue;
      if (relate(placeIn(directory, name), item.place) === 'same') return { copied, item };
    }
  }
  return undefined;
}

/** The lock file of the context that no COPY brings to where the installation looks for it. */
function missingLock(
  { context }: Build,
  copies: readonly Copied[],
  { item }: Found,
  { install, directory }: CommandFacts,
): string | undefined {
  const locks = install!.manager.manifests.filter(({ role, pattern }) => role === 'lock' && !pattern.includes('*'));
  const present = locks.map(({ pattern }) => pattern).filter((name) => context!.has(beside(item.source, name)));
  if (present.length === 0 || present.some((name) => isGiven(copies, placeIn(directory, name)))) return undefined;
  return present[0];
}

function isGiven(copies: readonly Copied[], place: Place): boolean {
  return copies.some(({ items }) =>
    items.some((item) => {
      const relation = relate(place, item.place);
      return relation === 'same' || (relation === 'inside' && item.tree);
    }),
  );
}

function beside(source: string, name: string): string {
  const slash = source.lastIndexOf('/');
  return slash === -1 ? name : source.slice(0, slash + 1) + name;
}

/** Adds the lock file to a COPY into a directory; beside one that names the file at its destination, in a COPY of its own. */
function addLock(
  { source }: Build,
  { instruction, directory }: Copied,
  { word, place }: CopiedItem,
  lock: string,
): Fix {
  const { value } = instruction.destination!;
  const written = source.text.slice(word.start, word.end);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const path = quote + beside(word.value, lock) + quote;
  const title = `Copy ${lock} too`;
  if (/(?:^|\/)\.{0,2}$/.test(value) || instruction.sources.length > 1) {
    return { title, edits: [insert(word.end, (instruction.json ? ', ' : ' ') + path)] };
  }
  const isDirectory = relate(directory, place) === 'around';
  const target = isDirectory ? `${value}/` : beside(value, lock);
  const words = [path, quote + target + quote];
  const line = copyStart(source, instruction) + (instruction.json ? `[${words.join(', ')}]` : words.join(' '));
  return { title, edits: [insertBehind(source, instruction, line + source.newline)] };
}
