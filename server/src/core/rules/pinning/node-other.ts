import type { Build, Stage } from '../../model/build-types';
import type { PackageInstall } from '../../model/installs/install';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { baseImageOf } from '../../model/stages/base-image';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';
import { readValues, toFinding } from '../unpinned';

export const nodeOther: Rule = {
  id: 'pinning/node-other',
  severity: 'off',
  strict: 'warning',
  about: { texts: ['npm', 'npx', 'yarn', 'bun'] },
  summary: 'Give the packages that yarn, pnpm, bun and npx fetch a version.',
  why: `Without a version, or with @latest, a build takes the newest release of the package and of everything it needs. A tool that is
    installed globally or run by npx has no lock file, so its version has to stand in the Dockerfile.`,
  examples: [
    {
      bad: dockerfile`
        FROM node:24-slim
        RUN yarn global add serve
                            ^^^^^ serve has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM node:24-slim
        RUN yarn global add serve@14.2.5
      `,
    },
  ],

  check(build) {
    const findings: Finding[] = [];
    for (const install of build.installs) {
      const packages = packagesOf(install);
      if (packages.length === 0) continue;
      const words = packages.filter((word) => isFloating(build, install.command, word));
      if (words.length > 0) findings.push(toFinding(words, install.command.arguments));
    }
    for (const command of commandsNamed(build, ...RUNNER_NAMES)) {
      const runner = readRunner(command);
      if (!runner || (runner.local && mayBeInstalled(build, command, runner.word))) continue;
      if (isFloating(build, command, runner.word)) findings.push(toFinding([runner.word], command.arguments));
    }
    return findings;
  },
};

/** The packages that an install adds; plain names behind `npm install` are the ground of the rule for npm. */
function packagesOf({ manager, verbName, verb, packages }: PackageInstall): readonly ShellWord[] {
  switch (manager.id) {
    case 'npm':
      if (verb?.value === 'install') return packages.filter(({ value }) => FLOATING.test(value));
      return verbName === 'install' || verbName === 'add' ? packages : [];
    case 'yarn':
    case 'yarn-berry':
      return verbName === 'add' || verbName === 'global add' ? packages : [];
    case 'pnpm':
    case 'bun':
      return verbName === 'add' || verbName === 'install' ? packages : [];
    default:
      return NONE;
  }
}

const NONE: readonly never[] = [];

const FLOATING = /@(?:latest|next|canary|beta|alpha|nightly|stable)$/;

function isFloating(build: Build, { script }: ShellCommand, word: ShellWord): boolean {
  const { scope } = build.states[script.instruction.index]!;
  return (readValues(word, scope) ?? []).some((value) => FLOATING.test(value) || !isFixed(value));
}

/** A version, a path, an archive, or a commit or tag of a repository. */
function isFixed(value: string): boolean {
  if (
    /^(?:\.{1,2}(?:\/|$)|\/|~\/|file:|link:|portal:|workspace:)/.test(value) ||
    /\.(?:tgz|tar|tar\.gz)$/.test(value)
  ) {
    return true;
  }
  if (/^(?:git|https?|ssh|github)[+:]/.test(value) || /^[\w-]+\/[\w.-]+(?:#|$)/.test(value)) return value.includes('#');
  return value.replace(/^@/, '').includes('@');
}

/** A command that runs a program of a package, fetching it first. */
interface Runner {
  readonly word: ShellWord;
  /** Whether it takes the program of an installed package where there is one. */
  readonly local: boolean;
}

const RUNNERS: ReadonlyMap<string, { readonly verbs?: readonly string[]; readonly local: boolean }> = new Map([
  ['npx', { local: true }],
  ['bunx', { local: true }],
  ['pnpx', { local: false }],
  ['npm', { verbs: ['exec', 'x'], local: true }],
  ['bun', { verbs: ['x'], local: true }],
  ['pnpm', { verbs: ['dlx'], local: false }],
  ['yarn', { verbs: ['dlx'], local: false }],
]);

const RUNNER_NAMES = [...RUNNERS.keys()];

const VALUE_FLAGS = [
  '--registry',
  '--cache',
  '--prefix',
  '-w',
  '--workspace',
  '-c',
  '--call',
  '--loglevel',
  '-C',
  '--dir',
];

function readRunner({ name, arguments: words }: ShellCommand): Runner | undefined {
  const runner = name === undefined ? undefined : RUNNERS.get(name);
  if (!runner) return undefined;
  const { verbs, local } = runner;
  let at = 0;
  if (verbs) {
    if (!verbs.includes(words[0]?.value ?? '')) return undefined;
    at = 1;
  }
  for (; at < words.length; at++) {
    const word = words[at]!;
    const { value } = word;
    if (value === '--no-install' || value === '--no' || value === '--offline') return undefined;
    if (value === '-p' || value === '--package') return words[at + 1] && { word: words[at + 1]!, local };
    // Its value is part of the same word, and what stands behind the flags is a program, not a package.
    if (value.startsWith('--package=') || value.startsWith('-p=')) return undefined;
    if (VALUE_FLAGS.includes(value)) at++;
    else if (value !== '--' && !value.startsWith('-')) return { word, local };
  }
  return undefined;
}

const JAVASCRIPT = new Set(['npm', 'yarn', 'yarn-berry', 'pnpm', 'bun']);

/** Whether the program may come with what an earlier step installed or copied, or the base image brought. */
function mayBeInstalled(build: Build, { script, start }: ShellCommand, { value }: ShellWord): boolean {
  if (FLOATING.test(value) || value.replace(/^@/, '').includes('@')) return false;
  const chain: number[] = [];
  for (let stage: Stage | undefined = build.stages[script.instruction.stage]; stage; stage = stage.parent) {
    chain.push(stage.index);
    if (!stage.parent && !baseImageOf(stage).product) return true;
  }
  const { index } = script.instruction;
  const installed = build.installs.some(
    ({ manager, command, instruction }) =>
      chain.includes(instruction.stage) && command.start < start && JAVASCRIPT.has(manager.id),
  );
  if (installed) return true;
  return build.instructions.some(
    (one) => one.index < index && one.keyword === 'COPY' && chain.includes(one.stage) && one.from !== undefined,
  );
}
