import type { Artefact, Ecosystem, Plan, Step } from '../knowledge/ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../knowledge/image-paths';
import { debianPackageOf, hasCommand, libraryOf, packageName, packageRole } from '../knowledge/package-roles';
import { chooseRuntime, hasUser, type RuntimeImage } from '../knowledge/runtime-images';
import { readCredentialName } from '../knowledge/secret-names';
import { type Edit, replace } from '../text/edit';
import { lineNumber } from './blocks';
import type { Build, Stage } from './build-types';
import type { PackageInstall } from './install';
import type { EnvInstruction, Instruction, RunInstruction } from './instruction';
import type { StageProject } from './project';
import { type Effect, isPassing, readEffect } from './run-effects';
import type { Runs } from './runs';
import type { ShellWord } from './shell-command';
import { removeWords } from './shell-edits';

/** An instruction of the author's that goes to the runtime stage. */
export interface Moved {
  readonly instruction: Instruction;
  /** Whether the builder keeps it too. */
  readonly both: boolean;
  /** Whether it sets up the system, so that it comes before the files. */
  readonly early: boolean;
  /** What differs there: packages that only the build needs are left out, libraries take the place of their headers. */
  readonly changes: readonly Edit[];
}

/** Which instruction of a single-stage file belongs where. */
export interface StageSplit {
  /** The builder's last instruction: what stands behind it stays where it is, and becomes the runtime stage's. */
  readonly boundary: Instruction;
  readonly runtime: RuntimeImage;
  /** From in front of the boundary, in file order. */
  readonly moved: readonly Moved[];
  /** Instructions that go altogether. */
  readonly dropped: readonly Instruction[];
  /** Variables that only the builder's base image sets, written out wherever the runtime stage has them. */
  readonly substitutions: readonly Edit[];
  readonly artefacts: readonly Artefact[];
  /** Who owns a path, for `COPY --chown`; undefined for root. */
  ownerOf(path: string): string | undefined;
  /** System packages that the runtime needs and no instruction of the author's brings. */
  readonly packages: readonly string[];
  /** The working directory, where the author's WORKDIR stays in the builder. */
  readonly workdir?: string;
  readonly notes: readonly string[];
}

export interface SplitRefusal {
  readonly because: string;
}

/** What is at hand while one stage is sorted. */
interface Sorting {
  readonly build: Build;
  readonly stage: Stage;
  readonly project: StageProject;
  readonly plan: Plan;
  readonly ecosystem: Ecosystem;
  readonly runs: readonly RunRole[];
  readonly boundary: Instruction;
  isLocal(path: string): boolean;
}

/** What a RUN does, seen as a whole. */
interface RunRole {
  readonly run: RunInstruction;
  readonly effects: readonly Effect[];
  /** Whether anything in it belongs to the build. */
  readonly builds: boolean;
  readonly users: readonly string[];
  readonly places: readonly string[];
  /** What it makes in the project, by name. */
  readonly made: readonly string[];
  /** Whether what it does to places can be done in the runtime stage as well. */
  readonly repeatable: boolean;
  readonly packages: readonly ShellWord[];
  readonly lists: boolean;
  readonly tool: boolean;
}

/** Sorts the instructions of a stage into builder and runtime, by what each of them leaves behind. */
export function splitStage(
  build: Build,
  stage: Stage,
  project: StageProject,
  plan: Plan,
  ecosystem: Ecosystem,
  facts: Runs,
): StageSplit | SplitRefusal {
  const isLocal = localPlaces(project, ecosystem);
  const runs: RunRole[] = [];
  for (const run of stage.instructions.filter((one) => one.keyword === 'RUN')) {
    const role = readRole(run, project, ecosystem, facts, isLocal);
    if ('because' in role) return { because: `Line ${lineNumber(build.source, run)} ${role.because}` };
    runs.push(role);
  }
  const lost = project.copies.find(({ path }) => path === undefined);
  if (lost) return { because: `Where line ${lineNumber(build.source, lost.instruction)} copies to can't be told.` };
  const last = runs.findLast(({ builds, users, places, packages, lists, tool }) => {
    return builds || (users.length === 0 && places.length === 0 && packages.length === 0 && !lists && !tool);
  });
  if (!last) return { because: 'No RUN builds anything.' };
  return sort({ build, stage, project, plan, ecosystem, runs, boundary: last.run, isLocal });
}

const SYSTEM = /^\/(?:bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|usr|var)(?:\/|$)/;

