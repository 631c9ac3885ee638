import type { Build, Stage } from '../../model/build-types';
import { isAround, isBasedOn, readPath } from '../../model/caches/cache-places';
import { commandsNamed } from '../../model/shell/named-commands';
import { expand } from '../../model/stages/variables';
import type { CopyInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Rule } from '../rule';

/** Directories that are symbolic links in the usual images. */
const LINKED = ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/var/run', '/var/lock', '/var/mail'];
const OLD_FRONTEND = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?:(?:1\.[0-3](?:[.-]|$)|0\.)/;

export const noCopyLink: Rule = {
  id: 'cache/no-copy-link',
  severity: 'off',
  strict: 'hint',
  about: { instructions: ['ADD', 'COPY'] },
  summary: 'Copy with --link, so that the layer does not depend on those below.',
  why: 'A linked copy is a layer of its own: when a layer below changes, or the base image is updated, the builder can put it on top of the new one without copying again, and the layer need not be pushed or pulled again.',
  fixable: {
    safety: 'unsafe',
    because: 'A linked copy does not follow symbolic links in its destination, and knows no user names of the image.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.27
        COPY dist/ /usr/share/nginx/html/
        ^^^^ This copy is made again whenever a layer below it changes: it has no --link.
      `,
      good: dockerfile`
        FROM nginx:1.27
        COPY --link dist/ /usr/share/nginx/html/
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const syntax = build.directives.find(({ name }) => name === 'syntax');
    if (syntax && OLD_FRONTEND.test(syntax.value)) return found;
    for (const stage of build.stages) {
      if (stage.os !== 'linux' || stage.root === 'scratch') continue;
      for (const copy of stage.instructions) {
        if ((copy.keyword !== 'COPY' && copy.keyword !== 'ADD') || !canLink(build, stage, copy)) continue;
        found.push({
          at: copy.keywordSpan,
          message: 'This copy is made again whenever a layer below it changes: it has no --link.',
          fix: () => ({ title: 'Add --link', edits: [insert(copy.keywordSpan.end, ' --link')] }),
        });
      }
    }
    return found;
  },
};

/** Whether the copy is not linked yet, and could be as far as is known. */
function canLink(build: Build, stage: Stage, copy: CopyInstruction): boolean {
  if (!copy.destination) return false;
  for (const { name, value } of copy.flags) {
    if (name === 'link') return false;
    if (name === 'chown' && value !== undefined && !/^\d+(?::\d+)?$/.test(value.value)) return false;
  }
  const { value, known } = expand(copy.destination, build.states[copy.index]!.scope);
  if (!known || !value.startsWith('/')) return false;
  const path = value.endsWith('/') ? value.replace(/\/+$/, '') : value;
  for (const directory of LINKED) if (isAround(directory, path)) return false;
  return !linkedByRun(build, stage, copy, value);
}

/** Whether an earlier command makes a symbolic link of the destination or of a directory around it. */
function linkedByRun(build: Build, stage: Stage, copy: CopyInstruction, destination: string): boolean {
  return commandsNamed(build, 'ln').some((command) => {
    const run = command.script.instruction;
    if (run.index > copy.index || !isBasedOn(build, stage.index, run.stage)) return false;
    const last = command.arguments.at(-1);
    const path = last && readPath(build, command, last);
    return path === undefined || isAround(path, destination);
  });
}
