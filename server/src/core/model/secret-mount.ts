import { findReaders, type SecretReader } from '../knowledge/secret-readers';
import { type Edit, insert, remove, replace } from '../text/edit';
import { lineAt, nextLineStart } from '../text/source';
import type { Span } from '../text/span';
import type { Build } from './build-types';
import type { CommandCredential } from './command-credentials';
import { isShipped } from './exposure';
import { requireFrontend } from './frontend';
import { readIgnoreComment } from './ignore-comment';
import type { ArgInstruction, EnvInstruction, Instruction, Pair, Reference, RunInstruction } from './instruction';
import type { ShellCommand } from './shell-command';

/** A secret mount in the place of something that leaks, and what the person has to do beside it. */
export interface SecretMountRewrite {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

/** Why a secret mount can't take the place, as a fact with a full stop. */
export interface NoSecretMount {
  readonly because: string;
}

/** The rewrite, or nothing where it is refused: what a quick fix offers. */
export function unlessRefused(result: SecretMountRewrite | NoSecretMount): SecretMountRewrite | undefined {
  return 'because' in result ? undefined : result;
}

/** The frontend that brought `env=` to secret mounts: `docker/dockerfile` 1.10. */
const ENV_MOUNT_MINOR = 10;

interface Declaration {
  readonly instruction: ArgInstruction | EnvInstruction;
  readonly pair: Pair;
}

/**
 * Gives a variable that ARG or ENV declares to the RUNs that use it as a secret mount, and takes the declarations away: those of
 * its name, and of variables that only copy it.
 */
export function variableToSecretMount(build: Build, name: string): SecretMountRewrite | NoSecretMount {
  const group = readGroup(build, name);
  if ('because' in group) return group;
  const uses = readUses(build, group);
  if ('because' in uses) return uses;
  const kept = group.declarations.find(({ instruction }) => instruction.keyword === 'ENV');
  if (uses.runs.length === 0) {
    return {
      because: kept
        ? `No RUN uses ENV ${kept.pair.name.value}: it is there for the running container, which a build secret does not reach.`
        : `No RUN names ${name}, so it can't be told which step needs the secret.`,
    };
  }
  const frontend = requireFrontend(build, ENV_MOUNT_MINOR);
  if ('because' in frontend) return frontend;

  const id = secretId(name);
  const mounts = uses.runs.flatMap(({ run, names }) => {
    const missing = names.filter((one) => !run.mounts.some(({ type, env }) => type === 'secret' && env === one));
    const text = missing.map((one) => ` --mount=type=secret,id=${id},env=${one}`).join('');
    return text === '' ? [] : [insert(run.keywordSpan.end, text)];
  });
  const removals = removePairs(build, group.declarations);
  const notes = [`Build with: docker build --secret id=${id},env=${name} …`];
  if (group.declarations.some(({ instruction }) => instruction.keyword === 'ARG')) {
    notes.push(`--build-arg ${name} has no effect any more.`);
  }
  if (kept && isShipped(build, kept.instruction.stage)) {
    notes.push(
      `${kept.pair.name.value} is no longer set in containers; give it to those that need it when they start.`,
    );
  }
  return {
    title: `Convert ${name} to a secret mount`,
    edits: [...frontend.edits, ...removals, ...mounts],
    notes,
  };
}

/** What is converted together: a name's declarations, and those of names that only copy it. */
interface Group {
  readonly names: ReadonlySet<string>;
  readonly declarations: readonly Declaration[];
  /** Where the names of `declarations` start: what a scope's variable is recognised by. */
  readonly starts: ReadonlySet<number>;
}

function readGroup(build: Build, name: string): Group | NoSecretMount {
  const all = build.instructions.flatMap((instruction) =>
    instruction.keyword === 'ARG' || instruction.keyword === 'ENV'
      ? instruction.pairs.map((pair): Declaration => ({ instruction, pair }))
      : [],
  );
  const names = new Set([name]);
  for (let before = 0; before !== names.size; ) {
    before = names.size;
    const starts = startsOf(all, names);
    for (const { instruction, pair } of all) {
      const references = pair.value?.references ?? [];
      const reads = references.find((reference) => isOf(build, instruction, reference, starts));
      if (!reads || names.has(pair.name.value)) continue;
      if (reads.text !== pair.value!.value) {
        return {
          because: `${instruction.keyword} ${pair.name.value} is made of ${reads.name}, and would be without it.`,
        };
      }
      names.add(pair.name.value);
    }
  }
  const declarations = all.filter(({ pair }) => names.has(pair.name.value));
  if (declarations.length === 0) return { because: `Nothing in this file declares ${name}.` };
  return { names, declarations, starts: startsOf(all, names) };
}

function startsOf(all: readonly Declaration[], names: ReadonlySet<string>): Set<number> {
  return new Set(all.filter(({ pair }) => names.has(pair.name.value)).map(({ pair }) => pair.name.start));
}

function isOf(build: Build, { index }: Instruction, { name }: Reference, starts: ReadonlySet<number>): boolean {
  const nameWord = build.states[index]!.scope.lookup(name)?.nameWord;
  return nameWord !== undefined && starts.has(nameWord.start);
}

interface Use {
  readonly run: RunInstruction;
  /** The names that the RUN reads, in the order of the group. */
  readonly names: readonly string[];
}

function readUses(build: Build, group: Group): { readonly runs: readonly Use[] } | NoSecretMount {
  const runs: Use[] = [];
  const names = [...group.names];
  const readable = names.some((name) => findReaders(name).length > 0);
  for (const instruction of build.instructions) {
    const text = build.source.text.slice(instruction.start, instruction.end);
    if (!names.some((name) => text.includes(name)) && !readable) continue;
    const refusal = refuses(build, instruction, group);
    if (refusal !== undefined) return { because: refusal };
    if (instruction.keyword !== 'RUN') continue;
    const used = names.filter((name) => isUsed(build, instruction, name, group));
    if (used.length === 0) continue;
    const script = build.scripts.find((one) => one.instruction === instruction);
    if (script?.dialect !== 'posix') {
      return { because: `A RUN that uses ${used[0]} is not run by a POSIX shell; secret mounts need a Linux build.` };
    }
    runs.push({ run: instruction, names: used });
  }
  return { runs };
}

/** Why an instruction other than by a RUN's own text stands in the way. */
function refuses(build: Build, instruction: Instruction, group: Group): string | undefined {
  const { text } = build.source;
  if (instruction.keyword === 'ONBUILD') {
    const named = [...group.names].find((name) => mentions(text.slice(instruction.start, instruction.end), name));
    const declares =
      instruction.trigger?.keyword === 'ARG' || instruction.trigger?.keyword === 'ENV'
        ? instruction.trigger
        : undefined;
    const declared = declares?.pairs.find(({ name }) => group.names.has(name.value))?.name.value;
    const used = named ?? declared;
    return used && `ONBUILD uses ${used} in the builds of other images.`;
  }
  const references = [
    ...instruction.flags.flatMap(({ value }) => value?.references ?? []),
    ...(instruction.keyword === 'RUN' ? [] : referencesOf(instruction)),
  ];
  const reference = references.find((one) => isOf(build, instruction, one, group.starts));
  if (reference) {
    const place = instruction.keyword === 'RUN' ? 'A flag of RUN' : instruction.keyword;
    return `${place} uses ${reference.name}, and a secret mount serves the commands of RUN only.`;
  }
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const inBody = [...group.names].find((name) =>
      instruction.heredocs.some(({ expand, body }) => expand && mentions(text.slice(body.start, body.end), name)),
    );
    return inBody && `A here-document of ${instruction.keyword} uses ${inBody}, and a secret mount serves RUN only.`;
  }
  if (instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT' || instruction.keyword === 'HEALTHCHECK') {
    const atRunTime = group.declarations.find(
      ({ instruction: declaring, pair }) =>
        declaring.keyword === 'ENV' && mentions(text.slice(instruction.start, instruction.end), pair.name.value),
    );
    return (
      atRunTime &&
      `${instruction.keyword} uses ${atRunTime.pair.name.value} when the container runs, which a build secret does not reach.`
    );
  }
  return undefined;
}

