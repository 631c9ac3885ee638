import { findInstruction, instructionFacts } from '../../knowledge/instructions';
import type { Build } from '../../model/build-types';
import type { Flag, Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { enumerate } from '../../text/enumerate';
import { findNearest } from '../../text/nearest';
import { allInstructions, hasOwnFrontend, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const unknownFlag: Rule = {
  id: 'correctness/unknown-flag',
  aliases: ['UNKNOWN_ADD_FLAG', 'UNKNOWN_COPY_FLAG', 'UNKNOWN_FROM_FLAG', 'UNKNOWN_HEALTHCHECK_FLAG'],
  severity: 'error',
  stops: ['buildkit', 'hadolint'],
  summary: 'Give instructions only the flags that they have.',
  why:
    'The builder refuses a flag that the instruction does not have, and its name counts in small letters only. A flag stands in front ' +
    'of the arguments; behind the first argument it is an argument. A name that is near to none of the flags is a warning: no ' +
    '`docker/dockerfile` frontend that we know has it, but a newer one may. It is also a warning where `# syntax` names a frontend ' +
    'that Docker does not make, and an error under the buildkit preset. `HEALTHCHECK NONE`, ARG and STOPSIGNAL pass over flags, so nothing is said about those.',
  fixable: { safety: 'unsafe', because: 'The nearest name is a guess.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY --chwon=www-data index.html /srv/
               ^^^^^ COPY has no flag --chwon; --chown is the nearest.
      `,
      good: dockerfile`
        FROM debian:12
        COPY --chown=www-data index.html /srv/
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of allInstructions(build, settings)) {
      if (instruction.flags.length === 0 || passesOver(instruction)) continue;
      for (const flag of instruction.flags) {
        const finding = checkFlag(build, instruction, flag, settings.buildkit === true);
        if (finding) found.push(refusal(instruction, finding));
      }
    }
    return found;
  },
};

function passesOver(instruction: Instruction): boolean {
  switch (instruction.keyword) {
    case 'ARG':
    case 'STOPSIGNAL':
    case 'UNKNOWN':
      return true;
    case 'HEALTHCHECK':
      return instruction.form === 'NONE';
    default:
      return false;
  }
}

function checkFlag(
  build: Build,
  { keyword }: Instruction,
  { nameSpan, name }: Flag,
  exact: boolean,
): Finding | undefined {
  const facts = findInstruction(keyword);
  const written = build.source.text.slice(nameSpan.start, nameSpan.end);
  if (!facts || facts.flags.some((flag) => flag.name === written)) return undefined;
  // Written in pieces, or quoted, it is the same name to the builder.
  if (/["'\\`\n]/.test(written) && facts.flags.some((flag) => flag.name === name.replace(/["'\\`]/g, ''))) {
    return undefined;
  }
  const severity = hasOwnFrontend(build) ? { severity: 'warning' as const } : {};
  const subject = /^[\w-]{1,40}$/.test(written) ? `${keyword} has no flag --${written}` : `${keyword} has no such flag`;
  const nearest = findNearest(
    written,
    facts.flags.map((flag) => flag.name),
  );
  if (nearest !== undefined) {
    return {
      at: nameSpan,
      message: `${subject}; --${nearest} is the nearest.`,
      ...severity,
      fix: { title: `Write --${nearest}`, edits: [replace(nameSpan, nearest)] },
    };
  }
  const owners = instructionFacts.filter(({ flags }) => flags.some((flag) => flag.name === name));
  if (owners.length > 0) {
    const names = enumerate(owners.map((owner) => owner.keyword));
    return { at: nameSpan, message: `${subject}; ${names} ${owners.length === 1 ? 'has' : 'have'} it.`, ...severity };
  }
  if (facts.flags.length === 0) return { at: nameSpan, message: `${keyword} has no flags.`, ...severity };
  const message = `${subject} in any docker/dockerfile frontend that we know.`;
  return exact || written === '' ? { at: nameSpan, message } : { at: nameSpan, message, severity: 'warning' };
}
