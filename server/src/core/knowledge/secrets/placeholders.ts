/**
 * Text that stands where a credential would stand without being one. Two different questions: whether a value says "nothing
 * here" (`none`, `<token>`, `**None**`), and whether something shaped like a token is only an example of the shape.
 */

const absent = words(
  'none null nil undefined unset notset unused void na todo tbd fixme notused notneeded notrequired',
);
const toggles = words('true false yes no on off enabled disabled enable disable random generate generated auto prompt');
const vague = words(
  'default automatic value string placeholder required optional empty missing unknown hidden masked some',
);

const wrapped = /^(?:<[^>]*>|\[[^\]]*\]|\{\{.*\}\}|\*\*.*\*\*|%+\w+%+|@@?\w+@@?|__\w+__|#\{\w+\}#?|\$\(.*\)|`.*`)$/s;
const repeated = /^(?:x+|\*+|\.+|-+|_+|\?+|#+|!+)$/i;
const toFillIn = /^(?:your|insert)|^(?:replace|enter|put|fill|add|set|paste|provide|specify)[-_ ]|[-_ ]here$/i;
const samples = /EXAMPLE|PLACEHOLDER|REDACTED|CHANGE_?ME|DUMMY|SAMPLE|FAKE|YOUR[_-]|INSERT|X{6}|(.)\1{7}/i;
const sequences = ['0123456789', '1234567890', 'abcdefghij', '9876543210', 'abcabcabc', '123123123'];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Whether the value says that there is no value: empty, `none`, `false`, `<…>`, `**None**`, `xxx`, `{{ … }}`, `%VAR%`. */
export function isSentinel(value: string): boolean {
  const trimmed = value.trim();
  if (trimmed === '' || repeated.test(trimmed) || wrapped.test(trimmed)) return true;
  if (trimmed.length > 16) return false;
  const letters = trimmed.toLowerCase().replace(/[-_/ ]/g, '');
  return absent.has(letters) || toggles.has(letters);
}

/**
 * Whether the value is a word that no service would take for a token or key (`default`, `placeholder`), or tells a person to put
 * theirs (`your-api-key`, `REPLACE_ME`). Under a password such a word is a weak default and works.
 */
export function isFillIn(value: string): boolean {
  const trimmed = value.trim();
  return vague.has(trimmed.toLowerCase()) || toFillIn.test(trimmed);
}

/** Whether something in the format of a token is a made-up sample: the vendors' documented ones, `xxxx…`, `1234567890…`. */
export function isSample(token: string): boolean {
  if (samples.test(token)) return true;
  const lower = token.toLowerCase();
  return sequences.some((sequence) => lower.includes(sequence));
}

/** Shannon entropy in bits per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
