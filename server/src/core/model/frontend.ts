import { type Edit, insert, replace } from '../text/edit';
import type { Build } from './build-types';
import type { Directive } from './syntax/instruction';

const CURRENT = 'docker/dockerfile:1';

/** `docker/dockerfile:1.4`, `docker.io/docker/dockerfile-upstream:1.7-labs`: repository suffix, tag, digest. */
const official = /^(?:docker\.io\/)?docker\/dockerfile(-upstream)?(?::([\w.-]+))?(@sha256:[0-9a-f]+)?$/;

/** Which minor version of `docker/dockerfile` 1 the file asks for: `newest` where nothing or the major version alone holds it back. */
export type Frontend =
  /** No `# syntax` line: what the builder brings along. */
  | { readonly kind: 'builtin' }
  | { readonly kind: 'newest' }
  | { readonly kind: 'pinned'; readonly minor: number; readonly digest: boolean; readonly labs: boolean }
  | { readonly kind: 'other' };

/** What the builder takes of a `# syntax` line: up to the first blank. */
export function frontendReference({ value }: Pick<Directive, 'value'>): string {
  return value.trim().split(/\s/, 1)[0]!;
}

/** Whether an image's name is that of a frontend that Docker makes. */
export function isDockersFrontend(reference: string): boolean {
  return official.test(reference);
}

/** The frontend that the `# syntax` line names. */
export function readFrontend({ directives }: Build): Frontend {
  const directive = directives.find(({ name }) => name === 'syntax');
  if (!directive) return { kind: 'builtin' };
  const [whole, upstream, tag = 'latest', digest] = official.exec(frontendReference(directive)) ?? [];
  if (whole === undefined) return { kind: 'other' };
  const labs = /labs|experimental/.test(tag);
  const version = /^1\.(\d+)/.exec(tag);
  if (version) return { kind: 'pinned', minor: Number(version[1]), digest: digest !== undefined, labs };
  if (tag.includes('experimental')) return { kind: 'pinned', minor: 0, digest: digest !== undefined, labs };
  if (digest !== undefined) return { kind: 'pinned', minor: 0, digest: true, labs };
  return /^(?:latest|1|1-labs|labs|master)$/.test(tag) || upstream ? { kind: 'newest' } : { kind: 'other' };
}

/** The minor version of a frontend that is written as `1.10` or `1.10.2`; undefined for anything else. */
export function readMinimumFrontend(version: string): number | undefined {
  const found = /^1\.(\d{1,3})(?:\.\d+)?$/.exec(version.trim());
  return found ? Number(found[1]) : undefined;
}

/**
 * The least minor version of `docker/dockerfile` 1 that will read the file: that of the `# syntax` line, `Infinity` where it takes
 * the newest, else what is known of the builder. Undefined: not known, or a frontend of its own.
 */
export function frontendMinor(build: Build): number | undefined {
  const frontend = readFrontend(build);
  switch (frontend.kind) {
    case 'builtin':
      return build.builder.frontendMinor;
    case 'newest':
      return Number.POSITIVE_INFINITY;
    case 'pinned':
      return frontend.minor;
    case 'other':
      return undefined;
  }
}

/**
 * The edits after which the file asks for a frontend that knows what came with `docker/dockerfile` 1.`minor`: none where it does
 * already (or the builder's own is known to be new enough), a raised or added `# syntax` line else; or why that is not for us to do.
 */
export function requireFrontend(
  build: Build,
  minor: number,
): { readonly edits: readonly Edit[] } | { readonly because: string } {
  const frontend = readFrontend(build);
  switch (frontend.kind) {
    case 'builtin': {
      if ((build.builder.frontendMinor ?? -1) >= minor) return { edits: [] };
      const start = build.source.text.startsWith('\uFEFF') ? 1 : 0;
      return { edits: [insert(start, `# syntax=${CURRENT}${build.source.newline}`)] };
    }
    case 'newest':
      return { edits: [] };
    case 'pinned': {
      if (frontend.minor >= minor) return { edits: [] };
      if (frontend.digest) {
        return {
          because: `The # syntax line pins a frontend by its digest; this needs docker/dockerfile 1.${minor} or newer.`,
        };
      }
      const directive = build.directives.find(({ name }) => name === 'syntax')!;
      return { edits: [replace(directive.valueSpan, CURRENT)] };
    }
    case 'other':
      return {
        because: `The # syntax line names a frontend of its own; this needs what docker/dockerfile 1.${minor} brought.`,
      };
  }
}
