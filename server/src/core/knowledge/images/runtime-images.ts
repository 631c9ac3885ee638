import type { RuntimeNeed } from '../ecosystem';
import type { BaseImage } from './base-images';

/** An image to run on. */
export interface RuntimeImage {
  readonly image: string;
  readonly distro: 'distroless' | 'debian' | 'alpine' | 'other';
  /** Why it was chosen, where the file does not say it already. */
  readonly note?: string;
}

/** Debian releases by age; a program runs on the C library of its own release or a newer one. */
const DEBIAN = ['wheezy', 'jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie'];
/** The newest one on which programs are put that were built on an older one: its package archive is still there. */
const MAINTAINED = 'bookworm';

/** The Debian release to run on, given the one that something was built on; undefined: not known, so the newest. */
function debianFor(codename: string | undefined): { codename: string; number: number } {
  if (codename === 'stable') return { codename, number: DEBIAN.length - 1 + 7 };
  const built = codename === undefined ? DEBIAN.length - 1 : DEBIAN.indexOf(codename);
  const taken = built === -1 ? DEBIAN.length - 1 : Math.max(built, DEBIAN.indexOf(MAINTAINED));
  return { codename: DEBIAN[taken]!, number: taken + 7 };
}

/** The Debian release that programs built on another one run on. */
export function runtimeRelease(codename: string | undefined): string {
  return debianFor(codename).codename;
}

/** Images with compilers on Ubuntu. */
const UBUNTUS = new Set(['ubuntu', 'buildpack-deps']);

/**
 * The image that a program runs on: small, but never with another C library than it was built for.
 * @param shell why a shell is needed, if it is
 */
export function chooseRuntime(need: RuntimeNeed, shell: string | undefined, builder: BaseImage): RuntimeImage {
  if (need.kind === 'image') return { image: need.image, distro: need.distro };
  const musl = need.kind === 'dynamic' ? need.libc === 'musl' : builder.libc === 'musl';
  if (musl && (shell || need.kind === 'dynamic')) {
    const moving = builder.variant === 'edge' ? 'edge' : '3';
    const version = /^\d+\.\d+/.exec(builder.distroVersion ?? '')?.[0] ?? moving;
    const note = shell
      ? `The program stays on Alpine, which has a shell: ${shell}.`
      : 'The program may be linked with musl, so it stays on Alpine.';
    return { image: `alpine:${version}`, distro: 'alpine', note };
  }
  // Ubuntu has no smaller image of its own, and its libraries are others than Debian's.
  if (need.kind === 'dynamic' && builder.distro === 'ubuntu' && UBUNTUS.has(builder.family ?? '')) {
    const tag = builder.family === 'ubuntu' ? builder.parts.map(({ text }) => text).join('-') : builder.codename;
    const image = `ubuntu:${tag || 'latest'}`;
    return {
      image,
      distro: 'debian',
      note: `The program runs on ${image}, with the libraries that it was built with.`,
    };
  }
  const { codename, number } =
    need.kind === 'dynamic' && need.sameRelease && need.codename !== undefined
      ? { codename: need.codename, number: DEBIAN.indexOf(need.codename) + 7 }
      : debianFor(need.kind === 'static' ? MAINTAINED : need.codename);
  if (shell) {
    const note = `The program runs on debian:${codename}-slim, which has a shell: ${shell}.`;
    return { image: `debian:${codename}-slim`, distro: 'debian', note };
  }
  if (need.kind === 'static') {
    const note =
      'The program is static: distroless/static has the certificates and time zones it may look for, and no shell.';
    return { image: 'gcr.io/distroless/static-debian12', distro: 'distroless', note };
  }
  if (need.compiler) {
    const note = `The program is linked with the libraries of C and of the compiler, which debian:${codename}-slim has.`;
    return { image: `debian:${codename}-slim`, distro: 'debian', note };
  }
  const note =
    'The program may be linked with glibc: distroless/base has that, certificates and time zones, and no shell.';
  return { image: `gcr.io/distroless/base-debian${number}`, distro: 'distroless', note };
}

const GROUPS: Readonly<Partial<Record<RuntimeImage['distro'], ReadonlySet<string>>>> = {
  distroless: new Set(['root', 'nobody', 'tty', 'staff', 'nonroot']),
  debian: new Set('root daemon bin sys adm tty disk mail man www-data backup games users nogroup staff'.split(' ')),
  alpine: new Set('root daemon bin sys adm tty disk mail man www-data games users nogroup nobody'.split(' ')),
};

/** Users that distroless images and slim distributions have without a RUN that makes them. */
export function hasUser(distro: RuntimeImage['distro'], user: string, group?: string): boolean {
  if (group !== undefined && !/^\d+$/.test(group) && !GROUPS[distro]?.has(group)) return false;
  if (/^\d+$/.test(user) || user === 'root' || user === 'nobody') return true;
  if (distro === 'distroless') return user === 'nonroot';
  return (
    (distro === 'debian' || distro === 'alpine') &&
    ['daemon', 'bin', 'sys', 'mail', 'www-data', 'games', 'guest', 'backup'].includes(user) &&
    !(distro === 'alpine' && (user === 'www-data' || user === 'backup'))
  );
}

/** What a runtime image is, as far as a split must know: `distroless` has neither a shell nor a package manager. */
export function runtimeDistro(image: string, { family, distro }: BaseImage): RuntimeImage['distro'] {
  if (image === 'scratch' || image.startsWith('gcr.io/distroless/') || family === 'distroless') return 'distroless';
  return distro === 'debian' || distro === 'alpine' ? distro : distro === 'ubuntu' ? 'debian' : 'other';
}
