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

const known = mapPerBuild<Stage, ContainerStart>();

/** Reads CMD and ENTRYPOINT of a stage as Docker puts them together. */
export function readContainerStart(build: Build, stage: Stage): ContainerStart {
  const starts = known(build);
  const start = starts.get(stage) ?? readStart(build, stage);
  starts.set(stage, start);
  return start;
}

function readStart(build: Build, { instructions }: Stage): ContainerStart {
  const isOf =
    (keyword: OtherInstruction['keyword']) =>
    (one: Instruction): one is OtherInstruction =>
      one.keyword === keyword;
  const cmd = instructions.findLast(isOf('CMD'));
  const entrypoint = instructions.findLast(isOf('ENTRYPOINT'));
  const effective = [...(entrypoint ? [entrypoint] : []), ...(cmd && entrypoint?.json !== false ? [cmd] : [])];
  const words = effective.filter(({ json }) => json).flatMap((one) => one.words);
  const scripts = [
    ...(words.length > 0 ? [readAsRun(build, effective[0]!, { words, json: true })] : []),
    ...effective.filter(({ json }) => !json).map((one) => readAsRun(build, one, { json: false })),
  ];
  return {
    ...(cmd ? { cmd } : {}),
    ...(entrypoint ? { entrypoint } : {}),
    ...toStart(
      scripts,
      effective.some(({ json }) => !json),
    ),
  };
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
  changes: Partial<RunInstruction>,
): ShellScript {
  const drops = instruction.inner.map(({ start }) => {
    const line = lineAt(source, start);
    return { kind: 'comment' as const, start: source.lineStarts[line]!, end: nextLineStart(source, line) };
  });
  const run = {
    ...instruction,
    flags: [],
    mounts: [],
    heredocs: [],
    ...changes,
    keyword: 'RUN',
  } as unknown as RunInstruction;
  return readShell(run, { text: source.text, drops, dialect: states[instruction.index]!.shell.dialect });
}

function toStart(
  scripts: readonly ShellScript[],
  shellForm: boolean,
): Start & { readonly launchers: readonly string[] } {
  const launchers: string[] = [];
  const commands = scripts.flatMap((script) => script.commands);
  const outer = new Set(commands.map(({ quotedBy }) => quotedBy));
  const programs = commands.flatMap((command) => (outer.has(command) ? [] : toPrograms(command, launchers)));
  const shell =
    shellForm || outer.size > (outer.has(undefined) ? 1 : 0) || programs.some(({ name }) => SHELLS.has(nameOf(name)));
  return { programs, launchers, shell, ...(commands.some(isLogin) ? { login: true } : {}) };
}

/** Whether a command is a shell that reads its profile. */
export function isLogin({ name, arguments: words }: Pick<ShellCommand, 'name' | 'arguments'>): boolean {
  return SHELLS.has(nameOf(name ?? '')) && words.some(({ value }) => /^-[a-z]*l[a-z]*$|^--login$/.test(value));
}

function toPrograms({ nameWord, arguments: words, assignments }: ShellCommand, launchers: string[]): Program[] {
  if (!nameWord) return [];
  let values = [nameWord.value, ...words.map(({ value }) => value)];
  while (LAUNCHERS.has(nameOf(values[0]!))) {
    const launcher = nameOf(values[0]!);
    launchers.push(values[0]!);
    const end = values.indexOf('--');
    let at = end === -1 ? 1 : end + 1;
    if (end === -1) while (values[at]?.startsWith('-')) at++;
    values = values.slice(at + (TAKES_USER.has(launcher) ? 1 : 0));
    if (values.length === 0) return [];
  }
  const [name = '', ...rest] = values;
  const sets = assignments.map((one) => one.name);
  const program = { name, arguments: rest, ...(sets.length > 0 ? { sets } : {}) };
  // A script that is given a command ends, by custom, with `exec "$@"`.
  const behind = rest.indexOf('--') + 1;
  const given = /\.(?:sh|bash)$|entrypoint[^/]*$|^wait-for/.test(nameOf(name)) ? rest[behind] : undefined;
  if (given === undefined || given.startsWith('-')) return [program];
  return [
    { name, arguments: rest.slice(0, behind) },
    { name: given, arguments: rest.slice(behind + 1), by: name },
  ];
}
