import { table } from '../../../text/table';
import type { RuntimeNeed } from '../../ecosystem';
import type { BaseImage } from '../../images/base-images';

/**
 * The newest Debian release that the images of a Ruby line were made on, by the line's last version on it: tags without a release name
 * stay on what was the newest one when the version was replaced.
 */
const LAST_OF_BOOKWORM: Readonly<Record<string, number>> = table({
  '3.0': 99,
  '3.1': 99,
  '3.2': 8,
  '3.3': 8,
  '3.4': 4,
});
const FIRST_OF_BOOKWORM: Readonly<Record<string, number>> = table({ '3.0': 6, '3.1': 4, '3.2': 2, '3.3': 0, '3.4': 0 });

/** The Debian release of an official Ruby image; `old` for one whose package archive is gone, `stable` for one that moves on. */
export function debianOfRuby({ codename, version }: BaseImage): string {
  if (codename !== undefined) return ['bullseye', 'bookworm', 'trixie'].includes(codename) ? codename : 'old';
  const [major = '', minor, patch] = (version ?? '').split('.');
  if (minor === undefined) return major === '' || Number(major) >= 3 ? 'stable' : 'old';
  const line = `${major}.${minor}`;
  const first = FIRST_OF_BOOKWORM[line];
  if (line === '2.7') return 'bullseye';
  if (first === undefined) return Number(major) >= 4 || line === '3.5' ? 'trixie' : 'old';
  const last = LAST_OF_BOOKWORM[line]!;
  if (patch === undefined) return last === 99 ? 'bookworm' : 'trixie';
  const number = Number.parseInt(patch, 10);
  return number < first ? 'bullseye' : number > last ? 'trixie' : 'bookworm';
}

/** The slim image of the same version and release; the image itself where it is slim, or where that tag may not exist. */
export function slimRuby(
  image: string,
  { repository, official, distro, version, codename, variant, parts }: BaseImage,
): string {
  if (!official || repository !== 'ruby' || distro !== 'debian' || variant !== undefined || image.includes('@'))
    return image;
  if (parts.some(({ role }) => role !== 'version' && role !== 'codename')) return image;
  // Before this line not every version has a slim tag.
  if (version !== undefined && Number.parseFloat(version) < 2.2 && version.includes('.')) return image;
  const colon = image.indexOf(':', image.lastIndexOf('/') + 1);
  if (colon === -1) return `${image}:slim`;
  const tag = image.slice(colon + 1);
  if (tag === 'latest') return `${image.slice(0, colon)}:slim`;
  if (codename === undefined) return /\$\{[^}]*:/.test(tag) ? image : `${image}-slim`;
  if (tag === codename) return `${image.slice(0, colon)}:slim-${codename}`;
  return tag.endsWith(`-${codename}`) ? `${image.slice(0, -codename.length)}slim-${codename}` : image;
}

/** Commands that every image with Ruby has. */
const TOOLS = ['ruby', 'gem', 'bundle', 'bundler', 'irb', 'rake', 'erb', 'rdoc', 'ri'];
/** What the full image has beyond the slim one, as far as programs call it. */
const FULL = 'git curl wget convert identify mogrify composite unzip file ssh openssl python3 perl ps'.split(' ');

/** What Ruby's image brings to a program. */
export function rubyNeed(base: BaseImage, image: string, programs: readonly string[]): RuntimeNeed & { kind: 'image' } {
  const slim = slimRuby(image, base);
  if (base.libc === 'musl')
    return { kind: 'image', image, distro: 'alpine', tools: [...TOOLS, ...programs], users: [], extensible: true };
  const release = debianOfRuby(base);
  return {
    kind: 'image',
    image: slim,
    distro: base.distro === 'debian' ? 'debian' : 'other',
    tools: [
      ...TOOLS,
      ...programs,
      ...(isFull(base) && slim === image ? FULL : []),
      ...(release === 'bookworm' ? ['ps'] : []),
    ],
    users: [],
    extensible: release !== 'old',
    ...(release === 'old' ? {} : { codename: release }),
    ...(slim === image ? {} : { larger: image }),
  };
}

/** Debian's or Ubuntu's own Ruby: its small image, and the packages that the author installs. */
export function distributionNeed(
  { repository, official, codename, variant, version }: BaseImage,
  image: string,
  programs: readonly string[],
): RuntimeNeed & { kind: 'image' } {
  const tag = image.slice(image.indexOf(':', image.lastIndexOf('/') + 1) + 1);
  const isPlain =
    official && repository === 'debian' && variant === undefined && !/[@$]/.test(image) && image.includes(':');
  const slim =
    isPlain && (tag === codename || tag === version || tag === 'latest') && tag !== 'latest' ? `${image}-slim` : image;
  return {
    kind: 'image',
    image: slim,
    distro: 'debian',
    tools: programs,
    users: [],
    extensible: true,
    ...(codename === undefined ? {} : { codename }),
  };
}

/** Whether the image has compilers, version control and the like. */
export function isFull({ repository, official, distro, variant }: BaseImage): boolean {
  return official && repository === 'ruby' && distro === 'debian' && variant === undefined;
}

export { FULL as FULL_TOOLS, TOOLS as RUBY_TOOLS };
