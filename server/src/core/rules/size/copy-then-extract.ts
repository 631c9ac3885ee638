import { isArchiveName } from '../../knowledge/archive-names';
import type { Build } from '../../model/build-types';
import { directoryAt } from '../../model/order/copied';
import { placeText, readPlace } from '../../model/order/places';
import { optionValues, positionals } from '../../model/shell/command-words';
import { readPositionals } from '../../model/shell/plain-arguments';
import type { PlainCommand, ShellCommand, ShellScript } from '../../model/shell/shell-command';
import { lineNumber } from '../../model/syntax/blocks';
import type { CopyInstruction, Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import { deleteCommands } from '../deletable-command';
import { ships } from '../per-run';
import type { Finding, Fix, Rule, RuleSettings } from '../rule';

/** What unpacks beside tar, in hadolint's list. */
const TOOLS: readonly string[] = ['unzip', 'gunzip', 'bunzip2', 'unlzma', 'unxz', 'zgz', 'uncompress', 'zcat', 'gzcat'];

export const copyThenExtract: Rule = {
  id: 'size/copy-then-extract',
  aliases: ['DL3010'],
  severity: 'info',
  hadolint: 'info',
  summary: 'Let ADD unpack an archive of the build context.',
  why: `An archive that is copied and then unpacked is in the image twice, packed and unpacked, and a later "rm" hides the packed one
    without taking it out of its layer. ADD unpacks a tar of the context by itself, and only what is in it gets into the image. The
    file's name decides: what no archive is called, and a zip, which ADD does not unpack, is left alone. In the hadolint preset only
    the last stage is looked at, and "tar xf" without a dash is none that unpacks.`,
  fixable: {
    safety: 'unsafe',
    because: 'ADD keeps the owners that the archive names, and unpacks before the steps between.',
  },
  about: { instructions: ['COPY'], commands: ['tar', 'bsdtar', ...TOOLS] },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY app.tar.gz /tmp/
             ^^^^^^^^^^ The image holds app.tar.gz beside what line 3 unpacks of it; ADD would unpack it and leave it out.
        RUN tar -xzf /tmp/app.tar.gz -C /opt
        WORKDIR /opt/app
      `,
      good: dockerfile`
        FROM debian:12
        ADD app.tar.gz /opt/
        WORKDIR /opt/app
      `,
    },
  ],

  check: (build, settings) => findUnpacked(build, settings),
};

/** A COPY of an archive that no command has unpacked so far. */
interface Packed {
  readonly copy: CopyInstruction;
  readonly name: string;
}

function findUnpacked(build: Build, settings: RuleSettings): Finding[] {
  const found: Finding[] = [];
  const { hadolint = false } = settings;
  const last = build.stages.length - 1;
  let packed: Packed[] = [];
  const scripts = new Map(build.scripts.map((script) => [script.instruction.index, script]));
  for (const instruction of build.instructions) {
    if (instruction.keyword === 'FROM') packed = [];
    // Like hadolint, which forgets what came before at each FROM.
    if (hadolint && instruction.stage !== last) continue;
    if (instruction.keyword === 'COPY' && !instruction.from) packed.push(...archivesOf(instruction, hadolint));
    const script = instruction.keyword === 'RUN' && packed.length > 0 ? scripts.get(instruction.index) : undefined;
    if (!script) continue;
    const names = unpackedNames(script, hadolint);
    if (names.size === 0) continue;
    const told = new Set<CopyInstruction>();
    for (const { copy, name } of packed) {
      if (!names.has(name) || told.has(copy)) continue;
      told.add(copy);
      found.push(toFinding(build, settings, { copy, name }, script));
    }
    packed = packed.filter(({ copy }) => !told.has(copy));
  }
  return found;
}

function archivesOf(copy: CopyInstruction, hadolint: boolean): Packed[] {
  const nameOf = (word: Word) => baseName(hadolint && !copy.json ? asWritten(word) : word.value);
  const { sources, destination } = copy;
  const to = destination ? nameOf(destination) : '';
  if (isArchiveName(to)) return [{ copy, name: to }];
  return sources.map(nameOf).flatMap((name) => (isArchiveName(name) ? [{ copy, name }] : []));
}

/** A path of Windows keeps its backslashes in hadolint's reading, which takes off the quotes alone. */
function asWritten({ text, value }: Word): string {
  return text.includes('\\') ? text.replaceAll(/^["']|["']$/g, '') : value;
}

/** What stands behind the last `/` or `\`. */
function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The names of the archives that a RUN unpacks. */
function unpackedNames({ commands, plainCommands }: ShellScript, hadolint: boolean): ReadonlySet<string> {
  const names = new Set<string>();
  if (hadolint) {
    for (const command of plainCommands) {
      if (!isPlainUnpacking(command)) continue;
      for (const { value } of readPositionals(command)) names.add(baseName(value));
    }
    return names;
  }
  for (const command of commands) {
    if (!isUnpacking(command)) continue;
    for (const { value } of command.arguments) names.add(baseName(value.replace(/^--file=/, '')));
  }
  return names;
}

function isPlainUnpacking({ name, arguments: words }: PlainCommand): boolean {
  if (name !== 'tar') return TOOLS.includes(name);
  return words.some(({ value }) => value === '--get' || (value.startsWith('-') && value.includes('x')));
}

function isUnpacking({ name = '', arguments: words }: ShellCommand): boolean {
  if (name !== 'tar' && name !== 'bsdtar') return TOOLS.includes(name);
  return words.some(
    ({ value }, at) =>
      /^(?:--extract|--get|-[a-zA-Z]*x[a-zA-Z]*)$/.test(value) || (at === 0 && /^[a-zA-Z]*x[a-zA-Z]*$/.test(value)),
  );
}

function toFinding(build: Build, settings: RuleSettings, packed: Packed, script: ShellScript): Finding {
  const { copy, name } = packed;
  const at = copy.sources.find(({ value }) => baseName(value) === name) ?? copy.sources[0] ?? copy;
  const line = lineNumber(build.source, script.instruction);
  const way = UNPACKED_BY_ADD.test(name)
    ? 'ADD would unpack it and leave it out'
    : 'a bind mount in that RUN would leave it out';
  return {
    at,
    message: `The image holds ${titleOf(name)} beside what line ${line} unpacks of it; ${way}.`,
    ...(ships(build, settings, copy.stage) ? {} : { minor: true }),
    fix: () => addInstead(build, packed, script),
  };
}

function titleOf(name: string): string {
  return /^[\w.+*?-]{1,80}$/.test(name) ? name : 'the archive';
}

/** What ADD unpacks. */
const UNPACKED_BY_ADD = /\.(?:tar|tar\.(?:gz|bz2|xz)|tgz|tbz2?|txz)$/;

/** ADD for COPY, and without the command that unpacks, where that does nothing more than ADD does. */
function addInstead(build: Build, { copy, name }: Packed, script: ShellScript): Fix | undefined {
  const { keywordSpan, destination, sources, flags, heredocs } = copy;
  if (sources.length !== 1 || heredocs.length > 0 || flags.length > 0 || !destination || copy.json) return undefined;
  if (archivesOf(copy, false)[0]?.name !== name) return undefined;
  if (!UNPACKED_BY_ADD.test(sources[0]!.value) || script.form === 'exec' || script.broken) return undefined;
  const users = script.commands.filter(({ words }) => words.some(({ value }) => value.includes(name)));
  const [unpacking, removal, ...more] = users;
  if (!unpacking || more.length > 0 || (removal && !removesOnly(removal, name))) return undefined;
  // No other instruction may want the archive itself.
  const { text } = build.source;
  const behind = text.slice(copy.end, script.instruction.start) + text.slice(script.instruction.end);
  if (behind.includes(name) || script.commands.some((command) => command.name === 'cd' || command.name === 'pushd'))
    return undefined;
  const directory = unpacksInto(build, unpacking, script);
  const gone = directory === undefined ? undefined : deleteCommands(build, script, users);
  if (!gone) return undefined;
  const written = text.slice(keywordSpan.start, keywordSpan.end);
  const edits: Edit[] = [
    replace(keywordSpan, written === written.toLowerCase() ? 'add' : 'ADD'),
    replace(destination, directory!),
    ...gone,
  ];
  return { title: 'Let ADD unpack it', edits };
}

function removesOnly({ name, arguments: words }: ShellCommand, archive: string): boolean {
  const operands = positionals(words);
  return name === 'rm' && operands.length === 1 && baseName(operands[0]!.value) === archive;
}

/** The directory of a tar call that has no options but those for an archive's compression; absolute, with a slash at its end. */
function unpacksInto(
  build: Build,
  { name, arguments: words, redirects }: ShellCommand,
  { instruction }: ShellScript,
): string | undefined {
  if (name !== 'tar' || redirects.length > 0) return undefined;
  const operands = positionals(words, '-C --directory');
  const bundle = words[0]?.value ?? '';
  const isBundle = /^-?[xvzjJaf]+$/.test(bundle) && bundle.includes('f');
  const rest = words.slice(1).filter((word) => !operands.includes(word) && !word.value.startsWith('-'));
  const flags = words
    .slice(1)
    .filter(({ value }) => /^-(?!$)/.test(value) && !/^(?:-C|--directory(?:=.*)?)$/.test(value));
  if (!isBundle || flags.length > 0 || rest.length > 1 || operands.length !== (bundle.startsWith('-') ? 1 : 2))
    return undefined;
  const [into] = optionValues(words, '-C --directory');
  if (into && !into.word.literal) return undefined;
  const place = readPlace(into ? into.word.value.slice(into.from) : '.', directoryAt(build, instruction.index));
  return place.root === '/' ? placeText(place).replace(/\/?$/, '/') : undefined;
}