/** Places that only the build uses: the directories that it works in, caches, its own tools. */
function localPlaces(project: StageProject, ecosystem: Ecosystem): (path: string) => boolean {
  const worked = project.steps.flatMap((step) =>
    step.directory !== undefined && ecosystem.roleOf(step, project) === 'build' ? [step.directory] : [],
  );
  const roots = [...new Set([...worked, ...ecosystem.buildDirectories])].filter((path) => path !== '/');
  const atTop = worked.includes('/');
  return (path) =>
    isPassing(path) || roots.some((root) => isWithin(path, root)) || (atTop && path !== '/' && !SYSTEM.test(path));
}

/** Commands whose effect on places does not depend on what only the builder has. */
const REPEATABLE = new Set(
  'mkdir touch chmod chown chgrp ln echo printf sed cat tee : true cd set test [ ls'.split(' '),
);

function readRole(
  run: RunInstruction,
  project: StageProject,
  ecosystem: Ecosystem,
  facts: Runs,
  isLocal: (path: string) => boolean,
): RunRole | SplitRefusal {
  const known = facts.facts(run);
  if (!known || known.opaque) return { because: "can't be read." };
  const pairs = known.commands.map((command) => ({ command, step: project.stepOf.get(command.command)! }));
  const effects = pairs.map(({ command, step }) => readEffect(step, command, project, ecosystem, isLocal));
  const unknown = effects.find((effect) => effect.kind === 'unknown');
  if (unknown) return { because: `calls ${unknown.title}; what that leaves behind is not known.` };
  const users = effects.flatMap((effect) => (effect.kind === 'users' ? effect.names : []));
  const removed = new Set(
    pairs.flatMap(({ step }) =>
      /^(?:apk|apt|apt-get|yum|dnf)$/.test(step.name) && REMOVES.test(step.arguments.join(' ')) ? step.arguments : [],
    ),
  );
  const packages = effects.flatMap((effect) =>
    effect.kind === 'packages' && !isVirtual(effect.install)
      ? effect.install.packages.filter(({ value }) => !removed.has(value))
      : [],
  );
  const builds = effects.some(({ kind }) => kind === 'build');
  if (builds && users.length > 0) return { because: 'both builds and makes users; split it in two first.' };
  if (builds && effects.some(({ kind }) => kind === 'tool')) {
    return { because: 'both builds and installs what the container starts; split it in two first.' };
  }
  return {
    run,
    effects,
    builds,
    users,
    places: effects.flatMap((effect) => (effect.kind === 'places' ? effect.paths : [])),
    made: effects.flatMap((effect) => (effect.kind === 'none' ? effect.made : [])),
    repeatable: pairs.every(({ step }, index) => effects[index]!.kind !== 'places' || REPEATABLE.has(step.name)),
    packages,
    lists: effects.some(({ kind }) => kind === 'lists'),
    tool: effects.some(({ kind }) => kind === 'tool'),
  };
}

const REMOVES = /(?:^|\s)(?:del|purge|remove|autoremove|erase)(?:\s|$)/;

/** `apk add --virtual .build-deps`: packages that the author himself calls the build's. */
function isVirtual({ flags }: PackageInstall): boolean {
  return flags.some(
    ({ name, value }) => (name === '--virtual' || name === '-t') && /build|dev|deps|tmp/i.test(value ?? ''),
  );
}

