import { instructionAt } from '../../model/syntax/instruction-at';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const shellcheck: Rule = {
  id: 'correctness/shellcheck',
  codes: /^SC\d+$/,
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['RUN'] },
  summary: 'Report what ShellCheck finds in the scripts of RUN.',
  why:
    'ShellCheck finds what is wrong in shell scripts. It is a program of its own that Layerwise does not bring along: where it is ' +
    'installed, it is shown each RUN in shell form and each here-document that sh, bash, dash or ksh runs, on standard input, with the ' +
    'variables of the stage as set. With `shellcheck: auto` (the default) it is asked under the presets hadolint and all, with `on` under ' +
    'each of them, with `off` under none. Its codes, `SC2086` for example, can be used wherever a rule can be named: for severities, and ' +
    'in ignore comments. SC1090, SC1091 and SC2187 make no sense in a Dockerfile and are left out. `# hadolint shell=bash` names the ' +
    'shell where SHELL does not.',
  fixable: { safety: 'unsafe', because: 'ShellCheck knows the script, and not what it is meant to do.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:13.1-slim
        RUN for f in $(ls /src); do cat $f; done
                                        ^^ Double quote to prevent globbing and word splitting.
      `,
      good: dockerfile`
        FROM debian:13.1-slim
        RUN for f in $(ls /src); do cat "$f"; done
      `,
      settings: {
        shellNotes: [
          {
            at: { start: 54, end: 56 },
            code: 'SC2086',
            severity: 'info',
            message: 'Double quote to prevent globbing and word splitting.',
            edits: [
              { start: 54, end: 54, text: '"' },
              { start: 56, end: 56, text: '"' },
            ],
          },
        ],
      },
    },
  ],

  check(build, { shellNotes = [], hadolint }) {
    const found: Finding[] = [];
    if (shellNotes.length === 0) return found;
    const told = new Set<string>();
    for (const { at, code, severity, message, edits } of shellNotes) {
      const instruction = instructionAt(build, at.start);
      if (!instruction) continue;
      const line = `${instruction.index} ${code} ${message}`;
      if (hadolint && told.has(line)) continue;
      told.add(line);
      found.push({
        at,
        message,
        code,
        severity,
        ...(edits ? { fix: { title: `Apply ShellCheck's fix of ${code}`, edits } } : {}),
      });
    }
    return found;
  },
};
