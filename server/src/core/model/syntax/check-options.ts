import type { Span } from '../../text/span';

/** The value of a `# check=` directive or comment, taken apart. */
export interface CheckOptions {
  readonly skip: readonly string[];
  readonly experimental: readonly string[];
  readonly error: boolean;
}

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/**
 * `skip=A,B;error=true;experimental=all`; undefined when malformed: BuildKit refuses the file for a directive, and passes over a
 * comment. What stands behind the first space is for people.
 */
export function readCheckOptions(value: string): CheckOptions | undefined {
  let skip: readonly string[] = [];
  let experimental: readonly string[] = [];
  let error = false;
  for (const option of upToSpace(value).split(';')) {
    const equals = option.indexOf('=');
    if (equals === -1) return undefined;
    const key = option.slice(0, equals).trim();
    const text = option.slice(equals + 1).trim();
    const list = text.split(',').map((name) => name.trim());
    if (key === 'skip') skip = list;
    else if (key === 'experimental') experimental = list;
    else if (key !== 'error' || !(TRUE.has(text) || FALSE.has(text))) return undefined;
    else error = TRUE.has(text);
  }
  return { skip, experimental, error };
}

/** Where the names of the last `skip=` stand in a value. */
export function skippedNames(value: string): (Span & { readonly name: string })[] {
  let names: (Span & { readonly name: string })[] = [];
  let at = 0;
  for (const option of upToSpace(value).split(';')) {
    const match = /^\s*skip\s*=/.exec(option);
    if (match) names = listedNames(option.slice(match[0].length), at + match[0].length);
    at += option.length + 1;
  }
  return names;
}

/** The items of a list with commas, where `text` stands at an offset; blanks around them are no part of them. */
export function listedNames(text: string, offset = 0): (Span & { readonly name: string })[] {
  const found: (Span & { readonly name: string })[] = [];
  let at = offset;
  for (const item of text.split(',')) {
    const name = item.trim();
    const start = at + item.indexOf(name);
    if (name !== '') found.push({ name, start, end: start + name.length });
    at += item.length + 1;
  }
  return found;
}

function upToSpace(value: string): string {
  const space = value.indexOf(' ');
  return space === -1 ? value : value.slice(0, space);
}
