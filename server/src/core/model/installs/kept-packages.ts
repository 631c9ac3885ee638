import type { Build, Stage } from '../build-types';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { PackageInstall } from './install';

const REMOVES = new Set(['remove', 'purge', 'autoremove', 'del']);

function removes({ value }: ShellWord): boolean {
  return REMOVES.has(value);
}

/** System packages that a stage and those that it is built on install, without those that the same RUN takes away again. */
export function keptPackages(
  build: Build,
  stage: Stage,
): { readonly install: PackageInstall; readonly names: string[] }[] {
  const kept: { readonly install: PackageInstall; readonly names: string[] }[] = [];
  for (const install of build.installs) {
    const { manager, instruction } = install;
    if (manager.kind === 'system' && isBasedOn(stage, instruction.stage))
      kept.push({ install, names: namesOf(install) });
  }
  return kept;
}

/** Whether a stage is, or is built on, the one of some index. */
function isBasedOn(stage: Stage, index: number): boolean {
  for (let one: Stage | undefined = stage; one; one = one.parent) if (one.index === index) return true;
  return false;
}

function namesOf({ command, packages }: PackageInstall): string[] {
  const written = packages.map(({ value }) => value);
  const removals: ShellCommand[] = [];
  for (const one of command.script.commands) {
    if (one.start > command.end && one.arguments.some(removes)) removals.push(one);
  }
  if (removals.length === 0) return written;
  const removed = new Set(removals.flatMap(({ arguments: words }) => words.map(({ value }) => value)));
  // `apk add --virtual .build-deps gcc` and `apk del .build-deps`; what a variable lists is not known to stay either.
  const virtual = command.arguments.some(
    ({ value }) => removed.has(value.replace(/^--virtual=/, '')) && !REMOVES.has(value) && value.startsWith('.'),
  );
  const opaque = removals.some(({ arguments: words }) => words.some(({ literal }) => !literal));
  return virtual || opaque ? [] : written.filter((name) => !removed.has(name));
}
