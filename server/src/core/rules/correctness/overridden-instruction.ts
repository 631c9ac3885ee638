import { overriddenInstructions, overriddenTriggers } from '../../model/stages/overridden';
import { reachedStages } from '../../model/stages/stage-uses';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Finding, Rule } from '../rule';

export const overriddenInstruction: Rule = {
  id: 'correctness/overridden-instruction',
  aliases: ['MultipleInstructionsDisallowed', 'MULTIPLE_INSTRUCTIONS'],
  standsFor: ['DL4003', 'DL4004', 'DL3012', 'DS016', 'DS007', 'DS023'],
  severity: 'warning',
  buildkit: 'on',
  about: { instructions: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] },
  summary: 'Delete a CMD, ENTRYPOINT or HEALTHCHECK that a later one of its stage overrides.',
  why:
    'Of each of these, the last one in a stage counts. An earlier one has no effect and misleads who reads the file. What a base image ' +
    'or a stage below says may well be overridden. Where a stage has such an instruction in ONBUILD and another one is based on it, the ' +
    'FROM of that one runs it, and is what is found. A `# check=skip` comment counts above the later of the two.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM node:22
        CMD ["node", "dev.js"]
        ^^^^^^^^^^^^^^^^^^^^^^ This CMD has no effect: line 4 overrides it.
        COPY server.js .
        CMD ["node", "server.js"]
      `,
      good: dockerfile`
        FROM node:22
        COPY server.js .
        CMD ["node", "server.js"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { keyword, earlier, later } of overriddenInstructions(build)) {
      const line = lineAt(build.source, later.start) + 1;
      found.push({
        at: { start: earlier.start, end: earlier.end },
        message: `This ${keyword} has no effect: line ${line} overrides it.`,
        related: [{ at: later.keywordSpan, message: `This ${keyword} counts.` }],
        anchor: later.start,
        fix: () => ({ title: `Delete the ${keyword}`, edits: [remove(instructionLines(build, earlier))] }),
      });
    }
    if (build.stages.length < 2 || !build.instructions.some(({ keyword }) => keyword === 'ONBUILD')) return found;
    const reached = reachedStages(build);
    for (const stage of build.stages) {
      // The builder looks at no triggers for a stage that it does not need.
      if (!stage.parent || !reached[stage.index]) continue;
      for (const { keyword, earlier } of overriddenTriggers(stage)) {
        found.push({
          at: stage.from.imageWord,
          message: `The ${keyword} that ONBUILD of ${stage.base} brings has no effect: another one overrides it.`,
          related: [{ at: earlier.keywordSpan, message: `This ${keyword} is overridden.` }],
        });
      }
    }
    return found;
  },
};
