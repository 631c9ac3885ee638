import { type Edit, insert, overlapping, remove } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Build } from '../build-types';
import { isMountedAt } from '../caches/cache-places';
import { requireFrontend } from '../frontend';
import { type CommandFacts, runsOf } from '../multi-stage/runs';
import { readCopied } from '../order/copied';
import { type Place, placeText, relate } from '../order/places';
import { readTraits } from '../runs/leftovers';
import type { ShellWord } from '../shell/shell-command';
import { removeStatements, removeWords } from '../shell/shell-edits';
import type { CopyInstruction, RunInstruction } from '../syntax/instruction';
import { instructionLines } from '../syntax/instruction-lines';
import type { DeletedLater } from './deleted-later';

/** The edits that mount a file for the one RUN that needs it instead of copying it, or why that is not the same. */
export type BindMount = { readonly edits: readonly Edit[]; readonly source: string } | { readonly because: string };

/** Commands that read a file by its name and leave it as it is. */
const READERS = new Set(
  `tar bsdtar unzip dpkg rpm apt apt-get dnf microdnf yum zypper pip pip3 cp cat install md5sum sha1sum sha256sum sha512sum gpg gpgv
  zcat xzcat bzcat`.split(/\s+/),
);
/** Commands that may name a directory around the file without touching the file. */
const PASSERS_BY = new Set(['cd', 'mkdir', 'pushd', 'popd', 'ls', 'echo', 'set', 'true', ':']);
const UNPACKERS = new Set(['tar', 'bsdtar', 'unzip']);
/** Directories of every image with a shell: the mount's own place must be there, or the COPY would be what makes it. */
const DIRECTORIES = new Set([
  '/',
  '/tmp',
  '/var/tmp',
  '/root',
  '/opt',
  '/srv',
  '/mnt',
  '/home',
  '/usr/local',
  '/usr/local/bin',
]);

