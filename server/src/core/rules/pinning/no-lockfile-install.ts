import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../../model/build-types';
import { type Lock, makesSameImage } from '../../model/installs/frozen-install';
import type { PackageInstall } from '../../model/installs/install';
import { runsOf } from '../../model/multi-stage/runs';
import { readCopied } from '../../model/order/copied';
import { globMatches, type Place, placeIn, placeText, readPlace } from '../../model/order/places';
import { dockerfile } from '../../text/dockerfile';
import { insert, replace } from '../../text/edit';
import { table } from '../../text/table';
import type { Finding, Fix, Rule } from '../rule';

export const noLockfileInstall: Rule = {
  id: 'pinning/no-lockfile-install',
  severity: 'info',
  summary: 'Install exactly what the lock file says.',
  why: `An install that may change the lock file resolves again whatever does not match, so the image can hold other versions than those that
    were tested. The frozen form fails instead, and is often faster.`,
  fixable: {
    safety: 'safe',
    because:
      'Where the context does not show that the lock file agrees with the manifest and that the image keeps its own lock file, the frozen form may fail or leave another lock file behind.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:24-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm install
            ^^^^^^^^^^^ npm install may change what package-lock.json says; npm ci does not.
        COPY . .
      `,
      good: dockerfile`
        FROM node:24-slim
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci
        COPY . .
      `,
      context: { 'package.json': '{}', 'package-lock.json': '{ "lockfileVersion": 3, "packages": { "": {} } }' },
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (!build.context) return found;
    for (const install of build.installs) {
      const frozen = FORMS[install.manager.id]?.(install, build);
      if (!frozen) continue;
      const lock = findLock(build, install, frozen.locks);
      if (lock === undefined) continue;
      const { command } = install;
      const { fix } = frozen;
      const usable = command.quotedBy === undefined && command.script.form !== 'exec';
      found.push({
        at: { start: command.nameWord?.start ?? command.start, end: command.end },
        message: `${frozen.written} may change what ${lock.name} says; ${frozen.instead} does not.`,
        ...(fix && usable
          ? { fix: () => (makesSameImage(build, install, lock) ? fix : { ...fix, safety: 'unsafe' }) }
          : {}),
      });
    }
    return found;
  },
};

/** What an install is in its frozen form. */
interface Frozen {
  /** The names of the lock file. */
  readonly locks: readonly string[];
  readonly written: string;
  readonly instead: string;
  readonly fix?: Fix;
}

/** By package manager: how its install is frozen, unless it is or need not be. */
const FORMS: Readonly<Record<string, (install: PackageInstall, build: Build) => Frozen | undefined>> = table({
  npm(install, build) {
    const { verbName, verb, fromManifest, packages, instruction } = install;
    if (verbName !== 'install' || !fromManifest || packages.length > 0 || !verb) return undefined;
    if (has(install, '-g', '--global', '--package-lock-only', '--no-package-lock', '--no-save', '--package-lock'))
      return undefined;
    const form = {
      locks: ['package-lock.json', 'npm-shrinkwrap.json'],
      written: `npm ${verb.value}`,
      instead: 'npm ci',
    };
    // npm 5.7, the first with ci, came with Node.js 8.10 and 10.
    const { product, version } = readBaseImage(build.stages[instruction.stage]?.root ?? '');
    if (product === 'node' && Number.parseInt(version ?? '', 10) < 10) return undefined;
    return { ...form, fix: { title: 'Use npm ci', edits: [replace(verb, 'ci')] } };
  },
  yarn: (install) => yarn(install, '--frozen-lockfile'),
  'yarn-berry': (install) => yarn(install, '--immutable'),
  pnpm(install, build) {
    const { verbName, verb } = install;
    if (verbName !== 'install' || !verb || (verb.value !== 'install' && verb.value !== 'i')) return undefined;
    if (has(install, '--frozen-lockfile', '--no-frozen-lockfile', '--lockfile-only', '--no-lockfile', '-g', '--global'))
      return undefined;
    // pnpm freezes by itself where it believes to run in CI.
    if (isSet(install, build, 'CI')) return undefined;
    return addFlag(install, ['pnpm-lock.yaml'], 'pnpm install', '--frozen-lockfile');
  },
  bun(install) {
    const { verbName, verb, packages } = install;
    if (verbName !== 'install' || verb?.value === 'ci' || packages.length > 0) return undefined;
    if (has(install, '--frozen-lockfile', '-g', '--global', '--no-save')) return undefined;
    return addFlag(install, ['bun.lock', 'bun.lockb'], 'bun install', '--frozen-lockfile');
  },
  bundler(install, build) {
    const { verbName, command } = install;
    if (verbName !== 'install' && verbName !== '') return undefined;
    if (has(install, '--deployment', '--frozen', '--local', '--help', '--version')) return undefined;
    if (isSet(install, build, 'BUNDLE_FROZEN') || isSet(install, build, 'BUNDLE_DEPLOYMENT')) return undefined;
    const configured = build.commands.some(
      ({ name, arguments: words, start }) =>
        (name === 'bundle' || name === 'bundler') &&
        start < command.start &&
        words[0]?.value === 'config' &&
        words.some(({ value }) => /^(?:deployment|frozen)$/.test(value)),
    );
    if (configured) return undefined;
    return {
      locks: ['Gemfile.lock', 'gems.locked'],
      written: 'bundle install',
      instead: 'BUNDLE_FROZEN=true',
      // A lock file made on another platform may lack the one of the image, and the frozen install then fails.
      ...(command.words[0] === command.nameWord
        ? {
            fix: {
              title: 'Set BUNDLE_FROZEN=true',
              edits: [insert(command.nameWord!.start, 'BUNDLE_FROZEN=true ')],
              safety: 'unsafe',
            },
          }
        : {}),
    };
  },
  uv(install, build) {
    const { verbName } = install;
    if (verbName !== 'sync' || has(install, '--locked', '--frozen', '--upgrade', '-U', '--script')) return undefined;
    if (isSet(install, build, 'UV_LOCKED') || isSet(install, build, 'UV_FROZEN')) return undefined;
    return addFlag(install, ['uv.lock'], 'uv sync', '--locked');
  },
  pipenv(install) {
    const { verbName, packages } = install;
    if (verbName !== 'install' || packages.length > 0) return undefined;
    if (has(install, '--deploy', '--ignore-pipfile', '--skip-lock', '-r', '--requirements')) return undefined;
    return addFlag(install, ['Pipfile.lock'], 'pipenv install', '--deploy');
  },
  composer({ verbName, verb, command }) {
    if (verbName !== 'update' || !verb) return undefined;
    const named = command.arguments.slice(command.arguments.indexOf(verb) + 1).some(({ value }) => value.includes('/'));
    return {
      locks: ['composer.lock'],
      written: 'composer update',
      instead: 'composer install',
      // Unlike a frozen install this is another one: of what the lock file says instead of the newest.
      ...(named ? {} : { fix: { title: 'Use composer install', edits: [replace(verb, 'install')], safety: 'unsafe' } }),
    };
  },
  cargo(install) {
    if (install.verbName !== 'build' || has(install, '--locked', '--frozen', '--offline')) return undefined;
    return addFlag(install, ['Cargo.lock'], 'cargo build', '--locked');
  },
  dotnet(install, build) {
    if (install.verbName !== 'restore' || has(install, '--locked-mode', '--force-evaluate')) return undefined;
    if (install.command.arguments.some(({ value }) => /RestoreLockedMode/i.test(value))) return undefined;
    return isSet(install, build, 'RestoreLockedMode')
      ? undefined
      : addFlag(install, ['packages.lock.json'], 'dotnet restore', '--locked-mode');
  },
});

function yarn(install: PackageInstall, flag: string): Frozen | undefined {
  const { verbName } = install;
  if (verbName !== 'install' && verbName !== '') return undefined;
  if (has(install, '--frozen-lockfile', '--immutable', '--pure-lockfile', '--no-lockfile', '--immutable-cache'))
    return undefined;
  return addFlag(install, ['yarn.lock'], verbName === '' ? 'yarn' : 'yarn install', flag);
}

function addFlag(install: PackageInstall, locks: readonly string[], written: string, flag: string): Frozen {
  const at = install.verb ?? install.command.nameWord;
  const fix = at && { title: `Add ${flag}`, edits: [insert(at.end, ` ${flag}`)] };
  return { locks, written, instead: flag, ...(fix ? { fix } : {}) };
}

function has({ flags }: PackageInstall, ...names: readonly string[]): boolean {
  return flags.some(({ name }) => names.includes(name));
}

/** Whether a variable that freezes installs is set to anything but a refusal. */
function isSet({ command, instruction }: PackageInstall, { states }: Build, name: string): boolean {
  const own = command.assignments.find((assignment) => assignment.name === name)?.value.value;
  const exported = command.script.commands
    .flatMap(({ name: command_, arguments: words }) => (command_ === 'export' ? words : []))
    .find(({ value }) => value.startsWith(`${name}=`))
    ?.value.slice(name.length + 1);
  const variable = states[instruction.index]!.scope.lookup(name);
  const value = own ?? exported ?? (variable ? (variable.value ?? 'unknown') : undefined);
  return value !== undefined && !/^(?:0|false|no|off|)$/i.test(value);
}

/** The lock file of the context that has been copied or mounted to where the install works. */
function findLock(build: Build, install: PackageInstall, locks: readonly string[]): Lock | undefined {
  if (install.manifestWords.length > 0) return undefined;
  const facts = runsOf(build)
    .facts(install.instruction)
    ?.commands.find((one) => one.install === install);
  if (!facts) return undefined;
  for (const name of locks) {
    const wanted = placeText(placeIn(facts.directory, name));
    for (const landed of landings(build, install, facts.start, name)) {
      if (placeText(landed.place) === wanted) return landed;
    }
  }
  return undefined;
}

/** Where the lock files of that name in the context lie when an install starts. */
function landings(build: Build, { instruction }: PackageInstall, start: Place, name: string): Lock[] {
  const found: Lock[] = [];
  const context = build.context!;
  for (const { type, source = '', target, from } of instruction.mounts) {
    if (type !== 'bind' || from !== undefined || target === undefined) continue;
    const mounted = source.replace(/^\.?\/|^\.$|\/$/g, '');
    const here = readPlace(target, start);
    if (mounted.split('/').at(-1) === name && context.has(mounted)) {
      found.push({ name, folder: mounted.slice(0, -name.length - 1), place: here });
    } else if (context.has(joined(mounted, name))) found.push({ name, folder: mounted, place: placeIn(here, name) });
  }
  const chain: number[] = [];
  for (let stage = build.stages[instruction.stage]; stage; stage = stage.parent) chain.push(stage.index);
  for (const copy of build.instructions) {
    if (copy.index >= instruction.index) return found;
    if ((copy.keyword !== 'COPY' && copy.keyword !== 'ADD') || !chain.includes(copy.stage)) continue;
    const copied = readCopied(build, copy);
    if (copied?.origin !== 'context') continue;
    for (const { source, place, tree } of copied.items) {
      const slash = source.lastIndexOf('/');
      const folder = slash === -1 ? '' : source.slice(0, slash);
      const whole = source === '.' ? '' : source;
      if (tree && context.has(joined(whole, name))) found.push({ name, folder: whole, place: placeIn(place, name) });
      else if (globMatches(source.slice(slash + 1), name) && context.has(joined(folder, name))) {
        const beside = { root: place.root, parts: [...place.parts.slice(0, -1), name] };
        found.push({ name, folder, place: tree ? placeIn(place, name) : beside });
      }
    }
  }
  return found;
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
