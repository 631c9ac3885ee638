import { SSH_KEY } from '../../knowledge/secrets/secret-files';
import { type Edit, insert, overlapping, remove } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { type CommandFacts, type RunFacts, runsOf } from '../multi-stage/runs';
import type { Mention } from '../order/mentions';
import { placeText, readPlace, relate } from '../order/places';
import type { ShellCommand, ShellScript, ShellWord } from '../shell/shell-command';
import { removeStatements } from '../shell/shell-edits';
import { isShipped } from '../stages/exposure';
import { instructionLines } from '../syntax/instruction-lines';
import { findKeptSecrets, whyKept } from './kept-secrets';
import { mountAccess } from './mount-access';
import { findStart } from './runtime-needs';
import type { SecretCopy } from './secret-copies';
import { mountText, requireMount } from './secret-delivery';
import type { NoSecretMount, SecretMountRewrite } from './secret-mount';
import { fileNotes } from './secret-notes';
import { keyToSshMount } from './ssh-mount';

/** Commands that only look after a copied file; without it they have nothing to do. */
const caretakers = new Set(['rm', 'shred', 'unlink', 'chmod', 'chown']);
/** Commands that put a file, or what is in it, somewhere else, or change it. */
const movers = new Set('cp mv install ln rsync dd tee sed perl tar zip gzip openssl'.split(' '));
/** Commands that read what they are told to, in shells. */
const openers = new Set('. source cat grep egrep test [ head tail cut awk set export xargs env'.split(' '));
/** Programs of a project, which may look for a file of variables by themselves. */
const ownPrograms =
  /^(?:npm|npx|yarn|pnpm|bun|node|nodejs|python[\d.]*|php|ruby|rails|rake|bundle|gradlew?|mvnw?|make|go|cargo|dotnet|\S+\.\w+)$/;

/**
 * Gives a copied secret file to the RUNs that read it as a mount in the same place, or a copied SSH key as an SSH mount, and takes
 * away the COPY and what only looks after the file.
 */
export function copyToMount(build: Build, copy: SecretCopy): SecretMountRewrite | NoSecretMount {
  const { file, place, below, item, instruction, path: source } = copy;
  if (below || item.tree) {
    return {
      because: `${instruction.keyword} brings the file along with a directory; list it in .dockerignore first.`,
    };
  }
  if (place.root !== '/') return { because: 'The place of the file in the image is not known.' };
  const path = placeText(place);
  if (file.name === SSH_KEY) {
    const edits = [removeSource(build, copy)];
    return keyToSshMount(build, { from: instruction, paths: new Set([path]), variables: new Set(), edits });
  }
  if (build.stages.some(({ parent }) => parent?.index === instruction.stage)) {
    return { because: 'Another stage builds on this one and may need the file.' };
  }
  const needed = runtimeNeed(build, copy);
  if (needed !== undefined) return { because: needed };
  const frontend = requireMount(build);
  if ('because' in frontend) return frontend;

  const runs = runsOf(build);
  const edits: Edit[] = [...frontend.edits, removeSource(build, copy)];
  const implicit: string[] = [];
  let mounted = 0;
  for (const { instruction: run } of build.scripts) {
    if (run.stage !== instruction.stage || run.index < instruction.index) continue;
    const facts = runs.facts(run);
    if (!facts || facts.opaque) return { because: 'A RUN that may need the file cannot be understood.' };
    const parts = readParts(facts, copy);
    if ('because' in parts) return parts;
    if (parts.reads) {
      const files = [path, ...parts.named.map(({ word }) => word.value)];
      const [kept] = findKeptSecrets(build, runs, facts.script, { files, variables: new Set() });
      if (kept) return { because: whyKept(kept, source) };
      edits.push(
        insert(
          run.keywordSpan.end,
          mountText({ id: idOf(path), required: true }, `,target=${path}${mountAccess(build, run, '0444')}`),
        ),
      );
      mounted++;
    } else implicit.push(...parts.programs);
    const cleaned = removeCaretakers(build, facts.script, parts.caretakers);
    if ('because' in cleaned) return cleaned;
    edits.push(...cleaned.edits);
  }
  if (mounted === 0) return { because: 'No RUN is known to read the file.' };
  if (file.variables && implicit.length > 0) return { because: `${implicit[0]} may read ${source} by itself.` };
  if (overlapping(edits)) return { because: 'What looks after the file cannot be taken out of its RUN.' };
  return {
    title: `Mount ${source} as a secret`,
    edits,
    notes: [...fileNotes(build, idOf(path), source), `List ${source} in .dockerignore.`],
  };
}

