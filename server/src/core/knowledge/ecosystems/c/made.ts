import type { Artefact, Plan, PlanRefusal, Project } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import type { CBuilds, Configured } from './builds';
import { type CFiles, wholeDirectory } from './files';
import { isCSource, type readSourceFacts } from './sources';
import { projectOf } from './start';

/** Directories that recipes make for the program: those that it names, and those that an installation makes elsewhere. */
export function madeDirectories({ made, products }: CBuilds, { roots, sources }: CFiles): string[] {
  const texts = [...sources.values()];
  return [...new Set(made)].filter((path) => {
    if (isPassing(path) || wholeDirectory(path) === undefined || products.some((one) => isWithin(one.path, path)))
      return false;
    const inProject = roots.some((root) => isWithin(path, root));
    return (
      !inProject ||
      texts.some(
        (text) =>
          text.includes(`"${nameOf(path)}`) || text.includes(`/${nameOf(path)}/`) || text.includes(`/${nameOf(path)}"`),
      )
    );
  });
}

export interface Made {
  readonly artefacts: readonly Artefact[];
  readonly notes: readonly string[];
  /** Directories of libraries that the loader has to be told of. */
  readonly libraries: readonly string[];
  readonly stages: readonly Staging[];
}

/** What of the build's results the runtime gets: the programs, libraries of their own, and what is generated for them. */
export function madeByBuild(
  project: Project,
  builds: CBuilds,
  programs: readonly Artefact[],
  facts: ReturnType<typeof readSourceFacts>,
): Made | PlanRefusal {
  const artefacts: Artefact[] = [...programs];
  const notes: string[] = [];
  const libraries = new Set<string>();
  const whole = (path: string, why: string): PlanRefusal | undefined => {
    if (wholeDirectory(path) === undefined) return { because: `${why}, and ${path} can't be copied as a whole.` };
    artefacts.push({ from: path, to: path });
    notes.push(`${why}, so the runtime stage gets ${path} as a whole.`);
    return undefined;
  };
  for (const { tool, build, source, project: lists } of builds.configured) {
    if (!programs.some(({ from }) => isWithin(from, build) || lists?.programs.includes(from))) continue;
    const extra = [...(lists?.shared ?? []), ...(lists?.generated ?? [])];
    if (tool === 'cmake' && lists && !lists.unsure && (extra.length === 0 || !isConditional(lists.texts))) {
      artefacts.push(...extra.map((path) => ({ from: path, to: path })));
      continue;
    }
    if (
      tool !== 'cmake' &&
      !/shared_library|\blibrary\(|shared_module|both_libraries|configure_file|custom_target|LT_INIT|libtool|LTLIBRARIES/i.test(
        builds.texts.join('\n'),
      ) &&
      tool === 'meson'
    )
      continue;
    const refusal = whole(build === source ? source : build, 'What else the build leaves for its program is not known');
    if (refusal) return refusal;
  }
  for (const { step, arguments: words, directory } of builds.ran) {
    const away = words.find(
      (word) => word.startsWith('/') && !(directory !== undefined && isWithin(word, directory)) && !isPassing(word),
    );
    if (directory === undefined || away !== undefined)
      return { because: `Line ${step.line} runs a program of the project; what that leaves behind is not known.` };
    if (artefacts.some(({ from }) => isWithin(directory, from))) continue;
    const refusal = whole(directory, `Line ${step.line} runs a program of the project, which may leave files behind`);
    if (refusal) return refusal;
  }
  for (const step of builds.opaque) {
    const place = projectOf(step.directory, project);
    if (place === undefined || !programs.some(({ from }) => isWithin(from, place))) continue;
    if (artefacts.some(({ from }) => isWithin(place, from))) continue;
    const refusal = whole(place, `What line ${step.line} makes can't be told`);
    if (refusal) return refusal;
  }
  const calledPaths = new Set(
    facts.calls.filter((call) => call.includes('/')).map((call) => toPath(call, project.workdir)),
  );
  const gone = removedPlaces(project);
  for (const { path, kind } of builds.products) {
    const needed =
      kind === 'shared' ||
      calledPaths.has(path) ||
      (kind === 'file' && !isPassing(path) && !isCSource(path) && !/\.(?:o|a|d|pc|h|hpp|\d)$/.test(path));
    if (!needed || gone.some((place) => isWithin(path, place))) continue;
    if (project.files?.has(path) && kind === 'file') continue;
    artefacts.push({ from: path, to: path });
    if (kind === 'shared' && /^\/usr\/local\/lib(?:64)?\//.test(path)) libraries.add(parentOf(path));
  }
  const stages: Staging[] = [];
  const installed = readInstalled(project, builds, programs, artefacts, notes, libraries, stages);
  return installed ?? { artefacts, notes, libraries: [...libraries], stages };
}

function isConditional(texts: readonly string[]): boolean {
  return texts.some((text) => /^\s*if\s*\(/im.test(text));
}

function isPassing(path: string): boolean {
  return /^\/(?:tmp|var\/tmp|var\/cache|dev|proc)(?:\/|$)/.test(path);
}

function removedPlaces({ steps }: Project): string[] {
  return steps.flatMap(({ name, arguments: words, directory }) =>
    name === 'rm'
      ? words.flatMap((word) => (word.startsWith('-') ? [] : (toPath(word.replace(/\/\*$/, ''), directory) ?? [])))
      : [],
  );
}

const STAGING = '/staging';

/** A command of the builder's at its end. */
export type Staging = NonNullable<Plan['finally']>[number];

/** The same installation below a directory of its own; undefined where that is not sure to work. */
function installAgain(configured: Configured | undefined, prefix: string): Staging | undefined {
  if (!configured || configured.prefix !== prefix || prefix === '/') return undefined;
  const { tool, build } = configured;
  const command = { cmake: 'cmake --build . --target install', meson: 'meson install', autotools: 'make install' }[
    tool
  ];
  return { command: `DESTDIR=${STAGING} ${command}`, directory: build };
}

/** What `make install` and the like put below their prefix. */
export function readInstalled(
  project: Project,
  builds: CBuilds,
  programs: readonly Artefact[],
  artefacts: Artefact[],
  notes: string[],
  libraries: Set<string>,
  stages: Staging[],
): PlanRefusal | undefined {
  for (const { prefix, known, configured, step } of builds.installed) {
    if (known) continue;
    if (prefix === undefined) {
      const needed = programs.some(({ from }) => !builds.products.some(({ path }) => path === from));
      if (needed) return { because: `What line ${step.line} installs can't be told.` };
      continue;
    }
    const lists = configured?.project;
    if (lists?.installed.sure && !isConditional(lists.texts)) continue;
    if (prefix === '/usr' || prefix === '/' || (prefix === '/usr/local' && project.base.family === 'gcc')) {
      const again = installAgain(configured, prefix);
      if (
        again === undefined ||
        removedPlaces(project).some((place) => configured !== undefined && isWithin(configured.build, place))
      ) {
        return {
          because: `Line ${step.line} installs among the system's own files in ${prefix}; --prefix with a directory of its own tells them apart.`,
        };
      }
      stages.push(again);
      for (const [at, { from, to }] of artefacts.entries())
        if (isWithin(from, prefix) && from === to) artefacts[at] = { from: STAGING + from, to };
      artefacts.push({ from: STAGING + prefix, to: prefix });
      notes.push(
        `What line ${step.line} installs in ${prefix} is installed in ${STAGING} too, to tell it from what was there.`,
      );
      if (makesShared(builds)) libraries.add(below(prefix, 'lib'));
      continue;
    }
    if (wholeDirectory(prefix) === undefined && prefix !== '/usr/local')
      return {
        because: `Line ${step.line} installs among other files in ${prefix}; --prefix with a directory of its own tells them apart.`,
      };
    artefacts.push({ from: prefix, to: prefix });
    notes.push(`Everything that line ${step.line} installs in ${prefix} goes to the runtime stage.`);
    if (makesShared(builds)) libraries.add(below(prefix, 'lib'));
  }
  return undefined;
}

/** Whether the build makes shared libraries, or somebody takes care that the loader finds them. */
function makesShared({ calls, configured, products, texts }: CBuilds): boolean {
  return (
    calls.some(({ name }) => nameOf(name) === 'ldconfig') ||
    products.some(({ kind }) => kind === 'shared') ||
    configured.some(
      ({ project, tool }) => tool === 'cmake' && (project === undefined || project.shared.length > 0 || project.unsure),
    ) ||
    texts.some((text) => /LT_INIT|LTLIBRARIES|shared_library|both_libraries|BUILD_SHARED_LIBS|-shared\b/.test(text))
  );
}
