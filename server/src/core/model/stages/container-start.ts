import type { Program, Start } from '../../knowledge/ecosystem';
import { nameOf } from '../../knowledge/images/image-paths';
import { SHELLS } from '../../knowledge/shells';
import { lineAt, nextLineStart } from '../../text/source';
import type { Build, Stage } from '../build-types';
import { mapPerBuild } from '../once-per-build';
import { readShell } from '../shell/shell';
import type { ShellCommand, ShellScript } from '../shell/shell-command';
import type {
  HealthcheckInstruction,
  Instruction,
  OtherInstruction,
  RunInstruction,
  Word,
} from '../syntax/instruction';

/** What a stage's container runs, and the instructions that say so. */
export interface ContainerStart extends Start {
  readonly cmd?: OtherInstruction;
  readonly entrypoint?: OtherInstruction;
  /** Programs that do nothing but start another one: `tini`, `gosu`. */
  readonly launchers: readonly string[];
}

/** With what follows `--`, or stands behind their flags. */
const LAUNCHERS = new Set(['tini', 'dumb-init', 'catatonit', 'docker-init', 'su-exec', 'gosu']);
/** Launchers whose first operand is a user. */
const TAKES_USER = new Set(['su-exec', 'gosu']);

const startsOf = mapPerBuild<Stage, ContainerStart>();

/** Reads CMD and ENTRYPOINT of a stage as Docker puts them together. */
export function readContainerStart(build: Build, stage: Stage): ContainerStart {
  const starts = startsOf(build);
  const known = starts.get(stage);
  if (known) return known;
  const start = readStart(build, stage);
  starts.set(stage, start);
  return start;
}

/** The CMD and the ENTRYPOINT that count: a stage's last ones. */
export function startInstructions({ instructions }: Stage): Pick<ContainerStart, 'cmd' | 'entrypoint'> {
  let cmd: OtherInstruction | undefined;
  let entrypoint: OtherInstruction | undefined;
  for (let at = instructions.length - 1; at >= 0; at--) {
    const one = instructions[at]!;
    if (one.keyword === 'CMD') cmd ??= one;
    else if (one.keyword === 'ENTRYPOINT') entrypoint ??= one;
  }
  return { cmd, entrypoint };
}

function readStart(build: Build, stage: Stage): ContainerStart {
  const { cmd, entrypoint } = startInstructions(stage);
  const effective: OtherInstruction[] = [];
  if (entrypoint) effective.push(entrypoint);
  if (cmd && entrypoint?.json !== false) effective.push(cmd);
  const words: Word[] = [];
  for (const one of effective) if (one.json) words.push(...one.words);
  const scripts: ShellScript[] = [];
  if (words.length > 0) scripts.push(readAsRun(build, effective[0]!, { words, json: true }));
  let shellForm = false;
  for (const one of effective) {
    if (one.json) continue;
    shellForm = true;
    scripts.push(readAsRun(build, one, { json: false }));
  }
  const { programs, launchers, shell, login } = toStart(scripts, shellForm);
  return { cmd, entrypoint, programs, launchers, shell, login };
}

/** What a HEALTHCHECK calls; nothing for `NONE`. */
export function readHealthcheck(build: Build, check: HealthcheckInstruction): Start {
  const first = check.words[0];
  if (check.form !== 'CMD' || !first) return { programs: [], shell: false };
  const start = check.words[1]?.start ?? check.body.end;
  const body = { start, end: check.body.end };
  const strings = build.source.text[start] === '[' ? readStrings(build, body) : undefined;
  if (!strings) return toStart([readAsRun(build, check, { body, json: false })], true);
  const words = strings.map((value): Word => ({ ...body, text: value, value, quoted: true, references: [] }));
  return toStart([readAsRun(build, check, { body, words, json: true })], false);
}

/** The strings of a JSON array; undefined where the text is none. */
export function readStrings(
  { source: { text } }: Build,
  { start, end }: { start: number; end: number },
): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text.slice(start, end).replace(/[\\`]\r?\n/g, ''));
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
  } catch {
    // Not JSON: Docker takes it for shell text then.
    return undefined;
  }
}

/** An instruction read as the RUN that has its text. */
export function readAsRun(
  { source, states }: Build,
  instruction: Instruction,
  changes: Partial<Pick<RunInstruction, 'body' | 'words' | 'json'>>,
): ShellScript {
  const drops = instruction.inner.map(({ start }) => {
    const line = lineAt(source, start);
    return { kind: 'comment' as const, start: source.lineStarts[line]!, end: nextLineStart(source, line) };
  });
  const { start, end, keywordSpan, index, stage, onbuild, leading, inner } = instruction;
  const { body = instruction.body, words = instruction.words, json = instruction.json } = changes;
  const run: RunInstruction = {
    keyword: 'RUN',
    keywordSpan,
    start,
    end,
    index,
    stage,
    onbuild,
    flags: [],
    body,
    words,
    json,
    heredocs: [],
    leading,
    inner,
    mounts: [],
  };
  return readShell(run, { text: source.text, drops, dialect: states[instruction.index]!.shell.dialect });
}

function toStart(
  scripts: readonly ShellScript[],
  shellForm: boolean,
): Start & { readonly launchers: readonly string[] } {
  const launchers: string[] = [];
  const programs: Program[] = [];
  const outer: ShellCommand[] = [];
  for (const { commands } of scripts) {
    for (const { quotedBy } of commands) if (quotedBy) outer.push(quotedBy);
  }
  let login: true | undefined;
  for (const { commands } of scripts) {
    for (const command of commands) {
      if (!outer.includes(command)) readPrograms(command, programs, launchers);
      if (isLogin(command)) login = true;
    }
  }
  const shell = shellForm || outer.length > 0 || programs.some(({ name }) => SHELLS.has(nameOf(name)));
  return { programs, launchers, shell, login };
}

/** Whether a command is a shell that reads its profile. */
export function isLogin({ name, arguments: words }: Pick<ShellCommand, 'name' | 'arguments'>): boolean {
  return SHELLS.has(nameOf(name ?? '')) && words.some(({ value }) => /^-[a-z]*l[a-z]*$|^--login$/.test(value));
}

function readPrograms(
  { nameWord, arguments: words, assignments }: ShellCommand,
  programs: Program[],
  launchers: string[],
): void {
  if (!nameWord) return;
  let values = [nameWord.value];
  for (const { value } of words) values.push(value);
  while (LAUNCHERS.has(nameOf(values[0]!))) {
    const launcher = nameOf(values[0]!);
    launchers.push(values[0]!);
    const end = values.indexOf('--');
    let at = end === -1 ? 1 : end + 1;
    if (end === -1) while (values[at]?.startsWith('-')) at++;
    values = values.slice(at + (TAKES_USER.has(launcher) ? 1 : 0));
    if (values.length === 0) return;
  }
  const name = values[0]!;
  const rest = values.slice(1);
  // A script that is given a command ends, by custom, with `exec "$@"`.
  const behind = rest.indexOf('--') + 1;
  const given = /\.(?:sh|bash)$|entrypoint[^/]*$|^wait-for/.test(nameOf(name)) ? rest[behind] : undefined;
  if (given === undefined || given.startsWith('-')) {
    const sets = assignments.length > 0 ? assignments.map((one) => one.name) : undefined;
    programs.push({ name, arguments: rest, by: undefined, sets });
    return;
  }
  programs.push({ name, arguments: rest.slice(0, behind), by: undefined, sets: undefined });
  programs.push({ name: given, arguments: rest.slice(behind + 1), by: name, sets: undefined });
}
