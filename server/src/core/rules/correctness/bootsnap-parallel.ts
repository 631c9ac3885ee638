import type { Build } from '../../model/build-types';
import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { addWord } from '../../model/shell/shell-edits';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const bootsnapParallel: Rule = {
  id: 'correctness/bootsnap-parallel',
  aliases: ['tally/ruby/bootsnap-precompile-without-j1'],
  severity: 'hint',
  summary: 'Have bootsnap compile with one process.',
  why: `An image that is built for another architecture than that of the machine runs under QEMU, and there the worker processes of bootsnap
    precompile hang now and then. With -j 1 it works without them; on the machine's own architecture it takes a moment longer. A
    stage that runs on the builder's own platform (FROM --platform=$BUILDPLATFORM) is left alone.`,
  fixable: { safety: 'safe' },
  about: { commands: ['bootsnap', 'bundle'] },
  examples: [
    {
      bad: dockerfile`
        FROM ruby:3.4
        COPY Gemfile Gemfile.lock ./
        RUN bundle install && bundle exec bootsnap precompile --gemfile
                                                   ^^^^^^^^^^ Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.
      `,
      good: dockerfile`
        FROM ruby:3.4
        COPY Gemfile Gemfile.lock ./
        RUN bundle install && bundle exec bootsnap precompile -j 1 --gemfile
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const named of [commandsNamed, onbuildCommandsNamed]) {
      for (const command of named(build, 'bundle', 'bootsnap')) {
        const words = command.arguments;
        const at = words.findIndex(({ value }) => value === 'precompile');
        const before = command.name === 'bundle' ? words[at - 1]?.value : 'bootsnap';
        const isBootsnap = at !== -1 && /(?:^|\/)bootsnap$/.test(before ?? '');
        if (
          !isBootsnap ||
          words.some(({ value }) => /^(?:-j|--jobs)/.test(value)) ||
          isNative(build, command.script.instruction.stage)
        )
          continue;
        const verb = words[at]!;
        found.push({
          at: verb,
          message: 'Under QEMU the processes that bootsnap starts hang now and then; with -j 1 it starts none.',
          fix() {
            const edits = command.script.form === 'exec' ? undefined : addWord(build.source, command, verb, '-j 1');
            return edits && { title: 'Add -j 1', edits: [edits] };
          },
        });
      }
    }
    return found;
  },
};

/** Whether a stage runs on the builder's own platform, whatever the image is for. */
function isNative({ stages }: Build, index: number): boolean {
  for (let stage = stages[index]; stage; stage = stage.parent) {
    const platform = stage.from.flags.find(({ name }) => name === 'platform')?.value?.value;
    if (platform !== undefined) return platform.includes('BUILDPLATFORM');
  }
  return false;
}
