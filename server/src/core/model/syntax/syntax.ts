import { Keyword as KnownKeyword } from 'dockerfile-ast';
import type { Source } from '../../text/source';
import type { Span } from '../../text/span';
import type { Problem } from '../build-types';
import { readImageReference } from './image-reference';
import type { Comment, Directive, Flag, Heredoc, Instruction, Keyword, Mount, Pair, Word } from './instruction';
import { readMount } from './mount';
import { DROPPED, type Drop, type LogicalLine, mask, scan } from './scan';
import {
  closingQuote,
  flagsEnd,
  isBlank,
  NO_REFERENCES,
  readFlags,
  readJsonStrings,
  readWord,
  readWords,
  type Splitting,
} from './words';

/** The instructions of a file and what surrounds them. */
export interface Syntax {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
  /** By instruction index: what the builder drops inside it; the shell reader masks the same places. */
  readonly drops: readonly (readonly Drop[])[];
  readonly problems: readonly Problem[];
}

/** Instructions whose arguments may be a JSON array. */
const TAKES_JSON = ['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME'];

/** How an instruction's arguments are cut where that is not at blanks outside quotes. */
const CUT_AT_BLANKS = ['FROM', 'COPY', 'ADD', 'EXPOSE', 'VOLUME'];
const NOT_CUT = ['USER', 'WORKDIR', 'STOPSIGNAL', 'MAINTAINER'];

/** How the arguments of a keyword are read. */
interface KeywordFacts {
  /** One string for each: comparing the same string is faster than comparing equal ones, and rules do little else. */
  readonly name: string;
  readonly takesJson: boolean;
  readonly splitting: Splitting;
}

/** dockerfile-ast's list of keywords. */
const KEYWORDS: ReadonlyMap<string, KeywordFacts> = new Map(
  Object.values(KnownKeyword).map((keyword) => {
    const name = String(keyword);
    const splitting = CUT_AT_BLANKS.includes(name) ? 'blanks' : NOT_CUT.includes(name) ? 'whole' : 'quotes';
    return [name, { name, takesJson: TAKES_JSON.includes(name), splitting }];
  }),
);
const UNKNOWN: KeywordFacts = { name: 'UNKNOWN', takesJson: false, splitting: 'quotes' };

const EQUALS = 61;
const DROPPED_CODE = DROPPED.charCodeAt(0);

/** What is shared while the instructions of one file are read. */
interface Reading {
  /** The text, or what the builder drops of it overwritten. */
  readonly masked: string;
  readonly escape: string;
}

/**
 * Reads a Dockerfile's instructions. Where they begin and end, what of them is dropped and which heredocs they have is decided by
 * `scan`, and the words by us; dockerfile-ast lists what is an instruction. Its parser would misread some of what stands behind, and
 * cut every RUN into words, at half the cost of the whole model.
 */
export function readSyntax(source: Source): Syntax {
  const { text } = source;
  const { escape, directives, comments, lines, masks } = scan(source);
  const problems: Problem[] = [];
  const asWritten: Reading = { masked: text, escape };
  let withDrops: Reading | undefined;

  const instructions: Instruction[] = [];
  const drops: (readonly Drop[])[] = [];
  let stage = -1;
  let nextComment = 0;
  for (const line of lines) {
    let leading = NO_COMMENTS as Comment[];
    for (; nextComment < comments.length && comments[nextComment]!.start < line.end; nextComment++) {
      if (comments[nextComment]!.start >= line.start) continue;
      if (leading === NO_COMMENTS) leading = [];
      leading.push(comments[nextComment]!);
    }
    let reading = asWritten;
    let keyword = readKeyword(text, line);
    if (!readsAsWritten(text, line, keyword)) {
      withDrops ??= { masked: mask(text, masks), escape };
      reading = withDrops;
      keyword = readKeyword(reading.masked, line);
    }
    if (keyword.facts.name === 'FROM') stage++;
    instructions.push(
      readInstruction(reading, keyword, { line, index: instructions.length, stage, onbuild: false, leading }),
    );
    drops.push(line.drops);
    if (line.unfinished || line.heredocs.length > 0) noteProblems(problems, line, source);
  }
  return { escape, directives, comments, instructions, drops, problems };
}

const NO_COMMENTS: readonly Comment[] = [];

/** A keyword and where it stands. */
interface KeywordAt extends Span {
  readonly facts: KeywordFacts;
}

/** The first word of a logical line, which makes an instruction of it where dockerfile-ast has it on its list. */
function readKeyword(masked: string, line: LogicalLine): KeywordAt {
  const { start, end } = keywordSpan(masked, line);
  const written = masked.slice(start, end);
  return { facts: factsOf(written.includes(DROPPED) ? written.replaceAll(DROPPED, '') : written), start, end };
}

