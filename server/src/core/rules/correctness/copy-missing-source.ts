import type { BuildContext } from '../../model/context';
import { compileGlob } from '../../model/order/context-globs';
import { type ContextSource, contextSources } from '../../model/order/context-sources';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { findNearest } from '../../text/nearest';
import type { Finding, Fix, Rule } from '../rule';

export const copyMissingSource: Rule = {
  id: 'correctness/copy-missing-source',
  severity: 'warning',
  summary: 'Copy files that are there.',
  why: `COPY stops when a path is not in the build context. A wildcard that matches nothing is worse: the build goes on, and the files
    are missing in the image. Nothing is reported where the build context is not known, for what the ignore file takes out (that
    is \`correctness/copy-ignored-file\`), for what is usually made before the image is built (in \`dist\`, \`target\` and the like,
    or listed in \`.gitignore\`), and for a file that may be missing (\`yarn.lock*\` beside another source).`,
  fixable: { safety: 'unsafe', because: 'Another file is copied than the one that was named.' },
  examples: [
    {
      context: { 'package.json': '{}', 'src/index.js': '' },
      bad: dockerfile`
        FROM node:22
        COPY pakage.json /srv/
             ^^^^^^^^^^^ There is no pakage.json in the build context.
      `,
      good: dockerfile`
        FROM node:22
        COPY package.json /srv/
      `,
    },
  ],
  about: { instructions: ['ADD', 'COPY'] },

  check(build) {
    const found: Finding[] = [];
    const { context } = build;
    if (!context?.files) return found;
    const sources = contextSources(build);
    // Where nothing of it is there, another directory is the context.
    const plain = sources.filter(({ path, wildcard }) => !wildcard && path !== '');
    if (plain.length > 2 && !plain.some(({ path }) => context.has(path))) return found;
    for (const source of sources) {
      if (!isMissing(source, context)) continue;
      const { word, path, wildcard } = source;
      found.push({
        at: word,
        message: wildcard
          ? `Nothing in the build context matches ${path}, so nothing is copied.`
          : `There is no ${path} in the build context.`,
        fix: () => findFix(source, context.files!),
      });
    }
    return found;
  },
};

/** Directories that a build outside of the image fills. */
const OUTPUT =
  /(?:^|\/)(?:_build|artifacts?|bin|build|coverage|dist|node_modules|obj|out|output|publish|release|target|vendor|\.next)(?:\/|$)/;

function isMissing({ instruction, path, outside, known, wildcard }: ContextSource, context: BuildContext): boolean {
  if (path === '' || outside || !known || OUTPUT.test(path)) return false;
  if (context.ignores(path) || isGitIgnored(path, context)) return false;
  if (!wildcard) return !context.has(path);
  if (/^[^*?[]+\*$/.test(path) && instruction.sources.length > 1) return false;
  const glob = compileGlob(path);
  return glob !== undefined && !context.files!.some((file) => glob.test(file));
}

/** Only what a line names as a whole; Git's patterns say more. */
function isGitIgnored(path: string, context: BuildContext): boolean {
  const lines = context.read('.gitignore');
  if (lines === undefined) return false;
  const parts = path.split('/');
  return lines.split(/\r?\n/).some((line) => {
    const pattern = line.trim().replace(/^\/|\/$/g, '');
    if (pattern === '' || pattern.startsWith('#') || pattern.startsWith('!')) return false;
    if (pattern.startsWith('*.')) return path.endsWith(pattern.slice(1));
    return pattern.includes('/') ? `${path}/`.startsWith(`${pattern}/`) : parts.includes(pattern);
  });
}

function findFix({ word, path, wildcard }: ContextSource, files: readonly string[]): Fix | undefined {
  if (wildcard || word.references.length > 0 || word.value !== path || word.text !== path) return undefined;
  const nearest = findNearest(path, files, path.length < 6 ? 1 : 2);
  return nearest === undefined || /[\s"'\\$*?[]/.test(nearest)
    ? undefined
    : { title: `Copy ${nearest}`, edits: [replace(word, nearest)] };
}
