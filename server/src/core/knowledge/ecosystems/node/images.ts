import type { Project, ProjectFiles, RuntimeNeed } from '../../ecosystem';
import type { BaseImage } from '../../images/base-images';
import { findLine, findProduct } from '../../images/end-of-life';
import { readNpmLock } from './lock';
import type { NodeProject } from './project';
import { HARMLESS_SCRIPTS, NEEDS_FULL_IMAGE, SYSTEM_PACKAGES } from './tools';

/** Commands of node's full images that the slim ones lack. */
const FULL_TOOLS =
  'bash curl wget git python3 perl openssl ps pgrep make g++ gcc unzip ssh convert identify mogrify hg svn'.split(' ');

/** The image to run on, with why it is not the slim one where that would be there. */
export interface NodeRuntime {
  readonly need: RuntimeNeed & { kind: 'image' };
  /** System packages that packages of the project need, and the slim image lacks. */
  readonly packages: readonly string[];
  /** The packages of Node.js that run. */
  readonly names: readonly string[];
  readonly note?: string;
}

/** The image that a project runs on: the slim one of its kind, unless something needs what only the full one has. */
export function readRuntime(
  project: Project,
  own: NodeProject,
  unknown: string | undefined,
  drawsText: boolean,
): NodeRuntime {
  const { base, image, files } = project;
  const isNode = base.family === 'node';
  const slim = isNode ? slimImage(image, base) : slimDistribution(image, base);
  const maintained =
    ['bookworm', 'trixie'].includes(base.codename ?? '') || (base.codename === undefined && !(majorOf(base) < 18));
  const extensible = base.libc === 'musl' || maintained || !isNode;
  const names = productionPackages(files, own);
  const reason =
    slim === image || !isNode
      ? undefined
      : own.json === undefined
        ? 'package.json is not here to tell which libraries its packages need'
        : fullImageReason(names, extensible, own, files, unknown, drawsText);
  const taken = reason === undefined ? slim : image;
  const distro =
    base.libc === 'musl' ? 'alpine' : base.distro === 'debian' || base.distro === 'ubuntu' ? 'debian' : 'other';
  const whole = isNode && image === taken && base.variant === undefined && distro === 'debian';
  const tools = [
    'node',
    'nodejs',
    'npm',
    'npx',
    ...(isNode ? ['yarn', 'yarnpkg', 'corepack'] : []),
    ...(whole ? FULL_TOOLS : []),
  ];
  return {
    need: {
      kind: 'image',
      image: taken,
      distro,
      tools,
      users: isNode ? ['node'] : [],
      extensible,
      ...(distro === 'debian' && base.codename === undefined && ON_BOOKWORM.has(majorOf(base))
        ? { codename: 'bookworm' }
        : {}),
      ...(image === taken ? {} : { larger: image }),
    },
    names,
    packages: taken === image || !isNode ? [] : [...new Set(names.flatMap((name) => SYSTEM_PACKAGES[name] ?? []))],
    ...(reason === undefined ? {} : { note: `It stays on ${image}: ${reason}.` }),
  };
}

function fullImageReason(
  names: readonly string[],
  extensible: boolean,
  own: NodeProject,
  files: ProjectFiles | undefined,
  unknown: string | undefined,
  drawsText: boolean,
): string | undefined {
  const full = names.find((name) => NEEDS_FULL_IMAGE.has(name) && !(extensible && name in SYSTEM_PACKAGES));
  if (full !== undefined) return `${full} may need programs or libraries that the slim image lacks`;
  const drawing = names.find((name) => DRAWING.has(name));
  if (drawsText && drawing !== undefined) return `${drawing} draws text, for which the slim image has no fonts`;
  const lock = readNpmLock(files, own.root);
  const scripted = names.find((name) => lock?.get(name)?.scripted && !isHarmless(name) && !(name in SYSTEM_PACKAGES));
  if (scripted !== undefined)
    return `${scripted} compiles or downloads something when it is installed, and what that needs of the system is not known`;
  return unknown === undefined ? undefined : `${unknown} starts programs that it does not name`;
}

/** Versions whose images are made on Debian 12 where the tag does not say otherwise. */
const ON_BOOKWORM = new Set([18, 20, 22]);

const DRAWING = new Set([
  'sharp',
  'canvas',
  '@napi-rs/canvas',
  'skia-canvas',
  '@resvg/resvg-js',
  'chartjs-node-canvas',
  'konva',
]);

function isHarmless(name: string): boolean {
  return (
    HARMLESS_SCRIPTS.has(name) ||
    /^(?:@esbuild|@swc|@parcel|@prisma|@sentry|@datadog|@apollo|@nestjs|@img)\//.test(name)
  );
}

/** The packages that run, by the lock file; those that package.json lists where there is none. */
function productionPackages(files: ProjectFiles | undefined, { json, root }: NodeProject): string[] {
  const lock = readNpmLock(files, root);
  const listed = [...(json?.dependencies ?? [])];
  if (!lock) return listed;
  return [...new Set([...listed, ...[...lock.values()].flatMap(({ name, dev }) => (dev ? [] : [name]))])];
}

/** The slim image of a release of Debian; other distributions have one image only. */
function slimDistribution(image: string, { repository, official, variant, codename, version }: BaseImage): string {
  const isPlain = official && repository === 'debian' && variant === undefined && !image.includes('@');
  return isPlain && (codename !== undefined || version !== undefined) && /:[\w.-]+$/.test(image)
    ? `${image}-slim`
    : image;
}

/** The major version; NaN where the tag does not tell, or the image is a distribution's. Release lines have names too: `carbon` is 8. */
export function majorOf({ family, version = '' }: BaseImage): number {
  if (family !== 'node') return Number.NaN;
  return Number.parseInt(findLine(findProduct('node'), version)?.line ?? version, 10);
}

/** The slim image of the same version and release; the image itself where there is none, or a digest pins it. */
function slimImage(
  image: string,
  { repository, official, distro, variant, version, codename, parts }: BaseImage,
): string {
  if (!official || repository !== 'node' || distro !== 'debian' || /@|\$\{[^}]*:/.test(image)) return image;
  const channel = parts.some(({ role }) => role === 'channel');
  const onlyVersion = parts.every(({ role }) => role === 'version' || role === 'codename' || role === 'channel');
  if (!onlyVersion || (variant !== undefined && !channel)) return image;
  const slash = image.lastIndexOf('/');
  const colon = image.indexOf(':', slash + 1);
  if (colon === -1) return `${image}:slim`;
  const tag = image.slice(colon + 1);
  if (tag === 'latest') return `${image.slice(0, colon)}:slim`;
  return version !== undefined || codename !== undefined || channel ? `${image}-slim` : image;
}
