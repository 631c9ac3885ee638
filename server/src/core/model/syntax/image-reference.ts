import type { Span } from '../../text/span';
import type { ImageReference, Word } from './instruction';

/**
 * Takes an image reference apart: `[registry/]name[:tag][@digest]`. A first segment is a registry when it has a dot or a
 * colon or is `localhost` (distribution's reference grammar). Variables stay as written and may stand for any part.
 */
export function readImageReference(word: Pick<Word, 'start' | 'end' | 'value'>): ImageReference {
  const text = word.value;
  const at = indexOutsideBraces(text, '@', 0);
  const nameAndTag = at === -1 ? text.length : at;
  const slash = indexOutsideBraces(text, '/', 0);
  const first = slash === -1 || slash >= nameAndTag ? '' : text.slice(0, slash);
  const registry = namesHost(first) ? first : undefined;
  const nameStart = registry === undefined ? 0 : slash + 1;
  const lastSlash = lastIndexOutsideBraces(text, '/', nameAndTag);
  const colon = indexOutsideBraces(text, ':', Math.max(nameStart, lastSlash + 1));
  const nameEnd = colon !== -1 && colon < nameAndTag ? colon : nameAndTag;
  const tagged = nameEnd < nameAndTag;
  return {
    start: word.start,
    end: word.end,
    text,
    registry,
    name: text.slice(nameStart, nameEnd),
    nameSpan: spanOf(word, nameStart, nameEnd),
    tag: tagged ? text.slice(nameEnd + 1, nameAndTag) : undefined,
    tagSpan: tagged ? spanOf(word, nameEnd + 1, nameAndTag) : undefined,
    digest: at === -1 ? undefined : text.slice(at + 1),
    digestSpan: at === -1 ? undefined : spanOf(word, at + 1, text.length),
  };
}

/** A part of a word. A quoted or escaped word has other offsets than its value: the parts then share the whole word's span. */
function spanOf(word: Pick<Word, 'start' | 'end' | 'value'>, start: number, end: number): Span {
  const exact = word.end - word.start === word.value.length;
  return exact ? { start: word.start + start, end: word.start + end } : { start: word.start, end: word.end };
}

function namesHost(segment: string): boolean {
  if (segment === 'localhost') return true;
  const plain = segment.includes('${') ? segment.replace(/\$\{[^}]*\}/g, '') : segment;
  return plain.includes('.') || plain.includes(':');
}

function indexOutsideBraces(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from);
  if (found === -1 || !text.includes('{')) return found;
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
