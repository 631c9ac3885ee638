import type { Build, Stage } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import type { CopyInstruction, RunInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const shellRunInScratch: Rule = {
  id: 'correctness/shell-run-in-scratch',
  aliases: ['tally/shell-run-in-scratch'],
  severity: 'error',
  about: { instructions: ['RUN'], texts: ['scratch'] },
  summary: 'Do not use RUN in shell form where there is no shell.',
  why:
    'RUN in shell form starts `/bin/sh`, and scratch is empty: the build fails. Do the work in an earlier stage and copy the result, ' +
    'or start a program by its path in exec form. A SHELL in front of it, a file system or a shell that is copied or mounted, and an ' +
    'earlier RUN in exec form, which may install one, are taken to bring a shell.',
  examples: [
    {
      bad: dockerfile`
        FROM scratch
        COPY server /server
        RUN chmod +x /server
        ^^^ There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.
      `,
      good: dockerfile`
        FROM scratch
        COPY --chmod=755 server /server
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      if (stage.root !== 'scratch' || stage.os !== 'linux' || inherits(build, stage.parent)) continue;
      for (const instruction of stage.instructions) {
        if (bringsShell(build, instruction)) break;
        if (instruction.keyword !== 'RUN' || mountsShell(instruction)) continue;
        if (isScriptWithShebang(build, instruction)) continue;
        found.push({
          at: instruction.keywordSpan,
          message:
            'There is no shell in scratch to run this, so the build fails: do it in an earlier stage, or use exec form.',
        });
      }
    }
    return found;
  },
};

function inherits(build: Build, stage: Stage | undefined): boolean {
  for (let one = stage; one; one = one.parent) {
    if (one.instructions.some((instruction) => bringsShell(build, instruction))) return true;
  }
  return false;
}

function bringsShell(build: Build, instruction: Stage['instructions'][number]): boolean {
  switch (instruction.keyword) {
    case 'SHELL':
      return true;
    case 'RUN':
      return instruction.json;
    case 'COPY':
    case 'ADD':
      return copiesShell(build, instruction);
    default:
      return false;
  }
}

/** Places that hold a shell, or all of a file system. */
const HOLDS_SHELL = /^\/*(?:(?:usr\/*)?(?:bin\/*(?:sh|bash|busybox)?)?\/*)$|^\.{0,2}\/*$/;

function copiesShell(build: Build, copy: CopyInstruction): boolean {
  const { scope, workdir } = build.states[copy.index]!;
  if (!copy.destination) return true;
  const { value, known } = expand(copy.destination, scope);
  if (!known) return true;
  if (
    copy.keyword === 'ADD' &&
    copy.sources.some(({ value: source }) => /\.(?:tar|tgz|tbz|txz|gz|xz|bz2|zst)/.test(source))
  )
    return true;
  if (!value.startsWith('/') && workdir !== '/') return false;
  // What has no ending may be a directory with a whole file system.
  const isFile = copy.sources.length === 1 && /\.\w+$/.test(copy.sources[0]!.value);
  return HOLDS_SHELL.test(value) && !(isFile && /^\.?\/+$/.test(value));
}

function mountsShell({ mounts }: RunInstruction): boolean {
  return mounts.some(({ target }) => target !== undefined && HOLDS_SHELL.test(target));
}

/** A here-document that names its own interpreter needs no shell. */
function isScriptWithShebang({ source: { text } }: Build, { heredocs }: RunInstruction): boolean {
  return heredocs.some(({ body }) => text.startsWith('#!', body.start));
}
