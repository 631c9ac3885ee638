import { buildsWith } from '../../knowledge/build-commands';
import { isBuildTool, toolsOfImage, toolsOfPackage } from '../../knowledge/images/image-tools';
import type { Build, Stage } from '../build-types';
import { keptPackages } from '../installs/kept-packages';

/** Whether a stage builds something, as far as a first look at its commands tells; never a guess at what. */
export function mayBuild(build: Build, stage: Stage): boolean {
  let installs = false;
  for (const command of build.commands) {
    if (command.name === undefined || command.script.instruction.stage !== stage.index) continue;
    const builds = buildsWith(command.name, command.arguments);
    if (builds === true) return true;
    installs ||= builds === 'installs';
  }
  return installs && shipsTools(build, stage);
}

/** Whether there is one of the tools that `shippedTools` lists. */
function shipsTools(build: Build, stage: Stage): boolean {
  if (toolsOfImage(stage.root)?.some(isBuildTool)) return true;
  for (const { names } of keptPackages(build, stage)) {
    for (const name of names) if (toolsOfPackage(name).some(isBuildTool)) return true;
  }
  return false;
}

/** The tools in a stage that only a build has a use for: its image's own first, then those that are installed and stay. */
export function shippedTools(build: Build, stage: Stage): string[] {
  const own = (toolsOfImage(stage.root) ?? []).filter(isBuildTool);
  const installed = keptPackages(build, stage).flatMap(({ names }) => names.flatMap(toolsOfPackage));
  return [...new Set([...own, ...installed.filter(isBuildTool)])];
}
