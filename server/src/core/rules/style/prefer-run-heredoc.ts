import type { Build } from '../../model/build-types';
import { frontendMinor, readFrontend } from '../../model/frontend';
import { cutRow, mergeRow } from '../../model/runs/merge-rows';
import { HEREDOC_MINOR, toHeredoc } from '../../model/runs/to-heredoc';
import type { ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Fix, Rule } from '../rule';

/** Fewer commands are read as well in one line. */
const LEAST = 3;

export const preferRunHeredoc: Rule = {
  id: 'style/prefer-run-heredoc',
  severity: 'off',
  strict: 'hint',
  about: { instructions: ['RUN'] },
  summary: 'Write a RUN of several commands as a here-document.',
  why: `In a here-document each command has its line, with neither \`&&\` nor continuations, and a comment can stand anywhere; \`set -e\` stops it
    at the first failure. A RUN of three or more commands joined by \`&&\` is reported, and neighbouring RUNs that can be one and
    then have as many. Nothing is reported where the \`# syntax\` line or the setting minimumFrontend tells of a frontend too old for
    here-documents (before docker/dockerfile 1.4), or of one that is not Docker's; without either there is no fix.`,
  fixable: { safety: 'unsafe', because: 'It is a matter of taste, and merged RUNs are cached as one.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN apt-get update && \
        ^^^ 3 commands are joined here; a here-document gives each a line of its own.
            apt-get install -y curl && \
            rm -rf /var/lib/apt/lists/*
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN <<EOF
        set -e
        apt-get update
        apt-get install -y curl
        rm -rf /var/lib/apt/lists/*
        EOF
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    if (!mayReadHeredocs(build)) return found;
    /** Neighbouring RUNs of less. */
    let row: ShellScript[] = [];
    for (const script of build.scripts) {
      const count = chainOf(script);
      if (count === 0 || count >= LEAST || row.at(-1)?.instruction.index !== script.instruction.index - 1) {
        found.push(...findMergeable(build, row));
        row = [];
      }
      if (count >= LEAST) {
        found.push({
          at: script.instruction.keywordSpan,
          message: `${count} commands are joined here; a here-document gives each a line of its own.`,
          fix: () => converted(build, script),
        });
      } else if (count > 0) row.push(script);
    }
    found.push(...findMergeable(build, row));
    return found;
  },
};

/** The builder's own frontend is taken for one of these years. */
function mayReadHeredocs(build: Build): boolean {
  const minor = frontendMinor(build);
  return minor === undefined ? readFrontend(build).kind === 'builtin' : minor >= HEREDOC_MINOR;
}

/** How many commands a RUN joins by `&&` alone; 0 where it is something else. */
function chainOf({ form, dialect, broken, statements, instruction }: ShellScript): number {
  if (form !== 'shell' || dialect !== 'posix' || broken || instruction.heredocs.length > 0) return 0;
  return statements.every(({ before }) => before === undefined || before === '&&') ? statements.length : 0;
}

function findMergeable(build: Build, row: readonly ShellScript[]): Finding[] {
  const found: Finding[] = [];
  if (row.length < 2 || row.reduce((sum, script) => sum + chainOf(script), 0) < LEAST) return found;
  for (const { scripts } of cutRow(build, row)) {
    const count = scripts.reduce((sum, script) => sum + chainOf(script), 0);
    if (scripts.length < 2 || count < LEAST) continue;
    found.push({
      at: scripts[0]!.instruction.keywordSpan,
      message: `${scripts.length} RUNs follow each other; one here-document can hold their ${count} commands.`,
      fix() {
        // What it becomes is then a RUN of several commands.
        const { edits, notes } = mergeRow(build, scripts);
        return { title: `Merge ${scripts.length} RUN lines`, edits, notes, refactoring: 'merge-run' };
      },
    });
  }
  return found;
}

function converted(build: Build, script: ShellScript): Fix | undefined {
  const result = toHeredoc(build, script);
  if ('because' in result) return undefined;
  const { edits, notes } = result;
  return { title: 'Convert to a here-document', edits, notes, refactoring: 'convert-to-heredoc' };
}
