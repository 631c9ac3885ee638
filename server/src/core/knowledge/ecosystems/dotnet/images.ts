import type { RuntimeNeed } from '../../ecosystem';
import type { BaseImage } from '../../images/base-images';

/** What of .NET the runtime has to bring. */
export type DotnetRuntime = 'aspnet' | 'runtime' | 'runtime-deps';

/** Releases whose package archive is where their images look for it. */
const ARCHIVED = new Set(['stretch', 'buster', 'bionic', 'xenial', 'jessie']);

/** The release of .NET that an image is of: `8.0`; undefined for `latest` and tags that name none. */
export function dotnetVersion({ version }: BaseImage): string | undefined {
  return /^\d+\.\d+/.exec(version ?? '')?.[0];
}

/** Whether an image has the SDK. */
export function isDotnetSdk({ family, repository, parts }: BaseImage): boolean {
  if (family !== 'dotnet') return false;
  if (repository === 'microsoft/dotnet')
    return parts.length === 0 || parts.some(({ text }) => text === 'sdk' || text === 'latest');
  return /(?:^|\/)sdk$/.test(repository) || repository === 'microsoft/aspnetcore-build';
}

/**
 * The image of the same release and distribution without the SDK; undefined where there is none. The versions of SDKs are not those of
 * runtimes, so that of the release is taken: `sdk:8.0.100-alpine` becomes `aspnet:8.0-alpine`.
 * @param written the image as the file names it
 */
export function dotnetImage(written: string, base: BaseImage, kind: DotnetRuntime): string | undefined {
  const plain = written.replace(/@.*$/, '');
  const colon = plain.indexOf(':', plain.lastIndexOf('/') + 1);
  const name = colon === -1 ? plain : plain.slice(0, colon);
  const tag = colon === -1 ? 'latest' : plain.slice(colon + 1);
  const version = dotnetVersion(base);
  if (tag.includes('$') || (base.version !== undefined && /[a-z]/i.test(base.version))) return undefined;
  if (base.repository === 'microsoft/dotnet') {
    if (version === undefined) return undefined;
    const rest = tag.replace(/^[\d.]+/, '').replace(/-sdk/, '');
    const middle = kind === 'aspnet' ? 'aspnetcore-runtime' : kind;
    return `${name}:${version}-${middle}${rest}`;
  }
  if (base.repository === 'microsoft/aspnetcore-build') return version && `${name.replace(/-build$/, '')}:${version}`;
  // Of an unreleased version, the tag says that somewhere behind the number.
  if (/preview|rc\d?\b|nightly/.test(tag)) return undefined;
  const rest = tag.replace(/^\d[\d.]*/, '');
  if (version === undefined) return tag === 'latest' ? `${name.replace(/sdk$/, kind)}:latest` : undefined;
  return `${name.replace(/sdk$/, kind)}:${version}${rest}`;
}

/** The image to run on, and what it has. */
export function dotnetNeed(written: string, base: BaseImage, kind: DotnetRuntime): RuntimeNeed | undefined {
  const image = dotnetImage(written, base, kind);
  if (image === undefined) return undefined;
  const release = Number.parseInt(dotnetVersion(base) ?? '8', 10);
  const isAlpine = base.distro === 'alpine';
  const codename = base.codename ?? debianOf(release, base);
  return {
    kind: 'image',
    image,
    distro: isAlpine ? 'alpine' : base.distro === 'debian' || base.distro === 'ubuntu' ? 'debian' : 'other',
    tools: kind === 'runtime-deps' ? [] : ['dotnet'],
    users: release >= 8 ? ['app'] : [],
    extensible: isAlpine || (codename !== undefined && !ARCHIVED.has(codename)),
    ...(codename === undefined || base.distro !== 'debian' ? {} : { codename }),
  };
}

/** Debian's release under a tag that names none. */
function debianOf(release: number, { distro }: BaseImage): string | undefined {
  if (distro !== 'debian') return undefined;
  return release >= 8 ? 'bookworm' : release >= 6 ? 'bullseye' : release >= 3 ? 'buster' : 'stretch';
}