function sort(sorting: Sorting): StageSplit | SplitRefusal {
  const { build, stage, project, plan, runs, boundary, ecosystem } = sorting;
  const notes: string[] = [];
  const inFront = runs.filter(({ run }) => run.index <= boundary.index);
  const behind = runs.filter(({ run }) => run.index > boundary.index);
  const serves = plan.serves !== undefined;

  const kept = serves ? new Map<RunRole, readonly ShellWord[]>() : runtimePackages(sorting, inFront);
  const keptWords = [...kept.values()].flat();
  const checks = project.healthcheck?.start;
  const reasons = [
    ...(project.start.shell ? ['the start is in shell form'] : []),
    ...[...project.scripts.keys()].map((path) => `${nameOf(path)} is a script`),
    ...project.start.launchers.map((name) => `${nameOf(name)} starts it`),
    ...(checks?.shell ? ['HEALTHCHECK is in shell form'] : []),
    ...(plan.calls ?? []).map((name) => `the program calls ${name}`),
    ...keptWords.map(({ value }) => `${packageName(value)} is installed`),
    ...[...inFront.filter(({ users, tool }) => users.length > 0 || tool), ...behind].map(
      ({ run }) => `line ${lineNumber(build.source, run)} is a RUN`,
    ),
  ];
  const needsShell = !serves && reasons.length > 0;
  const runtime = chooseRuntime(plan.need, needsShell ? reasons[0] : undefined, project.base);
  if (runtime.note) notes.push(runtime.note);
  const hasShell = plan.need.kind === 'image' || needsShell;

  const moved: Moved[] = [];
  const dropped: Instruction[] = [];
  const artefacts: Artefact[] = [...plan.artefacts];
  const move = (instruction: Instruction, both: boolean, early = false, changes: readonly Edit[] = []) =>
    moved.push({ instruction, both, early, changes });
  const library = (word: ShellWord) =>
    packageRole(word.value) === 'headers' && (runtime.distro === 'debian' || runtime.distro === 'alpine')
      ? libraryOf(runtime.distro, codenameOf(runtime, project), word.value)
      : word.value;

  for (const role of inFront) {
    const { run, builds, users, places, packages, tool } = role;
    const runtimeWords = kept.get(role) ?? [];
    if (serves) {
      if (tool && !builds) dropped.push(run);
      continue;
    }
    if (builds) {
      if (runtimeWords.length > 0)
        notes.push(`Line ${lineNumber(build.source, run)} also installs what the runtime needs.`);
      const system = places.find(isSystemDirectory);
      if (system)
        return {
          because: `Line ${lineNumber(build.source, run)} builds and changes ${system}; split it in two first.`,
        };
      for (const path of places) artefacts.push({ from: path, to: path });
      continue;
    }
    const changes = changedPackages(sorting, role, runtimeWords, library);
    if (users.length > 0 || tool || runtimeWords.length > 0) {
      const names = packages.map(({ value }) => packageName(value));
      const brings = project.steps.some(
        (step) =>
          isInFront(sorting, step) &&
          project.steps.some((by) => commandRun(sorting, by) === run && ecosystem.provides(by, step.name)),
      );
      const both =
        changes.length > 0 || brings || isUsedInBuilder(sorting, run, names) || needsUser(sorting, run, users);
      move(run, both, true, changes);
    } else if (places.length > 0) {
      if (hasShell && role.repeatable) move(run, isUsedInBuilder(sorting, run, places.map(nameOf)));
      else {
        const system = places.find(isSystemDirectory);
        if (system)
          return {
            because: `Line ${lineNumber(build.source, run)} changes ${system}, which the runtime image has of its own.`,
          };
        for (const path of places) artefacts.push({ from: path, to: path });
      }
    }
  }
  if (serves) for (const { run, tool } of behind) if (tool) dropped.push(run);

  // Package lists go with the installation that they are fetched for.
  for (const { run, lists, packages, builds } of inFront) {
    if (!lists || builds || packages.length > 0) continue;
    const next = inFront.find((other) => other.run.index > run.index && other.packages.length > 0);
    const target = next && !next.lists ? moved.find(({ instruction }) => instruction === next.run) : undefined;
    if (target) move(run, target.both, true);
  }

  if (!serves) artefacts.push(...madeFiles(sorting, inFront));
  const files = sortFiles(sorting, artefacts, move);
  if (files) return files;
  sortSettings(sorting, move);
  const user = sortRest(sorting, move, dropped);
  if ('because' in user) return user;

  // A package list that is fetched for an installation that stays in the builder has been sorted before that installation was.
  const order = [...moved].sort((a, b) => a.instruction.index - b.instruction.index);
  const inRuntime = [
    ...order.map(({ instruction }) => instruction),
    ...stage.instructions.filter(({ index }) => index > boundary.index),
  ].filter((one) => !dropped.includes(one));
  const args = sortArgs(sorting, inRuntime);
  if ('because' in args) return args;
  const substitutions = substitute(sorting, inRuntime);
  if ('because' in substitutions) return substitutions;
  const volume = inRuntime.find(
    (one) => one.keyword === 'VOLUME' && one.words.some(({ value }) => covers(value, project.workdir, artefacts)),
  );
  if (volume) return { because: `VOLUME on line ${lineNumber(build.source, volume)} covers what is built.` };

  const commands = serves
    ? []
    : missingCommands(sorting, runtime, [...keptWords, ...behind.flatMap(({ packages }) => packages)], artefacts);
  if ('because' in commands) return commands;
  const installed = [...keptWords, ...behind.flatMap(({ packages }) => packages)].map(({ value }) =>
    packageName(value),
  );
  const packages = [...commands, ...(plan.packages ?? [])];
  for (const role of inFront) if (role.builds) packages.push(...(kept.get(role) ?? []).map(library));
  if (runtime.distro === 'alpine' && plan.need.kind !== 'image') {
    if (plan.wants?.includes('zones') && !installed.includes('tzdata')) packages.push('tzdata');
  }
  if (runtime.distro === 'debian' && plan.wants?.includes('certificates') && !installed.includes('ca-certificates')) {
    if (packages.length > 0) packages.push('ca-certificates');
    else artefacts.push({ from: CERTIFICATES, to: CERTIFICATES });
  }
  const made = inFront.concat(behind).flatMap(({ users }) => users);
  const image = replaced(plan, packages, commands, runtime);
  if ('because' in image) return image;
  const known = (name: string) =>
    made.includes(name) ||
    (plan.need.kind === 'image' && plan.need.users.includes(name)) ||
    hasUser(runtime.distro, name);
  if (user.name !== undefined && !serves && !known(user.name)) {
    return { because: `The user ${user.name} may not be there in ${runtime.image}.` };
  }
  const removed = removedPaths(sorting);
  const isRoot = user.name === undefined || user.name === 'root' || user.name === '0' || serves;
  const workdir = serves ? undefined : workdirOf(sorting);
  return {
    boundary,
    runtime: image.runtime,
    moved: [...args.moved, ...order].sort((a, b) => a.instruction.index - b.instruction.index),
    dropped,
    substitutions: substitutions.list,
    artefacts: tidied(
      artefacts.filter(({ from, optional }) => !optional || !removed.some((path) => isWithin(from, path))),
    ),
    ownerOf: (path) => (isRoot ? undefined : ownerOf(sorting, path, known)),
    packages: image.packages,
    ...(workdir ? { workdir } : {}),
    notes: [...notes, ...image.notes],
  };
}

