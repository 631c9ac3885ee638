import { supplementaryGroups } from '../../model/stages/supplementary-groups';
import { expand } from '../../model/stages/variables';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { enumerate } from '../../text/enumerate';
import type { Finding, Rule } from '../rule';

export const userExplicitGroup: Rule = {
  id: 'security/user-explicit-group',
  aliases: ['tally/user-explicit-group-drops-supplementary-groups'],
  severity: 'warning',
  summary: 'Leave the group out of USER where the user is in others too.',
  why: `With USER name the process gets all groups that the user is in. With USER name:group it gets that one group and no other, so what the
    stage did by usermod -aG, useradd -G or adduser name group has no effect.`,
  fixable: {
    safety: 'unsafe',
    because: 'The process gets more groups, and the first one is the one that belongs to the user.',
  },
  about: { instructions: ['USER'], commands: ['addgroup', 'adduser', 'gpasswd', 'useradd', 'usermod'] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN useradd --create-home app && usermod -aG video app
        USER app:app
                ^^^^ With a group of its own here, the process loses the group video that app was put into.
      `,
      good: dockerfile`
        FROM debian:12
        RUN useradd --create-home app && usermod -aG video app
        USER app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      if (instruction.keyword !== 'USER') continue;
      const word = instruction.words[0];
      const stage = build.stages[instruction.stage];
      const colon = word?.value.indexOf(':') ?? -1;
      if (!word || !stage || colon === -1) continue;
      const [user = '', group = ''] = expand(word, build.states[instruction.index]!.scope).value.split(':');
      if (group === '') continue;
      const given = supplementaryGroups(build, stage, instruction.index, user);
      const lost = [...new Set(given)].filter((one) => one !== group && one !== '');
      if (lost.length === 0) continue;
      const at = word.text === word.value ? { start: word.start + colon, end: word.end } : word;
      found.push({
        at,
        message: `With a group of its own here, the process loses the group${lost.length > 1 ? 's' : ''} ${enumerate(lost)} that ${user} was put into.`,
        ...(at === word ? {} : { fix: { title: 'Leave the group out', edits: [remove(at)] } }),
      });
    }
    return found;
  },
};
