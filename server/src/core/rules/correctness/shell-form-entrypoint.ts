import { bringsShell } from '../../knowledge/images/image-shells';
import type { Build } from '../../model/build-types';
import { triggersOf } from '../../model/stages/overridden';
import { reachedStages } from '../../model/stages/stage-uses';
import { inExecForm, placeOfForm, readStartForm, type StartForm } from '../../model/stages/start-form';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const shellFormEntrypoint: Rule = {
  id: 'correctness/shell-form-entrypoint',
  aliases: ['JSONArgsRecommended'],
  standsFor: ['DL3025'],
  severity: 'warning',
  buildkit: 'on',
  about: { instructions: ['CMD', 'ENTRYPOINT'] },
  summary: 'Write CMD and ENTRYPOINT as a JSON array, so that the program gets the signals.',
  why:
    'In shell form the container starts a shell, which starts the program. Many shells do not hand signals on, so that the program does ' +
    'not hear of `docker stop` and is killed ten seconds later; and the shell form of ENTRYPOINT passes no arguments on. An array that is ' +
    'no valid JSON, with single quotes for instance, is shell form as well. Who sets a SHELL is taken to want it, in the stage, in one ' +
    'that it is based on, or in the base image as far as that is known. HEALTHCHECK is not looked at.',
  fixable: {
    safety: 'unsafe',
    because: 'The program becomes the first process, and gets the signals; what the shell did for it is left out.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        CMD node server.js
            ^^^^^^^^^^^^^^ In shell form a shell stands between the container and its program, which may then get no signals.
      `,
      good: dockerfile`
        FROM node:22
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') continue;
      if (instruction.json || build.states[instruction.index]!.shell.declaration) continue;
      const stage = build.stages[instruction.stage];
      if (stage && (bringsShell(stage.root) || triggersOf(stage).some(({ keyword }) => keyword === 'SHELL'))) continue;
      const form = readStartForm(build, instruction)!;
      found.push({ at: placeOfForm(build, form), message: MESSAGE, fix: () => toFix(build, form) });
    }
    if (build.stages.length < 2 || !build.instructions.some(({ keyword }) => keyword === 'ONBUILD')) return found;
    found.push(...inTriggers(build));
    return found;
  },
};

const MESSAGE = 'In shell form a shell stands between the container and its program, which may then get no signals.';

/** The builder runs the triggers of a stage behind the FROM of another one that it needs. */
function inTriggers(build: Build): Finding[] {
  const found: Finding[] = [];
  const reached = reachedStages(build);
  for (const stage of build.stages) {
    const { parent, from } = stage;
    if (!parent || !reached[stage.index] || build.states[from.index + 1]?.shell.declaration) continue;
    for (const { keyword, json, keywordSpan } of triggersOf(stage)) {
      if (keyword === 'SHELL') break;
      if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || json) continue;
      const message = `ONBUILD of ${stage.base} brings this ${keyword} in shell form.`;
      found.push({ at: from.imageWord, message: MESSAGE, related: [{ at: keywordSpan, message }] });
    }
  }
  return found;
}

function toFix(build: Build, form: StartForm): ReturnType<Extract<Finding['fix'], () => unknown>> {
  const written = inExecForm(build, form);
  if (!written) return undefined;
  const title = written.shell ? 'Name the shell in exec form' : 'Write it in exec form';
  return { title, edits: [replace(form.body, written.text)] };
}
