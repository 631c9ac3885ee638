import { hasProbe } from '../../knowledge/images/probe-tools';
import type { Build, Stage } from '../../model/build-types';
import { triggersOf } from '../../model/stages/overridden';
import { insertBefore } from '../../model/syntax/blocks';
import type { Instruction } from '../../model/syntax/instruction';
import { readPlainImage } from '../../model/syntax/plain-image';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule, RuleSettings } from '../rule';

export const healthcheckMissing: Rule = {
  id: 'correctness/healthcheck-missing',
  aliases: ['DL3057', 'DS026', 'CKV_DOCKER_2', 'Healthcheck Instruction Missing'],
  severity: 'off',
  hadolint: 'off',
  strict: 'info',
  summary: 'Say with HEALTHCHECK how to tell whether the container works.',
  why:
    'Without a HEALTHCHECK an engine knows only whether the process is there. `HEALTHCHECK NONE` says that there shall be none, and ' +
    'counts. Kubernetes has probes of its own and ignores it. It is reported for the stage that ships and for those that are built by ' +
    'name, unless they are based on one that has it. hadolint looks at every stage, those that only build included: one is fine when it, ' +
    'one that it is based on, or one that is based on it has a check; names are compared as they are written.',
  fixable: { safety: 'unsafe', because: 'Only you know which answer tells that the container works.' },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
             ^^^^^^^^^^ The image has no HEALTHCHECK, so that nobody notices when it no longer answers.
        EXPOSE 80
        CMD ["nginx", "-g", "daemon off;"]
      `,
      good: dockerfile`
        FROM nginx:1.29
        EXPOSE 80
        HEALTHCHECK CMD ["curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", "http://localhost:80/"]
        CMD ["nginx", "-g", "daemon off;"]
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const stage of settings.hadolint ? plainlyBad(build) : withoutCheck(build, settings)) {
      found.push({
        at: stage.from.imageWord,
        message: 'The image has no HEALTHCHECK, so that nobody notices when it no longer answers.',
        fix: () => toFix(build, stage),
      });
    }
    return found;
  },
};

/** Stages that ship, without a check of their own or of what they are based on. */
function withoutCheck({ stages }: Build, { targets }: RuleSettings): readonly Stage[] {
  return stages.filter((stage) => {
    if (!stage.last && !(stage.name !== undefined && targets.includes(stage.name))) return false;
    for (let one: Stage | undefined = stage; one; one = one.parent) {
      if (hasCheck(one) || triggersOf(one).some(({ keyword }) => keyword === 'HEALTHCHECK')) return false;
    }
    return true;
  });
}

function hasCheck({ instructions }: Stage): boolean {
  return instructions.some(({ keyword }) => keyword === 'HEALTHCHECK');
}

/** hadolint's answer: a check spreads to every stage that is based on a stage with one, and to the bases, by name. */
function plainlyBad({ stages }: Build): readonly Stage[] {
  const named = stages.map((stage) => {
    const base = readPlainImage(stage.from.imageWord.text).name;
    return { stage, base, name: stage.from.alias?.text ?? base, good: hasCheck(stage) };
  });
  for (let isChanging = true; isChanging; ) {
    isChanging = false;
    for (const one of named) {
      if (one.good || !named.some((other) => other.good && (other.name === one.base || other.base === one.name)))
        continue;
      one.good = true;
      isChanging = true;
    }
  }
  return named.filter(({ good }) => !good).map(({ stage }) => stage);
}

/** A check that asks the port that the stage exposes, with what its image has. */
function toFix(build: Build, stage: Stage): Fix | undefined {
  const port = stage.instructions
    .findLast(({ keyword }) => keyword === 'EXPOSE')
    ?.words.map(({ value }) => /^(\d+)(?:\/tcp)?$/.exec(value)?.[1])
    .find((one) => one !== undefined);
  const start = stage.instructions.find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  if (port === undefined || !start) return undefined;
  const address = `http://localhost:${port}/`;
  const call = hasProbe(stage.root, 'curl')
    ? ['curl', '--fail', '--silent', '--show-error', '--output', '/dev/null', address]
    : hasProbe(stage.root, 'wget')
      ? ['wget', '-q', '-O', '/dev/null', address]
      : undefined;
  if (!call) return undefined;
  const { source } = build;
  const line = `HEALTHCHECK CMD [${call.map((word) => JSON.stringify(word)).join(', ')}]${source.newline}`;
  return { title: `Ask port ${port}`, edits: [insertBefore(source, start, indentOf(build, start) + line)] };
}

function indentOf({ source: { text } }: Build, { start }: Instruction): string {
  return /[ \t]*$/.exec(text.slice(0, start))![0];
}
