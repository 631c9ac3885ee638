import type { Build } from '../build-types';
import { expand } from '../stages/variables';
import type { Instruction, Word } from './instruction';

/** One port, or range of ports, of EXPOSE, as the builder takes it apart: `[[ip:]host:]container[/protocol]`. */
export interface PortSpec {
  /** Variables expanded. */
  readonly text: string;
  readonly word: Word;
  readonly ip: string;
  readonly host: string;
  readonly container: string;
  /** As written; empty where none is. */
  readonly protocol: string;
}

/** The ports of an EXPOSE; words with variables that the file does not tell are left out. */
export function portsOf({ states }: Build, { words, index }: Instruction): PortSpec[] {
  const ports: PortSpec[] = [];
  for (const word of words) {
    const { value, known } =
      word.references.length === 0 ? { value: word.value, known: true } : expand(word, states[index]!.scope);
    if (!known) continue;
    for (const text of value.split(/\s+/)) if (text !== '') ports.push(readPort(text, word));
  }
  return ports;
}

function readPort(text: string, word: Word): PortSpec {
  const parts = text.split(':');
  const last = parts.at(-1)!;
  const slash = last.indexOf('/');
  return {
    text,
    word,
    ip: parts.slice(0, -2).join(':'),
    host: parts.length > 1 ? parts.at(-2)! : '',
    container: slash === -1 ? last : last.slice(0, slash),
    protocol: slash === -1 ? '' : last.slice(slash + 1),
  };
}

/** Both ends of `80` or `80-90`; undefined when it is no range of numbers. */
export function readPortRange(text: string): readonly [number, number] | undefined {
  const match = /^\+?(\d+)(?:-\+?(\d+))?$/.exec(text);
  if (!match) return undefined;
  const start = Number(match[1]);
  return [start, match[2] === undefined ? start : Number(match[2])];
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/;

/** Whether a text is an address; one of version 6 is looked at roughly. */
export function isAddress(text: string): boolean {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return IPV4.test(bare) || (/^[0-9a-f:.]+$/i.test(bare) && bare.split(':').length > 2 && !bare.includes(':::'));
}
