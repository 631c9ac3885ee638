import { type Edit, overlapping, remove, replace } from '../../text/edit';
import { lineAt } from '../../text/source';
import { covers, type Span } from '../../text/span';
import type { Build } from '../build-types';
import { Runs } from '../multi-stage/runs';
import type { ShellScript } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';
import type { CommandCredential } from './command-credentials';
import { rewriteClone } from './git-address';
import { findKeptSecrets, notesOnSecrets, whyKept } from './kept-secrets';
import { literalCredentials } from './literal-credentials';
import { type Delivery, deliverSecret, mountFile, quotingAt, readDelivery } from './secret-delivery';
import { type NoSecretMount, type SecretMountRewrite, secretId } from './secret-mount';
import { buildNotes } from './secret-notes';
import { rewriteSetting } from './told-settings';

/**
 * Gives RUNs the credential that is written into their commands by a secret mount: at every place where the same text is handed
 * over as a credential, since one that stays would leave it in the history.
 */
export function literalToSecretMount(build: Build, picked: CommandCredential): SecretMountRewrite | NoSecretMount {
  const { text } = build.source;
  const value = text.slice(picked.start, picked.end);
  const all = literalCredentials(build).filter((one) => text.slice(one.start, one.end) === value);
  const runs = new Runs(build);
  const delivery = readDelivery(
    build,
    all.map(({ command }) => command.script),
  );
  if ('because' in delivery) return delivery;
  const name = nameFor(build, picked);
  const id = secretId(name);
  const secret = { id, required: true };
  const edits: Edit[] = [...delivery.edits];
  const notes: string[] = [];
  const mounted = new Set<string>();
  for (const credential of all) {
    const converted = convert(build, runs, delivery, credential, name);
    if ('because' in converted)
      return credential.start === picked.start ? converted : elsewhere(build, credential, converted);
    // The mount is the same for all places of a RUN.
    for (const script of converted.scripts) {
      const { form } = converted;
      const key = `${form} ${script.instruction.index}`;
      if (mounted.has(key)) continue;
      mounted.add(key);
      edits.push(
        ...(form === 'file'
          ? mountFile(build, script.instruction, secret).edits
          : deliverSecret(build, delivery, script, secret, [name])),
      );
    }
    edits.push(...converted.edits);
    notes.push(...converted.notes);
  }
  if (overlapping(edits)) return { because: 'The places where the credential stands overlap.' };
  const stays =
    text.length - text.replaceAll(value, '').length > value.length * all.length && isTelling(build, value, all);
  return {
    title: `Read it from a secret mount as ${name}`,
    edits,
    notes: [
      ...buildNotes(build, id, name),
      ...new Set(notes),
      ...(stays ? ['The same text stands elsewhere in this file: look whether it is the credential there too.'] : []),
      'What stood here is in the history of this file and of images built from it: replace it by a new one.',
    ],
  };
}

function elsewhere({ source }: Build, { start }: Span, { because }: NoSecretMount): NoSecretMount {
  return { because: `The same credential stands in line ${lineAt(source, start) + 1}. ${because}` };
}

/** Whether a text that is left over is likely the credential, and no `root` or `admin`. */
function isTelling({ source: { text }, comments }: Build, value: string, all: readonly Span[]): boolean {
  if (value.length < 6) return false;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    const span = { start: at, end: at + value.length };
    if (![...all, ...comments].some((one) => covers(one, span))) return true;
  }
  return false;
}

