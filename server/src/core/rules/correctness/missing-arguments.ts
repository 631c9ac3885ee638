import type { Build } from '../../model/build-types';
import { expand } from '../../model/stages/variables';
import type { CopyInstruction, Instruction } from '../../model/syntax/instruction';
import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import { allInstructions, refusal } from '../refusals';
import type { Finding, Rule } from '../rule';

export const missingArguments: Rule = {
  id: 'correctness/missing-arguments',
  aliases: [
    'ARGUMENT_MISSING',
    'ARGUMENT_REQUIRES_ONE',
    'ARGUMENT_REQUIRES_AT_LEAST_ONE',
    'ARGUMENT_REQUIRES_TWO',
    'ARGUMENT_REQUIRES_AT_LEAST_TWO',
  ],
  severity: 'error',
  stops: ['buildkit', 'hadolint'],
  summary: 'Give each instruction the arguments that it needs.',
  why:
    'The builder refuses an instruction without its arguments: COPY and ADD need a source and a destination, ENV and LABEL a name and a ' +
    'value, VOLUME a path that is not empty. CMD and ENTRYPOINT may stand alone: they then clear what the base image set. A RUN without a ' +
    'command is accepted and does nothing, so it is a warning, as is everything behind ONBUILD, which fails only where somebody builds ' +
    'on the image. Also reported here: a COPY whose source is a URL, which only ADD can fetch.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY app.tar
        ^^^^ COPY needs a source and a destination.
        ENV MODE
            ^^^^ MODE has no value.
      `,
      good: dockerfile`
        FROM debian:12
        COPY app.tar /srv/
        ENV MODE=production
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of allInstructions(build, { buildkit: false })) {
      // A name without a value is an error behind ONBUILD too.
      const atOnce = !instruction.onbuild || (isEnvOrLabel(instruction) && instruction.words.length > 0);
      if (settings.buildkit && !atOnce) continue;
      for (const finding of findMissing(build, instruction)) {
        if (finding.severity && (settings.buildkit || settings.hadolint)) continue;
        found.push(atOnce ? finding : refusal(instruction, finding));
      }
    }
    return found;
  },
};

/** What an instruction needs at least one of. */
const NEEDS: Readonly<Partial<Record<Instruction['keyword'], string>>> = {
  ARG: 'a name',
  ENV: 'a name and a value',
  EXPOSE: 'a port',
  FROM: 'an image',
  LABEL: 'a name and a value',
  MAINTAINER: 'a name',
  ONBUILD: 'an instruction',
  STOPSIGNAL: 'a signal',
  USER: 'a user',
  VOLUME: 'a path',
  WORKDIR: 'a path',
};

function findMissing(build: Build, instruction: Instruction): readonly Finding[] {
  const { keyword, keywordSpan: at, words } = instruction;
  const needs = words.length === 0 ? NEEDS[keyword] : undefined;
  if (needs !== undefined) return [{ at, message: `${keyword} needs ${needs}.` }];
  switch (keyword) {
    case 'RUN':
      if (instruction.body.start < instruction.body.end) return NONE;
      return [{ at, message: 'RUN has no command, so it does nothing.', severity: 'warning' }];
    case 'COPY':
    case 'ADD':
      if (words.length < 2) return [{ at, message: `${keyword} needs a source and a destination.` }];
      return keyword === 'COPY' ? findUrls(instruction) : NONE;
    case 'ENV':
    case 'LABEL': {
      const [only, second] = instruction.pairs;
      if (!only || only.value || second) return NONE;
      const { text } = only.name;
      return [{ at: only, message: `${/^[\w.-]{1,60}$/.test(text) ? text : 'The name'} has no value.` }];
    }
    case 'VOLUME': {
      const found: Finding[] = [];
      for (const word of words) {
        const { value, known } = expand(word, build.states[instruction.index]!.scope);
        if (known && value === '') found.push({ at: word, message: 'The path is empty.' });
      }
      return found;
    }
    default:
      return NONE;
  }
}

const NONE: readonly Finding[] = [];

function isEnvOrLabel({ keyword }: Instruction): boolean {
  return keyword === 'ENV' || keyword === 'LABEL';
}

function findUrls({ sources, from }: CopyInstruction): readonly Finding[] {
  if (from) return NONE;
  let found: Finding[] | undefined;
  for (const source of sources) {
    const kind = /^https?:\/\//.test(source.value) ? 'URL' : isGitUrl(source.value) ? 'Git repository' : undefined;
    if (!kind) continue;
    found ??= [];
    found.push({ at: source, message: `COPY takes no ${kind}; ADD does.` });
  }
  return found ?? NONE;
}
