import { readBaseImage } from '../../knowledge/images/base-images';
import type { Build, State } from '../../model/build-types';
import type { ShellCommand, ShellPipeline, ShellScript } from '../../model/shell/shell-command';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Fix, Rule } from '../rule';
import { hasBash, shellBefore } from '../shell-instruction';

export const pipeWithoutPipefail: Rule = {
  id: 'correctness/pipe-without-pipefail',
  aliases: ['DL4006', 'DS032', 'AVD-DS-0032', 'set-pipefail', 'Shell Running A Pipe Without Pipefail Flag'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['RUN'], texts: ['|'] },
  summary: 'Let a RUN fail when a command in front of a pipe fails.',
  why: `A shell looks at the last command of a pipe only: \`curl … | tar x\` goes on although curl failed. \`set -o pipefail\` changes that, in
    the RUN before the pipe or in SHELL for all of them. It needs bash, zsh or the ash of BusyBox; the sh of Debian and Ubuntu has no such
    option. \`echo\`, \`printf\` and \`yes\` do not fail, a pipe in a word of
    another command fails for nobody, and \`sha256sum -c\` fails without input: a RUN with no other pipe is reported by the presets
    of hadolint and \`all\` only. Stages with PowerShell or cmd are left alone. hadolint's preset knows a SHELL of the same stage only, of bash, zsh or ash,
    and not \`set\` in the RUN; it reads exec form like shell form.`,
  fixable: {
    safety: 'unsafe',
    because: 'A command in front of a pipe may fail, or be stopped by the one behind, and nobody minded.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN wget -qO- https://example.com/a.tar.gz | tar xz
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The RUN goes on when a command in front of the pipe fails; pipefail stops it.
      `,
      good: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        RUN wget -qO- https://example.com/a.tar.gz | tar xz
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    /** By stage, the RUN before which a SHELL mends all. */
    const firsts = new Map<number, ShellScript>();
    for (const { script, pipeline, minor } of hadolint ? findPlain(build) : findOwn(build)) {
      const message = 'The RUN goes on when a command in front of the pipe fails; pipefail stops it.';
      if (script.form === 'exec' || pipeline.quotedBy) {
        // No SHELL of the Dockerfile has a say in a shell that the RUN calls itself.
        found.push({ at: pipeline, message, ...(minor ? { minor } : {}) });
        continue;
      }
      const { stage } = script.instruction;
      if (!firsts.has(stage)) firsts.set(stage, script);
      found.push({ at: pipeline, message, ...(minor ? { minor } : {}), ...fixesOf(build, script, firsts.get(stage)!) });
    }
    return found;
  },
};

interface Found {
  readonly script: ShellScript;
  readonly pipeline: ShellPipeline;
  readonly minor?: boolean;
}

/** hadolint's reading: the last SHELL of the stage alone decides. */
function findPlain({ instructions, scripts }: Build): Found[] {
  const found: Found[] = [];
  let shell: Instruction | undefined;
  let at = 0;
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') shell = undefined;
    else if (instruction.keyword === 'SHELL') shell = instruction;
    else if (instruction.keyword === 'RUN') {
      while (scripts[at] && scripts[at]!.instruction.index < instruction.index) at++;
      const script = scripts[at];
      if (script?.instruction !== instruction || (shell && isSafeShell(wordsOf(shell)))) continue;
      const pipeline = script.plainPipelines[0];
      if (pipeline) found.push({ script, pipeline });
    }
  }
  return found;
}

function wordsOf({ words }: Instruction): readonly string[] {
  return words
    .map(({ value }) => value)
    .join(' ')
    .split(/\s+/);
}

function isSafeShell(words: readonly string[]): boolean {
  const [program = ''] = words;
  if (/^(?:pwsh|powershell|cmd)/.test(program)) return true;
  return /(?:^|\/)(?:bash|zsh|ash)$/.test(program) && hasPipefail(words);
}

/** `-o pipefail`, also as `-euxo pipefail`. */
function hasPipefail(words: readonly string[]): boolean {
  return words.includes('pipefail') && words.some((word) => /^-[a-zA-Z]*o/.test(word));
}

function findOwn({ scripts, states, stages }: Build): Found[] {
  const found: Found[] = [];
  for (const script of scripts) {
    if (script.pipelines.length === 0) continue;
    const { index, stage } = script.instruction;
    const { words } = states[index]!.shell;
    if (script.form !== 'exec' && isProtecting(words, stages[stage]?.root)) continue;
    const open = script.pipelines.filter((one) => !isProtected(script, one));
    const telling = open.find((one) => canFail(one) && !isInWord(script, one) && !checksSums(one));
    const pipeline = telling ?? open[0];
    if (pipeline) found.push({ script, pipeline, minor: !telling });
  }
  return found;
}

/** Commands that only write what they are told; `yes` fails whenever what it writes to ends first, as it is meant to. */
const NEVER_FAILS = new Set(['echo', 'printf', 'yes', 'sleep', 'true', ':', 'test', '[', '[[']);

/** Whether a command in front of the last pipe could fail by itself. */
function canFail({ members }: ShellPipeline): boolean {
  return members.slice(0, -1).some((commands) => commands.some(({ name = '' }) => !NEVER_FAILS.has(name)));
}

function isProtecting(words: State['shell']['words'], root: string | undefined): boolean {
  if (isSafeShell(words)) return true;
  return /(?:^|\/)sh$/.test(words[0] ?? '') && isBusybox(root) && hasPipefail(words);
}

function isBusybox(root: string | undefined): boolean {
  const distro = root === undefined ? undefined : readBaseImage(root).distro;
  return distro === 'alpine' || distro === 'busybox' || distro === 'wolfi';
}

/** Whether `set` stands in front of it, or the shell that is called for it is told. */
function isProtected({ commands }: ShellScript, { start, quotedBy }: ShellPipeline): boolean {
  if (quotedBy && hasPipefail(quotedBy.arguments.map(({ value }) => value))) return true;
  return commands.some((command) => command.start < start && command.quotedBy === quotedBy && setsPipefail(command));
}

function setsPipefail({ name, arguments: words }: ShellCommand): boolean {
  if (name !== 'set' && name !== 'shopt') return false;
  return hasPipefail(words.map(({ value }) => value));
}

/** Whether it gives a command a word, which runs in any case: only alone does `x=$(a | b)` fail with it. */
function isInWord({ commands }: ShellScript, { start, end, quotedBy }: ShellPipeline): boolean {
  return commands.some((one) => one !== quotedBy && one.words.some((word) => word.start < start && end <= word.end));
}

/** `grep x SUMS | sha256sum -c`: without anything to check that fails, too. */
function checksSums({ members }: ShellPipeline): boolean {
  const last = members.at(-1)?.[0];
  return (
    last?.name !== undefined &&
    /^(?:sha\d*|md5|b2)sum$|^shasum$/.test(last.name) &&
    last.arguments.some(({ value }) => value === '--check' || /^-[a-z]*c/.test(value))
  );
}

/** `yes | x`, or a loop of echo: it goes on until the pipe breaks, which pipefail takes for a failure. */
function needsBrokenPipe({ pipelines }: ShellScript): boolean {
  return pipelines.some(({ members }) =>
    members
      .slice(0, -1)
      .some(
        (commands) =>
          commands.some(({ name }) => name === 'yes') ||
          (commands.some(({ nesting }) => nesting === 'loop') &&
            commands.every(({ name = '' }) => NEVER_FAILS.has(name))),
      ),
  );
}

function fixesOf(build: Build, script: ShellScript, first: ShellScript): Pick<Finding, 'fix' | 'alternatives'> {
  const { instruction } = script;
  const { shell } = build.states[instruction.index]!;
  const program = /[^/]*$/.exec(shell.words[0] ?? '')![0];
  const root = build.stages[instruction.stage]?.root;
  const isPlainShell = shell.words.length === 2 && shell.words[1] === '-c';
  const here = (): Fix | undefined => {
    const [statement] = script.statements;
    const isShell = program === 'bash' || program === 'zsh' || program === 'ash' || isBusybox(root);
    if (!isShell || !statement || script.form !== 'shell' || script.dialect !== 'posix') return undefined;
    if (script.statements.some(({ background }) => background) || needsBrokenPipe(script)) return undefined;
    return { title: 'Set pipefail in this RUN', edits: [insert(statement.start, 'set -o pipefail && ')] };
  };
  const everywhere = (): Fix | undefined => {
    if (script.dialect !== 'posix' || !isPlainShell || shell.declaration?.stage === -1) return undefined;
    const { declaration } = shell;
    const isConcerned = (one: ShellScript) =>
      one.instruction.stage === instruction.stage && one.instruction.index >= first.instruction.index;
    if (build.scripts.some((one) => isConcerned(one) && needsBrokenPipe(one))) return undefined;
    if (declaration && program !== 'bash' && program !== 'zsh' && program !== 'ash') return undefined;
    if (declaration && declaration.stage === instruction.stage) {
      const [word] = declaration.words;
      return { title: 'Set pipefail in SHELL', edits: [insert(word!.end, ', "-o", "pipefail"')] };
    }
    const path = declaration
      ? shell.words[0]!
      : hasBash(build, first.instruction)
        ? '/bin/bash'
        : isBusybox(root)
          ? '/bin/ash'
          : undefined;
    return path === undefined ? undefined : shellBefore(build, first.instruction, [path, '-o', 'pipefail', '-c']);
  };
  return {
    fix: () => everywhere() ?? here(),
    alternatives: () => {
      const [one, other] = [everywhere(), here()];
      return one && other ? [other] : [];
    },
  };
}