function factsOf(written: string): KeywordFacts {
  return KEYWORDS.get(written) ?? KEYWORDS.get(written.toUpperCase()) ?? UNKNOWN;
}

/** Where an instruction's keyword stands: the first word, which a continuation may break or push to the next line. */
function keywordSpan(masked: string, line: LogicalLine): Span {
  const start = skipBlanks(masked, line.start, line.ownEnd);
  let end = start;
  while (end < line.ownEnd && !isBlank(masked.charCodeAt(end))) end++;
  while (end > start && masked[end - 1] === DROPPED) end--;
  return { start, end };
}

/** Whether nothing that is read of an instruction here is dropped: of most RUNs only the shell reads what stands behind the first line. */
function readsAsWritten(text: string, { drops, ownEnd }: LogicalLine, { facts, end }: KeywordAt): boolean {
  if (drops.length === 0) return true;
  const first = drops[0]!.start;
  if (facts.name !== 'RUN' || end >= first) return false;
  const rest = flagsEnd(text, end, ownEnd);
  return rest < first && text[rest] !== '[';
}

function noteProblems(problems: Problem[], line: LogicalLine, { text }: Source): void {
  for (const heredoc of line.heredocs) {
    if (!heredoc.terminator)
      problems.push({ ...heredoc.operator, message: `The heredoc ${heredoc.name} is never closed.` });
  }
  if (line.unfinished && line.drops.some(({ kind }) => kind === 'continuation') && line.ownEnd < text.length) {
    problems.push({ start: line.start, end: line.ownEnd, message: 'The file ends inside a continued instruction.' });
  }
}

interface Place {
  readonly line: LogicalLine;
  readonly index: number;
  readonly stage: number;
  readonly onbuild: boolean;
  readonly leading: readonly Comment[];
}

function readInstruction(reading: Reading, keyword: KeywordAt, place: Place): Instruction {
  const { masked, escape } = reading;
  const { line, index, stage, onbuild, leading } = place;
  const { name, takesJson, splitting } = keyword.facts;
  const { flags, rest } = readFlags(masked, keyword.end, line.ownEnd);
  const body: Span = { start: Math.min(rest, line.ownEnd), end: line.ownEnd };

  const json = takesJson ? readJsonWords(masked, body, escape) : undefined;
  // The words of a shell-form RUN are the shell's: `Build.scripts` has them.
  const words = json ?? (name === 'RUN' ? NO_WORDS : readWords(masked, body, escape, splitting));
  // All of one shape, whatever they are: each rule goes through them, and a field of objects of many shapes takes long to find.
  const made: Draft = {
    keyword: name,
    start: onbuild ? keyword.start : line.start,
    end: line.end,
    keywordSpan: { start: keyword.start, end: keyword.end },
    index,
    stage,
    onbuild,
    flags,
    body,
    words,
    json: json !== undefined,
    heredocs: line.heredocs,
    leading,
    inner: line.comments,
    image: undefined,
    imageWord: undefined,
    alias: undefined,
    mounts: undefined,
    sources: undefined,
    destination: undefined,
    from: undefined,
    pairs: undefined,
    legacy: undefined,
    trigger: undefined,
    form: undefined,
  };
  switch (name) {
    case 'FROM':
      made.imageWord = words[0] ?? emptyWord(body.start);
      made.image = readImageReference(made.imageWord);
      if (words.length >= 3 && words[1]!.value.toLowerCase() === 'as') made.alias = words[2]!;
      break;
    case 'RUN':
      made.mounts = readMounts(flags, masked);
      break;
    case 'COPY':
    case 'ADD': {
      const paths = line.heredocs.length === 0 ? words : words.filter((word) => !isHeredoc(word, line));
      const last = paths.at(-1);
      const destination = words.length > 1 && last === words.at(-1) ? last : undefined;
      made.sources = destination ? paths.slice(0, -1) : paths;
      made.destination = destination;
      made.from = flags.find((flag) => flag.name === 'from')?.value;
      break;
    }
    case 'ARG':
      made.pairs = readPairs(masked, words, escape);
      break;
    case 'ENV':
    case 'LABEL': {
      // The old form is known by a first word without `=`; it is then cut at the first blank, quotes or not.
      const cut =
        words[0] && indexOfEquals(masked, words[0]) === -1 ? readWords(masked, body, escape, 'blanks') : NO_WORDS;
      const legacy = cut.length > 1;
      made.pairs = legacy ? [legacyPair(masked, cut, body, escape)] : readPairs(masked, words, escape);
      if (name === 'ENV') made.legacy = legacy;
      break;
    }
    case 'ONBUILD': {
      const first = words[0];
      if (!first) break;
      const inner: KeywordAt = { facts: factsOf(first.value), start: first.start, end: first.end };
      made.trigger = readInstruction(reading, inner, { line, index, stage, onbuild: true, leading: NO_COMMENTS });
      made.heredocs = NO_HEREDOCS;
      break;
    }
    case 'HEALTHCHECK':
      made.form = words[0]?.value.toUpperCase();
      break;
  }
  return made as Instruction;
}

