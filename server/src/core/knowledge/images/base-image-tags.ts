import type { BaseImage, TagPart } from './base-images';
import {
  DISCONTINUED,
  findLine,
  findProduct,
  hasEnded,
  nextLine,
  type Product,
  type ProductId,
  type ReleaseLine,
} from './end-of-life';

/** What gets no more fixes in an image: the line of the product it is for, or of the system it is made on. */
export interface Ended {
  readonly product: Product;
  readonly line: ReleaseLine;
}

/** Everything in an image that gets no more fixes, as far as its tag tells. */
export function findEnded(image: BaseImage): readonly Ended[] {
  const ended: Ended[] = [];
  if (image.product && image.product !== image.distro) addEnded(image.product, image.version, ended);
  const system = systemOf(image);
  if (system) addEnded(system, image.distroVersion, ended);
  return ended;
}

function addEnded(id: ProductId, version: string | undefined, ended: Ended[]): void {
  if (version === undefined) return;
  const product = findProduct(id);
  const line = findLine(product, version);
  if (line && hasEnded(line)) ended.push({ product, line });
}

const SYSTEMS: readonly ProductId[] = ['alpine', 'centos', 'debian', 'fedora', 'ubuntu'];

function systemOf({ distro }: BaseImage): ProductId | undefined {
  for (const id of SYSTEMS) if (id === distro) return id;
  return undefined;
}

/** Another image to take: its repository where that changes too, and its tag. */
export interface Renewal {
  readonly repository?: string;
  readonly tag: string;
}

/** Parts of tags that newer lines have too. */
const LASTING = new Set(['slim', 'fpm', 'apache', 'cli', 'zts', 'jdk', 'jre', 'scm', 'curl', 'chiseled', 'extra']);

/**
 * The image to take in place of one whose lines have ended: nearest line that is still maintained, same variant. Undefined where
 * there is none, or nothing tells that its tag exists.
 */
export function findRenewal(image: BaseImage, ended: readonly Ended[]): Renewal | undefined {
  const { repository, official, product, os } = image;
  const gone = DISCONTINUED.get(repository);
  if (gone) return gone.use === 'eclipse-temurin' ? toTemurin(image) : undefined;
  if (!official || os === 'windows' || ended.length === 0) return undefined;
  if (
    image.parts.some(
      ({ role, text }) => !(role === 'variant' ? LASTING.has(text) : role !== 'channel' || text === 'lts'),
    )
  ) {
    return undefined;
  }
  const own = product && ended.find((one) => one.product.id === product);
  const next = own && nextLine(own.product, own.line);
  // Python 2 and 3 are two languages.
  if (own && (!next || (product === 'python' && own.line.line.startsWith('2')))) return undefined;
  if (product === 'dotnet') return next && renewDotnet(image, next);
  const isSystem = product !== undefined && product === image.distro;
  const parts = image.parts.flatMap((part) => {
    const renewed = isSystem ? renewSystemPart(part, next!) : renewPart(part, image, next);
    return renewed === '' ? [] : [renewed];
  });
  return parts.includes(undefined) || parts.length === 0 ? undefined : { tag: parts.join('-') };
}

/** A part of the tag of a distribution's own image; a date belongs to the release that has ended. */
function renewSystemPart({ role, text }: TagPart, next: ReleaseLine): string | undefined {
  switch (role) {
    case 'version':
      return next.line;
    case 'codename':
      return next.codename;
    case 'date':
      return '';
    case 'distro':
      return undefined;
    default:
      return text;
  }
}

/** A part of another image's tag. A patch release was built on the systems of its time only, so its line takes its place. */
function renewPart({ role, text }: TagPart, image: BaseImage, next: ReleaseLine | undefined): string | undefined {
  switch (role) {
    case 'version': {
      if (next) return next.line;
      if (!image.product) return /^\d+$/.test(text) ? text : undefined;
      const { precision } = findProduct(image.product);
      return text.split('.').slice(0, precision).join('.');
    }
    case 'codename':
    case 'distro': {
      const system = systemOf(image);
      const product = system && findProduct(system);
      if (!product) return undefined;
      const line = findLine(product, image.distroVersion ?? '');
      if (!line || !hasEnded(line)) return text;
      const renewed = product.lines.find((one) => one.line === product.inCombination);
      if (!renewed) return undefined;
      return role === 'codename' ? renewed.codename : text.replace(/\d.*$/, renewed.line);
    }
    case 'date':
      return undefined;
    default:
      return text;
  }
}

/** .NET 10 comes on Ubuntu and Alpine, no longer on Debian, and its repositories lost the word "core". */
function renewDotnet(
  { repository, parts, distro, variant = '' }: BaseImage,
  { line }: ReleaseLine,
): Renewal | undefined {
  if (!repository.startsWith('dotnet/')) return undefined;
  const system = distro === 'alpine' ? ['alpine'] : variant.includes('chiseled') ? ['noble'] : [];
  const words = parts.filter(({ role, text }) => role === 'variant' && text !== 'slim').map(({ text }) => text);
  const renamed = repository.replace('dotnet/core/', 'dotnet/');
  return {
    ...(renamed === repository ? {} : { repository: renamed }),
    tag: [line, ...system, ...words].join('-'),
  };
}

/** The retired images of OpenJDK name their tags much as their successor does. */
function toTemurin({ version, variant = '', distro, os, parts }: BaseImage): Renewal | undefined {
  const java = findProduct('java');
  const written = version === undefined ? undefined : findLine(java, version.replace(/u.*$/, ''));
  const line = written && hasEnded(written) ? nextLine(java, written) : written;
  if (!line?.longTerm || os === 'windows' || /openj9|onbuild/.test(variant)) return undefined;
  if (parts.some(({ role }) => role === 'channel')) return undefined;
  const kind = variant.split('-').includes('jre') ? 'jre' : 'jdk';
  return {
    repository: 'eclipse-temurin',
    tag: [line.line, kind, ...(distro === 'alpine' ? ['alpine'] : [])].join('-'),
  };
}

/** Channels that stand for a maintained release, so that its number can take their place. */
const LINE_CHANNELS: readonly string[] = ['latest', 'lts', 'stable'];

/**
 * The tag that names the release line to take where a tag names none: `node` is `node:24`, `golang:alpine` is
 * `golang:1.26-alpine`. Undefined where nothing tells that it exists.
 */
export function findPinnedTag(image: BaseImage): string | undefined {
  const { product, official, os, parts, repository, version } = image;
  if (!product || !official || os === 'windows' || version !== undefined || DISCONTINUED.has(repository))
    return undefined;
  const { current } = findProduct(product);
  if (current === undefined || repository.startsWith('microsoft/') || repository.startsWith('dotnet/core/'))
    return undefined;
  const isSystem = product === image.distro;
  const rest: string[] = [];
  for (const { role, text } of parts) {
    if (role === 'channel' ? !LINE_CHANNELS.includes(text) : role === 'variant' ? !LASTING.has(text) : isSystem) {
      return undefined;
    }
    // Only Debian and Node.js call a release line so.
    if (role === 'channel' && text !== 'latest' && !(text === 'lts' ? product === 'node' : product === 'debian')) {
      return undefined;
    }
    if (role === 'date') return undefined;
    if (role !== 'channel') rest.push(text);
  }
  return findEnded(image).length > 0 ? undefined : [current, ...rest].join('-');
}
