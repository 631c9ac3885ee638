import type { Build } from '../../model/build-types';
import type { ShellCommand, ShellScript, ShellWord } from '../../model/shell/shell-command';
import { directoryForWorkdir } from '../../model/stages/workdir';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import { table } from '../../text/table';
import { likeOf } from '../instruction-above';
import type { Finding, Fix, Rule } from '../rule';

export const cdOnlyRun: Rule = {
  id: 'correctness/cd-only-run',
  aliases: ["RUN Instruction Using 'cd' Instead of WORKDIR"],
  severity: 'warning',
  standsFor: ['DL3003'],
  about: { instructions: ['RUN'] },
  summary: 'Do not expect a RUN to change the shell of later steps.',
  why: `Each RUN starts a shell of its own. A RUN that does nothing but change the directory, set variables, options or aliases, or read a
    file of settings, ends without a trace. WORKDIR and ENV hold for what follows. Reading a script that, by its name, does work is not
    reported.`,
  fixable: { safety: 'unsafe', because: 'Later steps then feel it, which so far they did not.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN cd /app
            ^^^^^^^ The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.
      `,
      good: dockerfile`
        FROM debian:12
        WORKDIR /app
      `,
    },
    {
      bad: dockerfile`
        FROM debian:12
        RUN export MODE=production
            ^^^^^^^^^^^^^^^^^^^^^^ The variable is set for this RUN alone, which ends here; ENV sets it for what follows.
      `,
      good: dockerfile`
        FROM debian:12
        ENV MODE=production
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const script of build.scripts) {
      const telling = findTelling(script);
      if (!telling) continue;
      found.push({
        at: { start: script.statements[0]!.start, end: script.statements.at(-1)!.end },
        message: MESSAGES[telling.name ?? 'export'] ?? 'This changes the shell of this RUN alone, which ends here.',
        fix: () => lasting(build, script, telling),
      });
    }
    return found;
  },
};

const VARIABLE = 'The variable is set for this RUN alone, which ends here; ENV sets it for what follows.';

const MESSAGES: Readonly<Record<string, string>> = table({
  cd: 'The directory is changed for this RUN alone, which ends here; WORKDIR changes it for what follows.',
  export: VARIABLE,
});

/** Commands that change their shell and nothing else. */
const OWN = new Set(['.', 'alias', 'cd', 'export', 'set', 'source', 'ulimit']);
const NEUTRAL = new Set([':', 'true', 'unset']);
/** What may stand in a substitution without a trace. */
const READING = new Set(
  'arch basename cat cut date dirname dpkg echo expr grep head hostname nproc printf pwd sed tail tr uname whoami which'.split(
    ' ',
  ),
);
/** Scripts that are read for what they do. */
const WORKING = /(?:install|build|bootstrap|provision|compile|deploy|run|start|prepare|download|fetch)[^/]*$/i;

/** The first command that is meant to last, where there are only such. */
function findTelling(script: ShellScript): ShellCommand | undefined {
  if (script.form === 'exec' || script.dialect !== 'posix' || script.broken) return undefined;
  let telling: ShellCommand | undefined;
  for (const command of script.commands) {
    const { name, nesting, redirects, words } = command;
    if (command.quotedBy || redirects.length > 0) return undefined;
    if (nesting === 'substitution') {
      if (!READING.has(name ?? '')) return undefined;
      continue;
    }
    if (nesting !== 'top') return undefined;
    const isOwn =
      words.length === 0 ? command.assignments.length > 0 : words[0] === command.nameWord && OWN.has(name ?? '');
    if (!isOwn && !NEUTRAL.has(name ?? '')) return undefined;
    if ((name === '.' || name === 'source') && !readsSettings(command)) return undefined;
    if (isOwn && !isUnsetting(command)) telling ??= command;
  }
  return telling;
}

function readsSettings({ arguments: words }: ShellCommand): boolean {
  const file = words[0]?.value ?? '';
  return /(?:^|\/)(?:activate|setup\.(?:ba|z)?sh|\.\w*rc|\.\w*profile)$/.test(file) || !WORKING.test(file);
}

/** `export X=`: correctness/env-unset-ineffective tells of it. */
function isUnsetting({ name, arguments: words }: ShellCommand): boolean {
  return name === 'export' && words.length > 0 && words.every(({ value }) => /^\w+=$/.test(value));
}

/** WORKDIR or ENV in place of a RUN that does nothing else. */
function lasting(
  build: Build,
  script: ShellScript,
  { name, arguments: words, words: all, assignments }: ShellCommand,
): Fix | undefined {
  const { source } = build;
  const { instruction, commands, form } = script;
  if (commands.length !== 1 || form !== 'shell' || instruction.flags.length > 0 || instruction.inner.length > 0)
    return undefined;
  const put = (keyword: string, rest: string): Fix => ({
    title: `Use ${keyword}`,
    edits: [replace(instruction, `${likeOf(source.text, instruction, keyword)} ${rest}`)],
  });
  const [first] = words;
  if (name === 'cd') {
    if (words.length !== 1 || !/^[\w./@%+:-]+$/.test(first!.text) || first!.text === '-') return undefined;
    const directory = directoryForWorkdir(build, instruction, first!.text);
    return directory === undefined ? undefined : put('WORKDIR', directory);
  }
  const given: readonly ShellWord[] | undefined = name === 'export' ? words : undefined;
  if (given)
    return given.length > 0 && given.every(({ text }) => isPlainPair(text))
      ? put('ENV', given.map(({ text }) => text).join(' '))
      : undefined;
  if (all.length > 0 || assignments.length === 0) return undefined;
  const pairs = assignments.map(({ start, end }) => source.text.slice(start, end));
  return pairs.every(isPlainPair) ? put('ENV', pairs.join(' ')) : undefined;
}

/** Reads the same to the shell and to ENV. */
function isPlainPair(text: string): boolean {
  return /^[A-Za-z_]\w*=(?:[\w.,:/@%+=-]+|"[^"\\$`]*"|'[^'\\$`]*')$/.test(text);
}
