import { readBaseImage } from './base-images';
import { toolsOfImage } from './image-tools';

/** Programs that health checks call to look at a server. */
export const PROBES = ['curl', 'wget', 'nc'] as const;
export type Probe = (typeof PROBES)[number];

/** Images on `buildpack-deps`, whose full variants have curl and wget. */
const ON_BUILD_DEPS = /^(?:golang|node|python|ruby|rust|gcc|perl|buildpack-deps|elixir|erlang)$/;
/** Other images of which it is known what they have. */
const KNOWN =
  /^(?:debian|ubuntu|php|nginx|nginxinc\/nginx-unprivileged|httpd|dotnet\/(?:aspnet|runtime|runtime-deps))$/;

/** Whether an image has a program that health checks call; undefined where that is not known. */
export function hasProbe(reference: string, probe: Probe): boolean | undefined {
  if (reference === 'scratch' || /^gcr\.io\/distroless\/[^:]*(?::(?!debug)|$)/.test(reference)) return false;
  const { repository, official, distro, variant = '' } = readBaseImage(reference);
  if (!official || /chiseled|distroless/.test(variant)) return undefined;
  const isOurs = ON_BUILD_DEPS.test(repository) || KNOWN.test(repository);
  if (distro === 'alpine' || distro === 'busybox') {
    if (probe !== 'curl') return true;
    if (repository === 'alpine' || repository === 'busybox' || ON_BUILD_DEPS.test(repository)) return false;
    if (/nginx/.test(repository)) return !/slim/.test(variant);
    return repository === 'php' ? true : undefined;
  }
  if (!isOurs || (distro !== 'debian' && distro !== 'ubuntu')) return undefined;
  if (probe === 'nc') return false;
  const hasCurl = toolsOfImage(reference)?.includes('curl');
  return probe === 'curl' || hasCurl === undefined ? hasCurl : hasCurl && ON_BUILD_DEPS.test(repository);
}
