import type { Artefact } from '../../knowledge/ecosystem';
import type { RuntimeImage } from '../../knowledge/images/runtime-images';
import { packageName } from '../../knowledge/system-packages/package-roles';
import type { ShellWord } from '../shell/shell-command';
import { CERTIFICATES } from './stage-files';
import type { Sorting } from './stage-sorting';

/** Certificates and time zones, where the runtime image has none and the author installs none. */
export function addWanted(
  { plan }: Sorting,
  { image, distro }: RuntimeImage,
  installed: readonly ShellWord[],
  packages: string[],
  artefacts: Artefact[],
): void {
  const isMissing = (name: string) => !installed.some(({ value }) => packageName(value) === name);
  // Debian has had them in every image up to release 12.
  const isOlder = /^debian:(?:bookworm|bullseye|buster|stretch|jessie|[89]|1[0-2])\b/.test(image);
  const lacks = distro === 'alpine' || (distro === 'debian' && !isOlder);
  if (lacks && plan.need.kind !== 'image' && plan.wants?.includes('zones') && isMissing('tzdata')) {
    packages.push('tzdata');
  }
  if (!plan.wants?.includes('certificates') || !isMissing('ca-certificates')) return;
  // distroless and Alpine have certificates.
  if (image.startsWith('gcr.io/distroless/') || distro === 'alpine') return;
  if (packages.length > 0 && distro === 'debian') packages.push('ca-certificates');
  else artefacts.push({ from: CERTIFICATES, to: CERTIFICATES });
}