const NO_WORDS: readonly Word[] = [];
const NO_HEREDOCS: readonly Heredoc[] = [];
const NO_MOUNTS: readonly Mount[] = [];

function emptyWord(at: number): Word {
  return { start: at, end: at, text: '', value: '', quoted: false, references: NO_REFERENCES };
}

function isHeredoc(word: Word, line: LogicalLine): boolean {
  return line.heredocs.some(({ operator }) => operator.start === word.start);
}

function readMounts(flags: readonly Flag[], masked: string): readonly Mount[] {
  if (flags.length === 0) return NO_MOUNTS;
  return flags.filter((flag) => flag.name === 'mount').map((flag) => readMount(flag, masked));
}

/** An instruction with the fields of all kinds. */
interface Draft extends Span {
  keyword: string;
  readonly keywordSpan: Span;
  readonly index: number;
  readonly stage: number;
  readonly onbuild: boolean;
  readonly flags: readonly Flag[];
  readonly body: Span;
  readonly words: readonly Word[];
  readonly json: boolean;
  heredocs: readonly Heredoc[];
  readonly leading: readonly Comment[];
  readonly inner: readonly Comment[];
  image: ReturnType<typeof readImageReference> | undefined;
  imageWord: Word | undefined;
  alias: Word | undefined;
  mounts: readonly Mount[] | undefined;
  sources: readonly Word[] | undefined;
  destination: Word | undefined;
  from: Word | undefined;
  pairs: readonly Pair[] | undefined;
  legacy: boolean | undefined;
  trigger: Instruction | undefined;
  form: string | undefined;
}

/** The strings of an exec form as words whose spans are their string literals in the document. */
function readJsonWords(masked: string, body: Span, escape: string): Word[] | undefined {
  if (masked[body.start] !== '[') return undefined;
  const written = masked.slice(body.start, body.end);
  const dropped = written.includes(DROPPED);
  const strings = readJsonStrings(dropped ? written.replaceAll(DROPPED, '') : written);
  if (!strings) return undefined;
  const words: Word[] = [];
  let at = body.start;
  for (const value of strings) {
    const start = masked.indexOf('"', at);
    const close = start === -1 ? -1 : closingQuote(masked, start, body.end, '\\');
    // A continuation in the middle of an escape: what was escaped can't be told.
    if (close === -1) return undefined;
    const text = masked.slice(start, close + 1);
    // Only the references matter here: JSON has resolved quotes and escapes already.
    const references = value.includes('$')
      ? readWord(masked, { start: start + 1, end: close }, escape).references
      : NO_REFERENCES;
    words.push({
      start,
      end: close + 1,
      text: dropped ? text.replaceAll(DROPPED, '') : text,
      value,
      quoted: true,
      references,
    });
    at = close + 1;
  }
  return words;
}

function indexOfEquals(masked: string, { start, end }: Word): number {
  for (let at = start; at < end; at++) if (masked.charCodeAt(at) === EQUALS) return at;
  return -1;
}

function readPairs(masked: string, words: readonly Word[], escape: string): Pair[] {
  const pairs: Pair[] = [];
  for (const word of words) pairs.push(readPair(masked, word, escape));
  return pairs;
}

function readPair(masked: string, word: Word, escape: string): Pair {
  const { start, end } = word;
  const equals = indexOfEquals(masked, word);
  if (equals === -1) return { start, end, name: word, value: undefined };
  return {
    start,
    end,
    name: readWord(masked, { start, end: equals }, escape),
    value: readWord(masked, { start: equals + 1, end }, escape),
  };
}

/** `ENV NAME the rest of the line`: blanks belong to the value. */
function legacyPair(masked: string, words: readonly Word[], body: Span, escape: string): Pair {
  const name = words[0]!;
  const valueSpan = { start: words[1]!.start, end: body.end };
  return { start: name.start, end: body.end, name, value: readWord(masked, valueSpan, escape) };
}

function skipBlanks(masked: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = masked.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13 && code !== DROPPED_CODE) return at;
  }
  return Math.max(from, end);
}

export type { Heredoc, Keyword };
