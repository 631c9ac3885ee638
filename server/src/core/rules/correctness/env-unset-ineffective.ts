import type { Build } from '../../model/build-types';
import type { ShellCommand, ShellScript } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const envUnsetIneffective: Rule = {
  id: 'correctness/env-unset-ineffective',
  severity: 'hint',
  about: { commands: ['export', 'unset'] },
  summary: 'Do not expect unset in a RUN to take an ENV away.',
  why: `Each RUN starts with the variables that ENV sets, whatever the RUN before did to its own. \`unset\` and \`export X=\` as the last
    things that a RUN does have no effect. A variable that only some steps need is better set in their RUN, or given by ARG; to empty
    it for what follows, write \`ENV X=\`.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ENV HTTP_PROXY=http://proxy:3128
        RUN unset HTTP_PROXY
            ^^^^^^^^^^^^^^^^ HTTP_PROXY is unset in this RUN alone; later steps have what ENV says.
      `,
      good: dockerfile`
        FROM debian:12
        ARG HTTP_PROXY=http://proxy:3128
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const script of build.scripts) {
      if (script.form === 'exec' || script.dialect !== 'posix' || script.broken) continue;
      for (let at = script.statements.length - 1; at >= 0; at--) {
        const { kind, commands, before } = script.statements[at]!;
        const [command] = commands;
        const names = kind === 'command' && commands.length === 1 ? unsetBy(command!) : undefined;
        if (!names) break;
        const name = names.find((one) => isMeantToLast(build, script, one, at));
        if (name) {
          const rest = isEnv(build, script, name) ? '; later steps have what ENV says' : ', which ends here';
          found.push({ at: command!, message: `${name} is unset in this RUN alone${rest}.` });
          break;
        }
        if (before === '||' || before === '&') break;
      }
    }
    return found;
  },
};

/** The variables that a command does nothing but take away. */
function unsetBy({ name, nameWord, words, arguments: given }: ShellCommand): readonly string[] | undefined {
  if (words[0] !== nameWord || given.length === 0 || given.some(({ value }) => /^-\w*[fn]/.test(value)))
    return undefined;
  if (name === 'unset') return given.filter(({ value }) => /^\w+$/.test(value)).map(({ value }) => value);
  const isEmptying = name === 'export' && given.every(({ value }) => /^\w+=$/.test(value));
  return isEmptying ? given.map(({ value }) => value.slice(0, -1)) : undefined;
}

/** Whether an ENV brings the variable back; or the RUN does nothing else, so that it must be meant for others. */
function isMeantToLast(build: Build, script: ShellScript, name: string, at: number): boolean {
  if (isEnv(build, script, name)) return true;
  return at === 0 && script.commands.every((command) => unsetBy(command) !== undefined);
}

function isEnv({ states }: Build, { instruction }: ShellScript, name: string): boolean {
  return states[instruction.index]!.scope.lookup(name)?.kind === 'ENV';
}
