import { readBaseImage } from '../knowledge/images/base-images';
import type { Build, Stage } from '../model/build-types';
import type { RunInstruction } from '../model/syntax/instruction';
import { putAbove } from './instruction-above';
import type { Fix } from './rule';

/** Distributions whose images bring bash; Alpine's and BusyBox's do not. */
const WITH_BASH = new Set(
  'almalinux amazonlinux archlinux azurelinux centos debian fedora opensuse oraclelinux photon rockylinux ubi ubuntu'.split(
    ' ',
  ),
);

/** Whether a stage has bash for sure: its distribution brings it, or a step before the RUN installs it. */
export function hasBash(build: Build, run: RunInstruction): boolean {
  const stage = build.stages[run.stage];
  if (stage && WITH_BASH.has(readBaseImage(stage.root).distro ?? '')) return true;
  return build.installs.some(
    ({ packages, instruction }) =>
      instruction.index < run.index &&
      isBelow(build, stage, instruction.stage) &&
      packages.some(({ value }) => /^bash(?:[=<>~].*)?$/.test(value)),
  );
}

function isBelow(build: Build, stage: Stage | undefined, index: number): boolean {
  for (let one = stage; one; one = one.parent) if (one.index === index) return true;
  return stage === undefined && index === -1 && build.stages.length === 0;
}

/** The fix that puts a SHELL in front of a RUN. */
export function shellBefore({ source }: Build, run: RunInstruction, shell: readonly string[]): Fix {
  const words = `[${shell.map((word) => `"${word}"`).join(', ')}]`;
  return { title: `Add SHELL ${words}`, edits: [putAbove(source, run, 'SHELL', words)] };
}
