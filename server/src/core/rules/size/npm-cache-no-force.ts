import { lookupVariable } from '../../model/caches/cache-places';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellCommand, ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import { withWord } from '../calls';
import type { Finding, Rule } from '../rule';

export const npmCacheNoForce: Rule = {
  id: 'size/npm-cache-no-force',
  aliases: ['npmCacheCleanUseForce'],
  severity: 'warning',
  summary: 'Give npm cache clean the flag --force.',
  why: `Since release 5 npm repairs its cache by itself and refuses to clean it without --force: the command fails, and the build with it,
    or nothing is cleaned where the failure is passed over. Cleaning a single entry, by its key, needs no flag.`,
  fixable: { safety: 'safe' },
  about: { commands: ['npm'] },
  examples: [
    {
      bad: dockerfile`
        FROM node:22-slim
        COPY package.json package-lock.json ./
        RUN npm ci && npm cache clean
                      ^^^^^^^^^^^^^^^ Without --force npm refuses to clean its cache, and the command fails.
      `,
      good: dockerfile`
        FROM node:22-slim
        COPY package.json package-lock.json ./
        RUN npm ci && npm cache clean --force
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const command of commandsNamed(build, 'npm')) {
      const verb = cleaningVerb(command);
      if (!verb) continue;
      const { script } = command;
      const isForced = ['npm_config_force', 'NPM_CONFIG_FORCE'].some((name) =>
        lookupVariable(build, { command, instruction: script.instruction }, name),
      );
      if (isForced) continue;
      found.push({
        at: command,
        message: 'Without --force npm refuses to clean its cache, and the command fails.',
        fix: () => withWord(build, command, verb, '--force'),
      });
    }
    return found;
  },
};

/** `clean` of a `npm cache clean` that names no key and has no flag. */
function cleaningVerb({ arguments: words }: ShellCommand): ShellWord | undefined {
  const [cache, verb, key] = words.filter(({ value }) => !value.startsWith('-'));
  if (cache?.value !== 'cache' || !/^(?:clean|clear|rm)$/.test(verb?.value ?? '') || key) return undefined;
  return words.some(({ value }) => /^(?:--force(?:=true)?|-[a-z]*f[a-z]*)$/.test(value)) ? undefined : verb;
}
