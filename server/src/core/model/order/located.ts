import { PROGRAM_DIRECTORIES } from '../../knowledge/file-names';
import type { CommandFacts } from '../multi-stage/runs';
import { type Place, type Relation, relate } from './places';

/** A file, or a directory with what is below it, somewhere in the image. */
export interface Located {
  readonly place: Place;
  readonly tree: boolean;
}

export type Deed = 'unused' | 'touched' | 'carried' | 'used' | 'opaque' | 'manifest';

const RANK: Record<Deed, number> = { unused: 0, touched: 1, carried: 2, manifest: 3, used: 4, opaque: 5 };

export function stronger(a: Deed, b: Deed): Deed {
  if (b === 'unused' || a === b) return a;
  return RANK[b] > RANK[a] ? b : a;
}

/** Directories so common that naming one does not mean a particular file in it. */
const BROAD = new Set(
  [
    '',
    '/usr',
    '/usr/local',
    '/usr/share',
    '/usr/lib',
    '/etc',
    '/var',
    '/var/lib',
    '/opt',
    '/home',
    '/root',
    '/tmp',
    '/lib',
  ]
    .concat([
      '/usr/src',
      '/usr/local/lib',
      '/usr/local/share',
      '/srv',
      '/mnt',
      '/var/www',
      '/var/log',
      '/var/tmp',
      '/bin',
    ])
    .concat(PROGRAM_DIRECTORIES),
);

export function hits(relation: Relation, { tree }: Located): boolean {
  return relation === 'same' || (relation === 'inside' && tree);
}

/** Whether it is, or lies in, something that the RUN itself brought. */
export function isMade(place: Place, { made }: CommandFacts): boolean {
  for (const brought of made) {
    const relation = relate(place, brought);
    if (relation === 'same' || relation === 'inside') return true;
  }
  return false;
}

export function isBroad({ root, parts }: Place): boolean {
  return root === '/' && BROAD.has(parts.length === 0 ? '' : `/${parts.join('/')}`);
}

/** `~/.npmrc`, `~/.ssh/id_rsa`, `~/.m2/settings.xml`. */
export function isHomeSetting({ root, parts }: Place): boolean {
  const name = parts[parts.length - 1];
  if (name?.startsWith('.') && /^\.[a-z]+rc$|^\.gitconfig$/.test(name)) return true;
  const inHome = root === '/' ? (parts[0] === 'root' ? 1 : parts[0] === 'home' ? 2 : 0) : root === '${HOME}' ? 0 : -1;
  if (inHome === -1 || (inHome === 0 && root === '/')) return false;
  return parts[inHome]?.startsWith('.') ?? false;
}
