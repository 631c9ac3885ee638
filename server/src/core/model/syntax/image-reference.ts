import type { ImageReference, Word } from './instruction';

/**
 * Takes an image reference apart: `[registry/]name[:tag][@digest]`. A first segment is a registry when it has a dot or a
 * colon or is `localhost` (distribution's reference grammar). Variables stay as written and may stand for any part.
 */
export function readImageReference(word: Pick<Word, 'start' | 'end' | 'value'>): ImageReference {
  const text = word.value;
  // A quoted or escaped word has other offsets than its value: the parts then share the whole word's span.
  const exact = word.end - word.start === text.length;
  const spanOf = (start: number, end: number) =>
    exact ? { start: word.start + start, end: word.start + end } : { start: word.start, end: word.end };

  const at = indexOutsideBraces(text, '@', 0);
  const nameAndTag = at === -1 ? text.length : at;
  const slash = indexOutsideBraces(text, '/', 0);
  const first = slash === -1 ? '' : text.slice(0, slash);
  const hasRegistry =
    slash !== -1 && slash < nameAndTag && (/[.:]/.test(first.replace(/\$\{[^}]*\}/g, '')) || first === 'localhost');
  const nameStart = hasRegistry ? slash + 1 : 0;
  const lastSlash = lastIndexOutsideBraces(text, '/', nameAndTag);
  const colon = indexOutsideBraces(text, ':', Math.max(nameStart, lastSlash + 1));
  const nameEnd = colon !== -1 && colon < nameAndTag ? colon : nameAndTag;
  return {
    start: word.start,
    end: word.end,
    text,
    ...(hasRegistry ? { registry: first } : {}),
    name: text.slice(nameStart, nameEnd),
    nameSpan: spanOf(nameStart, nameEnd),
    ...(nameEnd < nameAndTag
      ? { tag: text.slice(nameEnd + 1, nameAndTag), tagSpan: spanOf(nameEnd + 1, nameAndTag) }
      : {}),
    ...(at !== -1 ? { digest: text.slice(at + 1), digestSpan: spanOf(at + 1, text.length) } : {}),
  };
}

function indexOutsideBraces(text: string, char: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    else if (text[at] === char && depth <= 0) return at;
  }
  return -1;
}

function lastIndexOutsideBraces(text: string, char: string, before: number): number {
  let found = -1;
  for (
    let at = indexOutsideBraces(text, char, 0);
    at !== -1 && at < before;
    at = indexOutsideBraces(text, char, at + 1)
  )
    found = at;
  return found;
}

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST = `(?:(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?/)?`;
const PART = '[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*';
const DIGEST = '@(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})';
const REFERENCE = new RegExp(`^${HOST}${PART}(?:/${PART})*(?::\\w[\\w.-]{0,127})?(?:${DIGEST})?$`);
/** An image's identifier, which is no name. */
const IDENTIFIER = /^[0-9a-f]{64}$/;

/** Whether a text is an image's name as engines take it, without variables. */
export function isImageReference(text: string): boolean {
  return text.length <= 400 && REFERENCE.test(text) && !IDENTIFIER.test(text);
}
