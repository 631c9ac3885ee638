import { table } from '../../text/table';
import type { Flag, Mount, MountOption } from './instruction';
import { readWord } from './words';

const MOUNT_ALIASES: Readonly<Record<string, 'source' | 'target' | 'from' | 'id' | 'env' | 'sharing'>> = table({
  source: 'source',
  src: 'source',
  target: 'target',
  dst: 'target',
  destination: 'target',
  from: 'from',
  id: 'id',
  env: 'env',
  sharing: 'sharing',
});

/** Reads the comma-separated options of a `--mount`; quotes are taken off before, so they keep no comma. */
export function readMount(flag: Flag, masked: string): Mount {
  const options: MountOption[] = [];
  const named: Partial<Record<'source' | 'target' | 'from' | 'id' | 'env' | 'sharing', string>> = {};
  let type = 'bind';
  const value = flag.value;
  for (let at = value?.start ?? 0; value && at < value.end; ) {
    let end = at;
    while (end < value.end && masked[end] !== ',') end++;
    const equals = masked.indexOf('=', at);
    const keyEnd = equals === -1 || equals >= end ? end : equals;
    const key = readWord(masked, { start: at, end: keyEnd }, '\\').value.toLowerCase().trim();
    const valueSpan = keyEnd < end ? { start: keyEnd + 1, end } : undefined;
    const text = valueSpan && readWord(masked, valueSpan, '\\').value;
    options.push({ start: at, end, key, value: text, valueSpan });
    if (key === 'type' && text !== undefined) type = text.toLowerCase();
    const known = MOUNT_ALIASES[key];
    if (known && text !== undefined) named[known] = text;
    at = end + 1;
    // A comma at the end has an empty option behind it.
    if (at === value.end) options.push({ start: end, end: at, key: '', value: undefined, valueSpan: undefined });
  }
  const { id, source, target, from, env, sharing } = named;
  return { flag, type, options, id, source, target, from, env, sharing };
}
