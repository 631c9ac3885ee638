import { enumerate } from '../../../text/enumerate';
import type { Artefact, Plan, PlanRefusal, Project } from '../../ecosystem';
import { isWithin, nameOf } from '../../images/image-paths';
import { packageName } from '../../system-packages/package-roles';
import type { CBuilds } from './builds';
import { type CFiles, filesInUse, interpretersOf, wholeDirectory } from './files';
import { bringsHeaders, readNeeds } from './libraries';
import { madeByBuild, madeDirectories, readInstalled, type Staging } from './made';
import { readSourceFacts } from './sources';
import { type CStart, neededCalls } from './start';

/** A plan for sources of the build context, which can be read. */
export function planOwn(project: Project, builds: CBuilds, files: CFiles, start: CStart): Plan | PlanRefusal {
  const { programs } = start;
  const facts = readSourceFacts(files.sources);
  if (facts.loads !== undefined)
    return { because: `${nameOf(facts.loads)} loads libraries while it runs (dlopen); which ones is not known.` };
  const calls = neededCalls(
    [
      ...facts.calls,
      ...interpretersOf(
        project,
        files.all.filter((path) => /\.sh$/.test(path)),
      ),
    ],
    project,
    builds,
  );
  if ('because' in calls) return calls;
  const cplusplus =
    [...files.sources.keys()].some((path) => /\.(?:cc|cpp|cxx|c\+\+|C|hpp|hh|hxx)$/.test(path)) ||
    builds.calls.some(({ name }) => /\+\+/.test(nameOf(name)));
  const needs = readNeeds(project, builds, cplusplus);
  if ('because' in needs) return needs;
  const made = madeByBuild(project, builds, programs, facts);
  if ('because' in made) return made;
  const directories = madeDirectories(builds, files);
  const inUse = filesInUse(project, builds, files, facts, programs);
  const opened = inUse.filter((path) => !made.artefacts.some(({ from }) => isWithin(path, from)));
  const notes = [...made.notes];
  if (opened.length > 0)
    notes.push(
      `The program may open ${enumerate(opened.map(nameOf))}: the runtime stage has ${opened.length === 1 ? 'it' : 'them'} too.`,
    );
  const products = builds.products.filter(({ path }) => programs.some(({ from }) => from === path));
  const isStatic =
    products.length > 0 &&
    products.length === programs.length &&
    products.every((one) => one.static) &&
    !facts.needsSystem;
  return complete(project, {
    artefacts: [
      ...made.artefacts,
      ...directories.map((path) => ({ from: path, to: path })),
      ...opened.map((path) => ({ from: path, to: path, optional: true })),
    ],
    need: isStatic ? { kind: 'static' } : needs.need,
    packages: isStatic
      ? []
      : [...needs.packages, ...(facts.looksUpServices && project.base.distro !== 'alpine' ? ['netbase'] : [])],
    calls,
    notes,
    newer: isStatic ? [] : needs.newer,
    libraries: made.libraries,
    stages: made.stages,
    connects: needs.connects,
    knownLibraries: builds.opaque.length === 0 && builds.configured.every(({ tool }) => tool === 'cmake'),
  });
}

const FETCHED = 'fetched-sources';