/** What only builds read by itself goes; anything else that stays in the image may be there for what its containers run. */
function runtimeNeed(build: Build, { file, deletion, instruction, path }: SecretCopy): string | undefined {
  const buildOnly = file.readers !== undefined && !/\baws\b|\bdocker\b/.test(file.readers);
  if (buildOnly || deletion || !isShipped(build, instruction.stage)) return undefined;
  const start = findStart(build);
  return start && `What ${start.keyword} starts may read ${path}, which a build secret does not reach.`;
}

function idOf(path: string): string {
  return path
    .split('/')
    .at(-1)!
    .replace(/^[._]+/, '')
    .replace(/[^A-Za-z0-9]+/g, '_');
}

/** A command that only looks after the file, and the word that names it. */
interface Caretaker {
  readonly facts: CommandFacts;
  readonly word: ShellWord;
}

interface Parts {
  readonly reads: boolean;
  /** Where the file is named by commands that read it. */
  readonly named: readonly Mention[];
  readonly caretakers: readonly Caretaker[];
  /** Programs that do not name the file. */
  readonly programs: readonly string[];
}

/** What a RUN does with the file: reads it, looks after it, or handles it in a way that a mount would not bear. */
function readParts({ commands }: RunFacts, { place, file }: SecretCopy): Parts | NoSecretMount {
  const readers = new Set(file.readers?.split(' ') ?? []);
  const found: Caretaker[] = [];
  const read: Mention[] = [];
  const programs: string[] = [];
  let reads = false;
  for (const facts of commands) {
    const { command, mentions, install } = facts;
    const name = command.name ?? '';
    const named = [...mentions, ...openedBy(facts)].find((mention) => {
      const relation = relate(mention.place, place);
      return relation === 'same' || (relation === 'around' && caretakers.has(name) && mention.place.parts.length > 1);
    });
    const knows = command.words.some(({ value }) => readers.has(value.split('/').at(-1)!));
    if (named && caretakers.has(name)) found.push({ facts, word: named.word });
    else if (
      named &&
      (movers.has(name) || named.access === 'write' || (file.readers && !knows && !openers.has(name)))
    ) {
      return { because: `${name || 'A command'} handles the file itself.` };
    } else if (named || knows) {
      reads = true;
      if (named) read.push(named);
    } else if (!install && ownPrograms.test(name)) programs.push(name);
  }
  return { reads, named: read, caretakers: found, programs };
}

/** What `. FILE` reads: to a shell it is no file of its own, but a part of the script. */
function openedBy({ command: { name, arguments: words }, directory }: CommandFacts): Mention[] {
  const [word] = words;
  if ((name !== '.' && name !== 'source') || !word) return [];
  return [{ place: readPlace(word.value, directory), word, access: 'read' }];
}

function removeCaretakers(
  build: Build,
  script: ShellScript,
  found: readonly Caretaker[],
): { readonly edits: readonly Edit[] } | NoSecretMount {
  const statements = found.map(({ facts }) => script.statements[facts.command.statement]);
  const goes = (at: number) => isOnlyObject(found[at]!.facts.command) && statements[at]?.kind === 'command';
  if (
    found.length > 0 &&
    found.every((_, at) => goes(at)) &&
    script.statements.every((one) => statements.includes(one))
  ) {
    return { edits: [remove(instructionLines(build, script.instruction))] };
  }
  const edits: Edit[] = [];
  for (const [at, { facts, word }] of found.entries()) {
    const removal = goes(at) ? removeStatements(build.source, script, [statements[at]!]) : [removeWord(build, word)];
    if (!removal) return { because: `${facts.command.name} cannot be taken out of its RUN.` };
    edits.push(...removal);
  }
  return overlapping(edits) ? { because: 'What looks after the file cannot be taken out of its RUN.' } : { edits };
}

/** Whether a caretaker looks after one file only; the first word of `chmod` and `chown` is no file. */
function isOnlyObject({ name = '', arguments: words }: ShellCommand): boolean {
  const objects = words.filter(({ value }) => !value.startsWith('-'));
  return objects.length === (name === 'chmod' || name === 'chown' ? 2 : 1);
}

function removeSource(build: Build, { instruction, item }: SecretCopy): Edit {
  const alone = instruction.sources.length === 1 && instruction.heredocs.length === 0;
  return alone ? remove(instructionLines(build, instruction)) : removeWord(build, item.word);
}

/** A word with the blanks behind it. */
function removeWord({ source }: Build, { start, end }: Span): Edit {
  let to = end;
  while (source.text[to] === ' ' || source.text[to] === '\t') to++;
  return remove({ start, end: to });
}
