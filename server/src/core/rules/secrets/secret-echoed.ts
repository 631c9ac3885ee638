import type { Build } from '../../model/build-types';
import { type SecretTrace, secretTraces } from '../../model/secrets/secret-traces';
import { removeStatements } from '../../model/shell/shell-edits';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { remove, replace } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';

export const secretEchoed: Rule = {
  id: 'secrets/secret-echoed',
  severity: 'warning',
  summary: 'Do not print a secret into the output of the build.',
  why:
    'What a command prints goes into the log of the build, and logs of continuous integration are kept and read by many. `set -x` ' +
    'prints every command with its variables expanded.',
  fixable: { safety: 'unsafe', because: 'Somebody may want what else is printed.' },
  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=token,env=TOKEN set -ex && wget --header "Authorization: Bearer $TOKEN" https://example.org/data
                                                       ^^^ Tracing prints every command of this RUN with the secret expanded.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=token,env=TOKEN set -e && wget --header "Authorization: Bearer $TOKEN" https://example.org/data
      `,
    },
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=token,env=TOKEN echo "token is $TOKEN" && ./deploy
                                                   ^^^^^^^^^^^^^^^^^^^^^^ The output of the build shows the secret.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM alpine:3.22
        RUN --mount=type=secret,id=token,env=TOKEN ./deploy
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const trace of secretTraces(build)) {
      if (trace.kind === 'file') continue;
      found.push({
        at: trace.word ?? trace.command,
        message:
          trace.kind === 'xtrace'
            ? 'Tracing prints every command of this RUN with the secret expanded.'
            : 'The output of the build shows the secret.',
        anchor: trace.command.script.instruction.start,
        fix() {
          const isTracing = trace.kind === 'xtrace';
          return isTracing ? withoutTracing(build, trace) : withoutCommand(build, trace, 'Delete the command');
        },
      });
    }
    return found;
  },
};

function withoutTracing(build: Build, trace: SecretTrace): Fix | undefined {
  const { word } = trace;
  const rest = word?.value.replace('x', '') ?? '-';
  if (word && /^-[a-zA-Z]+$/.test(word.value) && rest !== '-') {
    return { title: 'Turn tracing off', edits: [replace(word, rest)] };
  }
  return withoutCommand(build, trace, 'Turn tracing off');
}

function withoutCommand(build: Build, { command }: SecretTrace, title: string): Fix | undefined {
  const { script, nesting } = command;
  const statement = script.statements[command.statement];
  if (nesting !== 'top' || statement?.kind !== 'command') return undefined;
  if (script.statements.length === 1) return { title, edits: [remove(instructionLines(build, script.instruction))] };
  const edits = removeStatements(build.source, script, [statement]);
  return edits && { title, edits };
}
