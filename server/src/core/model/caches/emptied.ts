import { BASE_DIRECTORY, placeText, readPlace, relate } from '../order/places';
import type { ShellCommand } from '../shell/shell-command';

/** Whether a command removes what is in an absolute directory, by its own name, that of one around it, or of something in it. */
export function empties({ name, arguments: words }: ShellCommand, directory: string): boolean {
  if (name !== 'rm' && name !== 'find') return false;
  if (name === 'find' && !words.some(({ value }) => value === '-delete' || value === '-exec')) return false;
  for (const { text } of words) if (liesIn(text, directory)) return true;
  const place = readPlace(directory, BASE_DIRECTORY);
  return words.some(({ value, text }) => {
    if (!/^["']?\//.test(text)) return false;
    const written = text.includes('{') && !text.includes('$') ? expandBraces(text) : [value];
    return written.some((path) => {
      const named = readPlace(path, BASE_DIRECTORY);
      const relation = relate(named, place);
      return relation !== 'apart' && relation !== 'unknown' && placeText(named) !== '/';
    });
  });
}

/** Whether a path, as most are written, is an absolute directory or lies in it. */
function liesIn(path: string, directory: string): boolean {
  if (!path.startsWith(directory) || !/^\/[^/]/.test(path) || path.includes('..')) return false;
  return path.length === directory.length || path[directory.length] === '/';
}

/** `/var/{cache,log}` as a shell reads it, one level deep. */
function expandBraces(text: string): string[] {
  const braces = /^([^{]*)\{([^{}]*)\}(.*)$/s.exec(text);
  if (!braces) return [text];
  const [, before = '', list = '', behind = ''] = braces;
  return list.split(',').flatMap((one) => expandBraces(behind).map((rest) => before + one + rest));
}
