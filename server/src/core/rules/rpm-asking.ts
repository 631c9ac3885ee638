import { hasArgument, hasFlag } from '../model/shell/plain-arguments';
import type { Asking } from './unattended';

const VERBS = ['install', 'groupinstall', 'localinstall'] as const;

/** When yum, dnf and microdnf ask before they install: hadolint's reading is ours. */
export function rpmAsking(names: readonly string[]): Asking {
  return {
    names,
    asks: (call) => hasArgument(call, ...VERBS) && !hasFlag(call, 'y', 'assumeyes'),
    isSettled: ({ arguments: words }) =>
      words.some(({ value }) => /^(?:--assumeno|(?:--setopt=)?assumeyes=(?:1|true|yes))$/i.test(value)),
    verbs: VERBS,
    flag: '-y',
    message: ({ name }) => `${name} asks before it installs, and nobody answers in a build.`,
  };
}
