import { contextCopies } from '../../model/order/whole-copies';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import { ships } from '../per-run';
import type { Finding, Rule } from '../rule';

export const contextCopiedWhole: Rule = {
  id: 'size/context-copied-whole',
  aliases: ['core-005'],
  severity: 'warning',
  summary: 'Have a .dockerignore where all of the context is copied.',
  why: `COPY . takes the whole folder: the history in .git, the dependencies and build results of your machine, editors' settings, and files
    with credentials. All of it ends up in the image, is sent to the builder each time, and a change of any of it runs the steps behind
    it again. A .dockerignore at the root of the context, or <Dockerfile>.dockerignore beside the Dockerfile, says what stays out. Only
    files whose folder is known are looked at, and stages that end up in the image.`,
  about: { instructions: ['COPY', 'ADD'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22-slim
        WORKDIR /app
        COPY . .
             ^ Everything in the context gets into the image, for there is no .dockerignore: add one that names .git, node_modules and files with credentials.
      `,
      context: { 'package.json': '{}', 'node_modules/x/index.js': '', '.git/HEAD': '' },
    },
  ],

  check(build, settings) {
    const findings: Finding[] = [];
    const { context } = build;
    if (!context || context.filtered) return findings;
    for (const { copy, item } of contextCopies(build)) {
      if (!item.whole || !ships(build, settings, copy.stage)) continue;
      const found = UNWANTED.filter((name) => context.has(name));
      const names = enumerate([...(found.length > 0 ? found : ['.git', 'build results']), 'files with credentials']);
      findings.push({
        at: item.word,
        message: `Everything in the context gets into the image, for there is no .dockerignore: add one that names ${names}.`,
      });
    }
    return findings;
  },
};

const UNWANTED = ['.git', 'node_modules', '.venv', '__pycache__', 'target', 'dist', '.env'];
