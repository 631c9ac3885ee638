import { Keyword as KnownKeyword } from 'dockerfile-ast';
import type { Source } from '../../text/source';
import type { Span } from '../../text/span';
import type { Problem } from '../build-types';
import { readImageReference } from './image-reference';
import type {
  Comment,
  Directive,
  Flag,
  Heredoc,
  Instruction,
  Keyword,
  Mount,
  OtherInstruction,
  Pair,
  Word,
} from './instruction';
import { readMount } from './mount';
import { DROPPED, type Drop, type LogicalLine, scan } from './scan';
import { isBlank, readFlags, readJsonStrings, readWord, readWords, type Splitting } from './words';

/** The instructions of a file and what surrounds them. */
export interface Syntax {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
  /** By instruction index: what the builder drops inside it; the shell reader masks the same places. */
  readonly drops: readonly (readonly Drop[])[];
  /** The text with everything dropped overwritten, equally long. */
  readonly masked: string;
  readonly problems: readonly Problem[];
}

const OTHER = new Set<string>([
  'CMD',
  'ENTRYPOINT',
  'EXPOSE',
  'MAINTAINER',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] satisfies OtherInstruction['keyword'][]);

/** dockerfile-ast's list of keywords, one string for each: comparing the same string is faster than comparing equal ones, and rules do little else. */
const INTERNED = new Map(Object.values(KnownKeyword).map((name) => [String(name), String(name)]));

/** Instructions whose arguments may be a JSON array. */
const TAKES_JSON = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME']);

/** How an instruction's arguments are cut where that is not at blanks outside quotes. */
const SPLITTING = new Map<string, Splitting>([
  ...['FROM', 'COPY', 'ADD', 'EXPOSE', 'VOLUME'].map((name) => [name, 'blanks'] as const),
  ...['USER', 'WORKDIR', 'STOPSIGNAL', 'MAINTAINER'].map((name) => [name, 'whole'] as const),
]);

/** What is shared while the instructions of one file are read. */
interface Reading {
  readonly masked: string;
  readonly escape: string;
  readonly problems: Problem[];
}

/**
 * Reads a Dockerfile's instructions. Where they begin and end, what of them is dropped and which heredocs they have is decided by
 * `scan`, and the words by us; dockerfile-ast lists what is an instruction. Its parser would misread some of what stands behind, and
 * cut every RUN into words, at half the cost of the whole model.
 */
export function readSyntax(source: Source): Syntax {
  const { escape, directives, comments, lines, masked } = scan(source);
  const problems: Problem[] = [];
  const reading: Reading = { masked, escape, problems };

  const instructions: Instruction[] = [];
  let stage = -1;
  let nextComment = 0;
  for (const line of lines) {
    const leading: Comment[] = [];
    for (; nextComment < comments.length && comments[nextComment]!.start < line.end; nextComment++) {
      if (comments[nextComment]!.start < line.start) leading.push(comments[nextComment]!);
    }
    const keyword = readKeyword(masked, line);
    if (keyword.name === 'FROM') stage++;
    instructions.push(
      readInstruction(reading, keyword, { line, index: instructions.length, stage, onbuild: false, leading }),
    );
    noteProblems(problems, line, source);
  }
  return { escape, directives, comments, instructions, drops: lines.map(({ drops }) => drops), masked, problems };
}

/** A keyword in upper case and where it stands. */
interface KeywordAt extends Span {
  readonly name: string;
}

/** The first word of a logical line, which makes an instruction of it where dockerfile-ast has it on its list. */
function readKeyword(masked: string, line: LogicalLine): KeywordAt {
  const { start, end } = keywordSpan(masked, line);
  const written = masked.slice(start, end);
  const name = (written.includes(DROPPED) ? written.replaceAll(DROPPED, '') : written).toUpperCase();
  return { name: INTERNED.get(name) ?? name, start, end };
}

