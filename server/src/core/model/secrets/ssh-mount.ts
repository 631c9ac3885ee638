import { type Edit, insert, overlapping, remove } from '../../text/edit';
import type { Build } from '../build-types';
import { placeText, ROOT, readPlace, relate } from '../order/places';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from '../shell/shell-command';
import { removeStatements, removeWords } from '../shell/shell-edits';
import { isShipped } from '../stages/exposure';
import { readUser } from '../stages/user';
import type { Instruction } from '../syntax/instruction';
import { instructionLines } from '../syntax/instruction-lines';
import { mountAccess } from './mount-access';
import { findStart } from './runtime-needs';
import { requireMount } from './secret-delivery';
import type { NoSecretMount, SecretMountRewrite } from './secret-mount';
import { sshNotes } from './secret-notes';
import { fetchesOverSsh } from './ssh-fetches';

/** A private key that a stage has as a file, for commands that fetch over SSH. */
export interface SshKey {
  /** What brings it: the COPY, or the first RUN that writes it. */
  readonly from: Instruction;
  /** Where it lies, absolute. */
  readonly paths: ReadonlySet<string>;
  /** Variables that hold it. */
  readonly variables: ReadonlySet<string>;
  /** What takes the bringing away. */
  readonly edits: readonly Edit[];
}

