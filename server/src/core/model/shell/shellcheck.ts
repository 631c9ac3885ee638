import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { table } from '../../text/table';
import type { Build } from '../build-types';
import { readShellPragma } from '../syntax/ignore-comment';
import type { Instruction, RunInstruction } from '../syntax/instruction';
import type { ShellScript } from './shell-command';

/** What ShellCheck is asked about one RUN. */
export interface ShellcheckInput {
  /** `sh`, `bash`, `dash` or `ksh`. */
  readonly shell: string;
  /** A first line of its own with the variables that are set, then the script. */
  readonly text: string;
  /** The script alone, whose first character stands at `start` in the Dockerfile. */
  readonly script: string;
  readonly start: number;
  readonly instruction: RunInstruction;
}

/** A finding of ShellCheck, placed in the Dockerfile. */
export interface PlacedNote {
  readonly at: Span;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly edits?: readonly Edit[];
}

const PROXIES = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'FTP_PROXY',
  'ftp_proxy',
  'NO_PROXY',
  'no_proxy',
];
const SHELLS = new Set(['sh', 'bash', 'dash', 'ksh']);
/** Which of its dialects others speak. */
const KIN: Readonly<Record<string, string>> = table({ ash: 'dash', busybox: 'dash', mksh: 'ksh', ksh93: 'ksh' });

/** Every RUN whose script ShellCheck can read: not in exec form, not for PowerShell, cmd or an unknown shell, not for an interpreter. */
export function shellcheckInputs(build: Build): ShellcheckInput[] {
  const all = [...build.scripts, ...build.onbuildScripts].filter(({ form }) => form !== 'exec');
  if (all.length === 0) return [];
  const pragmas = pragmasByInstruction(build);
  return all.flatMap((script) => {
    const { instruction, text, span } = script;
    const shell = shellOf(build, script, pragmas.get(instruction.index));
    if (shell === undefined || text.trim() === '') return [];
    return [{ shell, text: `${prelude(build, instruction)}\n${text}\n`, script: text, start: span.start, instruction }];
  });
}

/** The one of ShellCheck's dialects that runs a script: by its own first line, a pragma of hadolint's, SHELL. */
function shellOf(build: Build, { instruction, text }: ShellScript, pragma: string | undefined): string | undefined {
  const shebang = /^\s*#!\s*(?:\/usr\/bin\/env\s+(?:-\S+\s+)*)?(\S+)/.exec(text)?.[1];
  const words = pragma === undefined ? shellWords(build, instruction) : [pragma];
  if (/pwsh|powershell|cmd/i.test(words.join(' '))) return undefined;
  return toDialect(shebang ?? words[0] ?? '');
}

/** Above the first FROM, where nothing is built, the last SHELL counts all the same: what is there may be a part of a file. */
function shellWords(build: Build, { index, stage }: RunInstruction): readonly string[] {
  const above = (one: Instruction) => one.index < index && one.keyword === 'SHELL' && one.json;
  const loose = stage === -1 ? build.instructions.findLast(above) : undefined;
  return loose ? loose.words.map(({ value }) => value) : build.states[index]!.shell.words;
}

function toDialect(program: string): string | undefined {
  const name = program
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.exe$/i, '');
  return SHELLS.has(name) ? name : KIN[name];
}

/**
 * The `# hadolint shell=` in force at each instruction, where no SHELL came after it. Above everything it is the default of all stages;
 * elsewhere it holds to the end of its stage, and in the stages that are built on that.
 */
function pragmasByInstruction(build: Build): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (!build.comments.some(({ text }) => readShellPragma(text) !== undefined)) return found;
  const atEnd = new Map<number, string | undefined>();
  let standard: string | undefined;
  let current: string | undefined;
  let started = false;
  for (const { index, keyword, leading, stage } of build.instructions) {
    for (const { text } of leading) {
      const named = readShellPragma(text);
      if (named === undefined) continue;
      current = named;
      if (!started) standard = named;
    }
    if (keyword === 'FROM') {
      atEnd.set(stage - 1, current);
      const parent = build.stages[stage]?.parent;
      current = parent ? atEnd.get(parent.index) : standard;
    }
    if (keyword === 'SHELL') current = undefined;
    if (keyword === 'FROM' || keyword === 'ARG' || keyword === 'ENV' || keyword === 'SHELL') started = true;
    if (current !== undefined) found.set(index, current);
  }
  return found;
}

