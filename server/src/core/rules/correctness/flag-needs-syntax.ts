import { findFlag, findMountOption } from '../../knowledge/instructions';
import type { Build } from '../../model/build-types';
import { readFrontend, requireFrontend } from '../../model/frontend';
import type { Instruction } from '../../model/syntax/instruction';
import { isGitUrl } from '../../model/syntax/urls';
import { dockerfile } from '../../text/dockerfile';
import type { Span } from '../../text/span';
import { allInstructions } from '../refusals';
import type { Finding, Rule } from '../rule';

export const flagNeedsSyntax: Rule = {
  id: 'correctness/flag-needs-syntax',
  severity: 'warning',
  summary: 'Ask for a frontend that knows the flags that the file uses.',
  why:
    'A `# syntax=docker/dockerfile:1.N` line fixes the frontend that reads the file, and an old one refuses flags and forms that came ' +
    'later. `docker/dockerfile:1` takes the newest of that line, which reads older files just as well. Without such a line the ' +
    'builder brings its own frontend; then nothing is said unless the settings tell how old that one may be.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1.2
        FROM debian:12
        COPY --link index.html /srv/
               ^^^^ COPY --link needs docker/dockerfile 1.4; the # syntax line asks for 1.2.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        COPY --link index.html /srv/
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const frontend = readFrontend(build);
    if (frontend.kind !== 'pinned' && frontend.kind !== 'builtin') return found;
    const minor = frontend.kind === 'pinned' ? frontend.minor : build.builder.frontendMinor;
    // A digest does not tell the version.
    if (minor === undefined || (frontend.kind === 'pinned' && frontend.digest && minor === 0)) return found;
    const labs = frontend.kind === 'pinned' && frontend.labs;
    const check = minor < 8 ? build.directives.find(({ name }) => name === 'check') : undefined;
    const needs: Need[] = [...(check ? [{ at: check, what: 'A # check line', since: '1.8' }] : [])];
    for (const instruction of allInstructions(build, settings)) needs.push(...needsOf(instruction, labs));
    const asked = frontend.kind === 'pinned' ? 'the # syntax line asks for' : 'the builder may have';
    for (const { at, what, since } of needs) {
      const wanted = Number.parseInt(since.slice(2), 10);
      if (wanted <= minor) continue;
      found.push({
        at,
        message: `${what} needs docker/dockerfile ${since}; ${asked} 1.${minor}.`,
        ...fixTo(build, wanted),
      });
    }
    return found;
  },
};

interface Need {
  readonly at: Span;
  readonly what: string;
  readonly since: string;
}

function needsOf(instruction: Instruction, labs: boolean): Need[] {
  const { keyword, flags, heredocs } = instruction;
  const needs: Need[] = [];
  for (const { name, nameSpan, value } of flags) {
    const facts = findFlag(keyword, name);
    const since = (labs ? facts?.sinceLabs : undefined) ?? facts?.since;
    if (since)
      needs.push({
        at: nameSpan,
        what: `${keyword} --${name}`,
        since: labs && facts?.sinceLabs ? `${since}-labs` : since,
      });
    if (name === 'chmod' && value && /^[ugoa]*[-+=]/.test(value.value)) {
      needs.push({ at: value, what: 'A symbolic --chmod', since: '1.14' });
    }
  }
  const [heredoc] = keyword === 'ONBUILD' ? [] : heredocs;
  if (heredoc) needs.push({ at: heredoc.operator, what: 'A heredoc', since: '1.4' });
  if (keyword === 'ADD') {
    const git = instruction.sources.find(({ value }) => isGitUrl(value));
    if (git) needs.push({ at: git, what: 'ADD of a Git repository', since: '1.1' });
  }
  if (keyword === 'RUN') {
    for (const option of instruction.mounts.flatMap(({ options }) => options)) {
      const facts = findMountOption(option.key);
      if (facts?.since) needs.push({ at: option, what: `${facts.name}= of a mount`, since: facts.since });
    }
  }
  return needs;
}

function fixTo(build: Build, minor: number): Pick<Finding, 'fix'> {
  const required = requireFrontend(build, minor);
  if (!('edits' in required) || required.edits.length === 0) return {};
  return { fix: { title: 'Ask for docker/dockerfile:1', edits: required.edits } };
}