/** Where an instruction's keyword stands: the first word, which a continuation may break or push to the next line. */
function keywordSpan(masked: string, line: LogicalLine): Span {
  const start = skipBlanks(masked, line.start, line.ownEnd);
  let end = start;
  while (end < line.ownEnd && !isBlank(masked.charCodeAt(end))) end++;
  while (end > start && masked[end - 1] === DROPPED) end--;
  return { start, end };
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
  const name = INTERNED.get(keyword.name) ?? keyword.name;
  const { flags, rest } = readFlags(masked, keyword.end, line.ownEnd);
  const bodyStart = Math.min(rest, line.ownEnd);
  const body: Span = { start: bodyStart, end: line.ownEnd };

  const json = TAKES_JSON.has(name) ? readJsonWords(masked, body, escape) : undefined;
  // The words of a shell-form RUN are the shell's: `Build.scripts` has them.
  const words = json ?? (name === 'RUN' ? [] : readWords(masked, body, escape, SPLITTING.get(name)));
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
    case 'FROM': {
      const { image, imageWord, alias } = readFrom(words, body);
      made.image = image;
      made.imageWord = imageWord;
      made.alias = alias;
      break;
    }
    case 'RUN':
      made.mounts = flags.filter((flag) => flag.name === 'mount').map((flag) => readMount(flag, masked));
      break;
    case 'COPY':
    case 'ADD': {
      const paths = words.filter((word) => !line.heredocs.some(({ operator }) => operator.start === word.start));
      const last = words.at(-1);
      const destination = words.length > 1 && last && paths.includes(last) ? last : undefined;
      made.sources = paths.filter((word) => word !== destination);
      made.destination = destination;
      made.from = flags.find((flag) => flag.name === 'from')?.value;
      break;
    }
    case 'ARG':
      made.pairs = words.map((word) => readPair(masked, word, escape));
      break;
    case 'ENV':
    case 'LABEL': {
      // The old form is known by a first word without `=`; it is then cut at the first blank, quotes or not.
      const cut = words[0] && indexOfEquals(masked, words[0]) === -1 ? readWords(masked, body, escape, 'blanks') : [];
      const legacy = cut.length > 1;
      made.pairs = legacy
        ? [legacyPair(masked, cut, body, escape)]
        : words.map((word) => readPair(masked, word, escape));
      if (name === 'ENV') made.legacy = legacy;
      break;
    }
    case 'ONBUILD': {
      const first = words[0];
      if (!first) break;
      const inner: KeywordAt = { name: first.value.toUpperCase(), start: first.start, end: first.end };
      made.trigger = readInstruction(reading, inner, { line, index, stage, onbuild: true, leading: [] });
      made.heredocs = [];
      break;
    }
    case 'HEALTHCHECK':
      made.form = words[0]?.value.toUpperCase();
      break;
    default:
      if (!OTHER.has(name)) made.keyword = 'UNKNOWN';
  }
  return made as Instruction;
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
  const text = masked.slice(body.start, body.end).replaceAll(DROPPED, ' ');
  const strings = readJsonStrings(masked.slice(body.start, body.end).replaceAll(DROPPED, ''));
  if (!strings) return undefined;
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '"') continue;
    let close = at + 1;
    while (text[close] !== '"') close += text[close] === '\\' ? 2 : 1;
    spans.push({ start: body.start + at, end: body.start + close + 1 });
    at = close;
  }
  return strings.map((value, index) => {
    const span = spans[index]!;
    // Only the references matter here: JSON has resolved quotes and escapes already.
    const { references } = value.includes('$')
      ? readWord(masked, { start: span.start + 1, end: span.end - 1 }, escape)
      : { references: [] };
    return {
      start: span.start,
      end: span.end,
      text: masked.slice(span.start, span.end).replaceAll(DROPPED, ''),
      value,
      quoted: true,
      references,
    };
  });
}

function readFrom(
  words: readonly Word[],
  body: Span,
): { image: ReturnType<typeof readImageReference>; imageWord: Word; alias?: Word } {
  const imageWord = words[0] ?? {
    start: body.start,
    end: body.start,
    text: '',
    value: '',
    quoted: false,
    references: [],
  };
  const hasAlias = words.length >= 3 && words[1]!.value.toLowerCase() === 'as';
  return { image: readImageReference(imageWord), imageWord, ...(hasAlias ? { alias: words[2]! } : {}) };
}

function indexOfEquals(masked: string, word: Word): number {
  const at = masked.indexOf('=', word.start);
  return at === -1 || at >= word.end ? -1 : at;
}

function readPair(masked: string, word: Word, escape: string): Pair {
  const equals = indexOfEquals(masked, word);
  if (equals === -1) return { start: word.start, end: word.end, name: word };
  return {
    start: word.start,
    end: word.end,
    name: readWord(masked, { start: word.start, end: equals }, escape),
    value: readWord(masked, { start: equals + 1, end: word.end }, escape),
  };
}

/** `ENV NAME the rest of the line`: blanks belong to the value. */
function legacyPair(masked: string, words: readonly Word[], body: Span, escape: string): Pair {
  const name = words[0]!;
  const valueSpan = { start: words[1]!.start, end: body.end };
  return { start: name.start, end: body.end, name, value: readWord(masked, valueSpan, escape) };
}

function skipBlanks(masked: string, from: number, end: number): number {
  let at = from;
  while (at < end && (masked[at] === ' ' || masked[at] === '\t' || masked[at] === '\r' || masked[at] === DROPPED)) at++;
  return at;
}

export type { Heredoc, Keyword };
