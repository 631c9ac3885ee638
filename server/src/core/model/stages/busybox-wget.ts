import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build } from '../build-types';
import { isBasedOn } from '../caches/cache-places';
import type { ShellScript } from '../shell/shell-command';

/** Whether the wget of a call is BusyBox's: by its name, or since the image has no other and no step installs one. */
export function hasBusyboxWget(
  build: Build,
  { script, start }: { readonly script: ShellScript; readonly start: number },
): boolean {
  const { stage: at, index } = script.instruction;
  if (script.commands.some((one) => one.start === start && one.words[0]?.value === 'busybox')) return true;
  const stage = build.stages[at];
  const distro = stage && readBaseImage(stage.root).distro;
  if (distro !== 'alpine' && distro !== 'busybox' && distro !== 'wolfi') return false;
  return !build.installs.some(
    ({ packages, instruction }) =>
      instruction.index <= index &&
      isBasedOn(build, at, instruction.stage) &&
      packages.some(({ value }) => /^wget(?:[=<>~].*)?$/.test(value)),
  );
}
