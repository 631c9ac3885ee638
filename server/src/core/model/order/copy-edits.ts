import { type Edit, remove } from '../../text/edit';
import type { Source } from '../../text/source';
import type { Build } from '../build-types';
import { type Block, blockAt, blockOf, blockText, removeBlock } from '../syntax/blocks';
import type { CopyInstruction, Instruction, RunInstruction, Word } from '../syntax/instruction';
import { type Copied, type CopiedItem, directoryAt } from './copied';
import { isCompanion, type Member, type Moved } from './passages';
import { placeText } from './places';

/** What takes a COPY, or some of its sources, out of its place, and the lines that mean the same in another. */
interface TakenOut {
  readonly edits: readonly Edit[];
  /** The lines that go altogether. */
  readonly block?: Block;
  readonly lines: string;
}

/** The edits that take instructions out, and their lines in order for a place beside `target`; undefined where one can't stand there. */
export function takeOut(
  build: Build,
  moved: readonly Moved[],
  target: Instruction,
): { readonly edits: readonly Edit[]; readonly lines: string } | undefined {
  const { source } = build;
  const taken = moved.map((one) => (isCompanion(one) ? takeRun(build, one.run) : takeCopy(build, one, target)));
  const edits: Edit[] = [];
  let lines = '';
  for (let at = 0; at < taken.length; at++) {
    const one = taken[at];
    if (!one) return undefined;
    edits.push(...one.edits);
    if (!one.block) {
      lines += one.lines;
      continue;
    }
    // Neighbours go as one, so that the blank lines around them are seen.
    let { end } = one.block;
    let text = one.lines;
    while (taken[at + 1]?.block?.start === end) {
      at++;
      end = taken[at]!.block!.end;
      text += taken[at]!.lines;
    }
    const block = blockAt(source, one.block.start, end);
    edits.push(removeBlock(source, block));
    lines += (block.alone ? source.newline : '') + text;
  }
  return { edits, lines };
}

function takeRun({ source }: Build, run: RunInstruction): TakenOut {
  const block = blockOf(source, run);
  return { edits: [], block, lines: blockText(source, block) };
}

function takeCopy(build: Build, { copied, items }: Member, target: Instruction): TakenOut | undefined {
  const { source } = build;
  const { instruction } = copied;
  if (instruction.heredocs.length > 0) return undefined;
  const destination = destinationAt(build, copied, target);
  if (destination === undefined) return undefined;
  if (items.length < instruction.sources.length) {
    const edits = removeSources(instruction, items);
    return edits && { edits, lines: copyLine(source, instruction, items, destination) };
  }
  const block = blockOf(source, instruction);
  const text = blockText(source, block);
  const { start, end } = instruction.destination!;
  const lines = text.slice(0, start - block.start) + destination + text.slice(end - block.start);
  return { edits: [], block, lines };
}

/** The destination as it must be written beside `target`: a relative one becomes absolute where the working directory differs. */
function destinationAt(build: Build, { instruction, directory }: Copied, target: Instruction): string | undefined {
  const word = instruction.destination!;
  const written = build.source.text.slice(word.start, word.end);
  const here = directoryAt(build, instruction.index);
  const there = directoryAt(build, target.index);
  if (/^[/$]/.test(word.value) || placeText(here) === placeText(there)) return written;
  if (directory.root !== '/' || word.references.length > 0) return undefined;
  const slash = /(?:^|\/)\.{0,2}$/.test(word.value) && directory.parts.length > 0 ? '/' : '';
  return quoteLike(build.source, word, placeText(directory) + slash);
}

/** A word in the quotes of the one that it takes the place of. */
function quoteLike({ text }: Source, word: Word, value: string): string {
  const quote = text[word.start];
  return quote === '"' || quote === "'" ? quote + value + quote : value;
}

/** Takes sources out of a COPY; undefined where a comment stands between them. */
function removeSources(copy: CopyInstruction, items: readonly CopiedItem[]): readonly Edit[] | undefined {
  const { words } = copy;
  const edits: Edit[] = [];
  for (const { word } of items) {
    const next = words[words.indexOf(word) + 1];
    if (!next || copy.inner.some(({ start }) => start > word.start && start < next.start)) return undefined;
    edits.push(remove({ start: word.start, end: next.start }));
  }
  return edits;
}

/** A COPY of its own for some sources of another one. */
function copyLine(source: Source, copy: CopyInstruction, items: readonly CopiedItem[], destination: string): string {
  const { text, newline } = source;
  const words = [...items.map(({ word }) => text.slice(word.start, word.end)), destination];
  return copyStart(source, copy) + (copy.json ? `[${words.join(', ')}]` : words.join(' ')) + newline;
}

/** Indentation, keyword and flags of a COPY, for another one like it. */
export function copyStart({ text, lineStarts }: Source, copy: CopyInstruction): string {
  const lineStart = lineStarts.findLast((start) => start <= copy.start)!;
  const indent = text.slice(lineStart, copy.start);
  const flags = copy.flags.map((flag) => `${text.slice(flag.start, flag.end)} `).join('');
  return `${indent}${text.slice(copy.keywordSpan.start, copy.keywordSpan.end)} ${flags}`;
}
