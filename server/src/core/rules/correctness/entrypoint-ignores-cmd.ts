import type { Build, Stage } from '../../model/build-types';
import { inExecForm, placeOfForm, readStartForm, type StartForm } from '../../model/stages/start-form';
import type { Instruction } from '../../model/syntax/instruction';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const entrypointIgnoresCmd: Rule = {
  id: 'correctness/entrypoint-ignores-cmd',
  severity: 'warning',
  about: { instructions: ['ENTRYPOINT'] },
  summary: 'Write an ENTRYPOINT that takes CMD as a JSON array, and do not repeat it in CMD.',
  why:
    'CMD is what ENTRYPOINT gets as arguments. In shell form ENTRYPOINT hands none on, so that CMD, and what stands behind the image in ' +
    '`docker run`, is ignored without a word; text that mentions `$@` or `$1` is left alone. In exec form the program of ENTRYPOINT gets ' +
    'all of CMD: where that starts with the same program again, the program gets its own name as an argument.',
  fixable: { safety: 'unsafe', because: 'The container then starts with other arguments.' },
  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT python -m app
        CMD ["--port", "80"]
            ^^^^^^^^^^^^^^^^ ENTRYPOINT is in shell form, so this CMD is ignored.
      `,
      good: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python", "-m", "app"]
        CMD ["--port", "80"]
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python"]
        CMD ["python", "app.py"]
            ^^^^^^^^^^^^^^^^^^^^ CMD repeats ENTRYPOINT, which gets it as an argument: the container runs python python app.py.
      `,
      good: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python"]
        CMD ["app.py"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const cmd = formOf(build, stage, 'CMD');
      const entrypoint = cmd && findEntrypoint(build, stage);
      if (!cmd || !entrypoint || (cmd.strings ?? [cmd.body.end - cmd.body.start]).length === 0) continue;
      const at = placeOfForm(build, cmd);
      const related = [{ at: entrypoint.instruction.keywordSpan, message: 'This is the ENTRYPOINT.' }];
      if (!entrypoint.strings) {
        const { start, end } = entrypoint.body;
        if (start === end || /\$(?:[@*\d]|\{[@*\d])/.test(build.source.text.slice(start, end))) continue;
        const message = 'ENTRYPOINT is in shell form, so this CMD is ignored.';
        found.push({ at, message, related, fix: () => asArray(build, entrypoint) });
        continue;
      }
      const values = cmd.strings ?? cmd.instruction.words.map(({ value }) => value);
      const repeated = entrypoint.strings;
      if (repeated.length === 0 || !repeated.every((value, index) => values[index] === value)) continue;
      const runs = cmd.strings
        ? `the container runs ${[...repeated, ...values].join(' ')}`
        : 'it gets a shell and this text besides';
      found.push({
        at,
        message: `CMD repeats ENTRYPOINT, which gets it as an argument: ${runs}.`,
        related,
        fix: () => withoutRepeated(build, cmd, repeated.length),
      });
    }
    return found;
  },
};

function formOf(build: Build, { instructions }: Stage, keyword: 'CMD' | 'ENTRYPOINT'): StartForm | undefined {
  const last: Instruction | undefined = instructions.findLast((one) => one.keyword === keyword);
  return last && readStartForm(build, last);
}

/** The ENTRYPOINT in force: of the stage, or of one that it is based on. */
function findEntrypoint(build: Build, stage: Stage): StartForm | undefined {
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    const form = formOf(build, one, 'ENTRYPOINT');
    if (form) return form;
  }
  return undefined;
}

function asArray(build: Build, entrypoint: StartForm): Fix | undefined {
  const written = inExecForm(build, entrypoint);
  if (!written || written.shell) return undefined;
  return { title: 'Write ENTRYPOINT in exec form', edits: [replace(entrypoint.body, written.text)] };
}

function withoutRepeated(build: Build, { instruction, strings }: StartForm, count: number): Fix | undefined {
  if (!strings) return undefined;
  const { words } = instruction;
  const next = words[count];
  const title = 'Leave out of CMD what ENTRYPOINT says';
  if (!next) return { title, edits: [remove(instructionLines(build, instruction))] };
  return { title, edits: [remove({ start: words[0]!.start, end: next.start })] };
}
