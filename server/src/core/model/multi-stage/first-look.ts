import type { FirstLook } from '../../knowledge/ecosystem';
import { readBaseImage } from '../../knowledge/images/base-images';
import { nameOf } from '../../knowledge/images/image-paths';
import { SHELLS } from '../../knowledge/shells';
import type { Build, Stage } from '../build-types';
import { readContainerStart } from '../stages/container-start';

/** A stage as far as its commands' names and its packages tell what kind of project it may be. */
export function firstLook(build: Build, stage: Stage): FirstLook {
  const names = new Set<string>();
  for (const { name, script, arguments: words } of build.commands) {
    if (name === undefined || script.instruction.stage !== stage.index) continue;
    names.add(name);
    if (SHELLS.has(name)) for (const { value } of words) names.add(nameOf(value));
  }
  const starts = new Set<string>();
  let scripts = build.context !== undefined;
  for (const { name, arguments: words } of readContainerStart(build, stage).programs) {
    // What a variable stands for is for a closer look.
    scripts ||= name.includes('$');
    starts.add(nameOf(name));
    // Where a shell script starts, what it calls is told by its text alone.
    if (SHELLS.has(nameOf(name))) for (const word of words) starts.add(nameOf(word));
  }
  for (const name of starts) names.add(name);
  return { base: readBaseImage(stage.base), names, starts, scripts, packages: packagesOf(build, stage) };
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
