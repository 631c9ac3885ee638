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
  return installs && shippedTools(build, stage).length > 0;
}

/** The tools in a stage that only a build has a use for: its image's own first, then those that are installed and stay. */
export function shippedTools(build: Build, stage: Stage): string[] {
  const own = (toolsOfImage(stage.root) ?? []).filter(isBuildTool);
  const installed = keptPackages(build, stage).flatMap(({ names }) => names.flatMap(toolsOfPackage));
  return [...new Set([...own, ...installed.filter(isBuildTool)])];
}
