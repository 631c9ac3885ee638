import { bundledName } from '../knowledge/secret-names';
import { findReaders, npmReader, type SecretReader } from '../knowledge/secret-readers';
import { type Edit, insert, remove } from '../text/edit';
import type { Build } from './build-types';
import { isShipped } from './exposure';
import { requireFrontend } from './frontend';
import type { ArgInstruction, EnvInstruction, Instruction, Pair, Reference, RunInstruction } from './instruction';
import { instructionLines } from './instruction-lines';
import { findKeptSecrets, notesOnSecrets, whyKept } from './kept-secrets';
import { type NpmReference, npmReferences } from './npm-reference';
import { Runs } from './runs';
import { ENV_MOUNT_MINOR, type NoSecretMount, type SecretMountRewrite, secretId } from './secret-mount';
import type { ShellCommand, ShellScript, ShellWord } from './shell-command';

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
  const lasting = group.declarations.find(({ instruction }) => instruction.keyword === 'ENV');
  if (uses.runs.length === 0) {
    return {
      because: lasting
        ? `No RUN uses ENV ${lasting.pair.name.value}: it is there for the running container, which a build secret does not reach.`
        : `No RUN names ${name}, so it can't be told which step needs the secret.`,
    };
  }
  const frontend = requireFrontend(build, ENV_MOUNT_MINOR);
  if ('because' in frontend) return frontend;

  const kept = readKept(build, uses.runs);
  if ('because' in kept) return kept;
  const { rewritten } = kept;
  const runs = rewritten.length === 0 ? uses.runs : usesOfNpm(build, group, uses.runs, rewritten);
  if (runs.length === 0) return { because: `No RUN is known to read ${name} from the settings of npm.` };

  const id = secretId(name);
  const mounts = runs.flatMap(({ run, names }) => {
    const missing = names.filter((one) => !run.mounts.some(({ type, env }) => type === 'secret' && env === one));
    const text = missing.map((one) => ` --mount=type=secret,id=${id},env=${one}`).join('');
    return text === '' ? [] : [insert(run.keywordSpan.end, text)];
  });
  const removals = removePairs(build, group.declarations);
  const notes = [`Build with: docker build --secret id=${id},env=${name} …`];
  if (group.declarations.some(({ instruction }) => instruction.keyword === 'ARG')) {
    notes.push(`--build-arg ${name} has no effect any more.`);
  }
  if (lasting && isShipped(build, lasting.instruction.stage)) {
    notes.push(
      `${lasting.pair.name.value} is no longer set in containers; give it to those that need it when they start.`,
    );
  }
  notes.push(...kept.notes);
  if (rewritten.length > 0) {
    notes.push(
      `The settings of npm hold the name ${name} now: each npm command that needs the registry needs the mount.`,
    );
  }
  return {
    title: `Convert ${name} to a secret mount`,
    edits: [...frontend.edits, ...removals, ...mounts, ...rewritten.map(({ edit }) => edit)],
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

/**
 * Where the value would stay in a file although a mount brings it: npm is given the variable's name to write instead; any other
 * tool is a reason to refuse.
 */
function readKept(
  build: Build,
  uses: readonly Use[],
): { readonly rewritten: readonly NpmReference[]; readonly notes: readonly string[] } | NoSecretMount {
  const runs = new Runs(build);
  const rewritten: NpmReference[] = [];
  const notes = new Set<string>();
  for (const { run, names } of uses) {
    for (const script of build.scripts) {
      if (script.instruction !== run) continue;
      if (script.broken) return { because: `A RUN that uses ${names[0]} cannot be understood.` };
      const bundled = names.find((name) => bundledName.test(name)) ?? bundledCopy(script, names);
      if (bundled) return { because: `A bundler writes ${bundled} into what it builds, where everybody can read it.` };
      const reads = { files: [], variables: new Set(names) };
      for (const note of notesOnSecrets(build, runs, script, reads)) notes.add(note);
      for (const kept of findKeptSecrets(build, runs, script, reads)) {
        const references = npmReferences(build, kept, names);
        if (!references) return { because: whyKept(kept, names[0]!) };
        rewritten.push(...references);
      }
    }
  }
  return { rewritten, notes: [...notes] };
}

/** The name by which a script hands one of the variables to a bundler: `VITE_X=$TOKEN`, as an assignment or as a line of a file. */
function bundledCopy({ commands }: ShellScript, names: readonly string[]): string | undefined {
  const reads = ({ variables }: ShellWord) => variables.some((name) => names.includes(name));
  for (const { assignments, words } of commands) {
    const assigned = assignments.find(({ name, value }) => bundledName.test(name) && reads(value));
    if (assigned) return assigned.name;
    for (const word of words) {
      const [name, ...rest] = word.value.split('=');
      if (rest.length > 0 && bundledName.test(name!) && reads(word)) return name;
    }
  }
  return undefined;
}

/** Who needs the mount once the settings of npm hold the variable's name: what talks to the registry, and what reads it by itself. */
function usesOfNpm(build: Build, group: Group, uses: readonly Use[], rewritten: readonly NpmReference[]): Use[] {
  const named = [...new Set(rewritten.flatMap(({ word }) => word.variables))];
  const written = new Set(rewritten.map(({ word }) => word));
  const found: Use[] = [];
  for (const script of build.scripts) {
    const run = script.instruction;
    const use = uses.find((one) => one.run === run);
    const others = script.commands.some(({ words, assignments, redirects }) =>
      [...words, ...assignments.map(({ value }) => value), ...redirects.flatMap(({ target }) => target ?? [])].some(
        (word) => !written.has(word) && word.variables.some((one) => group.names.has(one)),
      ),
    );
    const here = rewritten.some(({ run: one }) => one === run);
    const fetches = script.commands.some((one) => isReadBy(one, npmReader));
    const needed = fetches ? named.filter((name) => isInScope(build, run, name, group)) : [];
    const read = use && (!here || others) ? use.names : [];
    const names = [...new Set([...read, ...needed])];
    if (names.length > 0) found.push({ run, names });
  }
  return found;
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

function isInScope(build: Build, run: RunInstruction, name: string, { starts }: Group): boolean {
  const nameWord = build.states[run.index]!.scope.lookup(name)?.nameWord;
  return nameWord !== undefined && starts.has(nameWord.start);
}

function isUsed(build: Build, run: RunInstruction, name: string, group: Group): boolean {
  if (!isInScope(build, run, name, group)) return false;
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
