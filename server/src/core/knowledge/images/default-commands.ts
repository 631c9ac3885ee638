import { table } from '../../text/table';
import { readBaseImage } from './base-images';

/** What official images start by themselves, where all their releases of the last ten years agree. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = table({
  httpd: ['httpd-foreground'],
  nginx: ['nginx', '-g', 'daemon off;'],
  node: ['node'],
  python: ['python3'],
  redis: ['redis-server'],
  ruby: ['irb'],
});

/** Whether a well-known image, by its reference, starts these words by itself. */
export function isDefaultCommand(reference: string, words: readonly string[]): boolean {
  const repository = Object.keys(COMMANDS).find((name) => isSame(COMMANDS[name]!, words));
  if (repository === undefined) return false;
  const image = readBaseImage(reference);
  if (!image.official || image.os !== 'linux' || image.repository !== repository) return false;
  return repository !== 'python' || !image.version?.startsWith('2');
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
