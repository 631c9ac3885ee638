import type { Project, Step } from '../../ecosystem';

const HOSTS = /^https?:\/\/(?:deb\.nodesource\.com|(?:dl|classic)\.yarnpkg\.com)\//;

/** Places of the package sources that bring Node.js and Yarn, and of their keys. */
export const NODE_REPOSITORIES = [
  '/etc/apt/sources.list.d/nodesource.list',
  '/etc/apt/sources.list.d/nodesource.sources',
  '/etc/apt/sources.list.d/yarn.list',
  '/etc/apt/keyrings/nodesource.gpg',
  '/etc/apt/keyrings/yarn.gpg',
  '/etc/apt/keyrings/yarnkey.gpg',
  '/usr/share/keyrings/nodesource.gpg',
  '/usr/share/keyrings/yarn.gpg',
  '/usr/share/keyrings/yarnkey.gpg',
  '/usr/share/keyrings/yarn-archive-keyring.gpg',
  '/etc/apt/preferences.d/nodejs',
];

/** Whether a command is fed a script or a key of these sources: `curl … | bash -`, `curl … | apt-key add -`. */
export function takesNodeRepository(step: Step, { steps }: Project): boolean {
  if (!/^(?:bash|sh|apt-key)$/.test(step.name)) return false;
  const before = steps[steps.indexOf(step) - 1];
  return (
    before !== undefined &&
    before.run === step.run &&
    isFetched(before) &&
    step.arguments.every((word) => /^(?:-|add|-[a-z]+)$/.test(word))
  );
}

function isFetched({ name, arguments: given }: Step): boolean {
  return (name === 'curl' || name === 'wget') && given.some((word) => HOSTS.test(word));
}

/** Whether Node.js comes from such a source rather than from the distribution. */
export function hasNodeRepository({ steps }: Project): boolean {
  return steps.some(isFetched);
}
