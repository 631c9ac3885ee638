import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import { table } from '../../text/table';
import type { Finding, Rule } from '../rule';

/** What installs from files at hand: the flag by command, and the sub-commands that it counts for. */
const VENDORED: Readonly<Record<string, { readonly flags: RegExp; readonly verbs?: RegExp }>> = table({
  bundle: { flags: /^--local$/, verbs: /^install$/ },
  bundler: { flags: /^--local$/, verbs: /^install$/ },
  cargo: { flags: /^--(?:offline|frozen)$/, verbs: /^(?:b|build|install|fetch)$/ },
  go: { flags: /^--?mod=vendor$/, verbs: /^(?:build|install)$/ },
  npm: { flags: /^--offline$/, verbs: /^(?:ci|i|install)$/ },
  pip: { flags: /^--no-index$/, verbs: /^install$/ },
  pip3: { flags: /^--no-index$/, verbs: /^install$/ },
  pnpm: { flags: /^--offline$/, verbs: /^(?:i|install)$/ },
  uv: { flags: /^--offline$/, verbs: /^(?:sync|pip)$/ },
  yarn: { flags: /^--offline$/ },
});

const NAMES = Object.keys(VENDORED);

export const networkNoneInstall: Rule = {
  id: 'style/network-none-install',
  aliases: ['tally/ruby/prefer-network-none-install'],
  severity: 'off',
  strict: 'hint',
  about: { commands: NAMES },
  summary: 'Install without a network what is at hand.',
  why:
    'A RUN that installs from files at hand can be run with `--network=none`, which proves that nothing else comes in. Told is a RUN that ' +
    'does nothing else but work on files; it needs version 1.3 of the Dockerfile frontend or later.',
  fixable: { safety: 'unsafe', because: 'A step that does fetch something fails.' },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4
        COPY . /srv
        RUN cd /srv && bundle install --local
                       ^^^^^^^^^^^^^^^^^^^^^^ This needs no network: RUN --network=none would prove it.
      `,
      good: dockerfile`
        FROM ruby:3.4
        COPY . /srv
        RUN --network=none cd /srv && bundle install --local
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const command of commandsNamed(build, ...NAMES)) {
      const { script } = command;
      const { instruction } = script;
      if (!isVendored(command) || instruction.flags.some(({ name }) => name === 'network')) continue;
      const { commands } = script;
      if (script.broken || commands.find(isVendored) !== command) continue;
      if (!commands.every((other) => isVendored(other) || isLocal(other))) continue;
      const { body, flags, keywordSpan } = instruction;
      const last = flags.at(-1);
      found.push({
        at: command,
        message: 'This needs no network: RUN --network=none would prove it.',
        fix: {
          title: 'Run it without a network',
          edits: [insert(last ? last.end : Math.min(keywordSpan.end, body.start), ' --network=none')],
        },
      });
    }
    return found;
  },
};

function isVendored({ name, arguments: words }: ShellCommand): boolean {
  const row = name !== undefined && Object.hasOwn(VENDORED, name) ? VENDORED[name] : undefined;
  if (!row || !words.some(({ value }) => row.flags.test(value))) return false;
  const verb = words.find(({ value }) => !value.startsWith('-'))?.value;
  return verb === undefined ? row.verbs === undefined : (row.verbs?.test(verb) ?? verb === 'install');
}

/** Works on files and on nothing else; an assignment alone does not even that. */
function isLocal({ name, words }: ShellCommand): boolean {
  return name === undefined ? words.length === 0 : LOCAL.has(name);
}

const LOCAL = new Set(
  `[ cat cd chgrp chmod chown cp echo export find grep install ln ls mkdir mv printf pwd rm rmdir sed set sort strip tar test touch
  true umask unzip`.split(/\s+/),
);
