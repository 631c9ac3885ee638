import type { Build } from '../../model/build-types';
import type { ShellCommand } from '../../model/shell/shell-command';
import { removeStatements } from '../../model/shell/shell-edits';
import { directoryForWorkdir, knownDirectory } from '../../model/stages/workdir';
import { dockerfile } from '../../text/dockerfile';
import { type Call, findCalls } from '../calls';
import { putAbove, putBelow } from '../instruction-above';
import type { Finding, Fix, Rule } from '../rule';

export const preferWorkdir: Rule = {
  id: 'style/prefer-workdir',
  aliases: ['DL3003', 'DS013', 'AVD-DS-0013', 'use-workdir', "RUN Instruction Using 'cd' Instead of WORKDIR"],
  severity: 'off',
  strict: 'hint',
  hadolint: 'warning',
  about: { commands: ['cd'] },
  summary: 'Change directories with WORKDIR instead of cd.',
  why: `\`cd\` holds to the end of its RUN, so every RUN has to say it again, and a reader has to follow the shell to know where a step
    works. WORKDIR says it once, for COPY and CMD too. A \`cd\` anywhere in a RUN is reported, in subshells too, by the presets
    of hadolint and \`all\`, one that leads a RUN without another cd by the others; triggers of ONBUILD are not looked at.`,
  fixable: {
    safety: 'unsafe',
    because: 'WORKDIR makes the directory where there is none, and the step may rely on cd to fail.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        WORKDIR /src
        RUN cd /src/app && make
            ^^^^^^^^^^^ cd holds for this RUN only; WORKDIR says it for all steps that follow.
      `,
      good: dockerfile`
        FROM debian:12
        WORKDIR /src
        WORKDIR /src/app
        RUN make
        WORKDIR /src
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const call of findCalls(build, settings, { names: ['cd'], isFound: () => true, notOnbuild: true })) {
      found.push({
        at: call,
        message: 'cd holds for this RUN only; WORKDIR says it for all steps that follow.',
        ...(isAlone(call) ? {} : { minor: true }),
        fix: () =>
          toWorkdir(
            build,
            call.script.commands.find(({ start }) => start === call.start),
          ),
      });
    }
    return found;
  },
};

/** Whether it leads a RUN that goes nowhere else: what changes place halfway, or comes back, has no use for WORKDIR. */
function isAlone({ start, script, arguments: words }: Call): boolean {
  // What WORKDIR does not know: the home directory, the one before, what a pattern matches, and what a command prints.
  if (words.length !== 1 || /^[~-]|[*?[`]|\$\(/.test(words[0]!.text)) return false;
  const [first, ...others] = script.commands.filter(({ name }) => name !== 'set');
  return first?.start === start && first.nesting === 'top' && !others.some(({ name = '' }) => MOVES.has(name));
}

const MOVES = new Set(['cd', 'pushd', 'popd']);

/** A directory as WORKDIR and the shell read it alike. */
const PLAIN = /^[\w./@%+:-]+$/;

/** `cd /x && make` as WORKDIR and a RUN, and the directory of before for what follows. */
function toWorkdir(build: Build, command: ShellCommand | undefined): Fix | undefined {
  if (!command) return undefined;
  const { script, arguments: words, nameWord } = command;
  const { instruction, statements, form } = script;
  const directory = words[0]?.text ?? '';
  const [first, second] = statements;
  const leads = first?.commands.length === 1 && first.commands[0] === command;
  if (form !== 'shell' || instruction.heredocs.length > 0 || !leads || second?.before !== '&&') return undefined;
  if (words.length !== 1 || !PLAIN.test(directory) || directory === '-' || command.words[0] !== nameWord)
    return undefined;
  if (script.commands.some((one) => one !== command && MOVES.has(one.name ?? ''))) return undefined;
  // Behind `||` the list goes on although cd failed.
  if (statements.some(({ before }) => before === '||' || before === '&')) return undefined;
  const previous = knownDirectory(build, instruction);
  const target = directoryForWorkdir(build, instruction, directory);
  const edits = removeStatements(build.source, script, [first]);
  if (previous === undefined || !PLAIN.test(previous) || target === undefined || !edits) return undefined;
  const { source } = build;
  return {
    title: 'Change the directory with WORKDIR',
    edits: [
      putAbove(source, instruction, 'WORKDIR', target),
      ...edits,
      putBelow(source, instruction, 'WORKDIR', previous),
    ],
  };
}
