import { isFillIn, isSentinel } from '../../knowledge/secrets/placeholders';
import type { Build, Variable } from '../../model/build-types';
import { readSecretInputs } from '../../model/secrets/secret-inputs';
import type { ShellCommand } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Rule } from '../rule';

const keys = ['SECRET_KEY_BASE', 'RAILS_MASTER_KEY'] as const;
const dummy = 'SECRET_KEY_BASE_DUMMY';

export const railsDummyKey: Rule = {
  id: 'secrets/rails-dummy-key',
  severity: 'warning',
  about: { texts: ['precompile'] },
  summary: 'Precompile Rails assets with a dummy key.',
  why:
    'To precompile assets Rails starts the application, which asks for its secret key in production; nothing of the result depends ' +
    'on it. Since version 7.1 `SECRET_KEY_BASE_DUMMY=1` makes Rails invent one for the command, so that the real key need not ' +
    'enter the build.',
  fixable: {
    safety: 'unsafe',
    because:
      'Rails keeps the key that it makes up in tmp/local_secret.txt, and versions older than 7.1 ask for a real one.',
  },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.3
        RUN bundle exec rails assets:precompile
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Rails asks for its secret key here: SECRET_KEY_BASE_DUMMY=1 spares the real one.
      `,
      good: dockerfile`
        FROM ruby:3.3
        RUN SECRET_KEY_BASE_DUMMY=1 bundle exec rails assets:precompile
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const command of build.commands) {
      if (!isPrecompile(command) || !mayKnowDummy(build, command)) continue;
      const real = realKey(build, command);
      if (!real && isProvided(build, command)) continue;
      found.push({
        at: { start: command.words[0]!.start, end: command.end },
        message: real
          ? `Rails gets its real key from ${real.kind} ${real.name} to precompile assets: SECRET_KEY_BASE_DUMMY=1 spares it.`
          : 'Rails asks for its secret key here: SECRET_KEY_BASE_DUMMY=1 spares the real one.',
        anchor: command.script.instruction.start,
        fix: {
          title: `Set ${dummy}=1 for the command`,
          edits: [insert(command.assignments[0]?.start ?? command.words[0]!.start, `${dummy}=1 `)],
        },
      });
    }
    return found;
  },
};

function isPrecompile({ name, words }: ShellCommand): boolean {
  if (name !== 'rails' && name !== 'rake' && name !== 'bundle') return false;
  return words.some(({ value }) => value === 'assets:precompile');
}

/** Whether Rails may be new enough for the dummy, or a real key is at stake: older ones have no such variable. */
function mayKnowDummy(build: Build, command: ShellCommand): boolean {
  const { scope } = build.states[command.script.instruction.index]!;
  if (/^(?:development|test)$/.test(scope.lookup('RAILS_ENV')?.value ?? '')) return false;
  const version = railsVersion(build);
  if (version !== undefined) return version >= 7.1;
  const root = build.stages[command.script.instruction.stage]?.root ?? '';
  const [, major, minor] = /(?:^|\/)ruby:(\d+)\.(\d+)/.exec(root) ?? [];
  if (major === undefined) return realKey(build, command) !== undefined || /(?:^|\/)ruby(?::latest)?$/.test(root);
  return Number(major) >= 3 || (Number(minor) >= 7 && realKey(build, command) !== undefined);
}

/** As a number, `7.1`; undefined when no Gemfile.lock tells it. */
function railsVersion({ context }: Build): number | undefined {
  const [, version] = /^ {4}rails \((\d+\.\d+)/m.exec(context?.read('Gemfile.lock') ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
}

/** The ARG or ENV that brings a key which is none that somebody made up for the build. */
function realKey(build: Build, { script, assignments }: ShellCommand): Variable | undefined {
  const { scope } = build.states[script.instruction.index]!;
  const mounted = readSecretInputs(script.instruction)?.variables;
  for (const key of keys) {
    const assigned = assignments.find(({ name }) => name === key);
    const names = assigned ? assigned.value.variables : [key];
    for (const name of names) {
      const variable = scope.lookup(name);
      if (!variable || mounted?.has(name) || variable.kind === 'predefined') continue;
      if (variable.kind === 'ARG' && variable.value === undefined) return variable;
      if (variable.value !== undefined && !isMadeUp(variable.value)) return variable;
    }
  }
  return undefined;
}

function isMadeUp(value: string): boolean {
  return isSentinel(value) || isFillIn(value) || value.length < 20;
}

/** Whether the command has a key without a real one being spent on it, or has one from a secret mount. */
function isProvided(build: Build, { script, assignments }: ShellCommand): boolean {
  const { scope } = build.states[script.instruction.index]!;
  const names = [...keys, dummy];
  if (names.some((name) => scope.lookup(name) !== undefined || assignments.some((one) => one.name === name)))
    return true;
  if (script.commands.some(({ assignments: other }) => other.some(({ name }) => (names as string[]).includes(name))))
    return true;
  if (
    script.commands.some(
      ({ name, words }) =>
        name === 'export' && words.some(({ value }) => /^(?:SECRET_KEY_BASE|RAILS_MASTER_KEY)/.test(value)),
    )
  )
    return true;
  const inputs = readSecretInputs(script.instruction);
  return (
    inputs !== undefined &&
    (keys.some((key) => inputs.variables.has(key)) || inputs.files.some((file) => file.endsWith('.key')))
  );
}