/** Commands that only look after a file. */
const caretakers = new Set(['rm', 'shred', 'unlink', 'chmod', 'chown', 'touch', 'ls']);
/** Other words that say where a key is. */
const identities = /\bIdentityFile\b/;
const usesSsh = /(?:^|[\s"'/])(?:ssh|scp|sftp|rsync|git|autossh|sshfs|ansible(?:-\w+)?|borg|mosh)(?=$|[\s"'])/;

/**
 * Lets the RUNs that fetch over SSH use the agent of the person who builds, in the place of a key: what writes the key, looks
 * after it or loads it into an agent goes, what knows hosts stays.
 */
export function keyToSshMount(build: Build, key: SshKey): SecretMountRewrite | NoSecretMount {
  const { stage } = key.from;
  const obstacle = findObstacle(build, key);
  if (obstacle) return { because: obstacle };
  const frontend = requireMount(build);
  if ('because' in frontend) return frontend;
  const edits: Edit[] = [...frontend.edits, ...key.edits];
  const kept: { readonly script: ShellScript; readonly statements: readonly ShellStatement[] }[] = [];
  let mounted = 0;
  for (const script of build.scripts) {
    const run = script.instruction;
    if (run.stage !== stage || run.index < key.from.index) continue;
    if (script.broken) return { because: 'A RUN that may need the key cannot be understood.' };
    const read = readScript(build, script, key);
    if ('because' in read) return read;
    const stays = script.statements.filter((one) => !read.gone.includes(one));
    if (read.gone.length > 0) {
      const removal =
        stays.length === 0 ? [remove(instructionLines(build, run))] : removeStatements(build.source, script, read.gone);
      if (!removal) return { because: 'What handles the key cannot be taken out of its RUN.' };
      edits.push(...removal);
    }
    edits.push(...read.edits);
    kept.push({ script, statements: stays });
    if (read.fetches && stays.length > 0) {
      if (!run.mounts.some(({ type }) => type === 'ssh')) {
        edits.push(insert(run.keywordSpan.end, ` --mount=type=ssh${mountAccess(build, run, '0666')}`));
      }
      mounted++;
    }
  }
  if (mounted === 0) return { because: 'No RUN is known to fetch over SSH.' };
  const directory = makeDirectory(build, key, kept);
  if (directory) edits.push(directory);
  if (overlapping(edits)) return { because: 'What handles the key cannot be taken out of its RUN.' };
  const knowsHosts = /known_hosts|ssh-keyscan|StrictHostKeyChecking|UserKnownHostsFile/i.test(build.source.text);
  return {
    title: 'Use an SSH mount',
    edits,
    notes: [
      ...sshNotes(build),
      ...(isShipped(build, stage) ? ['The image has no key any more, for what its containers do over SSH.'] : []),
      ...(knowsHosts ? [] : ['The host must be in known_hosts: ssh-keyscan can put it there.']),
    ],
  };
}

function findObstacle(build: Build, { from, paths }: SshKey): string | undefined {
  const { stage } = from;
  if (build.stages.some(({ parent }) => parent?.index === stage)) {
    return 'Another stage builds on this one and may need the key.';
  }
  for (const instruction of build.instructions) {
    if (instruction.stage !== stage && instruction.stage !== -1) continue;
    const text = build.source.text.slice(
      instruction.start,
      Math.max(instruction.end, instruction.heredocs.at(-1)?.end ?? 0),
    );
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      for (const { value } of instruction.sources) {
        if (!/(?:^|\/)(?:ssh_)?config$/.test(value) || !/ssh/.test(text)) continue;
        const content = build.context?.read(value.replace(/^(?:\.?\/)+/, ''));
        if (content === undefined || identities.test(content)) return 'The SSH configuration may name the key.';
      }
    } else if (identities.test(text)) return 'The SSH configuration names the key.';
    if (instruction.keyword === 'ENV' && [...paths].some((path) => text.includes(path.split('/').at(-1)!))) {
      return 'ENV names the key, for the container as well.';
    }
  }
  const start = findStart(build);
  if (!start || !isShipped(build, stage)) return undefined;
  const text = build.source.text.slice(start.start, start.end);
  const scripts = start.words.flatMap(({ value }) => {
    const name = value.split('/').at(-1)!;
    const file = /\.\w+$|entrypoint|start/.test(name)
      ? build.context?.files?.find((one) => one === name || one.endsWith(`/${name}`))
      : undefined;
    return file === undefined ? [] : (build.context?.read(file) ?? []);
  });
  return [text, ...scripts].some((one) => usesSsh.test(one))
    ? `${start.keyword} uses SSH when the container runs, which a build's agent does not reach.`
    : undefined;
}

interface Reading {
  readonly gone: readonly ShellStatement[];
  readonly edits: readonly Edit[];
  readonly fetches: boolean;
}

function readScript(build: Build, script: ShellScript, key: SshKey): Reading | NoSecretMount {
  const gone: ShellStatement[] = [];
  const edits: Edit[] = [];
  let fetches = false;
  for (const statement of script.statements) {
    const { commands, kind } = statement;
    const named = commands.flatMap((command) =>
      wordsOf(command)
        .filter((word) => namesKey(build, script, word, key))
        .map((word) => ({ command, word })),
    );
    const reads = commands.some((command) =>
      wordsOf(command).some(({ variables }) => variables.some((name) => key.variables.has(name))),
    );
    const isPlain = kind === 'command' || kind === 'pipeline';
    const agent = isAgent(build, statement);
    fetches ||= commands.some((command) => fetchesOverSsh(build, command));
    if (agent || (reads && named.length > 0 && writesKey(build, statement, key))) {
      if (!isPlain || commands.some((command) => fetchesOverSsh(build, command))) {
        return { because: 'The key is handled inside another command.' };
      }
      gone.push(statement);
      continue;
    }
    if (reads) return { because: `${commands[0]?.name ?? 'A command'} takes the key itself.` };
    for (const { command, word } of named) {
      const stripped = stripIdentity(build, script, command, word, key);
      if (stripped) {
        for (const one of stripped)
          if (!edits.some(({ start, end }) => start === one.start && end === one.end)) edits.push(one);
        continue;
      }
      if (!caretakers.has(command.name ?? '') || !isPlain) {
        return { because: `${command.name ?? 'A command'} handles the key itself.` };
      }
      const others = objectsOf(command).filter((one) => !namesKey(build, script, one, key));
      if (others.length === 0 && kind === 'command') {
        if (!gone.includes(statement)) gone.push(statement);
      } else {
        const removal = removeWords(build.source, command, [word]);
        if (!removal) return { because: `${command.name} cannot do without the key.` };
        edits.push(...removal);
      }
    }
  }
  return { gone, edits, fetches };
}

function wordsOf({ words, redirects, assignments }: ShellCommand): ShellWord[] {
  return [...words, ...redirects.flatMap(({ target }) => target ?? []), ...assignments.map(({ value }) => value)];
}

/** What a caretaker looks after; the first word of `chmod` and `chown` is no file. */
function objectsOf({ name, arguments: words }: ShellCommand): ShellWord[] {
  const plain = words.filter(({ value }) => !value.startsWith('-'));
  return name === 'chmod' || name === 'chown' ? plain.slice(1) : plain;
}

function absolute(build: Build, { instruction }: ShellScript, path: string): string {
  const { home = '/root' } = readUser(build, instruction);
  const { workdir = '/' } = build.states[instruction.index]!;
  const place = readPlace(path.replace(/^(?:~|\$\{?HOME\}?)(?=\/)/, home), readPlace(workdir, ROOT));
  return placeText(place);
}

/** Whether a word is the key's path, or holds it: `ssh -i /root/.ssh/id_rsa`. */
function namesKey(build: Build, script: ShellScript, { value }: ShellWord, { paths }: SshKey): boolean {
  const whole = absolute(build, script, value);
  if (paths.has(whole)) return true;
  // `chmod 600 ~/.ssh/*` finds nothing any more.
  if (/[*?]/.test(value) && [...paths].some((path) => relate(readPlace(whole, ROOT), readPlace(path, ROOT)) === 'same'))
    return true;
  return value.split(/[\s=,:'"]+/).some((part) => part.includes('/') && paths.has(absolute(build, script, part)));
}

/** `eval "$(ssh-agent)"`, `ssh-add …`, `… | ssh-add -`, `ssh-agent -k`. */
function isAgent({ source }: Build, { commands, start, end }: ShellStatement): boolean {
  const last = commands.filter(({ nesting }) => nesting !== 'substitution').at(-1);
  if (last?.name === 'ssh-add') return true;
  const text = source.text.slice(start, end);
  if (last?.name === 'eval') return text.includes('ssh-agent');
  if (last?.name === 'kill') return text.includes('SSH_AGENT_PID');
  return last?.name === 'ssh-agent' && last.arguments.every(({ value }) => value.startsWith('-'));
}

function writesKey(build: Build, { commands }: ShellStatement, key: SshKey): boolean {
  const last = commands.filter(({ nesting }) => nesting !== 'substitution').at(-1);
  if (
    !last ||
    commands.some(({ redirects }) => redirects.some(({ operator }) => operator.startsWith('<<-') || operator === '<<'))
  )
    return false;
  const target =
    last.redirects.find(({ operator }) => operator.startsWith('>'))?.target ??
    (last.name === 'tee' ? last.arguments.find(({ value }) => !value.startsWith('-')) : undefined);
  return target !== undefined && namesKey(build, last.script, target, key);
}

/** Takes `-i KEY` out of a call of ssh, or of the text of one, with the option that would forbid an agent. */
function stripIdentity(
  build: Build,
  script: ShellScript,
  command: ShellCommand,
  word: ShellWord,
  { paths }: SshKey,
): readonly Edit[] | undefined {
  const { words } = command;
  const at = words.indexOf(word);
  const flag = words[at - 1];
  if (flag?.value === '-i' && /^(?:ssh|scp|sftp)$/.test(command.name ?? '')) {
    return removeWords(build.source, command, [flag, word]);
  }
  const written = build.source.text.slice(word.start, word.end);
  if (written !== word.text || !/\bssh\b/.test(written)) return undefined;
  const found = [...written.matchAll(/\s+-i\s*(?<path>[^\s"']+)|\s+-o\s*IdentitiesOnly=yes/g)];
  const others = found.filter(({ groups }) => groups?.path && !paths.has(absolute(build, script, groups.path)));
  if (others.length > 0 || !found.some(({ groups }) => groups?.path)) return undefined;
  return found.map((match) =>
    remove({ start: word.start + match.index, end: word.start + match.index + match[0].length }),
  );
}

/** COPY made the key's directory; where what stays needs it, a `mkdir` has to. */
function makeDirectory(
  build: Build,
  { from, paths }: SshKey,
  kept: readonly { readonly script: ShellScript; readonly statements: readonly ShellStatement[] }[],
): Edit | undefined {
  if ((from.keyword !== 'COPY' && from.keyword !== 'ADD') || from.sources.length > 1) return undefined;
  const [path] = paths;
  const directory = path!.slice(0, path!.lastIndexOf('/'));
  if (directory === '') return undefined;
  const lies = (script: ShellScript, { value }: ShellWord) => {
    const place = absolute(build, script, value);
    return place === directory || place.startsWith(`${directory}/`);
  };
  const isMade = build.instructions.some(
    (one) =>
      one.stage === from.stage &&
      one.index < from.index &&
      (one.keyword === 'RUN' || one.keyword === 'COPY' || one.keyword === 'WORKDIR') &&
      build.source.text.slice(one.start, one.end).includes(directory.split('/').at(-1)!),
  );
  if (isMade) return undefined;
  for (const { script, statements } of kept) {
    for (const statement of statements) {
      const [command] = statement.commands;
      if (!statement.commands.some((one) => wordsOf(one).some((word) => lies(script, word)))) continue;
      if (command?.name === 'mkdir' || command?.name === 'install') return undefined;
      return insert(statement.start, `mkdir -p ${directory} && `);
    }
  }
  return undefined;
}
