import type { Plan } from '../../knowledge/ecosystem';
import { readBaseImage } from '../../knowledge/images/base-images';
import { type RuntimeImage, runtimeDistro } from '../../knowledge/images/runtime-images';
import type { StageProject } from './project';
import type { SplitRefusal } from './stage-sorting';

/** Releases of Debian and Ubuntu, oldest first within their kind: a program runs on its own release's C library or a newer one. */
const RELEASES: readonly (readonly string[])[] = [
  ['wheezy', 'jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie', 'forky'],
  ['trusty', 'xenial', 'bionic', 'focal', 'jammy', 'noble', 'resolute'],
];

/**
 * The image that the person wants to run on, if what is built can run there.
 * @param shell why a shell is needed, if it is
 */
export function wishedRuntime(
  image: string,
  { need, serves }: Plan,
  { base }: StageProject,
  shell: string | undefined,
): RuntimeImage | SplitRefusal {
  const wished = readBaseImage(image);
  const distro = runtimeDistro(image, wished);
  const hasShell = distro !== 'distroless' || /(?:^|-)debug(?:-|$)/.test(wished.variant ?? '');
  if (wished.os === 'windows') return { because: `${image} is for Windows.` };
  if (wished.distro === undefined && image !== 'scratch')
    return { because: `What ${image} is made of is not known, so whether the program runs there neither.` };
  if (shell !== undefined && !hasShell) return { because: `${image} has no shell, and one is needed: ${shell}.` };
  const chosen: RuntimeImage = { image, distro, note: `What ships starts from ${image}, as you wish.` };
  if (need.kind === 'static') return chosen;
  if (serves) {
    return wished.family === 'nginx' ? chosen : { because: `The site is served by nginx, which ${image} is not for.` };
  }
  const libc = need.kind === 'dynamic' ? need.libc : base.libc;
  if (libc !== undefined && wished.libc !== libc) {
    return {
      because: `What is built is linked with ${libc}, and ${image} has ${wished.libc === 'none' ? 'none' : (wished.libc ?? 'another C library')}.`,
    };
  }
  const older = isOlder(wished.codename, need.kind === 'dynamic' ? need.codename : base.codename);
  if (older)
    return { because: `${image} is of an older release than the builder, so its libraries may lack what is called.` };
  if (need.kind === 'dynamic') {
    return need.compiler && distro === 'distroless' && !/\/cc(?:-|:|$)/.test(image)
      ? { because: `The program is linked with the compiler's libraries, and ${image} has none of them.` }
      : chosen;
  }
  const own = readBaseImage(need.image);
  if (wished.family !== own.family)
    return { because: `The program needs what ${need.image} brings; ${image} is no ${own.family ?? 'such'} image.` };
  if (distro === 'distroless' && own.repository !== wished.repository)
    return {
      because: `${image} has an entry point and places of its own for ${own.family}, so the start would be another.`,
    };
  const version = majorMinor(wished.version);
  const wanted = majorMinor(own.version);
  if (version !== undefined && wanted !== undefined && !sameLine(version, wanted))
    return {
      because: `What is built is for ${own.family} ${wanted.join('.')}, and ${image} has ${version.join('.')}.`,
    };
  return chosen;
}

function isOlder(wished: string | undefined, built: string | undefined): boolean {
  if (wished === undefined || built === undefined) return false;
  const line = RELEASES.find((names) => names.includes(wished) && names.includes(built));
  return line !== undefined && line.indexOf(wished) < line.indexOf(built);
}

function majorMinor(version: string | undefined): string[] | undefined {
  return version?.split('.').slice(0, 2);
}

function sameLine(one: readonly string[], other: readonly string[]): boolean {
  return one[0] === other[0] && (one[1] === undefined || other[1] === undefined || one[1] === other[1]);
}
