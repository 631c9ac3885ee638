import { type Edit, insert, remove, replace } from '../text/edit';
import type { Build } from './build-types';
import type { CommandCredential } from './command-credentials';
import { requireFrontend } from './frontend';
import type { RunInstruction } from './instruction';
import { findKeptSecrets, notesOnSecrets, whyKept } from './kept-secrets';
import { Runs } from './runs';
import { ENV_MOUNT_MINOR, type NoSecretMount, type SecretMountRewrite, secretId } from './secret-mount';

/** Gives a RUN's command the credential that is written into it as a variable of a secret mount. */
export function literalToSecretMount(build: Build, credential: CommandCredential): SecretMountRewrite | NoSecretMount {
  const { command, form, receiver, start, end } = credential;
  const { script } = command;
  const run = script.instruction;
  if (script.form === 'exec')
    return { because: 'The exec form expands no variables, so it cannot read one of a secret mount.' };
  if (script.dialect !== 'posix') return { because: 'Secret mounts need a POSIX shell here.' };
  if (command.quotedBy) return { because: 'The command stands inside the quotes of another one.' };
  const runs = new Runs(build);
  const reads = { files: [], variables: new Set<string>(), literal: { start, end } };
  const [kept] = findKeptSecrets(build, runs, script, reads);
  if (kept) return { because: whyKept(kept, 'the credential') };
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
      ...notesOnSecrets(build, runs, script, reads),
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