/** A plan for sources that the file fetches: nothing of them can be read here. */
export function planForeign(project: Project, builds: CBuilds, programs: readonly Artefact[]): Plan | PlanRefusal {
  if (bringsHeaders(project.base)) {
    return {
      because: `The sources are fetched, and ${project.image} has many libraries that they may be linked with; on debian:bookworm only those that the file installs would be.`,
    };
  }
  const needs = readNeeds(project, builds, true);
  if ('because' in needs) return needs;
  const artefacts: Artefact[] = [];
  const notes: string[] = [];
  const libraries = new Set<string>();
  const inPrefix = (path: string) =>
    builds.installed.some(({ prefix }) => prefix !== undefined && isWithin(path, prefix));
  // An installation is made to do without what it was built from.
  if (!programs.every(({ from }) => inPrefix(from)) && project.answers.get(FETCHED) !== 'yes') {
    return {
      because: 'The sources are fetched, so what their program calls and opens elsewhere is not known.',
      asks: {
        id: FETCHED,
        question: 'Does the program need nothing but what the build makes and the libraries that the file installs?',
        answers: [{ value: 'yes', detail: 'what is built or installed goes to the runtime stage as a whole' }],
      },
    };
  }
  for (const { from } of programs) {
    if (inPrefix(from)) continue;
    const place =
      builds.opaque.find(({ directory }) => directory !== undefined && isWithin(from, directory))?.directory ??
      builds.configured.find(({ build }) => isWithin(from, build))?.build;
    if (place === undefined || wholeDirectory(place) === undefined)
      return { because: `What ${from} needs at run time is not known, because its sources are fetched.` };
    artefacts.push({ from: place, to: place }, { from, to: from });
    notes.push(
      `The sources are fetched, so what the program opens is not known: the runtime stage gets ${place} as a whole.`,
    );
  }
  const stages: Staging[] = [];
  const refusal = readInstalled(project, builds, programs, artefacts, notes, libraries, stages);
  return (
    refusal ??
    complete(project, {
      artefacts,
      need: needs.need,
      packages: needs.packages,
      calls: [],
      notes,
      newer: needs.newer,
      libraries: [...libraries],
      stages,
      connects: needs.connects,
      knownLibraries: false,
    })
  );
}

interface Parts {
  readonly artefacts: readonly Artefact[];
  readonly need: Plan['need'];
  readonly packages: readonly string[];
  readonly calls: readonly string[];
  readonly notes: readonly string[];
  readonly newer: readonly string[];
  readonly libraries: readonly string[];
  readonly stages: readonly Staging[];
  readonly connects: boolean;
  /** Whether every library that the program is linked with is known by its own name. */
  readonly knownLibraries: boolean;
}

const NEWER = '/usr/local/lib/gcc-runtime';

/** Puts a plan together, with what the loader and connections need. */
function complete(
  project: Project,
  { artefacts, need, packages, calls, notes, newer, libraries, stages, connects, knownLibraries }: Parts,
): Plan | PlanRefusal {
  const environment: Record<string, string> = {};
  const own = project.variable('LD_LIBRARY_PATH');
  const places = [...(newer.length > 0 ? [NEWER] : []), ...libraries];
  if (places.length > 0 && own === undefined) environment.LD_LIBRARY_PATH = places.join(':');
  if (newer.length > 0 && own !== undefined)
    return {
      because: `LD_LIBRARY_PATH is set, and ${project.image} has newer libraries of the compiler than Debian, which would have to be added to it.`,
    };
  const all = [...packages];
  const installed = project.packages.map(packageName);
  if (need.kind !== 'static' && bringsHeaders(project.base)) {
    if (connects && !installed.includes('ca-certificates')) all.push('ca-certificates');
    if (project.variable('TZ') !== undefined && !installed.includes('tzdata')) all.push('tzdata');
  }
  const copies = newer.map((name) => `"$(g++ -print-file-name=${name})"`).join(' ');
  return {
    artefacts: [...artefacts, ...(newer.length > 0 ? [{ from: NEWER, to: NEWER }] : [])],
    need,
    environment,
    finally: [
      ...stages,
      ...(newer.length > 0
        ? [{ command: `mkdir -p ${NEWER} && cp ${copies} ${NEWER}/`, directory: project.workdir }]
        : []),
    ],
    packages: [...new Set(all)],
    packageRole: (name) => {
      if (name === 'libboost-all-dev' && knownLibraries) return 'build';
      return need.kind !== 'static' && (name === 'ca-certificates' || name === 'tzdata') ? 'runtime' : undefined;
    },
    calls,
    notes:
      newer.length > 0
        ? [...notes, `The compiler of ${project.image} is newer than Debian's, so its libraries go along.`]
        : notes,
  };
}
