import type { FirstLook } from '../../knowledge/ecosystem';
import { ecosystems } from '../../knowledge/ecosystems/index';
import { readBaseImage } from '../../knowledge/images/base-images';
import { nameOf } from '../../knowledge/images/image-paths';
import { SHELLS } from '../../knowledge/shells';
import type { Build, Stage } from '../build-types';
import { mapPerBuild } from '../once-per-build';
import { readContainerStart } from '../stages/container-start';

const looks = mapPerBuild<number, FirstLook>();

/** A stage as far as its commands' names and its packages tell what kind of project it may be. */
export function firstLook(build: Build, stage: Stage): FirstLook {
  let look = looks(build).get(stage.index);
  if (!look) {
    look = lookAt(build, stage);
    looks(build).set(stage.index, look);
  }
  return look;
}

/**
 * Whether nothing can be said for sure of how a stage could be split: no ecosystem knows its project, or each needs files of it that
 * can't be read. Tells so at a small part of what it costs to sort the stage.
 */
export function isOutOfReach(build: Build, stage: Stage): boolean {
  if (build.context) return false;
  const look = firstLook(build, stage);
  return ecosystems.every((one) => !one.mayRecognise(look) || one.needsFiles?.(look) === true);
}

function lookAt(build: Build, stage: Stage): FirstLook {
  const names = new Set<string>();
  for (const { name, script, arguments: words } of build.commands) {
    if (name === undefined || script.instruction.stage !== stage.index) continue;
    names.add(name);
    if (SHELLS.has(name)) for (const { value } of words) names.add(nameOf(value));
  }
  const starts = new Set<string>();
  let scripts = build.context !== undefined;
  const { programs } = readContainerStart(build, stage);
  for (const { name, arguments: words } of programs) {
    // What a variable stands for is for a closer look.
    scripts ||= name.includes('$');
    starts.add(nameOf(name));
    // Where a shell script starts, what it calls is told by its text alone.
    if (SHELLS.has(nameOf(name))) for (const word of words) starts.add(nameOf(word));
  }
  for (const name of starts) names.add(name);
  return { base: readBaseImage(stage.base), names, starts, programs, scripts, packages: packagesOf(build, stage) };
}

/** What the package managers of the system install in a stage. */
export function packagesOf(build: Build, stage: Stage): string[] {
  const packages: string[] = [];
  for (const { manager, instruction, packages: words } of build.installs) {
    if (manager.kind !== 'system' || instruction.stage !== stage.index) continue;
    for (const { value } of words) packages.push(value);
  }
  return packages;
}
