import { filesOfTool, findReaders, type SecretReader } from '../../knowledge/secrets/secret-readers';
import type { Build } from '../build-types';
import type { BuildContext } from '../context';
import type { ShellCommand, ShellScript } from '../shell/shell-command';
import type { Instruction, Reference, RunInstruction } from '../syntax/instruction';
import { type Group, isOf } from './secret-group';
import type { NoSecretMount } from './secret-mount';

/** A RUN that reads a secret. */
export interface Use {
  readonly script: ShellScript;
  /** The names that the RUN reads, in the order of the group. */
  readonly names: readonly string[];
}

/** Every RUN that reads the variables of a group, or why what else reads them stands in the way. */
export function readUses(build: Build, group: Group): { readonly runs: readonly Use[] } | NoSecretMount {
  const runs: Use[] = [];
  const names = [...group.names];
  const readable = build.context !== undefined || names.some((name) => findReaders(name).length > 0);
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
    runs.push({ script, names: used });
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

/** Whether a name, in a RUN, is the variable of a group. */
export function isInScope(build: Build, run: RunInstruction, name: string, { starts }: Group): boolean {
  const nameWord = build.states[run.index]!.scope.lookup(name)?.nameWord;
  return nameWord !== undefined && starts.has(nameWord.start);
}

function isUsed(build: Build, run: RunInstruction, name: string, group: Group): boolean {
  if (!isInScope(build, run, name, group)) return false;
  if (mentions(textWithoutComments(build, run), name)) return true;
  const readers = findReaders(name);
  const commands = build.scripts.find(({ instruction }) => instruction === run)?.commands ?? [];
  return commands.some(
    (command) => readers.some((reader) => isReadBy(command, reader)) || readsInFile(build.context, command, name),
  );
}

/** Whether a file of the build context that a command runs or reads names the variable: a script, a Makefile, `.npmrc`. */
function readsInFile(context: BuildContext | undefined, { name = '', words }: ShellCommand, variable: string): boolean {
  if (!context?.files) return false;
  const named = words.map(({ value }) => value.replace(/^(?:\.?\/)+/, '')).filter((path) => /[./]/.test(path));
  return [...filesOfTool(name), ...named].some((path) => {
    const file = context.has(path)
      ? path
      : context.files!.find((one) => one.endsWith(`/${path}`) || path.endsWith(`/${one}`));
    return file !== undefined && mentions(context.read(file) ?? '', variable);
  });
}

/** Whether a command is, or starts, a tool that reads the variable: `bundle exec rake …` counts for `rake`. */
export function isReadBy({ words }: ShellCommand, { commands, verbs }: SecretReader): boolean {
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
    `\\$\\{?[#!]?${name}(?!\\w)|\\$\\(${name}\\)|%${name}%|\\benv\\.${name}(?!\\w)|\\bprintenv\\s+${name}(?!\\w)|["']${name}["']`,
  ).test(text);
}
