import type { BuildContext } from '../../model/context';
import { compileGlob } from '../../model/order/context-globs';
import { type ContextSource, contextSources } from '../../model/order/context-sources';
import type { CopyInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const copyGlobFlattens: Rule = {
  id: 'correctness/copy-glob-flattens',
  severity: 'hint',
  summary: 'Copy a directory by its name to keep what is below it in place.',
  why: `COPY puts the content of a directory into the destination, not the directory. With a wildcard that matches directories
    (\`COPY src/* /app/\`), and with several directories (\`COPY api/ web/ /app/\`), the files of all of them end up side by side, and
    those of one name write over each other. \`COPY src/ /app/\` keeps the directories below \`src\`, and \`--parents\` whole paths.
    A wildcard is reported only where the build context is known to have directories that it matches.`,
  fixable: { safety: 'unsafe', because: 'The files end up in other directories: those that they are in.' },
  examples: [
    {
      context: { 'src/index.js': '', 'src/lib/a.js': '' },
      bad: dockerfile`
        FROM node:22
        COPY src/* /srv/
             ^^^^^ src/lib and other directories that this matches are not kept: their files land side by side in the destination.
      `,
      good: dockerfile`
        FROM node:22
        COPY src/ /srv/
      `,
    },
  ],
  about: { instructions: ['ADD', 'COPY'] },

  check(build) {
    const found: Finding[] = [];
    const { context } = build;
    let directories: ContextSource[] = [];
    for (const source of contextSources(build)) {
      if (hasParents(source.instruction)) continue;
      if (source.wildcard) {
        const finding = context && ofWildcard(source, context);
        if (finding) found.push(finding);
        continue;
      }
      if (!isDirectory(source, context)) continue;
      if (directories[0]?.instruction !== source.instruction) directories = [];
      directories.push(source);
      if (directories.length === 2) found.push(ofSeveral(directories));
    }
    return found;
  },
};

function hasParents({ flags }: CopyInstruction): boolean {
  return flags.some(({ name }) => name === 'parents');
}

function isDirectory({ path, written, known }: ContextSource, context: BuildContext | undefined): boolean {
  if (path === '' || !known) return false;
  return written.endsWith('/') || (context?.files?.some((file) => file.startsWith(`${path}/`)) ?? false);
}

function ofSeveral([first, second]: readonly ContextSource[]): Finding {
  return {
    at: second!.word,
    message: `The directories ${first!.path} and ${second!.path} are not kept: their files land side by side in the destination.`,
  };
}

function ofWildcard(source: ContextSource, { files }: BuildContext): Finding | undefined {
  const glob = source.known ? compileGlob(source.path) : undefined;
  if (!glob) return undefined;
  const depth = source.path.split('/').length;
  const inside = files?.find((file) => file.split('/').length > depth && glob.test(file));
  if (inside === undefined) return undefined;
  const directory = inside.split('/').slice(0, depth).join('/');
  return {
    at: source.word,
    message: `${directory} and other directories that this matches are not kept: their files land side by side in the destination.`,
    fix: () => findFix(source),
  };
}

/** `dir/*` alone is the directory. */
function findFix({ word, instruction }: ContextSource): Fix | undefined {
  if (instruction.sources.length !== 1 || !/^(?:[\w./-]+\/)?\*$/.test(word.text)) return undefined;
  const directory = word.text === '*' ? '.' : word.text.slice(0, -1);
  return { title: 'Copy the directory', edits: [replace(word, directory)] };
}
