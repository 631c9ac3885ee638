import type { RuntimeNeed } from '../../ecosystem';
import type { BaseImage } from '../../images/base-images';

/** An image of Python to run on. */
export type ImageNeed = RuntimeNeed & { readonly kind: 'image' };

/** The Python that an image brings: `3.11` has the minor 11; undefined where the tag does not tell. */
export function pythonVersion({
  version = '',
}: BaseImage): { readonly major: number; readonly minor?: number } | undefined {
  const [, major, minor] = /^v?(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  if (major === undefined) return undefined;
  return { major: Number(major), ...(minor === undefined ? {} : { minor: Number(minor) }) };
}

/** Debian's release under tags of Python that no longer move, by minor version of Python 3. */
const LAST_RELEASE: Readonly<Record<number, string>> = {
  3: 'jessie',
  4: 'stretch',
  5: 'buster',
  6: 'bullseye',
  7: 'bookworm',
  8: 'bookworm',
  9: 'trixie',
};

/** Debian's release that an image is made on; `stable` where its tag moves on with Debian. */
export function pythonRelease(base: BaseImage): string {
  if (base.codename !== undefined) return base.codename;
  const minor = pythonVersion(base)?.minor;
  return (minor === undefined ? undefined : LAST_RELEASE[minor]) ?? 'stable';
}

/** Whether an image is one of Python's own, and how much of a system it has. */
export function pythonVariant({
  repository,
  official,
  distro,
  variant,
  parts,
}: BaseImage): 'full' | 'slim' | 'alpine' | undefined {
  if (repository !== 'python' || !official) return undefined;
  if (distro === 'alpine') return 'alpine';
  if (distro !== 'debian') return undefined;
  if (variant === 'slim') return 'slim';
  const plain = parts.every(
    ({ role, text }) => role === 'version' || role === 'codename' || (role === 'channel' && text === 'latest'),
  );
  return plain ? 'full' : undefined;
}

/** The slim image of the same version and release; undefined where its tag can't be told. */
export function slimTag(image: string, { codename }: BaseImage): string | undefined {
  if (image.includes('@') || /\$\{[^}]*:/.test(image)) return undefined;
  const slash = image.lastIndexOf('/');
  const colon = image.indexOf(':', slash + 1);
  if (colon === -1) return image.includes('$') ? undefined : `${image}:slim`;
  const name = image.slice(0, colon);
  const tag = image.slice(colon + 1);
  if (tag === 'latest') return `${name}:slim`;
  if (codename === undefined) return `${image}-slim`;
  if (tag === codename) return `${name}:slim-${codename}`;
  // The release may be in a variable: then where slim has to stand can't be written.
  return tag.endsWith(`-${codename}`) ? `${name}:${tag.slice(0, -codename.length - 1)}-slim-${codename}` : undefined;
}

/** Commands of the full images that the slim ones lack, and the packages that bring them. */
export const FULL_COMMANDS: ReadonlyMap<string, string> = new Map(
  `autoconf=autoconf automake=automake ar=binutils as=binutils bunzip2=bzip2 bzip2=bzip2 bzr=bzr c++=g++ cc=gcc compare=imagemagick
  composite=imagemagick convert=imagemagick cpp=cpp curl=curl dirmngr=dirmngr dpkg-buildpackage=dpkg-dev fc-list=fontconfig
  fc-cache=fontconfig file=file free=procps g++=g++ gcc=gcc git=git gpg=gnupg gpg-agent=gnupg hg=mercurial identify=imagemagick
  ld=binutils m4=m4 make=make mogrify=imagemagick montage=imagemagick nm=binutils objdump=binutils patch=patch pgrep=procps
  pidof=procps pkg-config=pkg-config pkill=procps ps=procps readelf=binutils scp=openssh-client sftp=openssh-client
  ssh=openssh-client ssh-add=openssh-client ssh-agent=openssh-client ssh-keygen=openssh-client ssh-keyscan=openssh-client
  strings=binutils strip=binutils svn=subversion tclsh=tcl top=procps uptime=procps unzip=unzip vmstat=procps watch=procps
  wget=wget wish=tk xz=xz-utils unxz=xz-utils`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const at = pair.lastIndexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
);
