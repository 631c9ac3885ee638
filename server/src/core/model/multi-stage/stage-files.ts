import type { Artefact } from '../../knowledge/ecosystem';
import { below, isWithin, nameOf, toPath } from '../../knowledge/images/image-paths';
import { type Edit, replace } from '../../text/edit';
import { lineNumber } from '../syntax/blocks';
import type { CopyInstruction } from '../syntax/instruction';
import { valueAt } from './project';
import { isPassing, isSystemDirectory } from './run-effects';
import type { RunRole } from './run-roles';
import { calledCommands } from './runtime-packages';
import { workdirOf } from './stage-settings';
import { isInFront, isUsedInBuilder, type Move, type Sorting, type SplitRefusal, setsUpBuild } from './stage-sorting';

/** COPY and ADD: what goes to the project is the builder's, the rest the runtime's; scripts of the start are copied over. */
export function sortFiles(sorting: Sorting, artefacts: Artefact[], move: Move): SplitRefusal | undefined {
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
    if (foreign.length === 0) {
      // What another stage has made may be opened when the program runs; where it can't be told, both get it.
      const isCovered = own.every(({ path }) =>
        artefacts.some(({ from }) => path !== undefined && isWithin(path, from)),
      );
      if (instruction.from !== undefined && !plan.serves && !isCovered) move(instruction, true);
      continue;
    }
    if (foreign.length < own.length)
      return { because: `Line ${lineNumber(build.source, instruction)} copies to the project and elsewhere.` };
    if (plan.serves) continue;
    // The builder makes one list of them, which the runtime gets.
    const isListed = ({ path }: { path: string | undefined }) =>
      path !== undefined && isWithin(path, '/usr/local/share/ca-certificates');
    if (foreign.every(isListed) && ownCertificates(sorting) !== undefined) continue;
    const names = foreign.flatMap(({ path }) => (path === undefined ? [] : [nameOf(path)]));
    const paths = foreign.flatMap(({ path }) => path ?? []);
    const isTool =
      instruction.from !== undefined &&
      paths.every((path) => /\/s?bin\/[^/]+$/.test(path)) &&
      !calledCommands(project, plan).some((name) => names.includes(nameOf(name)));
    if (isTool) continue;
    // What a RUN of the build changes is copied from there: the author's own file, copied anew, would undo it.
    const changed = sorting.runs.flatMap(({ run, places }) => (run.index > instruction.index ? places : []));
    const isChanged = (path: string) => changed.includes(path) && artefacts.some(({ from }) => from === path);
    if (paths.some(isChanged)) {
      artefacts.push(...paths.filter((path) => !isChanged(path)).map((path) => ({ from: path, to: path })));
      continue;
    }
    // Of files of another image, which of them the build calls is not known.
    const both =
      instruction.from !== undefined || setsUpBuild(sorting, paths) || isUsedInBuilder(sorting, instruction, names);
    move(instruction, both, false, absoluteDestination(sorting, instruction));
    if (both) continue;
    // The runtime stage gets it from where the author does.
    const isBrought = ({ from }: Artefact) => paths.some((path) => isWithin(from, path)) && isOfContext(sorting, from);
    for (const artefact of artefacts.filter(isBrought)) artefacts.splice(artefacts.indexOf(artefact), 1);
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

function isOfContext({ project: { files } }: Sorting, path: string): boolean {
  return files?.has(path) === true || (files?.below(path)?.length ?? 0) > 0;
}

/** Where Debian, Alpine and distroless keep the certificates that programs trust. */
export const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/** The list of certificates, where the builder adds own ones to it. */
export function ownCertificates(sorting: Sorting): string | undefined {
  const { project } = sorting;
  const isOwn = (path: string | undefined) => path !== undefined && isWithin(path, '/usr/local/share/ca-certificates');
  const has =
    project.copies.some(({ path }) => isOwn(path)) ||
    project.steps.some(({ arguments: words, directory }) => words.some((word) => isOwn(toPath(word, directory))));
  const updates = project.steps.some((step) => step.name === 'update-ca-certificates' && isInFront(sorting, step));
  return has && updates ? CERTIFICATES : undefined;
}

/** A relative destination written out, where the runtime stage is in another directory. */
function absoluteDestination(sorting: Sorting, instruction: CopyInstruction): Edit[] {
  const { destination, json } = instruction;
  const directory = sorting.project.directoryAt(instruction);
  if (!destination || /^[/$]/.test(destination.value) || directory === (workdirOf(sorting) ?? '/')) return [];
  const path = toPath(destination.value, directory)!;
  const written = /(?:^|\/)\.{0,2}$/.test(destination.value) && path !== '/' ? `${path}/` : path;
  return [replace(destination, json || destination.quoted ? JSON.stringify(written) : written)];
}

/** The directory that the container starts in, where nobody knows which of the copied files there the program opens. */
export function unseenProject({ project, boundary, plan, ecosystem }: Sorting): string | undefined {
  const { workdir, files, copies } = project;
  if (files || plan.serves || isSystemDirectory(workdir) || workdir === '/go') return undefined;
  const isThere = copies.some(
    ({ instruction, path, tree, fromContext }) =>
      fromContext &&
      path !== undefined &&
      instruction.index <= boundary.index &&
      (tree
        ? isWithin(path, workdir) || isWithin(workdir, path)
        : isWithin(path, workdir) && !ecosystem.isSource(path)),
  );
  return isThere ? workdir : undefined;
}

/** Files and directories that RUNs put into the project by name, as far as they are no sources. */
export function madeFiles({ project, ecosystem }: Sorting, roles: readonly RunRole[]): Artefact[] {
  const worked = project.steps.flatMap((step) =>
    step.directory !== undefined && ecosystem.roleOf(step, project) === 'build' ? [step.directory] : [],
  );
  // A script that builds has done its work.
  const scripts = new Set(
    project.steps.flatMap((step) => (ecosystem.roleOf(step, project) === 'build' ? (step.program ?? []) : [])),
  );
  const isInside = (path: string) =>
    worked.some((root) => path !== root && isWithin(path, root) && !isWithin(root, path));
  return roles
    .flatMap(({ made }) => made)
    .filter(
      (path) =>
        isInside(path) && !scripts.has(path) && !isPassing(path) && !ecosystem.isSource(path) && !/[*?[]/.test(path),
    )
    .map((path) => ({ from: path, to: path, optional: true }));
}

/** Paths that RUNs remove, or move elsewhere. */
export function removedPaths({ project }: Sorting): string[] {
  return project.steps.flatMap((step) => {
    if (step.name !== 'rm' && step.name !== 'rmdir' && step.name !== 'mv') return [];
    const words = step.arguments.filter((word) => !word.startsWith('-'));
    const gone = step.name === 'mv' ? words.slice(0, -1) : words;
    return gone.flatMap((word) => toPath(word.replace(/\/\*$/, ''), step.directory) ?? []);
  });
}

/** Who owns a path in the builder, where that is not root: by `chown`, by USER, or by `COPY --chown`. */
export function ownerOf(
  { build, project, plan, stage, boundary }: Sorting,
  path: string,
  known: (name: string) => boolean,
): string | undefined {
  const changed = project.steps.findLast(({ name, arguments: words, directory }) => {
    const targets = words.filter((word) => !word.startsWith('-')).slice(1);
    return (
      name === 'chown' &&
      targets.some((word) => {
        const target = toPath(word.replace(/\/\*$/, ''), directory);
        // COPY gives a directory that it makes to the owner of what it brings: that of the directory counts.
        return target !== undefined && isWithin(path, target);
      })
    );
  });
  const last = stage.instructions.findLast(({ keyword, index }) => keyword === 'USER' && index < boundary.index);
  const user = last && valueAt(build, last, last.words[0]?.value ?? '');
  const copied = project.copies.findLast(
    ({ instruction, path: place, tree }) =>
      instruction.index < boundary.index &&
      place !== undefined &&
      (place === path || (tree && isWithin(path, place) && project.files?.has(path) === true)),
  );
  // A directory that COPY makes has not the rights that it had: who could write to it gets it.
  const opened = project.steps.some(({ name, arguments: words, directory }) => {
    const isWide = (name === 'chmod' || name === 'mkdir') && words.some((word) => FOR_OTHERS.test(word));
    const isTarget = (word: string) => isWithin(path, toPath(word.replace(/\/\*$/, ''), directory) ?? '/dev/null');
    return isWide && words.some((word) => !word.startsWith('-') && !FOR_OTHERS.test(word) && isTarget(word));
  });
  const chown = copied?.instruction.flags.find(({ name }) => name === 'chown')?.value?.value;
  const owner =
    changed?.arguments.find((word) => !word.startsWith('-')) ??
    (chown && valueAt(build, copied!.instruction, chown)) ??
    (user === 'root' || isWithin(path, '/etc') ? undefined : user) ??
    (opened ? (plan.worker ?? project.user) : undefined);
  const name = owner?.split(':', 1)[0];
  return owner !== undefined && name !== 'root' && name !== '0' && !owner.includes('$') && known(name!)
    ? owner
    : undefined;
}

/** A mode that lets everybody write. */
const FOR_OTHERS = /^(?:-m|--mode=)?[0-7]{0,2}[0-7][2367]$|^(?:-m|--mode=)?[ugoa]*[ao][ugoa]*[+=][rxX]*w|^\+[rxX]*w/;

/** Without duplicates, and without what another one brings along. */
export function tidied(artefacts: readonly Artefact[]): Artefact[] {
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