function referencesOf(instruction: Instruction): readonly Reference[] {
  if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') return [];
  if (instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT' || instruction.keyword === 'HEALTHCHECK')
    return [];
  if (instruction.keyword === 'LABEL') return instruction.pairs.flatMap(({ value }) => value?.references ?? []);
  return instruction.words.flatMap(({ references }) => references);
}

function isUsed(build: Build, run: RunInstruction, name: string, { starts }: Group): boolean {
  const nameWord = build.states[run.index]!.scope.lookup(name)?.nameWord;
  if (!nameWord || !starts.has(nameWord.start)) return false;
  if (mentions(textWithoutComments(build, run), name)) return true;
  const readers = findReaders(name);
  if (readers.length === 0) return false;
  const commands = build.scripts.find(({ instruction }) => instruction === run)?.commands ?? [];
  return commands.some((command) => readers.some((reader) => isReadBy(command, reader)));
}

/** Whether a command is, or starts, a tool that reads the variable: `bundle exec rake …` counts for `rake`. */
function isReadBy({ words }: ShellCommand, { commands, verbs }: SecretReader): boolean {
  const at = words.findIndex(({ value }) => commands.has(value.split('/').at(-1)!));
  if (at === -1) return false;
  const positional = words.slice(at + 1).filter(({ value }) => !value.startsWith('-'));
  return verbs === undefined || positional.length === 0 || verbs.has(positional[0]!.value);
}

function textWithoutComments({ source, escape }: Build, run: RunInstruction): string {
  let text = source.text.slice(run.body.start, Math.max(run.end, run.heredocs.at(-1)?.end ?? 0));
  for (const comment of run.inner) text = text.replace(source.text.slice(comment.start, comment.end), '');
  // A name broken over a continuation is one name.
  return text.replaceAll(new RegExp(`${escape === '`' ? '`' : '\\\\'}[ \\t]*\\r?\\n`, 'g'), '');
}

/** Whether a text reads a variable: as the shell does, or as programs do that ask for it by name. */
function mentions(text: string, name: string): boolean {
  if (!text.includes(name)) return false;
  return new RegExp(
    `\\$\\{?[#!]?${name}(?!\\w)|\\benv\\.${name}(?!\\w)|\\bprintenv\\s+${name}(?!\\w)|["']${name}["']`,
  ).test(text);
}

function secretId(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
}

/** The edits that take declarations away: whole instructions with their lines, or pairs out of those that keep others. */
function removePairs(build: Build, declarations: readonly Declaration[]): Edit[] {
  const byInstruction = new Map<ArgInstruction | EnvInstruction, Set<Pair>>();
  for (const { instruction, pair } of declarations) {
    const pairs = byInstruction.get(instruction) ?? new Set();
    byInstruction.set(instruction, pairs.add(pair));
  }
  return [...byInstruction].flatMap(([instruction, gone]) => {
    if (gone.size === instruction.pairs.length) return [remove(instructionLines(build, instruction))];
    const edits: Edit[] = [];
    const { pairs } = instruction;
    const firstKept = pairs.findIndex((pair) => !gone.has(pair));
    if (firstKept > 0) edits.push(remove({ start: pairs[0]!.start, end: pairs[firstKept]!.start }));
    for (let at = firstKept + 1; at < pairs.length; at++) {
      if (gone.has(pairs[at]!)) edits.push(remove({ start: pairs[at - 1]!.end, end: pairs[at]!.end }));
    }
    return edits;
  });
}

/**
 * The lines of an instruction, with the ignore comments above it, which would come to count for the next one. Of the blank lines on
 * both sides, one stays.
 */
export function instructionLines({ source }: Build, { start, end, leading }: Instruction): Span {
  let first = lineAt(source, start);
  const last = lineAt(source, Math.max(start, end - 1));
  for (const comment of leading.toReversed()) {
    const line = lineAt(source, comment.start);
    const scope = readIgnoreComment(comment.text)?.scope;
    if (line !== first - 1 || scope !== 'instruction') break;
    first = line;
  }
  const from = source.lineStarts[first]!;
  let to = nextLineStart(source, last);
  const isBlank = (line: number) => {
    const lineStart = source.lineStarts[line];
    return lineStart !== undefined && source.text.slice(lineStart, nextLineStart(source, line)).trim() === '';
  };
  if ((first === 0 || isBlank(first - 1)) && last + 1 < source.lineStarts.length && isBlank(last + 1)) {
    to = nextLineStart(source, last + 1);
  }
  return { start: from, end: to };
}

/** Gives a RUN's command the credential that is written into it as a variable of a secret mount. */
export function literalToSecretMount(build: Build, credential: CommandCredential): SecretMountRewrite | NoSecretMount {
  const { command, form, receiver, start, end } = credential;
  const { script } = command;
  const run = script.instruction;
  if (script.form === 'exec')
    return { because: 'The exec form expands no variables, so it cannot read one of a secret mount.' };
  if (script.dialect !== 'posix') return { because: 'Secret mounts need a POSIX shell here.' };
  if (command.quotedBy) return { because: 'The command stands inside the quotes of another one.' };
  const frontend = requireFrontend(build, ENV_MOUNT_MINOR);
  if ('because' in frontend) return frontend;

  const assignment = command.assignments.find(({ value }) => value.start <= start && end <= value.end);
  const name = assignment && form === 'assignment' ? assignment.name : freeName(build, run, receiver);
  const edit =
    assignment && form === 'assignment'
      ? withoutAssignment(build, credential)
      : readingVariable(build, credential, name);
  if ('because' in edit) return edit;
  const id = secretId(name);
  return {
    title: `Read it from a secret mount as ${name}`,
    edits: [...frontend.edits, insert(run.keywordSpan.end, ` --mount=type=secret,id=${id},env=${name}`), edit],
    notes: [
      `Build with: docker build --secret id=${id},env=${name} …`,
      'What stood here is in the history of this file and of images built from it: replace it by a new one.',
    ],
  };
}

/** `PGPASSWORD=x psql` becomes `psql`; an assignment that stands alone stays, since later commands read it. */
function withoutAssignment({ source }: Build, { command, start, end }: CommandCredential): Edit | NoSecretMount {
  const assignment = command.assignments.find(({ value }) => value.start <= start && end <= value.end)!;
  if (!command.nameWord) return { because: 'The variable is set for the commands that follow.' };
  let to = assignment.end;
  while (source.text[to] === ' ' || source.text[to] === '\t') to++;
  return remove({ start: assignment.start, end: to });
}

function readingVariable(build: Build, { command, start, end }: CommandCredential, name: string): Edit | NoSecretMount {
  const words = [...command.words, ...command.redirects.flatMap(({ target }) => target ?? [])];
  const word = words.find((one) => one.start <= start && end <= one.end);
  const text = word && build.source.text.slice(word.start, word.end);
  if (!word || text !== word.text || (start === word.start && end === word.end && word.text !== word.value)) {
    return { because: 'The credential cannot be told from the quotes around it.' };
  }
  const before = text.slice(0, start - word.start);
  if (text.includes("'")) return { because: 'The credential stands in single quotes, where no variable is expanded.' };
  const quoted = (before.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;
  return replace({ start, end }, quoted ? `\${${name}}` : `"\${${name}}"`);
}

/** A variable's name for what a tool is given, taken by nothing in the file. */
function freeName(build: Build, run: RunInstruction, receiver: string): string {
  const stem = receiver
    .replace(/^-+|^an? /g, '')
    .replace(/\W+/g, '_')
    .toUpperCase()
    .replace(/^_|_$/g, '');
  const base = /TOKEN|PASSWORD|SECRET|KEY/.test(stem) ? stem : `${stem || 'RUN'}_SECRET`;
  const { scope } = build.states[run.index]!;
  const isTaken = (name: string) => scope.lookup(name) !== undefined || run.mounts.some(({ env }) => env === name);
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}_${number}`;
  return name;
}
