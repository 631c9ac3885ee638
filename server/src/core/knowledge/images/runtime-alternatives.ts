import { table } from '../../text/table';
import { readBaseImage } from './base-images';

/** Another image that something might run on. */
export interface RuntimeAlternative {
  readonly image: string;
  /** What it is like: a clause without capital and full stop. */
  readonly detail: string;
}

const CODENAMES: Readonly<Record<string, string>> = table({ '11': 'bullseye', '12': 'bookworm', '13': 'trixie' });

/** Images that are often taken in place of one; whether what is built runs there is for the conversion to say. */
export function alternativesTo(image: string): readonly RuntimeAlternative[] {
  const distroless = /^gcr\.io\/distroless\/(static|base|cc)-debian(\d+)$/.exec(image);
  if (distroless) return forDistroless(distroless[1]!, distroless[2]!);
  const { repository, version = '', codename, distroVersion, parts } = readBaseImage(image);
  if (repository === 'debian') return forDebian(codename, distroVersion);
  if (repository === 'alpine') return [{ image: 'scratch', detail: NOTHING }];
  const without = (...texts: string[]) => {
    const kept = parts.map(({ text }) => text).filter((text) => !texts.includes(text));
    return kept.length > 0 ? `${image.slice(0, image.lastIndexOf(':'))}:${kept.join('-')}` : image;
  };
  const full = without('slim');
  const larger =
    full === image ? [] : [{ image: full, detail: 'the full image, with git, Python and compilers: it saves little' }];
  const major = /^\d+/.exec(version)?.[0];
  switch (repository) {
    case 'node':
      return [...larger, ...(major ? [{ image: `gcr.io/distroless/nodejs${major}-debian12`, detail: NO_SHELL }] : [])];
    case 'python':
    case 'ruby':
    case 'php':
      return larger;
    case 'eclipse-temurin':
      return major ? [{ image: `gcr.io/distroless/java${major}-debian12`, detail: NO_SHELL }] : [];
    default:
      return [];
  }
}

const NOTHING = 'nothing but what is copied: no shell, certificates, time zones or users';
const NO_SHELL = 'no shell and no package manager: less to attack, nothing to look around with';

function forDistroless(kind: string, release: string): RuntimeAlternative[] {
  const name = (other: string, tag = '') => `gcr.io/distroless/${other}-debian${release}${tag}`;
  const codename = CODENAMES[release];
  return [
    { image: name(kind, ':nonroot'), detail: 'the same, as the user nonroot instead of root' },
    { image: name(kind, ':debug'), detail: 'the same with a shell (busybox), to look around with' },
    ...(kind === 'base'
      ? [{ image: name('cc'), detail: "the same with the C++ standard library and the compilers' own" }]
      : []),
    ...(codename
      ? [{ image: `debian:${codename}-slim`, detail: 'a shell and apt, and the usual tools of a small Debian' }]
      : []),
    ...(kind === 'static'
      ? [
          { image: 'alpine:3', detail: 'small, with a shell and apk' },
          { image: 'scratch', detail: NOTHING },
        ]
      : []),
  ];
}

function forDebian(codename: string | undefined, version: string | undefined): RuntimeAlternative[] {
  const release = version ?? Object.keys(CODENAMES).find((one) => CODENAMES[one] === codename);
  if (release === undefined || codename === undefined) return [];
  return [
    { image: `gcr.io/distroless/base-debian${release}`, detail: NO_SHELL },
    {
      image: `gcr.io/distroless/cc-debian${release}`,
      detail: 'no shell and no package manager, with the C++ standard library',
    },
    { image: `debian:${codename}`, detail: 'more of Debian, and larger' },
  ];
}
