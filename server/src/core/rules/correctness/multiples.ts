import { type Overridden, overriddenInstructions } from '../../model/stages/overridden';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import type { Example, Finding, Rule } from '../rule';

const because = 'The earlier one may be the one that was meant.';

interface Row {
  readonly keyword: Overridden['keyword'];
  readonly aliases: readonly string[];
  readonly hadolint: 'error' | 'warning';
  readonly why: string;
  readonly example: Example;
}

const ROWS: readonly Row[] = [
  {
    keyword: 'CMD',
    aliases: ['DL4003', 'DS016', 'Multiple CMD Instructions Listed'],
    hadolint: 'warning',
    why: 'A container starts one command. The last CMD of a stage is it, and those before it are forgotten.',
    example: {
      bad: dockerfile`
        FROM python:3.13-slim
        CMD ["python", "setup.py"]
        CMD ["python", "app.py"]
        ^^^ This stage has a CMD already, and only the last one counts.
      `,
      good: dockerfile`
        FROM python:3.13-slim
        CMD ["python", "app.py"]
      `,
    },
  },
  {
    keyword: 'ENTRYPOINT',
    aliases: ['DL4004', 'DS007', 'Multiple ENTRYPOINT Instructions Listed'],
    hadolint: 'error',
    why: 'A container starts one program. The last ENTRYPOINT of a stage is it, and those before it are forgotten.',
    example: {
      bad: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python"]
        ENTRYPOINT ["python", "-u"]
        ^^^^^^^^^^ This stage has an ENTRYPOINT already, and only the last one counts.
      `,
      good: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python", "-u"]
      `,
    },
  },
  {
    keyword: 'HEALTHCHECK',
    aliases: ['DL3012', 'DS023'],
    hadolint: 'error',
    why: 'An image has one health check. The last HEALTHCHECK of a stage is it, NONE too, and those before it are forgotten.',
    example: {
      bad: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK CMD curl -f http://localhost/
        HEALTHCHECK NONE
        ^^^^^^^^^^^ This stage has a HEALTHCHECK already, and only the last one counts.
      `,
      good: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK NONE
      `,
    },
  },
];

/** hadolint has a check for each instruction of which a stage can have one, and finds the later ones. */
export const multiples: readonly Rule[] = ROWS.map(({ keyword, aliases, hadolint, why, example }): Rule => {
  const article = keyword === 'ENTRYPOINT' ? 'an' : 'a';
  return {
    id: `correctness/multiple-${keyword.toLowerCase()}`,
    aliases,
    severity: 'off',
    hadolint,
    about: { instructions: [keyword] },
    summary: `Give a stage one ${keyword}.`,
    why:
      `${why} What ONBUILD holds is not counted. This is hadolint's check, which finds the later one; unless its preset is chosen, ` +
      'correctness/overridden-instruction stands for it, which finds the earlier one.',
    fixable: { safety: 'unsafe', because },
    examples: [example],

    check(build) {
      const findings: Finding[] = [];
      for (const { keyword: found, earlier, later } of overriddenInstructions(build)) {
        if (found !== keyword) continue;
        findings.push({
          at: later.keywordSpan,
          message: `This stage has ${article} ${keyword} already, and only the last one counts.`,
          related: [{ at: earlier.keywordSpan, message: 'This one has no effect.' }],
          fix: () => ({ title: `Delete the earlier ${keyword}`, edits: [remove(instructionLines(build, earlier))] }),
        });
      }
      return findings;
    },
  };
});
