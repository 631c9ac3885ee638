import type { Artefact, Plan } from '../../knowledge/ecosystem';
import { readBaseImage } from '../../knowledge/images/base-images';
import { isWithin, nameOf, parentOf, toPath } from '../../knowledge/images/image-paths';
import type { RuntimeImage } from '../../knowledge/images/runtime-images';
import { isSameLibrary } from '../../knowledge/system-packages/debian-libraries';
import {
  debianPackageOf,
  hasCommand,
  libraryPackage,
  packageName,
  packageRole,
} from '../../knowledge/system-packages/package-roles';
import { type Edit, replace } from '../../text/edit';
import type { ShellWord } from '../shell/shell-command';
import { removeStatements, removeWordLines, removeWords } from '../shell/shell-edits';
import type { StageProject } from './project';
import type { RunRole } from './run-roles';
import { isInFront, type Sorting, type SplitRefusal } from './stage-sorting';

/** Which packages of a RUN the runtime needs. */
export function runtimePackages(sorting: Sorting, roles: readonly RunRole[]): Map<RunRole, readonly ShellWord[]> {
  const { project, plan } = sorting;
  const called = calledCommands(project, plan).map(nameOf);
  const bare = plan.need.kind !== 'image';
  const kept = new Map<RunRole, readonly ShellWord[]>();
  for (const role of roles) {
    const words = role.packages.filter(({ value }) => {
      const name = packageName(value);
      const isCalled = called.some((command) => command === name || debianPackageOf(command) === name);
      const said = plan.packageRole?.(name);
      if (said !== undefined) return said === 'runtime' || isCalled;
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
export function calledCommands({ start, healthcheck, scripts, packages }: StageProject, { calls }: Plan): string[] {
  const programs = [...start.programs, ...(healthcheck?.programs ?? [])];
  const words = [...scripts.values()].flatMap((text) => (text ?? '').match(/[A-Za-z][\w.-]*/g) ?? []);
  const brought = new Set(packages.map(packageName));
  const inScripts = words.filter((word) => KNOWN_TOOLS.has(word) || brought.has(debianPackageOf(word)));
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

/** Whether a program of the start is one that only a distribution has, so that the runtime has to be one. */
export function isSystemTool({ scripts, workdir, copies }: StageProject, called: string): boolean {
  const name = nameOf(called);
  if (called.includes('/') && !/^\/(?:usr\/)?s?bin\//.test(called)) return false;
  const path = toPath(called, workdir)!;
  return (
    (KNOWN_TOOLS.has(name) || hasCommand('debian', name)) &&
    !scripts.has(path) &&
    !copies.some((copy) => copy.path === path)
  );
}

function isCalledInBuild(sorting: Sorting, name: string): boolean {
  return sorting.project.steps.some((step) => step.name === name && isInFront(sorting, step));
}

/** What a copy of an installation leaves out or puts in the place of a package. */
export function changedPackages(
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
  // An installation of nothing else goes as a whole, those that the author himself calls the build's among them.
  const whole = [...commands].filter(
    (command) =>
      command.nesting === 'top' && !kept.some((word) => command.words.includes(word) && !twins.includes(word)),
  );
  const [first] = whole;
  const statements = first && whole.map((command) => first.script.statements[command.statement]!);
  const cut = first && removeStatements(build.source, first.script, statements!);
  const rest = cut ? [...commands].filter((command) => !whole.includes(command)) : [...commands];
  // Where a word can't be taken out, the runtime gets a package more.
  return [
    ...renamed,
    ...(cut ?? []),
    ...rest.flatMap(
      (command) => removeWords(build.source, command, removed) ?? removeWordLines(build.source, command, removed),
    ),
  ];
}

/** The package that the runtime needs for one that the author installs: a library in the place of its headers. */
export function libraryOf(runtime: RuntimeImage, { project, plan }: Sorting, { value }: ShellWord): string {
  const { distro } = runtime;
  if (plan.packageRole?.(packageName(value)) === 'runtime') return value;
  const isHeader = packageRole(value) === 'headers' && (distro === 'debian' || distro === 'alpine');
  const codename = (plan.need.kind === 'image' ? plan.need.codename : undefined) ?? codenameOf(runtime, project);
  return isHeader ? libraryPackage(distro, codename, value) : value;
}

/** Whether a program that is linked with a library of the builder's release finds it in the runtime image. */
export function hasSameLibrary(
  runtime: RuntimeImage,
  project: StageProject,
  built: string | undefined,
  headers: string,
): boolean {
  if (runtime.image === project.image || runtime.image === `${project.image}:latest`) return true;
  const codename = codenameOf(runtime, project);
  if (built === undefined || codename === undefined || runtime.distro === 'alpine') return false;
  return isSameLibrary(packageName(headers), built, codename);
}

/** The Debian release of a runtime image, where its tag or that of the builder tells. */
function codenameOf({ image }: RuntimeImage, { base }: Pick<StageProject, 'base'>): string | undefined {
  return /(?:^|[:-])(bookworm|trixie|bullseye|stable)\b/.exec(image)?.[1] ?? base.codename;
}

/** Packages for commands that the container or its RUNs call and the runtime image lacks. */
export function missingCommands(
  { project, plan, ecosystem }: Sorting,
  { distro, image }: RuntimeImage,
  installed: readonly ShellWord[],
  artefacts: readonly Artefact[],
  roles: readonly RunRole[],
): string[] | SplitRefusal {
  const names = installed.map(({ value }) => packageName(value));
  const tools = plan.need.kind === 'image' ? plan.need.tools : [];
  const inRuns = project.steps.filter((step) => {
    const { script, nesting } = project.commandOf.get(step)!.command;
    // What builds is taken out of a RUN that comes along for its users.
    const role = ecosystem.roleOf(step, project);
    if (role === 'build' || role === 'setup') return false;
    return nesting !== 'substitution' && roles.some(({ run }) => run === script.instruction);
  });
  // A shell that changes its directory first finds a relative path there.
  const startsElsewhere = project.start.programs.some(({ name }) => name === 'cd');
  const missing = new Set<string>();
  for (const called of [...calledCommands(project, plan), ...inRuns.map(({ name }) => name)]) {
    const name = nameOf(called);
    const path = toPath(called, project.workdir)!;
    const isFile =
      project.scripts.has(path) ||
      [...project.scripts.keys()].some((script) => nameOf(script) === name) ||
      project.copies.some((copy) => copy.path === path) ||
      artefacts.some(({ to }) =>
        called.includes('/')
          ? isWithin(path, to) || (startsElsewhere && !called.startsWith('/') && nameOf(to) === name)
          : // A script that gets a name may know where the program of that name is.
            (/\/s?bin$/.test(parentOf(to)) || project.path.includes(parentOf(to)) || project.scripts.size > 0) &&
            nameOf(to) === name,
      );
    if (isFile || name === '' || tools.includes(name)) continue;
    if (project.steps.some((step) => ecosystem.roleOf(step, project) === 'runtime' && ecosystem.provides(step, name)))
      continue;
    if (distro === 'debian' || distro === 'alpine') {
      const wanted = distro === 'debian' ? debianPackageOf(name) : name;
      if (hasCommand(distro, name) || names.includes(name) || names.includes(wanted)) continue;
      if (KNOWN_TOOLS.has(name) || USER_TOOLS.has(name)) {
        // Debian's scripts for users are in its images up to release 12.
        if (!USER_TOOLS.has(name) || !isOlderDebian(image, project))
          missing.add(USER_TOOLS.has(name) ? 'adduser' : wanted);
        continue;
      }
    }
    return { because: `The container calls ${called}, and whether ${image} has that is not known.` };
  }
  return [...missing];
}

const USER_TOOLS = new Set(['adduser', 'addgroup', 'deluser', 'delgroup']);

function isOlderDebian(image: string, { base }: StageProject): boolean {
  const runtime = readBaseImage(image);
  // Ubuntu's left out of them with 23.04, which tags without a release have passed.
  if (runtime.distro === 'ubuntu') return runtime.codename === 'focal' || runtime.codename === 'jammy';
  const codename = codenameOf({ image, distro: 'debian' }, { base });
  if (codename !== undefined) return !['trixie', 'forky', 'stable'].includes(codename);
  return Number.parseInt(base.version ?? '', 10) < 24;
}

/** The image to run on when tools are missing: one that has them, or the same one with packages. */
export function replaced(
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
