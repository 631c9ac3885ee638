import type { Build } from '../model/build-types';
import { toHeredoc } from '../model/runs/to-heredoc';
import type { Instruction } from '../model/syntax/instruction';
import { dockerfile } from '../text/dockerfile';
import { type Span, touches } from '../text/span';
import type { Refactoring } from './refactoring';

export const convertToHeredoc: Refactoring = {
  id: 'convert-to-heredoc',
  aliases: ['to-heredoc'],
  title: 'Convert to a here-document',
  kind: 'rewrite',
  summary:
    'Writes a RUN of several commands as a here-document with a command on each line, where the frontend is known to read it. ' +
    '`&&` becomes `set -e`; where that would mean something else inside a command, `|| exit` or the `&&` itself keeps the meaning.',
  examples: [
    {
      before: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN apt-get update && \
            # tools we need
            apt-get install -y \
              curl \
              git<|> && \
            rm -rf /var/lib/apt/lists/*
      `,
      after: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN <<EOF
        set -e
        apt-get update
        # tools we need
        apt-get install -y \
          curl \
          git
        rm -rf /var/lib/apt/lists/*
        EOF
      `,
    },
    {
      before: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN set -eux; <|>\
            for user in ada grace; do \
                useradd "$user"; \
            done; \
            id ada
      `,
      after: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN <<EOF
        set -eux
        for user in ada grace; do
            useradd "$user"
        done
        id ada
        EOF
      `,
    },
    {
      before: dockerfile`
        FROM debian:12
        RUN <|>apt-get update && apt-get install -y curl
      `,
      refusal:
        'A here-document needs docker/dockerfile 1.4: put "# syntax=docker/dockerfile:1" on the first line, or set minimumFrontend to what your builders have.',
    },
  ],

  apply(build, selection) {
    const found = findRun(build, selection);
    if (found?.keyword === 'ONBUILD') return { because: 'A RUN behind ONBUILD belongs to another build.' };
    const script = build.scripts.find(({ instruction }) => instruction === found);
    if (!script || script.form === 'heredoc') return undefined;
    if (script.form === 'exec') return { because: 'The RUN is in exec form, which runs without a shell.' };
    if (script.dialect === 'posix' && !script.broken && script.statements.length < 2) return undefined;
    const result = toHeredoc(build, script);
    return 'because' in result ? result : { ...result, safety: 'safe' };
  },
};

function findRun({ instructions }: Build, selection: Span): Instruction | undefined {
  return instructions.find(
    (instruction) =>
      touches(instruction, selection) &&
      (instruction.keyword === 'RUN' || (instruction.keyword === 'ONBUILD' && instruction.trigger?.keyword === 'RUN')),
  );
}
