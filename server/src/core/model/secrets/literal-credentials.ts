import { covers, touches } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import { type CommandCredential, commandCredentials } from './command-credentials';
import { tokens } from './variable-leaks';

/** Every credential that is written into a command of a RUN: by the place where it stands, or by its format alone. */
export const literalCredentials = oncePerBuild((build: Build): readonly CommandCredential[] => {
  const placed = commandCredentials(build).filter(({ source }) => source === 'literal');
  const formatted = tokens(build).flatMap((token): CommandCredential[] => {
    if (placed.some((one) => touches(one, token))) return [];
    const command = build.commands.findLast((one) => wordsOf(one).some((word) => covers(word, token)));
    const { start, end } = token;
    return command
      ? [{ start, end, command, form: 'text', receiver: command.name ?? 'a token', source: 'literal' }]
      : [];
  });
  return [...placed, ...formatted].sort((a, b) => a.start - b.start);
});

function wordsOf({ words, redirects, assignments }: ShellCommand): ShellWord[] {
  return [...words, ...redirects.flatMap(({ target }) => target ?? []), ...assignments.map(({ value }) => value)];
}