/** Files and directories that RUNs put into the project by name, as far as they are no sources. */
function madeFiles({ project, ecosystem }: Sorting, roles: readonly RunRole[]): Artefact[] {
  const worked = project.steps.flatMap((step) =>
    step.directory !== undefined && ecosystem.roleOf(step, project) === 'build' ? [step.directory] : [],
  );
  const isInside = (path: string) =>
    worked.some((root) => path !== root && isWithin(path, root) && !isWithin(root, path));
  return roles
    .flatMap(({ made }) => made)
    .filter((path) => isInside(path) && !isPassing(path) && !ecosystem.isSource(path))
    .map((path) => ({ from: path, to: path, optional: true }));
}

/** Paths that RUNs remove. */
function removedPaths({ project }: Sorting): string[] {
  return project.steps.flatMap((step) =>
    step.name === 'rm' || step.name === 'rmdir' || step.name === 'mv'
      ? step.arguments.flatMap((word) =>
          word.startsWith('-') ? [] : (toPath(word.replace(/\/\*$/, ''), step.directory) ?? []),
        )
      : [],
  );
}

/** What a copy of an installation leaves out or puts in the place of a package. */
function changedPackages(
  { build }: Sorting,
  { packages, effects }: RunRole,
  kept: readonly ShellWord[],
  library: (word: ShellWord) => string,
): Edit[] {
  const twins = kept.filter(
    (word) => library(word) !== word.value && kept.some(({ value }) => value === library(word)),
  );
  const removed = packages.filter((word) => !kept.includes(word) || twins.includes(word));
  const commands = new Set(effects.flatMap((effect) => (effect.kind === 'packages' ? [effect.install.command] : [])));
  const renamed = kept
    .filter((word) => library(word) !== word.value && !twins.includes(word))
    .map((word) => replace(word, library(word)));
  // Where a word can't be taken out, the runtime gets a package more.
  return [...renamed, ...[...commands].flatMap((command) => removeWords(build.source, command, removed) ?? [])];
}

/** The Debian release of a runtime image, where its tag or that of the builder tells. */
function codenameOf({ image }: RuntimeImage, { base }: StageProject): string | undefined {
  return /(?:^|[:-])(bookworm|trixie|bullseye)\b/.exec(image)?.[1] ?? base.codename;
}

const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

function isSystemDirectory(path: string): boolean {
  return /^\/(?:usr(?:\/(?:local|share|lib))?(?:\/s?bin|\/lib)?|etc|bin|sbin|lib|opt|var(?:\/(?:lib|log|run))?|root|home|srv|run)?$/.test(
    path,
  );
}

