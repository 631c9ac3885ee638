import type { Build } from '../../model/build-types';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { removeWords } from '../../model/shell/shell-edits';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import { enumerate } from '../../text/enumerate';
import type { Finding, Fix, Rule } from '../rule';

export const deprecatedBundlerFlags: Rule = {
  id: 'correctness/deprecated-bundler-flags',
  aliases: ['tally/ruby/deprecated-bundler-install-flags'],
  severity: 'info',
  summary: 'Tell Bundler by its configuration what to leave out and where to install.',
  why: `bundle install --without, --deployment and --path are deprecated, and gone from Bundler 4: they write a configuration that later commands
    heed, which nobody expects of a flag. bundle config set says the same in the open; BUNDLE_WITHOUT, BUNDLE_DEPLOYMENT and
    BUNDLE_PATH in ENV do so as well.`,
  fixable: { safety: 'unsafe', because: 'It needs Bundler 2.1 or later.' },
  about: { commands: ['bundle', 'bundler'] },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4
        COPY Gemfile Gemfile.lock ./
        RUN bundle install --without development test
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ Bundler 4 no longer knows --without; bundle config set says the same.
      `,
      good: dockerfile`
        FROM ruby:3.4
        COPY Gemfile Gemfile.lock ./
        RUN bundle config set --local without development:test && bundle install
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const named of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of named(build, 'bundle', 'bundler')) {
        const flags = readFlags(command);
        if (flags.length === 0) continue;
        const names = flags.map(({ name }) => `--${name}`);
        found.push({
          at: { start: flags[0]!.words[0]!.start, end: flags[0]!.words.at(-1)!.end },
          message: `Bundler 4 no longer knows ${enumerate(names)}; bundle config set says the same.`,
          fix: () => toConfig(build, command, flags),
        });
      }
    }
    return found;
  },
};

interface DeprecatedFlag {
  readonly name: 'deployment' | 'path' | 'without';
  readonly words: readonly ShellWord[];
  /** As Bundler's configuration takes it; undefined where it can't be told. */
  readonly value: string | undefined;
}

/** The flags of a `bundle install`, or of a bare `bundle`, which installs too. */
function readFlags({ arguments: words }: ShellCommand): DeprecatedFlag[] {
  const verb = words.find(({ value }) => !value.startsWith('-'))?.value;
  const isBare = words[0]?.value.startsWith('-') === true;
  if (!isBare && verb !== 'install' && verb !== 'i') return [];
  const flags: DeprecatedFlag[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, name, given] = /^--(without|deployment|path)(?:=(.*))?$/.exec(word.value) ?? [];
    if (name === 'deployment') flags.push({ name, words: [word], value: 'true' });
    if (name !== 'without' && name !== 'path') continue;
    const values = given === undefined ? [] : [given];
    const own = [word];
    // --without takes all words up to the next flag.
    while (
      given === undefined &&
      words[at + 1] &&
      !words[at + 1]!.value.startsWith('-') &&
      (name === 'without' || own.length === 1)
    ) {
      own.push(words[++at]!);
      values.push(words[at]!.value);
    }
    const value = name === 'path' ? values.join(' ') : values.flatMap((one) => one.split(/[\s:]+/)).join(':');
    flags.push({
      name,
      words: own,
      value: own.every(({ literal }) => literal) && /^[\w./:-]+$/.test(value) ? value : undefined,
    });
  }
  return flags;
}

function toConfig(build: Build, command: ShellCommand, flags: readonly DeprecatedFlag[]): Fix | undefined {
  const { script, quotedBy, nesting, words } = command;
  const statement = script.statements[command.statement];
  if (script.form !== 'shell' || quotedBy || nesting !== 'top' || statement?.before === '||' || statement?.background)
    return undefined;
  if (flags.some(({ value }) => value === undefined) || command.assignments.length > 0 || words[0]!.value !== 'bundle')
    return undefined;
  const removed = removeWords(
    build.source,
    command,
    flags.flatMap((flag) => flag.words),
  );
  if (!removed) return undefined;
  const configs = flags.map(({ name, value }) => `bundle config set --local ${name} ${value} && `);
  return { title: 'Use bundle config set', edits: [insert(command.start, configs.join('')), ...removed] };
}
