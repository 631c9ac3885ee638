import { nameOf } from '../../knowledge/images/image-paths';
import { hasProbe, PROBES, type Probe } from '../../knowledge/images/probe-tools';
import type { Build, Stage } from '../../model/build-types';
import { readHealthcheck } from '../../model/stages/container-start';
import { readStartForm } from '../../model/stages/start-form';
import type { HealthcheckInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const healthcheckToolMissing: Rule = {
  id: 'correctness/healthcheck-tool-missing',
  aliases: ['tally/ruby/healthcheck-rails-up-endpoint'],
  severity: 'warning',
  about: { instructions: ['HEALTHCHECK'] },
  summary: 'Call in HEALTHCHECK what the image has.',
  why:
    'A health check runs in the container. Slim images have neither curl nor wget, Alpine has wget and nc but no curl, scratch and ' +
    'distroless have nothing at all: the check then fails each time, and the container never gets healthy. It is reported where the base ' +
    'image is known and no line of the stage mentions the program: as a package, as a file that is copied, or as a command.',
  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        COPY . .
        HEALTHCHECK CMD curl -f http://localhost:8000/
                        ^^^^ python:3.13-slim has no curl and no line installs it, so this check always fails.
        CMD ["python", "app.py"]
      `,
      good: dockerfile`
        FROM python:3.13-slim
        COPY . .
        HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://localhost:8000/')"]
        CMD ["python", "app.py"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'HEALTHCHECK') continue;
      const stage = build.stages[instruction.stage];
      if (!stage || stage.os === 'windows') continue;
      for (const probe of calledProbes(build, instruction)) {
        if (hasProbe(stage.root, probe) !== false || mentions(build, stage, probe)) continue;
        found.push({
          at: spanOf(build, instruction, probe),
          message: `${stage.root} has no ${probe} and no line installs it, so this check always fails.`,
        });
      }
    }
    return found;
  },
};

/** The probes without which the check can't succeed: where several are tried, or one is looked for, any may do. */
function calledProbes(build: Build, check: HealthcheckInstruction): readonly Probe[] {
  const { programs } = readHealthcheck(build, check);
  if (programs.some(({ name }) => name === 'command' || name === 'which' || name === 'type')) return [];
  const called = new Set(programs.map(({ name }) => nameOf(name)));
  const found = PROBES.filter((probe) => called.has(probe));
  return found.length > 1 ? [] : found;
}

/** Whether anything that the stage is made of mentions a program. */
function mentions(build: Build, stage: Stage, probe: Probe): boolean {
  const word = probe === 'nc' ? /(?:^|\/)(?:nc|ncat|netcat|nmap|busybox)/ : probe === 'wget' ? /wget|busybox/ : /curl/;
  for (let one: Stage | undefined = stage; one; one = one.parent) {
    for (const instruction of one.instructions) {
      if (instruction.keyword === 'ONBUILD') return true;
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      // An archive, or a directory of programs as a whole, may hold anything.
      if (instruction.keyword === 'ADD' || isProgramPlace(instruction.destination?.value ?? '/')) return true;
      if (instruction.sources.some(({ value }) => word.test(value)) || word.test(instruction.from?.value ?? ''))
        return true;
    }
    const index = one.index;
    for (const script of build.scripts) {
      if (script.instruction.stage !== index) continue;
      if (script.broken) return true;
      if (script.commands.some(({ words }) => words.some(({ value }) => word.test(value)))) return true;
    }
    if (build.installs.some((install) => install.instruction.stage === index && isOpaque(install.packages)))
      return true;
  }
  return false;
}

/** Whether it can't be told what is installed. */
function isOpaque(packages: readonly { readonly literal: boolean }[]): boolean {
  return packages.some(({ literal }) => !literal);
}

function isProgramPlace(destination: string): boolean {
  return /^\/*(?:(?:usr\/+)?(?:local\/+)?(?:s?bin\/*)?)$/.test(destination);
}

function spanOf(build: Build, check: HealthcheckInstruction, probe: Probe): Span {
  const form = readStartForm(build, check);
  if (!form) return check.keywordSpan;
  const at = build.source.text.indexOf(probe, form.body.start);
  return at === -1 || at >= form.body.end ? check.keywordSpan : { start: at, end: at + probe.length };
}