interface Converted {
  /** What the text in the place of the credential reads. */
  readonly form: Delivery['form'];
  /** The RUNs that need the mount. */
  readonly scripts: readonly ShellScript[];
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

function convert(
  build: Build,
  runs: Runs,
  delivery: Delivery,
  credential: CommandCredential,
  name: string,
): Converted | NoSecretMount {
  const { command, start, end } = credential;
  const { script } = command;
  if (script.form === 'exec') {
    return { because: 'The exec form expands no variables, so it cannot read one of a secret mount.' };
  }
  if (script.dialect !== 'posix') return { because: 'Secret mounts need a POSIX shell here.' };
  if (command.quotedBy) return { because: 'The command stands inside the quotes of another one.' };
  const reads = { files: [], variables: new Set<string>(), literal: { start, end } };
  const id = secretId(name);
  const [kept] = findKeptSecrets(build, runs, script, reads);
  if (kept) {
    const { path } = mountFile(build, script.instruction, { id, required: true });
    const part = { start, end, text: `$(cat ${path})` };
    const rewrite = rewriteClone(build, kept, part) ?? rewriteSetting(build, kept, part);
    if (!rewrite) return { because: whyKept(kept, 'the credential') };
    return { form: 'file', scripts: rewrite.scripts, edits: rewrite.edits, notes: [rewrite.note] };
  }
  const notes = notesOnSecrets(build, runs, script, reads);

  const assignment = command.assignments.find(({ value }) => covers(value, { start, end }));
  const isAssigned = credential.form === 'assignment' || assignment !== undefined;
  if (delivery.form === 'file' || (isAssigned && !(assignment && command.nameWord && assignment.name === name))) {
    // A variable that the script sets can't be set from one of its own name.
    const { path } = mountFile(build, script.instruction, { id, required: true });
    const edit = inPlace(build, credential, `$(cat ${path})`);
    return 'because' in edit ? edit : { form: 'file', scripts: [script], edits: [edit], notes };
  }
  const edit = assignment ? withoutAssignment(build, assignment) : inPlace(build, credential, `\${${name}}`);
  return 'because' in edit ? edit : { form: 'variable', scripts: [script], edits: [edit], notes };
}

/** `PGPASSWORD=x psql` becomes `psql`, which finds the variable of the mount. */
function withoutAssignment({ source }: Build, { start, end }: Span): Edit {
  let to = end;
  while (source.text[to] === ' ' || source.text[to] === '\t') to++;
  return remove({ start, end: to });
}

/** Puts an expansion in the place of the credential, out of single quotes and into double ones. */
function inPlace(build: Build, { command, start, end }: CommandCredential, expansion: string): Edit | NoSecretMount {
  // What is piped into a command is a word of another one.
  const words = command.script.commands.flatMap((one) => [
    ...one.words,
    ...one.redirects.flatMap(({ target }) => target ?? []),
    ...one.assignments.map(({ value }) => value),
  ]);
  const word = words.findLast((one) => covers(one, { start, end }));
  const { text } = build.source;
  const isWhole = word && start === word.start && end === word.end && word.text !== word.value;
  if (!word || text.slice(word.start, word.end) !== word.text || isWhole || /\\\r?\n/.test(word.text)) {
    return { because: 'The credential cannot be told from the quotes around it.' };
  }
  switch (quotingAt(word, start - word.start)) {
    case 'double':
      return replace({ start, end }, expansion);
    case 'none':
      return replace({ start, end }, `"${expansion}"`);
    case 'single': {
      // Quotes that would be left empty go.
      const opens = text[start - 1] === "'";
      const closes = text[end] === "'";
      const span = { start: opens ? start - 1 : start, end: closes ? end + 1 : end };
      return replace(span, `${opens ? '' : "'"}"${expansion}"${closes ? '' : "'"}`);
    }
  }
}

/** The variable that the command sets by itself, or one that is named after what is given the credential. */
function nameFor(build: Build, { command, form, receiver, start, end }: CommandCredential): string {
  const assignment = command.assignments.find(({ value }) => covers(value, { start, end }));
  if (form === 'assignment') return assignment?.name ?? receiver;
  return freeName(build, command.script.instruction, receiver);
}

/** A variable's name for what a tool is given, taken by nothing in the file. */
function freeName(build: Build, run: RunInstruction, receiver: string): string {
  const stem = receiver
    .replace(/^-+|^an? /g, '')
    .replace(/\W+/g, '_')
    .toUpperCase()
    .replace(/^_|_$/g, '');
  const named = /(?:^|_)(?:TOKEN|PASSWORD|SECRET|KEY)(?:_|$)/.test(stem) ? stem : `${stem || 'RUN'}_SECRET`;
  const base = /^\d/.test(named) ? `SECRET_${named}` : named;
  const { scope } = build.states[run.index]!;
  const isTaken = (name: string) =>
    scope.lookup(name) !== undefined ||
    build.scripts.some(({ instruction }) =>
      instruction.mounts.some(({ env, id }) => env === name || id === secretId(name)),
    );
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}_${number}`;
  return name;
}