/** Which packages of a RUN the runtime needs. */
function runtimePackages(sorting: Sorting, roles: readonly RunRole[]): Map<RunRole, readonly ShellWord[]> {
  const { project, plan } = sorting;
  const called = calledCommands(project, plan).map(nameOf);
  const bare = plan.need.kind !== 'image';
  const kept = new Map<RunRole, readonly ShellWord[]>();
  for (const role of roles) {
    const words = role.packages.filter(({ value }) => {
      const name = packageName(value);
      const isCalled = called.some((command) => command === name || debianPackageOf(command) === name);
      switch (packageRole(value)) {
        case 'build':
          return isCalled;
        case 'headers':
          return plan.need.kind === 'dynamic' || plan.need.kind === 'image';
        case 'tool':
          return (
            isCalled ||
            (!bare && name !== 'ca-certificates' && !isCalledInBuild(sorting, name)) ||
            (!bare && name === 'ca-certificates')
          );
        default:
          // distroless has both; where it is not taken, they are added.
          if (bare && name === 'tzdata') return false;
          return !(plan.need.kind === 'static' && /^lib|-libs$|^musl|^gcompat/.test(name));
      }
    });
    if (words.length > 0) kept.set(role, words);
  }
  return kept;
}

/** Commands that the container calls: its start, its scripts, its health check. */
function calledCommands({ start, healthcheck, scripts }: StageProject, { calls }: Plan): string[] {
  const programs = [...start.programs, ...(healthcheck?.start.programs ?? [])];
  const words = [...scripts.values()].flatMap((text) => (text ?? '').match(/[A-Za-z][\w.-]*/g) ?? []);
  const inScripts = words.filter((word) => KNOWN_TOOLS.has(word));
  const interpreters = [...scripts.values()].flatMap(
    (text) => /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(text ?? '')?.slice(1) ?? [],
  );
  const shebangs = interpreters
    .flatMap((word) => (word ? [nameOf(word)] : []))
    .filter((word) => word !== 'env' && !word.startsWith('-'));
  return [
    ...new Set([...programs.map(({ name }) => name), ...start.launchers, ...inScripts, ...shebangs, ...(calls ?? [])]),
  ];
}

/** Commands that are no part of a minimal system, and are looked for by name in scripts. */
const KNOWN_TOOLS = new Set(
  `bash curl wget git jq nc netcat psql pg_isready mysql mysqladmin redis-cli envsubst openssl python python3 perl su-exec gosu tini
  dumb-init rsync ssh unzip convert ffmpeg pgrep ps ping dig nslookup netstat sudo`.split(/\s+/),
);

function isCalledInBuild(sorting: Sorting, name: string): boolean {
  return sorting.project.steps.some((step) => step.name === name && isInFront(sorting, step));
}

function commandRun({ project }: Sorting, step: Step): RunInstruction {
  return project.commandOf.get(step)!.command.script.instruction;
}

function isInFront(sorting: Sorting, step: Step): boolean {
  return commandRun(sorting, step).index <= sorting.boundary.index;
}

