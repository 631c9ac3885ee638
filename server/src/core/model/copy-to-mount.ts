import { SSH_KEY } from '../knowledge/secret-files';
import { type Edit, insert, overlapping, remove } from '../text/edit';
import type { Span } from '../text/span';
import type { Build } from './build-types';
import { requireFrontend } from './frontend';
import type { RunInstruction } from './instruction';
import { instructionLines } from './instruction-lines';
import { placeText, relate } from './places';
import { type CommandFacts, type RunFacts, runsOf } from './runs';
import type { SecretCopy } from './secret-copies';
import type { NoSecretMount, SecretMountRewrite } from './secret-mount';
import type { ShellCommand, ShellScript, ShellWord } from './shell-command';
import { removeStatements } from './shell-edits';
import { readUser } from './user';

/** Commands that fetch over SSH, or may when their manifests say so. */
const sshReaders = 'git ssh scp sftp rsync npm pnpm yarn bun pip pip3 uv poetry go bundle composer cargo';
/** Commands that only look after a copied file; without it they have nothing to do. */
const caretakers = new Set(['rm', 'shred', 'unlink', 'chmod', 'chown']);

/**
 * Gives a copied secret file to the RUNs that read it as a mount in the same place, or a copied SSH key as an SSH mount, and takes
 * away the COPY and what only looks after the file.
 */
export function copyToMount(build: Build, copy: SecretCopy): SecretMountRewrite | NoSecretMount {
  const { file, place, below, item, instruction } = copy;
  const ssh = file.name === SSH_KEY;
  if (!ssh && file.readers === undefined) return { because: 'Nothing tells which command reads the file.' };
  const readers = new Set((ssh ? sshReaders : (file.readers ?? '')).split(' '));
  if (below || item.tree) return { because: 'The file comes along with a directory.' };
  if (place.root !== '/') return { because: 'The place of the file in the image is not known.' };
  if (build.stages.some(({ parent }) => parent?.index === instruction.stage)) {
    return { because: 'Another stage builds on this one and may need the file.' };
  }
  const frontend = requireFrontend(build, 2);
  if ('because' in frontend) return frontend;

  const runs = runsOf(build);
  const path = placeText(place);
  const edits: Edit[] = [...frontend.edits, removeSource(build, copy)];
  let mounted = 0;
  for (const { instruction: run } of build.scripts) {
    if (run.stage !== instruction.stage || run.index < instruction.index) continue;
    const facts = runs.facts(run);
    if (!facts || facts.opaque) return { because: 'A RUN that may need the file cannot be understood.' };
    const parts = readParts(facts, copy, readers);
    if ('because' in parts) return parts;
    if (parts.reads) {
      const mount = ssh ? ' --mount=type=ssh' : secretMount(build, run, path);
      if (mount === undefined) return { because: `The number of the user that runs the step is not known.` };
      if (!ssh || !run.mounts.some(({ type }) => type === 'ssh')) edits.push(insert(run.keywordSpan.end, mount));
      mounted++;
    }
    const cleaned = removeCaretakers(build, facts.script, parts.caretakers);
    if ('because' in cleaned) return cleaned;
    edits.push(...cleaned.edits);
  }
  if (mounted === 0) return { because: 'No RUN is known to read the file.' };
  return {
    title: ssh ? 'Use an SSH mount' : `Mount ${copy.path} as a secret`,
    edits,
    notes: ssh
      ? ['Build with: docker build --ssh default …', 'The host must be in known_hosts: ssh-keyscan can put it there.']
      : [
          `Build with: docker build --secret id=${idOf(path)},src=${copy.path} …`,
          `List ${copy.path} in .dockerignore.`,
        ],
  };
}

function idOf(path: string): string {
  return path
    .split('/')
    .at(-1)!
    .replace(/^[._]+/, '')
    .replace(/[^A-Za-z0-9]+/g, '_');
}

function secretMount(build: Build, run: RunInstruction, path: string): string | undefined {
  const user = readUser(build, run);
  if (!user.root && user.uid === undefined) return undefined;
  return ` --mount=type=secret,id=${idOf(path)},target=${path}${user.root ? '' : `,uid=${user.uid}`}`;
}

/** A command that only looks after the file, and the word that names it. */
interface Caretaker {
  readonly facts: CommandFacts;
  readonly word: ShellWord;
}

interface Parts {
  readonly reads: boolean;
  readonly caretakers: readonly Caretaker[];
}

/** What a RUN does with the file: reads it, looks after it, or handles it in a way that a mount would not bear. */
function readParts({ commands }: RunFacts, { place }: SecretCopy, readers: ReadonlySet<string>): Parts | NoSecretMount {
  const found: Caretaker[] = [];
  let reads = false;
  for (const facts of commands) {
    const { command, mentions } = facts;
    const name = command.name ?? '';
    const named = mentions.find((mention) => {
      const relation = relate(mention.place, place);
      return relation === 'same' || (relation === 'around' && caretakers.has(name) && mention.place.parts.length > 1);
    });
    if (named && caretakers.has(name)) found.push({ facts, word: named.word });
    else if (command.words.some(({ value }) => readers.has(value.split('/').at(-1)!))) reads = true;
    else if (named) return { because: `${name || 'A command'} handles the file itself.` };
  }
  return { reads, caretakers: found };
}

function removeCaretakers(
  build: Build,
  script: ShellScript,
  found: readonly Caretaker[],
): { readonly edits: readonly Edit[] } | NoSecretMount {
  const statements = found.map(({ facts }) => script.statements[facts.command.statement]);
  const goes = (at: number) => isOnlyObject(found[at]!.facts.command) && statements[at]?.kind === 'command';
  if (found.every((_, at) => goes(at)) && script.statements.every((one) => statements.includes(one))) {
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
