import { wordReaders } from '../../knowledge/secrets/secret-readers';
import { type Edit, insert, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import { frontendMinor, readFrontend, requireFrontend } from '../frontend';
import { readRunLayout } from '../runs/run-layout';
import type { ShellScript, ShellWord } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';
import { mountAccess } from './mount-access';
import type { NoSecretMount } from './secret-mount';

/** How RUNs are handed a secret that they know as a variable. */
export interface Delivery {
  /** `variable`: the mount sets it; `file`: the mount brings a file, and the shell reads it. */
  readonly form: 'variable' | 'file';
  /** What the `# syntax` line needs. */
  readonly edits: readonly Edit[];
}

/** A secret as a mount names it. */
export interface Secret {
  readonly id: string;
  /** Whether a build without it has to fail: the value was there before whatever the build was given. */
  readonly required: boolean;
}

/** The frontend that brought `env=` to secret mounts: `docker/dockerfile` 1.10. */
const ENV_MOUNT_MINOR = 10;
/** The one that brought secret mounts. */
const MOUNT_MINOR = 2;

/**
 * How the scripts get a secret: as a variable where the frontend is known to set one, else as a file, which every BuildKit gives.
 * Scripts without a shell of their own can't read a file into a variable: for them the frontend is asked for.
 */
export function readDelivery(build: Build, scripts: readonly ShellScript[]): Delivery | NoSecretMount {
  if ((frontendMinor(build) ?? -1) >= ENV_MOUNT_MINOR) return { form: 'variable', edits: [] };
  const bound = scripts.some((script) => !canReadFile(build, script));
  const frontend = bound ? requireFrontend(build, ENV_MOUNT_MINOR) : requireMount(build);
  return 'because' in frontend ? frontend : { form: bound ? 'variable' : 'file', edits: frontend.edits };
}

/** What the file needs for a mount without `env=`: nothing, as a rule. */
export function requireMount(build: Build): { readonly edits: readonly Edit[] } | NoSecretMount {
  const frontend = readFrontend(build);
  if (frontend.kind === 'builtin') return { edits: [] };
  if (frontend.kind === 'other') {
    const { value } = build.directives.find(({ name }) => name === 'syntax')!;
    const isMirror = /\/dockerfile(?:-upstream)?(?::(?:1|1\.\d+(?:\.\d+)?|latest))?(?:-labs)?$/.test(value.trim());
    if (isMirror || build.scripts.some(({ instruction }) => instruction.mounts.length > 0)) return { edits: [] };
  }
  return requireFrontend(build, MOUNT_MINOR);
}

/** Whether a shell runs the script that may read a file first, without the value in the output of the build. */
function canReadFile(build: Build, { form, heredoc, instruction, span }: ShellScript): boolean {
  if (form === 'exec') return false;
  if (heredoc && build.source.text.startsWith('#!', span.start)) return true;
  const { words } = build.states[instruction.index]!.shell;
  return !words.slice(1).some((word) => /^-[a-wyz]*x|^xtrace$/.test(word));
}

/** The edits by which a RUN gets a secret under some names; never `inPlace` where other edits touch the words that read it. */
export function deliverSecret(
  build: Build,
  { form }: Delivery,
  script: ShellScript,
  secret: Secret,
  names: readonly string[],
  inPlace = true,
): Edit[] {
  const run = script.instruction;
  if (form === 'variable') {
    const missing = names.filter((name) => !run.mounts.some(({ type, env }) => type === 'secret' && env === name));
    const text = missing.map((name) => mountText(secret, `,env=${name}`)).join('');
    return text === '' ? [] : [insert(run.keywordSpan.end, text)];
  }
  const { edits, path } = mountFile(build, run, secret);
  const read = inPlace ? readInPlace(build, script, path, names) : undefined;
  return [...edits, ...(read ?? exportNames(build, script, path, names))];
}

/** The mount of a secret as a file, and the path of the file. A mount of the same secret that is there serves. */
export function mountFile(
  build: Build,
  run: RunInstruction,
  secret: Secret,
): { readonly edits: readonly Edit[]; readonly path: string } {
  const { id } = secret;
  const known = run.mounts.find((mount) => mount.type === 'secret' && mount.id === id && mount.env === undefined);
  if (known) return { edits: [], path: known.target ?? `/run/secrets/${id}` };
  const mount = mountText(secret, mountAccess(build, run, '0444'));
  return { edits: [insert(run.keywordSpan.end, mount)], path: `/run/secrets/${id}` };
}

/** A mount of a secret, with more options. */
export function mountText({ id, required }: Secret, options: string): string {
  return ` --mount=type=secret,id=${id}${options}${required ? ',required' : ''}`;
}

/** A RUN of one command that is given the value in one word, and does not look for the variable by itself. */
function readInPlace(
  build: Build,
  { commands, statements, form, span }: ShellScript,
  path: string,
  names: readonly string[],
): Edit[] | undefined {
  const [command] = commands;
  if (form !== 'shell' || commands.length !== 1 || statements.length !== 1 || names.length !== 1) return undefined;
  if (!command?.name || !wordReaders.has(command.name) || command.assignments.length > 0) return undefined;
  const [name] = names;
  const { text } = build.source;
  const targets = command.redirects.filter(({ operator }) => operator === '<<<').flatMap(({ target }) => target ?? []);
  const read = [...command.words, ...targets].filter(({ variables }) => variables.includes(name!));
  const [word] = read;
  if (read.length !== 1 || !word || word.text !== text.slice(word.start, word.end)) return undefined;
  const reference = new RegExp(`\\$(?:\\{${name}\\}|${name}(?!\\w))`, 'g');
  const found = [...word.text.matchAll(reference)];
  if (found.length !== 1 || text.slice(span.start, span.end).split(name!).length !== 2) return undefined;
  const start = word.start + found[0]!.index;
  const end = start + found[0]![0].length;
  const place = quotingAt(word, found[0]!.index);
  if (place === 'single') return undefined;
  const output = `$(cat ${path})`;
  const isWhole = start === word.start && end === word.end;
  return [replace({ start, end }, place === 'double' || isWhole ? output : `"${output}"`)];
}

/** The quotes that stand around an offset of a word as written. */
export function quotingAt({ text }: ShellWord, offset: number): 'none' | 'single' | 'double' {
  let quoting: 'none' | 'single' | 'double' = 'none';
  for (let at = 0; at < offset; at++) {
    const one = text[at];
    if (one === '\\' && quoting !== 'single') at++;
    else if (one === "'" && quoting !== 'double') quoting = quoting === 'single' ? 'none' : 'single';
    else if (one === '"' && quoting !== 'single') quoting = quoting === 'double' ? 'none' : 'double';
  }
  return quoting;
}

/** An `export` of the file's content in front of a script, in the script's own layout: what every command of it then finds. */
function exportNames(build: Build, script: ShellScript, path: string, names: readonly string[]): Edit[] {
  const { source, escape } = build;
  const { newline, text, lineStarts } = source;
  const command = `export ${names.map((name) => `${name}="$(cat ${path})"`).join(' ')}`;
  if (script.form === 'heredoc') {
    let { start } = script.span;
    if (text.startsWith('#!', start)) start = text.indexOf('\n', start) + 1;
    const indent = /^[ \t]*/.exec(text.slice(start))![0];
    return [insert(start, `${indent}${command}${newline}`)];
  }
  const [first, second] = script.statements;
  if (!first) return [];
  const runLine = lineAt(source, script.instruction.keywordSpan.start);
  const firstLine = lineAt(source, first.start);
  // `&&` binds closer than `&` and would take the export to the background as well.
  const operator =
    second?.before === ';' || /(?<![&>|<])&(?![&>])/.test(text.slice(first.start, script.span.end)) ? ';' : ' &&';
  if (firstLine > runLine) {
    const indent = text.slice(lineStarts[firstLine], first.start);
    if (indent.trim() === '') return [insert(first.start, `${command}${operator} ${escape}${newline}${indent}`)];
  }
  if (lineAt(source, script.instruction.body.end) === runLine) return [insert(first.start, `${command}${operator} `)];
  const { operators, indent } = readRunLayout(build, [script]);
  return operators === 'leading' && operator === ' &&'
    ? [insert(first.start, `${command} ${escape}${newline}${indent}&& `)]
    : [insert(first.start, `${command}${operator} ${escape}${newline}${indent}`)];
}
