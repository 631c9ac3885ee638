import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { RunInstruction } from '../syntax/instruction';
import { scan } from '../syntax/scan';
import { findShellComment } from './shell-comment';

/** The shell text of a RUN in shell form as a script of its own: what the builder drops inside its lines is taken out. */
export interface ContinuedLines {
  /** With `\` and newline where the author goes on in another line; the lines keep their indentation. */
  readonly text: string;
  /** As the shell gets it: all of it in one line. */
  readonly joined: string;
  /** Comments (from their `#`) and blank lines that stood between the lines, by their place in `text`: always a line's start. */
  readonly asides: readonly Aside[];
  /** Where an offset of the document is in `text`. */
  toText(offset: number): number;
}

export interface Aside {
  readonly at: number;
  /** Empty for a blank line. */
  readonly text: string;
}

/** Reads the lines of a RUN; undefined where a comment of the shell takes continued lines with it. */
export function readContinuedLines({ source }: Build, { body }: RunInstruction): ContinuedLines | undefined {
  const line = scan(source).lines.find(({ start, end }) => start <= body.start && body.start <= end);
  const drops = line?.drops.filter(({ start }) => body.start <= start && start < body.end) ?? [];
  const last = drops.at(-1);
  if (last && findShellComment(source.text, { start: body.start, end: last.start }, drops) !== undefined)
    return undefined;

  const asides: Aside[] = [];
  const kept: { readonly from: Span; readonly to: number }[] = [];
  let text = '';
  let joined = '';
  let at = body.start;
  const keep = (end: number) => {
    kept.push({ from: { start: at, end }, to: text.length });
    text += source.text.slice(at, end);
    joined += source.text.slice(at, end);
  };
  for (const { kind, start, end } of drops) {
    keep(start);
    if (kind === 'continuation') text += '\\\n';
    else asides.push({ at: text.length, text: source.text.slice(start, end).trim() });
    at = end;
  }
  keep(body.end);
  const toText = (offset: number) => {
    const piece = kept.findLast(({ from }) => from.start <= offset)!;
    return piece.to + Math.min(offset, piece.from.end) - piece.from.start;
  };
  return { text, joined, asides, toText };
}