/** Whether the builder mentions any of some names behind an instruction. */
function isUsedInBuilder(
  { build, stage, boundary }: Sorting,
  { index }: Instruction,
  names: readonly string[],
): boolean {
  const later = stage.instructions.filter((one) => one.index > index && one.index <= boundary.index);
  const text = later
    .filter(
      ({ keyword }) =>
        keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' || keyword === 'USER' || keyword === 'WORKDIR',
    )
    .map((one) => build.source.text.slice(one.start, one.end))
    .join('\n');
  const words = new Set(text.split(/[\s"'`=:,/;&|()[\]<>]+/));
  return names.some((name) => words.has(name));
}

/** Whether the builder runs as, or gives files to, one of some users behind an instruction. */
function needsUser({ build, stage, boundary }: Sorting, { index }: Instruction, users: readonly string[]): boolean {
  const later = stage.instructions.filter((one) => one.index > index && one.index <= boundary.index);
  return later.some((one) => {
    const text = build.source.text.slice(one.start, one.end);
    if (one.keyword === 'USER') return users.includes(one.words[0]?.value.split(':', 1)[0] ?? '');
    return users.some((user) =>
      new RegExp(`(?:--chown=|chown\\s+(?:-\\S+\\s+)*|su\\s+(?:-\\s+)?|gosu\\s+)${user}\\b`).test(text),
    );
  });
}

type Move = (instruction: Instruction, both: boolean, early?: boolean) => void;

/** COPY and ADD: what goes to the project is the builder's, the rest the runtime's; scripts of the start are copied over. */
function sortFiles(sorting: Sorting, artefacts: Artefact[], move: Move): SplitRefusal | undefined {
  const { build, project, boundary, isLocal, plan } = sorting;
  const isProject = ({ path, tree }: { path: string | undefined; tree: boolean }) =>
    path !== undefined &&
    (isLocal(path) ||
      (tree &&
        project.steps.some(
          (step) =>
            sorting.ecosystem.roleOf(step, project) === 'build' &&
            step.directory !== undefined &&
            isWithin(step.directory, path),
        )));
  const instructions = new Set(project.copies.map(({ instruction }) => instruction));
  for (const instruction of instructions) {
    if (instruction.index > boundary.index) continue;
    const own = project.copies.filter((copy) => copy.instruction === instruction);
    const foreign = own.filter((copy) => !isProject(copy));
    if (foreign.length === 0) continue;
    if (foreign.length < own.length)
      return { because: `Line ${lineNumber(build.source, instruction)} copies to the project and elsewhere.` };
    if (plan.serves) continue;
    const names = foreign.flatMap(({ path }) => (path === undefined ? [] : [nameOf(path)]));
    const paths = foreign.flatMap(({ path }) => path ?? []);
    const isTool =
      instruction.from !== undefined &&
      paths.every((path) => /\/s?bin\/[^/]+$/.test(path)) &&
      !calledCommands(project, plan).some((name) => names.includes(nameOf(name)));
    if (isTool) continue;
    move(instruction, isUsedInBuilder(sorting, instruction, names));
  }
  if (plan.serves) return undefined;
  for (const script of project.scripts.keys()) {
    const copy = project.copies.findLast(
      ({ path, tree }) => path !== undefined && (path === script || (tree && isWithin(script, path))),
    );
    if (!copy || copy.instruction.index > boundary.index || !isProject(copy)) continue;
    artefacts.push({ from: script, to: script });
  }
  return undefined;
}

/** ENV: what only the build reads stays; what the builder uses is in both; the rest goes. */
function sortSettings({ build, stage, ecosystem, boundary, plan, project }: Sorting, move: Move): void {
  if (plan.serves) return;
  for (const instruction of stage.instructions) {
    if (instruction.index > boundary.index) break;
    if (instruction.keyword !== 'ENV') continue;
    if (instruction.pairs.every(({ name, value }) => isBuildOnly(name.value, value?.value ?? ''))) continue;
    const names = instruction.pairs.map(({ name }) => name.value);
    const reads = ecosystem.buildReads;
    const both = names.some(
      (name) =>
        ecosystem.buildVariables.test(name) || reads(name) || isReferenced(build, stage, instruction, name, boundary),
    );
    move(instruction, both);
  }

  function isBuildOnly(name: string, value: string): boolean {
    if (ecosystem.buildVariables.test(name)) return true;
    // Directories of the toolchain: programs that the start finds by name are copied to a directory that every PATH has.
    return (
      name === 'PATH' && /\$\{?(?:GOPATH|GOROOT|GOBIN)\b|\/go\/bin/.test(value) && project.base.family === ecosystem.id
    );
  }
}

/** Whether the builder reads a variable behind its declaration. */
function isReferenced(
  { source: { text } }: Build,
  { instructions }: Stage,
  { index }: EnvInstruction,
  name: string,
  boundary: Instruction,
): boolean {
  const reference = new RegExp(`\\$\\{?${name}\\b`);
  return instructions.some(
    (one) =>
      one.index > index &&
      one.index <= boundary.index &&
      one.keyword !== 'ENV' &&
      reference.test(text.slice(one.start, one.end)),
  );
}

const EPILOGUE = new Set(['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'STOPSIGNAL', 'VOLUME']);

/** Everything that is about the container, and its USER. */
function sortRest(
  { build, stage, project, boundary, plan }: Sorting,
  move: Move,
  dropped: Instruction[],
): { readonly name?: string } | SplitRefusal {
  const effective = new Set<Instruction | undefined>([project.start.cmd, project.start.entrypoint]);
  for (const instruction of stage.instructions) {
    const { keyword, index } = instruction;
    if (plan.serves && (keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'USER')) {
      if (index > boundary.index || keyword !== 'USER') dropped.push(instruction);
      continue;
    }
    if (index > boundary.index) continue;
    if (EPILOGUE.has(keyword)) move(instruction, false);
    if (keyword === 'SHELL' && effective.size > 0 && project.start.shell) move(instruction, true);
  }
  const users = stage.instructions.filter(({ keyword }) => keyword === 'USER');
  const last = users.at(-1);
  if (!last) return {};
  const word = last.words[0]?.value ?? '';
  const name = word.split(':', 1)[0]!;
  if (name.includes('$')) return { because: `USER on line ${lineNumber(build.source, last)} is a variable.` };
  if (last.index < boundary.index && !plan.serves) {
    const usedInBuilder = stage.instructions.some(
      (one) =>
        one.index > last.index && one.index <= boundary.index && (one.keyword === 'RUN' || one.keyword === 'WORKDIR'),
    );
    // A WORKDIR behind it makes a directory that belongs to this user.
    const workdir = stage.instructions.findLast(
      ({ keyword, index }) => keyword === 'WORKDIR' && index <= boundary.index,
    );
    move(last, usedInBuilder, workdir !== undefined && workdir.index > last.index);
  }
  return { name };
}

/** ARGs that instructions of the runtime stage refer to are declared there again. */
function sortArgs(
  { build, stage, boundary }: Sorting,
  inRuntime: readonly Instruction[],
): { readonly moved: readonly Moved[] } | SplitRefusal {
  const { text } = build.source;
  const moved: Moved[] = [];
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'ARG' || instruction.index > boundary.index) continue;
    const isRead = (name: string, by: readonly Instruction[]) => {
      const reference = new RegExp(`\\$\\{?${name}\\b`);
      return by.some((one) => one.index > instruction.index && reference.test(text.slice(one.start, one.end)));
    };
    const read = instruction.pairs.map(({ name }) => name.value).filter((name) => isRead(name, inRuntime));
    const secret = read.find((name) => readCredentialName(name)?.receives);
    if (secret)
      return { because: `${secret}, a build argument for a credential, is used in what would be the runtime stage.` };
    const builder = stage.instructions.filter(
      (one) => one.index <= boundary.index && (!inRuntime.includes(one) || one.keyword === 'RUN'),
    );
    if (read.length > 0)
      moved.push({
        instruction,
        both: instruction.pairs.some(({ name }) => isRead(name.value, builder)),
        early: true,
        changes: [],
      });
  }
  return { moved };
}

/** Variables of the builder's base image, written out for the runtime's. */
function substitute(
  { build, ecosystem, plan }: Sorting,
  inRuntime: readonly Instruction[],
): { readonly list: Edit[] } | SplitRefusal {
  const list: Edit[] = [];
  if (plan.need.kind === 'image') return { list };
  for (const instruction of inRuntime) {
    const { scope } = build.states[instruction.index]!;
    const words = 'pairs' in instruction ? instruction.pairs.flatMap(({ value }) => value ?? []) : instruction.words;
    for (const reference of words.flatMap((word) => word.references)) {
      const value = ecosystem.environment[reference.name];
      if (value === undefined || scope.lookup(reference.name)) continue;
      if (reference.operator !== undefined)
        return {
          because: `Line ${lineNumber(build.source, instruction)} reads ${reference.name}, which only the builder's image sets.`,
        };
      list.push({ start: reference.start, end: reference.end, text: value });
    }
    if (instruction.keyword !== 'RUN') continue;
    const text = build.source.text.slice(instruction.start, instruction.end);
    const name = Object.keys(ecosystem.environment).find((one) => new RegExp(`\\$\\{?${one}\\b`).test(text));
    if (name !== undefined && !scope.lookup(name)) {
      return {
        because: `Line ${lineNumber(build.source, instruction)} reads ${name}, which only the builder's image sets.`,
      };
    }
  }
  return { list };
}

function covers(volume: string, workdir: string, artefacts: readonly Artefact[]): boolean {
  const path = toPath(volume, workdir)!;
  return artefacts.some(({ to }) => isWithin(to, path));
}

/** Packages for commands that the container calls and the runtime image lacks. */
function missingCommands(
  { project, plan, ecosystem }: Sorting,
  runtime: RuntimeImage,
  installed: readonly ShellWord[],
  artefacts: readonly Artefact[],
): string[] | SplitRefusal {
  const names = installed.map(({ value }) => packageName(value));
  const tools = plan.need.kind === 'image' ? plan.need.tools : [];
  const missing = new Set<string>();
  for (const called of calledCommands(project, plan)) {
    const name = nameOf(called);
    if (
      called.includes('/') &&
      (project.scripts.has(toPath(called, project.workdir)!) ||
        project.copies.some(({ path }) => path === toPath(called, project.workdir)))
    )
      continue;
    const path = toPath(called, project.workdir)!;
    const isThere = ({ to }: Artefact) =>
      called.includes('/') ? isWithin(path, to) : /\/s?bin$/.test(parentOf(to)) && nameOf(to) === name;
    if (artefacts.some(isThere)) continue;
    if (project.steps.some((step) => ecosystem.roleOf(step, project) === 'runtime' && ecosystem.provides(step, name)))
      continue;
    if ([...project.scripts.keys()].some((path) => nameOf(path) === name)) continue;
    if (tools.includes(name) || name === '' || name.includes('$')) continue;
    if (runtime.distro === 'debian' || runtime.distro === 'alpine') {
      if (hasCommand(runtime.distro, name)) continue;
      const wanted = runtime.distro === 'debian' ? debianPackageOf(name) : name;
      if (names.includes(name) || names.includes(wanted)) continue;
      if (KNOWN_TOOLS.has(name)) {
        missing.add(wanted);
        continue;
      }
    }
    return { because: `The container calls ${called}, and whether ${runtime.image} has that is not known.` };
  }
  return [...missing];
}

/** The image to run on when tools are missing: one that has them, or the same one with packages. */
function replaced(
  { need }: Plan,
  packages: readonly string[],
  commands: readonly string[],
  runtime: RuntimeImage,
): { runtime: RuntimeImage; packages: readonly string[]; notes: readonly string[] } | SplitRefusal {
  if (packages.length === 0 || need.kind !== 'image' || need.extensible) return { runtime, packages, notes: [] };
  if (need.larger === undefined || packages.length > commands.length)
    return { because: `${packages[0]} can't be installed in ${need.image} any more.` };
  const notes = [
    `The container calls ${commands.join(' and ')}, which ${need.image} has not, so it runs on ${need.larger}.`,
  ];
  return { runtime: { ...runtime, image: need.larger }, packages: [], notes };
}

/** Who owns a path in the builder, where that is not root: by `chown`, by USER, or by `COPY --chown`. */
function ownerOf(
  { project, stage, boundary }: Sorting,
  path: string,
  known: (name: string) => boolean,
): string | undefined {
  const changed = project.steps.findLast(({ name, arguments: words, directory }) => {
    const deep = words.some((word) => /^-[a-zA-Z]*R|^--recursive/.test(word));
    const targets = words.filter((word) => !word.startsWith('-')).slice(1);
    return (
      name === 'chown' &&
      targets.some((word) => {
        const target = toPath(word.replace(/\/\*$/, ''), directory);
        return target !== undefined && (target === path || (deep && isWithin(path, target)));
      })
    );
  });
  const user = stage.instructions.findLast(({ keyword, index }) => keyword === 'USER' && index < boundary.index)
    ?.words[0]?.value;
  const copied = project.copies.findLast(
    ({ instruction, path: place, tree }) =>
      instruction.index < boundary.index &&
      place !== undefined &&
      (place === path || (tree && isWithin(path, place) && project.files?.has(path) === true)),
  );
  const owner =
    changed?.arguments.find((word) => !word.startsWith('-')) ??
    copied?.instruction.flags.find(({ name }) => name === 'chown')?.value?.value ??
    (user === 'root' ? undefined : user);
  const name = owner?.split(':', 1)[0];
  return owner !== undefined && name !== 'root' && name !== '0' && !owner.includes('$') && known(name!)
    ? owner
    : undefined;
}

/** The working directory at the boundary, unless the runtime stage has an absolute one of its own. */
function workdirOf({ stage, boundary, project }: Sorting): string | undefined {
  const own = stage.instructions.find(({ keyword, index }) => keyword === 'WORKDIR' && index > boundary.index);
  if (own?.words[0]?.value.startsWith('/')) return undefined;
  const path = project.directoryAt(boundary);
  return path === '/' ? undefined : path;
}

/** Without duplicates, and without what another one brings along. */
function tidied(artefacts: readonly Artefact[]): Artefact[] {
  return artefacts.filter(
    ({ from, to }, index) =>
      !artefacts.some((other, at) => {
        const around =
          from !== other.from &&
          isWithin(from, other.from) &&
          to === below(other.to, from.slice(other.from === '/' ? 1 : other.from.length + 1));
        return (at < index && from === other.from && to === other.to) || around;
      }),
  );
}
