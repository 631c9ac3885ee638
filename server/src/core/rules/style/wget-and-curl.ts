import type { Build } from '../../model/build-types';
import {
  commandsNamed,
  onbuildCommandsNamed,
  onbuildPlainCommandsNamed,
  plainCommandsNamed,
} from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import type { Call } from '../calls';
import type { Finding, Rule } from '../rule';

export const wgetAndCurl: Rule = {
  id: 'style/wget-and-curl',
  aliases: ['DL4001', 'DS014', 'AVD-DS-0014'],
  severity: 'hint',
  hadolint: 'warning',
  about: { commands: ['curl', 'wget'] },
  summary: 'Download with wget or with curl, not with both in one stage.',
  why: `Either one can do what the other does, and each has to be installed with what it needs. Each RUN of a stage is reported that
    downloads with either, from the one on with which the stage has used both; the RUNs before that are not. Installing the packages
    does not count as using them.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN wget -q https://example.com/a.tar
        RUN curl -fsSLO https://example.com/b.tar
            ^^^^ This stage downloads with wget and with curl; one of them is enough.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -fsSLO https://example.com/a.tar
        RUN curl -fsSLO https://example.com/b.tar
      `,
    },
  ],

  *check(build, { hadolint = false }) {
    const named = hadolint ? plainCommandsNamed : commandsNamed;
    yield* findMixed(build, named);
    yield* findMixed(build, hadolint ? onbuildPlainCommandsNamed : onbuildCommandsNamed);
  },
};

/** Of each RUN behind the first use of the second tool the first call, of that tool where it calls both. */
function* findMixed(build: Build, named: (build: Build, ...names: string[]) => readonly Call[]): Iterable<Finding> {
  if (named(build, 'wget').length === 0 || named(build, 'curl').length === 0) return;
  const calls = named(build, 'curl', 'wget');
  let first: Call | undefined;
  let mixed = false;
  for (const [index, call] of calls.entries()) {
    const { instruction } = call.script;
    // Triggers belong to another build, which has no stage of this one.
    if (!first || (!instruction.onbuild && first.script.instruction.stage !== instruction.stage)) {
      first = call;
      mixed = false;
    }
    if (index > 0 && calls[index - 1]!.script === call.script) continue;
    const own = calls.filter(({ script }) => script === call.script);
    const other = own.find(({ name }) => name !== first!.name);
    if (other) mixed = true;
    if (!mixed) continue;
    yield {
      at: (other ?? call).nameWord,
      message: `This stage downloads with ${first.name} and with ${first.name === 'curl' ? 'wget' : 'curl'}; one of them is enough.`,
    };
  }
}