/** What the builder sets is set: one line, so that all others keep their number but for one. */
function prelude(build: Build, run: RunInstruction): string {
  const names = new Set(PROXIES);
  for (const { name } of build.states[run.index]!.scope.all()) names.add(name);
  for (const one of build.instructions) {
    if (one.index >= run.index) break;
    if (one.stage !== run.stage) continue;
    const setter = run.onbuild && one.keyword === 'ONBUILD' ? one.trigger : one;
    if (setter?.keyword === 'ARG' || setter?.keyword === 'ENV')
      for (const { name } of setter.pairs) names.add(name.value);
  }
  const set = [...names].filter((name) => /^[A-Za-z_]\w*$/.test(name));
  return `export ${set.map((name) => `${name}=1`).join(' ')}`;
}

/** What the program prints, as far as it is what is expected; places are lines and columns in characters, from 1. */
interface Comment {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
  readonly level: string;
  readonly code: number;
  readonly message: string;
  readonly fix?: { readonly replacements?: readonly Replacement[] } | null;
}

interface Replacement {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
  readonly replacement: string;
}

const SEVERITIES: Readonly<Record<string, PlacedNote['severity']>> = table({
  error: 'error',
  warning: 'warning',
  info: 'info',
});

/** Reads what `shellcheck --format json1` prints about an input; what is of another form is passed over. */
export function readShellcheckOutput(
  output: string,
  input: Pick<ShellcheckInput, 'script' | 'start'>,
  build: Build,
): PlacedNote[] {
  let comments: unknown;
  try {
    ({ comments } = JSON.parse(output) as { comments?: unknown });
  } catch {
    return [];
  }
  if (!Array.isArray(comments)) return [];
  const offsetOf = toOffsets(input);
  return (comments as readonly Comment[]).flatMap((comment) => {
    const start = offsetOf(comment.line, comment.column);
    const end = offsetOf(comment.endLine, comment.endColumn);
    if (start === undefined || end === undefined || !Number.isInteger(comment.code)) return [];
    const edits = readEdits(comment, input, build, offsetOf);
    return [
      {
        at: { start, end: Math.max(start, end) },
        code: `SC${comment.code}`,
        severity: SEVERITIES[comment.level] ?? 'hint',
        message: toSentence(String(comment.message)),
        ...(edits ? { edits } : {}),
      },
    ];
  });
}

type OffsetOf = (line: number, column: number) => number | undefined;

/** The first line is ours, and columns count characters, of which some are two units of UTF-16. */
function toOffsets({ script, start }: Pick<ShellcheckInput, 'script' | 'start'>): OffsetOf {
  const lines = script.split('\n');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  return (line, column) => {
    const text = lines[line - 2];
    if (text === undefined) return undefined;
    const units = [...text].slice(0, Math.max(0, column - 1)).join('').length;
    return start + starts[line - 2]! + units;
  };
}

/** Its fix, where what it would change stands in the Dockerfile as it was shown. */
function readEdits(
  { fix }: Comment,
  { script, start: offset }: Pick<ShellcheckInput, 'script' | 'start'>,
  { source }: Build,
  offsetOf: OffsetOf,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const one of fix?.replacements ?? []) {
    const start = offsetOf(one.line, one.column);
    const end = offsetOf(one.endLine, one.endColumn);
    if (start === undefined || end === undefined || end < start || one.replacement.includes('\n')) return undefined;
    if (source.text.slice(start, end) !== script.slice(start - offset, end - offset)) return undefined;
    edits.push({ start, end, text: one.replacement });
  }
  return edits.length > 0 ? edits : undefined;
}

function toSentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return /[.?!]$/.test(line) ? line : `${line}.`;
}