/** Mounts what a COPY brings for the RUN that reads it and removes it. */
export function copyToBind(build: Build, copy: CopyInstruction, { command }: DeletedLater): BindMount {
  const run = command.script.instruction;
  const copied = readCopied(build, copy);
  const item = copied?.items[0];
  if (!copied || !item || copy.sources.length !== 1 || copy.heredocs.length > 0 || item.tree) {
    return { because: 'it copies more than one file' };
  }
  // What a variable gives here may not be what a build gives it.
  if (
    [...copy.sources, copy.destination!, ...(copy.from ? [copy.from] : [])].some(
      ({ references }) => references.length > 0,
    )
  ) {
    return { because: 'variables tell what it copies' };
  }
  const path = placeText(item.place);
  const from = copied.origin === 'context' ? undefined : copy.from?.value;
  if (item.place.root !== '/' || [path, item.source, from ?? ''].some((text) => /[$*?[\],="'\s\\`]/.test(text))) {
    return { because: 'its place is not plain to see' };
  }
  const flag = copy.flags.find(({ name }) => name !== 'link' && name !== 'from');
  if (flag) return { because: `--${flag.name} gives it another owner or mode` };
  if (copy.stage !== run.stage) return { because: 'it belongs to another stage' };
  if (!isDirectoryThere(build, copy, item.place)) return { because: 'its directory may be there by that alone' };
  if (from !== undefined && /^\d+$/.test(from)) return { because: 'its stage is told by a number' };
  if (isMountedAt(build, run, path)) return { because: 'the RUN has a mount there already' };
  const between = build.instructions.slice(copy.index + 1, run.index).find(({ keyword }) => keyword === 'RUN');
  if (between) return { because: `the RUN on line ${lineAt(build.source, between.start) + 1} may need it too` };
  if (command.script.form === 'exec' || command.script.broken) return { because: 'the RUN has no shell' };

  const facts = runsOf(build).facts(run);
  const kept = facts && findHindrance(facts.commands, item.place, command);
  if (!facts || kept) return { because: kept ?? 'the RUN can not be read' };
  const removal = removeDeletion(build, facts.commands, item.place);
  if (!removal) return { because: 'what removes it can not be taken out of the RUN' };
  const frontend = requireFrontend(build, 2);
  if ('because' in frontend) return { because: 'the # syntax line names a frontend without mounts' };
  const source = from === undefined ? item.source : `/${item.source}`;
  const options = [...(from === undefined ? [] : [`from=${from}`]), `source=${source}`, `target=${path}`];
  const edits = [
    ...frontend.edits,
    remove(instructionLines(build, copy)),
    insert(behindFlags(run), ` --mount=type=bind,${options.join(',')}`),
    ...removal,
  ];
  return overlapping(edits) ? { because: 'what removes it can not be taken out of the RUN' } : { edits, source };
}

function behindFlags({ flags, keywordSpan }: RunInstruction): number {
  return flags.at(-1)?.end ?? keywordSpan.end;
}

/** Whether the file's directory is there without the COPY: every image has it, or a WORKDIR makes it. */
function isDirectoryThere(build: Build, copy: CopyInstruction, { parts }: Place): boolean {
  const parent = `/${parts.slice(0, -1).join('/')}`;
  const { workdir, workdirSet } = build.states[copy.index]!;
  return DIRECTORIES.has(parent) || (workdirSet && workdir === parent);
}

/** Why the file must be more than a mount to the RUN's commands. */
function findHindrance(
  commands: readonly CommandFacts[],
  place: Place,
  deletion: DeletedLater['command'],
): string | undefined {
  let read = false;
  let removed = false;
  for (const facts of commands) {
    const { command } = facts;
    const relations = facts.mentions.map((mention) => relate(mention.place, place));
    if (command.name === 'rm') {
      const isExact = command === deletion && !relations.includes('around') && !relations.includes('unknown');
      const isNamed = facts.mentions.some((mention) => placeText(mention.place) === placeText(place));
      if (relations.some((one) => one !== 'apart' && one !== 'inside') && !(isExact && isNamed)) {
        return 'rm takes a directory or a pattern, which fails at a mount';
      }
      removed ||= isNamed;
      continue;
    }
    const hindrance = removed ? findLateLook(facts, place) : findMisuse(facts, place);
    if (hindrance) return hindrance;
    read ||= !removed && isNamedBy(facts, place);
  }
  return read ? undefined : 'no command of the RUN is known to read it';
}

function isNamedBy({ command, mentions }: CommandFacts, place: Place): boolean {
  const name = place.parts.at(-1)!;
  return (
    mentions.some((mention) => relate(mention.place, place) === 'same') ||
    command.words.some(({ value }) => value.includes(name))
  );
}

/** What a command does with the file, or with all of its directory, that a mount does not bear. */
function findMisuse(facts: CommandFacts, place: Place): string | undefined {
  const { command, mentions, program } = facts;
  const title = command.name ?? 'a command';
  if (program && relate(program, place) === 'same') return 'the RUN executes it';
  if (
    command.redirects.some(
      ({ operator, target }) => operator.includes('>') && target?.value.includes(place.parts.at(-1)!),
    )
  )
    return 'the RUN writes to it';
  if (isNamedBy(facts, place)) {
    const isVerifying = title !== 'gpg' || command.words.some(({ value }) => /verify|import/.test(value));
    return READERS.has(title) && isVerifying ? undefined : `${title} may do more than read it`;
  }
  const around = mentions.find((mention) => /around|unknown/.test(relate(mention.place, place)));
  const passesBy = PASSERS_BY.has(title) || (around?.access === 'write' && UNPACKERS.has(title));
  return around && !passesBy ? `${title} works on all of its directory` : undefined;
}

/** Behind its removal the file is not there; a mount still is. */
function findLateLook(facts: CommandFacts, place: Place): string | undefined {
  const { command, mentions, directory, knowledge, install } = facts;
  const title = command.name ?? 'a command';
  if (PASSERS_BY.has(title)) return undefined;
  const sees =
    isNamedBy(facts, place) || mentions.some((mention) => /around|unknown/.test(relate(mention.place, place)));
  const deed = knowledge?.deed;
  const looksAround =
    install?.manager.kind !== 'system' && deed !== 'touches' && deed !== 'reads' && deed !== 'configures';
  const isBeside = looksAround && deed !== 'carries' && deed !== 'fetches' && relate(directory, place) === 'around';
  return sees || isBeside ? `${title} may see it where it would be gone` : undefined;
}

/** Takes the `rm` of the file out, or its name where it removes other things too. */
function removeDeletion(build: Build, commands: readonly CommandFacts[], place: Place): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { command, mentions } of commands) {
    const state = build.states[command.script.instruction.index]!;
    if (command.name !== 'rm') continue;
    const words: ShellWord[] = mentions
      .filter((mention) => relate(mention.place, place) === 'same')
      .map(({ word }) => word);
    if (words.length === 0) continue;
    const whole = words.length === command.arguments.filter(({ value }) => !value.startsWith('-')).length;
    const statement = command.script.statements[command.statement];
    if (command.nesting !== 'top' || command.quotedBy || statement?.kind !== 'command') return undefined;
    // The status of a list is that of its last command, unless a failure before ends it.
    const last = statement === command.script.statements.at(-1);
    if (whole && last && statement.before !== '&&' && !readTraits(command.script, state, build.source.text).errexit)
      return undefined;
    const removal = whole
      ? removeStatements(build.source, command.script, [statement])
      : removeWords(build.source, command, words);
    if (!removal) return undefined;
    edits.push(...removal);
  }
  return edits;
}
