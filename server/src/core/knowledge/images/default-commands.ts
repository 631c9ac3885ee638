import { readBaseImage } from './base-images';

/** What official images start by themselves, where all their releases of the last ten years agree. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  httpd: ['httpd-foreground'],
  nginx: ['nginx', '-g', 'daemon off;'],
  node: ['node'],
  redis: ['redis-server'],
};

/** The CMD of a well-known image, by its reference. */
export function defaultCommand(reference: string): readonly string[] | undefined {
  const { repository, official } = readBaseImage(reference);
  return official && Object.hasOwn(COMMANDS, repository) ? COMMANDS[repository] : undefined;
}
