import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const requireMount: Rule = {
  id: 'secrets/require-mount',
  severity: 'off',
  about: { setting: 'requiredSecrets' },
  summary: 'Mount the secret that a command needs, as configured.',
  why:
    'Some commands of a project always need a credential: an installation from a private registry, for example. With the setting ' +
    '`requiredSecrets`, a map from commands to ids of secrets, a RUN that uses such a command without the mount is reported.',
  fixable: { safety: 'safe' },
  examples: [
    {
      settings: { requiredSecrets: { bundle: 'bundle_config' } },
      bad: dockerfile`
        FROM ruby:3.4-slim
        RUN bundle install
            ^^^^^^ bundle needs the secret bundle_config, which this RUN does not mount.
      `,
      good: dockerfile`
        FROM ruby:3.4-slim
        RUN --mount=type=secret,id=bundle_config bundle install
      `,
    },
  ],

  check({ commands }, { requiredSecrets }) {
    const found: Finding[] = [];
    if (Object.keys(requiredSecrets).length === 0) return found;
    const seen = new Set<string>();
    for (const { name, nameWord, script } of commands) {
      const id = name !== undefined && Object.hasOwn(requiredSecrets, name) ? requiredSecrets[name] : undefined;
      const run = script.instruction;
      if (id === undefined || !nameWord || run.mounts.some((mount) => mount.type === 'secret' && mount.id === id))
        continue;
      const key = `${run.index} ${id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({
        at: nameWord,
        message: `${name} needs the secret ${id}, which this RUN does not mount.`,
        anchor: run.start,
        fix: {
          title: `Mount the secret ${id}`,
          edits: [insert(run.keywordSpan.end, ` --mount=type=secret,id=${id}`)],
          notes: [`Build with: docker build --secret id=${id},… …`],
        },
      });
    }
    return found;
  },
};
