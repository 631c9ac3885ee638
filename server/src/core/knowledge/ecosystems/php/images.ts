import type { Project, RuntimeNeed } from '../../ecosystem';
import type { BaseImage } from '../../images/base-images';
import { PHP_TOOLS } from './extensions';

/** What the official images bring: what ships starts from the same one. */
export function phpNeed(
  { libc, distro, version, codename }: BaseImage,
  image: string,
): RuntimeNeed & { kind: 'image' } {
  const old =
    codename === undefined ? Number.parseInt(version ?? '8', 10) < 8 : !['bookworm', 'trixie'].includes(codename);
  return {
    kind: 'image',
    image,
    distro: libc === 'musl' ? 'alpine' : distro === 'debian' ? 'debian' : 'other',
    tools: [
      ...PHP_TOOLS,
      ...(libc === 'musl'
        ? ['curl', 'tar', 'xz', 'openssl']
        : ['curl', 'xz', 'make', 'gcc', 'g++', 'autoconf', 'file', 'perl', 'service']),
    ],
    users: libc === 'musl' ? ['www-data'] : [],
    extensible: libc === 'musl' || !old,
  };
}

/** Whether a server with workers of its own runs the program: Apache, PHP-FPM, or what starts them. */
export function handsOver({ user, start, scripts }: Project, words: readonly string[]): boolean {
  const servers = /\b(?:apache2?(?:ctl|-foreground)?|httpd|php-fpm[\d.]*|supervisord|nginx)\b/;
  if (user !== undefined && user !== 'root' && user !== '0') return false;
  return (
    start.programs.length === 0 ||
    words.some((word) => servers.test(word)) ||
    [...scripts.values()].some((text) => servers.test(text ?? ''))
  );
}
