import type { Build } from '../../model/build-types';
import { hasArgument } from '../../model/shell/plain-arguments';
import type { ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { findCalls } from '../calls';
import { likeOf } from '../instruction-above';
import type { Finding, Fix, Rule } from '../rule';

export const lnBinSh: Rule = {
  id: 'correctness/ln-bin-sh',
  aliases: ['DL4005', 'Changing Default Shell Using RUN Command'],
  severity: 'warning',
  hadolint: 'warning',
  about: { commands: ['ln'] },
  summary: 'Choose the shell of RUN with SHELL, not by a link at /bin/sh.',
  why: `A link at /bin/sh changes the shell for every program of the image, and the scripts of packages are written for the one that the
    distribution chose. An update of the package brings the old link back. SHELL changes it for the steps that follow, and for
    commands in shell form.`,
  fixable: {
    safety: 'unsafe',
    because: 'Programs of the image that call /bin/sh get the shell of the distribution again.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN ln -sf /bin/bash /bin/sh
            ^^^^^^^^^^^^^^^^^^^^^^^^ The link changes the shell of every program in the image; SHELL chooses the one of RUN.
      `,
      good: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-c"]
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const isFound = (call: Parameters<typeof hasArgument>[0]) => hasArgument(call, '/bin/sh');
    for (const call of findCalls(build, settings, { names: ['ln'], isFound })) {
      found.push({
        at: call,
        message: 'The link changes the shell of every program in the image; SHELL chooses the one of RUN.',
        fix: () => toShell(build, call.script),
      });
    }
    return found;
  },
};

/** SHELL in place of a RUN that does nothing but make the link to bash. */
function toShell({ source }: Build, script: ShellScript): Fix | undefined {
  const { instruction, commands, form, statements } = script;
  if (instruction.onbuild || form !== 'shell' || instruction.inner.length > 0 || instruction.flags.length > 0)
    return undefined;
  const link = commands.at(-1);
  const bash = link?.arguments.find(({ value }) => /^(?:\/usr)?\/bin\/bash$|^bash$/.test(value));
  if (link?.name !== 'ln' || !bash || statements.some(({ before }) => before === '||')) return undefined;
  const isPreparing = ({ name, arguments: words }: (typeof commands)[number]) =>
    (name === 'rm' || name === 'unlink') && words.every(({ value }) => value.startsWith('-') || value === '/bin/sh');
  if (!commands.slice(0, -1).every(isPreparing)) return undefined;
  const path = bash.value === 'bash' ? '/bin/bash' : bash.value;
  const keyword = likeOf(source.text, instruction, 'SHELL');
  return { title: 'Use SHELL', edits: [replace(instruction, `${keyword} ["${path}", "-c"]`)] };
}
