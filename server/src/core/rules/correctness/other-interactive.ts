import type { Build } from '../../model/build-types';
import { commandsNamed, type NamedCommand, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { firstPositional, hasFlag, readPositionals } from '../../model/shell/plain-arguments';
import type { ShellWord } from '../../model/shell/shell-command';
import { removeWords } from '../../model/shell/shell-edits';
import { dockerfile } from '../../text/dockerfile';
import { table } from '../../text/table';
import { withWord } from '../calls';
import type { Finding, Fix, Rule } from '../rule';
import { isAnswered, mayHoldSwitch } from '../unattended';

/** What asks in a call, and how to keep it from asking. */
interface Question {
  /** The words that ask, up to this one. */
  readonly verb: ShellWord;
  readonly flag: string;
  /** Where the switch can't just be added. */
  readonly fix?: ((build: Build) => Fix | undefined) | 'none';
}

const NAMES = [
  'add-apt-repository',
  'apk',
  'apt',
  'apt-add-repository',
  'apt-get',
  'composer',
  'conda',
  'gpg',
  'gpg2',
  'mamba',
  'micromamba',
  'npm',
  'pacman',
] as const;

export const otherInteractive: Rule = {
  id: 'correctness/other-interactive',
  aliases: ['gpgUseBatchFlag'],
  severity: 'warning',
  about: { commands: NAMES },
  summary: 'Let no command of a build wait for an answer.',
  why: `Nobody answers in a build, so a command that asks gives up, or takes an answer of its own. This is about those for which hadolint
    has no rule: \`apk add -i\`, \`pacman -S\` without \`--noconfirm\`, apt-get upgrading or removing without \`-y\`, \`apt install\` and
    \`conda install\` without it, gpg working on keys without \`--batch\`, \`add-apt-repository\` and \`npm init\` without \`-y\`, composer
    without \`--no-interaction\`. Nothing is reported where \`yes\` answers through a pipe or where a variable may hold the switch.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get purge curl
            ^^^^^^^^^^^^^ This asks, and nobody answers in a build; -y keeps it from asking.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get purge -y curl
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const calls of [commandsNamed(build, ...NAMES), onbuildCommandsNamed(build, ...NAMES)]) {
      for (const call of calls) {
        const question = QUESTIONS[call.name]?.(call, build);
        if (!question || isAnswered(call) || mayHoldSwitch(call)) continue;
        const { verb, flag, fix } = question;
        found.push({
          at: { start: call.nameWord.start, end: Math.max(call.nameWord.end, verb.end) },
          message: `This asks, and nobody answers in a build; ${flag === '' ? 'without the switch it does not' : `${flag} keeps it from asking`}.`,
          fix: () => (fix === 'none' ? undefined : fix ? fix(build) : withWord(build, call, verb, flag)),
        });
      }
    }
    return found;
  },
};

type Asks = (call: NamedCommand, build: Build) => Question | undefined;

const QUESTIONS: Readonly<Record<string, Asks>> = table({
  'add-apt-repository': addRepository,
  'apt-add-repository': addRepository,
  apk(call) {
    const verb = verbOf(call, ['add']);
    const flag = call.arguments.find(({ value }) => value === '-i' || value === '--interactive');
    if (!verb || !flag) return undefined;
    const fix = (build: Build): Fix | undefined => {
      const edits = removeWords(build.source, call, [flag]);
      return edits && { title: `Delete ${flag.value}`, edits };
    };
    return { verb: flag, flag: '', fix };
  },
  apt: (call) =>
    aptQuestion(call, [
      'install',
      'upgrade',
      'full-upgrade',
      'dist-upgrade',
      'remove',
      'purge',
      'autoremove',
      'build-dep',
    ]),
  'apt-get': (call) =>
    aptQuestion(call, [
      'upgrade',
      'dist-upgrade',
      'full-upgrade',
      'remove',
      'purge',
      'autoremove',
      'autopurge',
      'build-dep',
    ]),
  composer(call, build) {
    const verb = verbOf(call, [
      'install',
      'i',
      'update',
      'u',
      'upgrade',
      'require',
      'r',
      'remove',
      'create-project',
      'init',
    ]);
    if (!verb || hasFlag(call, 'n', 'no-interaction')) return undefined;
    const { scope } = build.states[call.script.instruction.index]!;
    const isTold =
      scope.lookup('COMPOSER_NO_INTERACTION') ||
      call.script.commands.some(({ assignments }) =>
        assignments.some(({ name }) => name === 'COMPOSER_NO_INTERACTION'),
      );
    return isTold ? undefined : { verb, flag: '--no-interaction' };
  },
  conda: condaQuestion,
  mamba: condaQuestion,
  micromamba: condaQuestion,
  gpg: gpgQuestion,
  gpg2: gpgQuestion,
  npm(call) {
    const verb = verbOf(call, ['init']);
    if (!verb || hasFlag(call, 'y', 'yes', 'f', 'force')) return undefined;
    // With a package it runs that, which asks or does not.
    return readPositionals(call, ['w', 'workspace', 'scope', 'prefix']).length > 1 ? undefined : { verb, flag: '-y' };
  },
  pacman(call) {
    const verb = call.arguments.find(({ value }) => /^-[a-zA-Z]*S/.test(value) || value === '--sync');
    if (!verb || hasFlag(call, 'noconfirm', 'p', 'print')) return undefined;
    const letters = verb.value === '--sync' ? '' : verb.value;
    if (
      /[silgcqV]/.test(letters) ||
      hasFlag(call, 'search', 'info', 'list', 'groups', 'clean', 's', 'i', 'l', 'g', 'c')
    )
      return undefined;
    // Only fetching the lists asks nothing.
    const installs =
      readPositionals(call, ['r', 'root', 'b', 'dbpath', 'cachedir', 'config']).length > 0 ||
      hasFlag(call, 'u', 'sysupgrade');
    return installs ? { verb, flag: '--noconfirm' } : undefined;
  },
});

/** The sub-command, where it is one of those. */
function verbOf({ arguments: words }: NamedCommand, verbs: readonly string[]): ShellWord | undefined {
  return words.find(({ value, literal }) => literal && verbs.includes(value));
}

/** The same, where nothing stands in front of it that would be the sub-command. */
function subCommandOf(
  call: NamedCommand,
  verbs: readonly string[],
  valueFlags: readonly string[],
): ShellWord | undefined {
  const first = firstPositional(call, valueFlags);
  return first && verbs.includes(first.value) && verbOf(call, verbs) === first ? first : undefined;
}

const APT_VALUED = ['o', 'option', 't', 'target-release', 'c', 'config-file'];

function aptQuestion(call: NamedCommand, verbs: readonly string[]): Question | undefined {
  const verb = subCommandOf(call, verbs, APT_VALUED);
  if (!verb || hasFlag(call, 'y', 'yes', 'assume-yes', 'assume-no', 's', 'simulate', 'dry-run', 'qq')) return undefined;
  const quiet = call.arguments
    .map(({ value }) => (/^-[a-z]*q/.test(value) ? value.split('q').length - 1 : 0))
    .reduce((a, b) => a + b, 0);
  const isSet = call.arguments.some(({ value }) => /assume-yes/i.test(value) || /^-q=[2-9]$/.test(value));
  return quiet >= 2 || isSet ? undefined : { verb, flag: '-y' };
}

function condaQuestion(call: NamedCommand, build: Build): Question | undefined {
  const verbs = ['install', 'create', 'update', 'upgrade', 'remove', 'uninstall'];
  const verb = subCommandOf(call, verbs, ['n', 'name', 'p', 'prefix']);
  if (!verb || hasFlag(call, 'y', 'yes', 'dry-run', 'd', 'json')) return undefined;
  // A setting of conda says so once and for all.
  if (/always_yes|CONDA_ALWAYS_YES|MAMBA_ALWAYS_YES/.test(build.source.text)) return undefined;
  return { verb, flag: '-y' };
}

/** Works on keys without a question of its own, so that --batch changes nothing else. */
const PLAIN_KEY_COMMANDS = new Set([
  '--recv-keys',
  '--recv-key',
  '--recv',
  '--receive-keys',
  '--import',
  '--fetch-keys',
  '--refresh-keys',
]);
/** Asks by its nature: it wants another call. */
const ASKING_KEY_COMMANDS = new Set([
  '--gen-key',
  '--generate-key',
  '--full-gen-key',
  '--full-generate-key',
  '--edit-key',
  '--search-keys',
  '--delete-key',
  '--delete-keys',
  '--delete-secret-keys',
  '--sign-key',
  '--lsign-key',
]);

function gpgQuestion(call: NamedCommand): Question | undefined {
  const { arguments: words, nameWord } = call;
  if (words.some(({ value }) => value === '--batch' || value.startsWith('--command-f'))) return undefined;
  const verb = words.find(({ value }) => PLAIN_KEY_COMMANDS.has(value) || ASKING_KEY_COMMANDS.has(value));
  if (!verb) return undefined;
  if (ASKING_KEY_COMMANDS.has(verb.value)) return { verb, flag: '--batch', fix: 'none' };
  return { verb, flag: '--batch', fix: (build) => withWord(build, call, nameWord, '--batch') };
}

function addRepository(call: NamedCommand): Question | undefined {
  const { nameWord } = call;
  if (hasFlag(call, 'y', 'yes', 'assume-yes', 'l', 'L', 'list', 'h', 'help')) return undefined;
  return { verb: nameWord, flag: '-y' };
}
