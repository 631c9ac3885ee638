import type { Dockerignore } from '../../model/dockerignore';
import { type ContextSource, contextSources } from '../../model/order/context-sources';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const copyIgnoredFile: Rule = {
  id: 'correctness/copy-ignored-file',
  aliases: ['CopyIgnoredFile'],
  severity: 'error',
  buildkit: 'on',
  summary: 'Copy only what the ignore file leaves in the build context.',
  why: `What \`.dockerignore\` takes out never reaches the builder: COPY stops with "not found", although the file is there. A
    \`Dockerfile.dockerignore\` beside the Dockerfile is used in its place. With the BuildKit preset nothing is reported where the ignore
    file has an exception (\`!pattern\`), as the builder does; otherwise exceptions are taken into account.`,
  examples: [
    {
      context: { '.dockerignore': 'dist\n', 'dist/app.js': '' },
      bad: dockerfile`
        FROM node:22
        COPY dist/app.js /srv/
             ^^^^^^^^^^^ The ignore file takes dist/app.js out of the build context: change its pattern, or add !dist/app.js to it.
      `,
    },
  ],
  about: { instructions: ['ADD', 'COPY'] },

  check(build, { buildkit = false }) {
    const found: Finding[] = [];
    const ignored = build.context?.dockerignore;
    if (!ignored || (buildkit && ignored.hasExceptions)) return found;
    for (const source of contextSources(build)) {
      if (!isIgnored(source, ignored, buildkit)) continue;
      const { word, path } = source;
      const message =
        path === ''
          ? 'The ignore file takes everything out of the build context, so that there is nothing to copy.'
          : `The ignore file takes ${path} out of the build context: change its pattern, or add !${path} to it.`;
      found.push({ at: word, message });
    }
    return found;
  },
};

function isIgnored(
  { path, outside, known, wildcard }: ContextSource,
  ignored: Dockerignore,
  buildkit: boolean,
): boolean {
  if (outside) return false;
  if (path === '') return ignored.takesAll && !ignored.hasExceptions;
  if (buildkit) return ignored.ignores(path);
  if (!known || (wildcard && ignored.hasExceptions)) return false;
  return ignored.ignores(path) && !ignored.keepsBelow(path);
}
