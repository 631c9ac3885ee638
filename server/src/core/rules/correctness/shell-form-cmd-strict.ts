import { inExecForm, placeOfForm, readStartForm } from '../../model/stages/start-form';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const shellFormCmdStrict: Rule = {
  id: 'correctness/shell-form-cmd-strict',
  aliases: ['DL3025', 'Not Using JSON In CMD And ENTRYPOINT Arguments', 'prefer-json-notation'],
  severity: 'off',
  hadolint: 'warning',
  about: { instructions: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] },
  summary: 'Write CMD, ENTRYPOINT and the command of HEALTHCHECK as a JSON array.',
  why:
    'In shell form a shell starts the program, which may then get no signals. This is what hadolint checks: HEALTHCHECK too, and also ' +
    'where a SHELL is set; what ONBUILD holds is not looked at. Unless its preset is chosen, correctness/shell-form-entrypoint stands ' +
    'for it.',
  fixable: { safety: 'unsafe', because: 'What the shell did for the program is left out.' },
  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK --interval=30s CMD curl -f http://localhost/
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ HEALTHCHECK is in shell form: a JSON array would start the program without a shell.
      `,
      good: dockerfile`
        FROM nginx:1.29
        HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost/"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      const { keyword } = instruction;
      if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') continue;
      const form = readStartForm(build, instruction);
      if (!form || form.strings) continue;
      found.push({
        at: placeOfForm(build, form),
        message: `${keyword} is in shell form: a JSON array would start the program without a shell.`,
        fix() {
          const written = inExecForm(build, form);
          if (!written) return undefined;
          const title = written.shell ? 'Name the shell in exec form' : 'Write it in exec form';
          return { title, edits: [replace(form.body, written.text)] };
        },
      });
    }
    return found;
  },
};
