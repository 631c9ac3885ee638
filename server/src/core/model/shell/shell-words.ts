import type { Word as BashWord, Command, WordPart } from 'unbash';
import type { Span } from '../../text/span';
import type { ShellWord } from './shell-command';

/** Where an unbash node stands in the document. */
export function toSpan({ pos, end }: { readonly pos: number; readonly end: number }, base: number | Span): Span {
  return typeof base === 'number' ? { start: base + pos, end: base + end } : { start: base.start, end: base.end };
}

/** A node whose last word has the line continuation right behind it, `curl\`, ends where the word does. */
export function withoutContinuation<Node extends { readonly pos: number; readonly end: number }>(
  node: Node,
  written: string | undefined,
): Node {
  return written?.endsWith('\\\n') ? { ...node, end: node.end - 2 } : node;
}

const SPECIAL = /[\\'"$`{]/;

/** A word of unbash with its value as the contract of `ShellWord` has it. */
export function toShellWord(word: BashWord, base: number | Span): ShellWord {
  const written = word.text;
  if (!SPECIAL.test(written)) {
    const { start, end } = toSpan(word, base);
    return { start, end, text: written, value: written, literal: true, variables: [] };
  }
  const { start, end } = toSpan(withoutContinuation(word, written), base);
  const text = written.endsWith('\\\n') ? written.slice(0, -2) : written;
  const reading: WordReading = { value: '', literal: true, variables: [] };
  const parts = word.parts;
  if (parts) for (const part of parts) readPart(part, reading);
  else reading.value = word.value;
  return { start, end, text, value: reading.value, literal: reading.literal, variables: reading.variables };
}

/** An assignment that is an argument like any other, as in `export A=b`. */
export function assignmentWord(
  item: Extract<Command['suffix'][number], { type: 'Assignment' }>,
  base: number | Span,
): ShellWord {
  const { start, end } = toSpan(withoutContinuation(item, item.text), base);
  const text = item.text.endsWith('\\\n') ? item.text.slice(0, -2) : item.text;
  if (item.value.type !== 'Word') return { start, end, text, value: text, literal: false, variables: [] };
  const { value, literal, variables } = toShellWord(item.value, base);
  return { start, end, text, value: `${item.name}${item.append ? '+' : ''}=${value}`, literal, variables };
}

interface WordReading {
  value: string;
  literal: boolean;
  readonly variables: string[];
}

function readPart(part: WordPart, into: WordReading): void {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      into.value += part.value;
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      for (const child of part.parts) readPart(child, into);
      return;
    case 'SimpleExpansion':
      into.literal = false;
      into.variables.push(part.text.slice(1));
      into.value += `\${${part.text.slice(1)}}`;
      return;
    case 'ParameterExpansion':
      into.literal = false;
      into.variables.push(part.parameter);
      into.value += part.text;
      if (part.operation?.type === 'Default')
        for (const inner of part.operation.operand.parts ?? []) collectVariables(inner, into);
      return;
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      into.literal = false;
      into.value += '${…}';
      collectVariables(part, into);
      return;
    case 'BraceExpansion':
      into.literal = false;
      return;
    default:
      into.value += part.text;
  }
}

function collectVariables(part: WordPart, into: WordReading): void {
  const scratch: WordReading = { value: '', literal: true, variables: into.variables };
  if (part.type === 'ArithmeticExpansion' || part.type === 'CommandExpansion' || part.type === 'ProcessSubstitution') {
    for (const match of part.text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)) into.variables.push(match[1]!);
  } else readPart(part, scratch);
}
