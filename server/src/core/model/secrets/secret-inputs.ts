import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { RunInstruction } from '../syntax/instruction';

/** What secret mounts give to a RUN. */
export interface SecretInputs {
  /** Paths of files. */
  readonly files: readonly string[];
  /** Variables. */
  readonly variables: ReadonlySet<string>;
}

/** What the secret mounts of a RUN give to its commands; undefined when it has none. */
export function readSecretInputs({ mounts }: RunInstruction): SecretInputs | undefined {
  const secrets = mounts.filter(({ type }) => type === 'secret');
  if (secrets.length === 0) return undefined;
  const files = secrets.flatMap(({ id, target, env }) => {
    if (target) return [target];
    return env || !id ? [] : [`/run/secrets/${id}`];
  });
  return { files, variables: new Set(secrets.flatMap(({ env }) => env ?? [])) };
}

/** Whether a word brings a secret along: it expands the variable, or is (or prints) the file. */
export function readsSecret({ text, value, variables }: ShellWord, { files, variables: names }: SecretInputs): boolean {
  return variables.some((name) => names.has(name)) || files.some((file) => value === file || text.includes(file));
}

/** The words and redirections of a command that read a secret. */
export function secretWords({ words, redirects, assignments }: ShellCommand, inputs: SecretInputs): ShellWord[] {
  const sources = redirects.filter(({ operator }) => operator.startsWith('<')).flatMap(({ target }) => target ?? []);
  return [...words, ...sources, ...assignments.map(({ value }) => value)].filter((word) => readsSecret(word, inputs));
}
