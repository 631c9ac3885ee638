import type { Build } from '../../model/build-types';
import { oncePerBuild } from '../../model/once-per-build';
import type { ShellWord } from '../../model/shell/shell-command';
import { imageName } from '../../model/stages/user';
import { dockerfile } from '../../text/dockerfile';
import { type Call, findCalls, withWord } from '../calls';
import { minorUnlessShipped } from '../per-run';
import type { Finding, Rule } from '../rule';

export const gemDocumentation: Rule = {
  id: 'size/gem-documentation',
  aliases: ['gemUpdateNoDocument'],
  severity: 'hint',
  summary: 'Install gems without their documentation.',
  why: `gem install and gem update write documentation for each gem, which takes time and room and which nobody reads in a container.
    --no-document leaves it away; so does a line in a gemrc file, which the official Ruby images bring, so that the finding is shown
    for them only where every rule is asked for.`,
  fixable: { safety: 'safe' },
  about: { commands: ['gem'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN gem install rake
                ^^^^^^^ RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.
      `,
      good: dockerfile`
        FROM debian:12
        RUN gem install --no-document rake
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const isFound = (call: Call) => verbOf(call) !== undefined && !isTold(call) && !isConfigured(build, call);
    for (const call of findCalls(build, { hadolint: false }, { names: ['gem'], isFound })) {
      const { instruction } = call.script;
      const verb = verbOf(call)!;
      const stage = build.stages[instruction.stage];
      const isQuiet = stage !== undefined && imageName(stage) === 'ruby';
      found.push({
        at: verb,
        message:
          'RubyGems writes documentation for what it installs unless --no-document, or a line of a gemrc file, says otherwise.',
        ...(isQuiet ? { minor: true } : minorUnlessShipped(build, settings, instruction)),
        fix: () => withWord(build, call, verb, '--no-document'),
      });
    }
    return found;
  },
};

function verbOf({ arguments: words }: Call): ShellWord | undefined {
  const verb = words.find(({ value }) => !value.startsWith('-'));
  return verb && /^(?:install|i|update|up)$/.test(verb.value) ? verb : undefined;
}

function isTold({ arguments: words }: Call): boolean {
  const end = words.findIndex(({ value }) => value === '--');
  const own = end === -1 ? words : words.slice(0, end);
  return own.some(({ value }) =>
    /^(?:--no-(?:document|doc|rdoc|ri)|--(?:document|rdoc|ri)(?:=.*)?|-N|-d)$/.test(value),
  );
}

/** Where a gemrc is first written or copied in each stage, by its index. */
const gemrcs = oncePerBuild((build): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  if (!build.source.text.includes('gemrc')) return found;
  const note = (stage: number, start: number) => {
    if (!(found.get(stage)! <= start)) found.set(stage, start);
  };
  for (const { redirects, words, start, script } of build.commands) {
    const isNamed =
      redirects.some(({ target }) => target?.value.endsWith('gemrc')) ||
      words.some(({ value }) => value.endsWith('gemrc'));
    if (isNamed) note(script.instruction.stage, start);
  }
  for (const one of build.instructions) {
    if ((one.keyword === 'COPY' || one.keyword === 'ADD') && one.words.some(({ value }) => value.endsWith('gemrc')))
      note(one.stage, one.start);
  }
  return found;
});

function isConfigured(build: Build, { script, start }: Call): boolean {
  const known = gemrcs(build);
  if (known.size === 0) return false;
  for (let stage = build.stages[script.instruction.stage]; stage; stage = stage.parent) {
    if (known.get(stage.index)! < start) return true;
  }
  return known.get(script.instruction.stage)! < start;
}
