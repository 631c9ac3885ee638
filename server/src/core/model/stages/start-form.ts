import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import type { HealthcheckInstruction, Instruction, OtherInstruction } from '../syntax/instruction';
import { readAsRun, readStrings } from './container-start';

/** What says how something is started. */
export type StartInstruction = OtherInstruction | HealthcheckInstruction;

/** How a CMD, an ENTRYPOINT or the CMD of a HEALTHCHECK is written. */
export interface StartForm {
  readonly instruction: StartInstruction;
  /** What stands behind the keyword, or behind HEALTHCHECK's CMD; empty where nothing does. */
  readonly body: Span;
  /** The strings of exec form; undefined: shell form, which malformed JSON is as well. */
  readonly strings?: readonly string[];
}

/** Reads the form; undefined for other instructions, and for `HEALTHCHECK NONE`. */
export function readStartForm(build: Build, instruction: Instruction): StartForm | undefined {
  const { keyword } = instruction;
  if (keyword === 'CMD' || keyword === 'ENTRYPOINT') {
    const { json, body, words } = instruction;
    return { instruction, body, ...(json ? { strings: words.map(({ value }) => value) } : {}) };
  }
  if (keyword !== 'HEALTHCHECK' || instruction.form !== 'CMD') return undefined;
  const { end } = instruction.body;
  const body = { start: instruction.words[1]?.start ?? end, end };
  const strings = build.source.text[body.start] === '[' ? readStrings(build, body) : undefined;
  return { instruction, body, ...(strings ? { strings } : {}) };
}

/** A span to report a form at: what it starts, or the keyword where that stands on another line. */
export function placeOfForm({ source: { text } }: Build, { instruction, body }: StartForm): Span {
  const isBehind = body.start < body.end && !text.slice(instruction.start, body.start).includes('\n');
  return isBehind ? body : instruction.keywordSpan;
}

/** Commands of a shell that are no programs. */
const BUILTINS = new Set(
  `. : alias break cd continue eval export local read return set shift source times trap type ulimit umask
  unset wait`.split(/\s+/),
);

/** Shell form in exec form, as text. `shell`: with a shell, which is there to expand variables or to run more than one command. */
export function inExecForm(
  build: Build,
  form: StartForm,
): { readonly text: string; readonly shell: boolean } | undefined {
  const { instruction, body, strings } = form;
  const text = build.source.text.slice(body.start, body.end);
  if (strings || text.trim() === '' || /[\r\n]/.test(text) || text.startsWith('[')) return undefined;
  const script = readAsRun(build, instruction, { body, json: false });
  const { shell } = build.states[instruction.index]!;
  if (script.broken || shell.dialect !== 'posix') return undefined;
  const words = programWords(script.statements.length === 1 ? script.statements[0]! : undefined);
  if (words === 'other' || words.some(({ text: written, literal }) => !literal || mayExpand(written))) {
    const exec = words !== 'other' && script.commands[0]!.assignments.length === 0 && words[0]?.literal === true;
    const starts = exec ? `exec ${text.trim().replace(/^exec\s+/, '')}` : text.trim();
    return { text: toJson([...shell.words, starts]), shell: true };
  }
  return { text: toJson(words.map(({ value }) => value)), shell: false };
}

type Statement = ReturnType<typeof readAsRun>['statements'][number];

/** The words of a statement that does nothing but start a program. */
function programWords(statement: Statement | undefined): Statement['commands'][number]['words'] | 'other' {
  const command = statement?.commands[0];
  if (!statement || !command || statement.kind !== 'command' || statement.background || statement.commands.length > 1)
    return 'other';
  if (command.redirects.length > 0) return 'other';
  const words = command.words[0]?.value === 'exec' ? command.words.slice(1) : command.words;
  const [first] = words;
  if (!first || BUILTINS.has(first.value) || first.value.startsWith('-')) return 'other';
  return command.assignments.length > 0 ? 'other' : words;
}

/** Whether the shell may make something else of a word than its quotes and backslashes tell. */
function mayExpand(written: string): boolean {
  return /[*?[\]{}~!]/.test(written.replace(/'[^']*'|"[^"$`\\]*"/g, ''));
}

function toJson(strings: readonly string[]): string {
  return `[${strings.map((one) => JSON.stringify(one)).join(', ')}]`;
}
