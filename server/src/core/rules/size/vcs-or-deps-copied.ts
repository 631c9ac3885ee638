import { nameOf } from '../../knowledge/images/image-paths';
import type { BuildContext } from '../../model/context';
import { contextCopies } from '../../model/order/whole-copies';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import { ships } from '../per-run';
import type { Finding, Rule } from '../rule';

export const vcsOrDepsCopied: Rule = {
  id: 'size/vcs-or-deps-copied',
  severity: 'info',
  summary: 'Do not copy the history, the dependencies and the build results of your machine.',
  why: `.git holds every version of every file; node_modules, .venv, vendor, target and dist hold what an installation or a build on your
    machine left, for its system and processor. In the image they take room and hide what the build makes itself. A line in
    .dockerignore keeps them out of a COPY of everything. There vendor, target and dist count only beside the manifest of a tool that
    makes them, and a COPY that names one of them on purpose is shown only where every rule is asked for.`,
  about: { instructions: ['COPY', 'ADD'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY node_modules ./node_modules
             ^^^^^^^^^^^^ node_modules of the build context is copied, made by an installation or a build outside of it: leave it out, or name it in .dockerignore.
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        COPY . /app
             ^ .git and .venv of the build context are copied along: name them in .dockerignore.
      `,
      context: { '.git/HEAD': '', '.venv/bin/python': '', 'app.py': '', '.dockerignore': '*.log' },
    },
  ],

  check(build, settings) {
    const findings: Finding[] = [];
    const { context } = build;
    for (const { copy, item } of contextCopies(build)) {
      const { source, whole, word } = item;
      if (whole) {
        const found = context ? foundIn(context) : [];
        if (found.length === 0) continue;
        const [are, them] = found.length > 1 ? ['are', 'them'] : ['is', 'it'];
        findings.push({
          at: word,
          message: `${enumerate(found)} of the build context ${are} copied along: name ${them} in .dockerignore.`,
          minor: !ships(build, settings, copy.stage),
        });
        continue;
      }
      const name = nameOf(source.endsWith('*') ? source.replace(/\/\*+$/, '') : source);
      if (!NEVER.has(name) && !RESULTS.has(name)) continue;
      if (context?.ignores(source)) continue;
      const what =
        name === '.git' ? 'with every version of every file' : 'made by an installation or a build outside of it';
      findings.push({
        at: word,
        message: `${name} of the build context is copied, ${what}: leave it out, or name it in .dockerignore.`,
        minor: RESULTS.has(name) || !ships(build, settings, copy.stage),
      });
    }
    return findings;
  },
};

const NEVER = new Set(['.git', 'node_modules', '.venv']);
/** What a build outside of Docker makes, which somebody may copy on purpose, and the manifests beside which it does. */
const RESULTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['dist', ['package.json', 'setup.py', 'pyproject.toml']],
  ['target', ['Cargo.toml', 'pom.xml', 'build.sbt']],
  ['vendor', ['composer.json', 'Gemfile']],
]);

function foundIn(context: BuildContext): readonly string[] {
  const never = [...NEVER].filter((name) => context.has(name));
  const results = [...RESULTS].filter(
    ([name, beside]) => context.has(name) && beside.some((file) => context.has(file)),
  );
  return [...never, ...results.map(([name]) => name)];
}
