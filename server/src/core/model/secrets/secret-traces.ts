import { readCredentialName } from '../../knowledge/secrets/secret-names';
import type { Build } from '../build-types';
import { runsOf } from '../multi-stage/runs';
import { oncePerBuild } from '../once-per-build';
import type { ShellCommand, ShellScript, ShellWord } from '../shell/shell-command';
import { findKeptSecrets } from './kept-secrets';
import { readSecretInputs, type SecretInputs, secretWords } from './secret-inputs';

/** A command that lets a secret of its RUN out: into a file of the layer, or into the output of the build. */
export interface SecretTrace {
  readonly kind: 'file' | 'output' | 'xtrace';
  readonly command: ShellCommand;
  /** The word to point at; the whole command where it is undefined. */
  readonly word?: ShellWord;
  /** The file that keeps it, for `file`. */
  readonly path?: string;
}

/** Every place where a RUN lets out a secret that it reads. */
export const secretTraces = oncePerBuild((build: Build): readonly SecretTrace[] => {
  const mounting: ShellScript[] = [];
  const reading: ShellScript[] = [];
  for (const script of build.scripts) {
    const { mounts } = script.instruction;
    if (mounts.length > 0 && mounts.some(({ type }) => type === 'secret')) mounting.push(script);
    else if (mayReadSecret(script)) reading.push(script);
  }
  if (mounting.length === 0 && reading.length === 0) return NONE;
  return [
    ...mounting.flatMap((script) => {
      const inputs = readSecretInputs(script.instruction)!;
      const kept = findKeptSecrets(build, runsOf(build), script, inputs).filter(({ keeper }) => !keeper?.registry);
      return [
        ...kept.map(
          ({ command, word, path }): SecretTrace => ({ kind: 'file', command, ...(word ? { word } : {}), path }),
        ),
        ...readTraces(script, inputs, true),
      ];
    }),
    ...reading.flatMap((script) => {
      const inputs = variablesIn(build, script);
      return inputs.variables.size > 0 ? readTraces(script, inputs, false) : [];
    }),
  ];
});

const NONE: readonly SecretTrace[] = [];

/** Commands that print what they are given, or make the shell do so. */
const telling = new Set(['echo', 'printf', 'cat', 'printenv', 'set']);

function mayReadSecret({ commands }: ShellScript): boolean {
  if (!commands.some(isTelling)) return false;
  for (const { words } of commands) {
    for (const { variables } of words) for (const name of variables) if (readCredentialName(name)) return true;
  }
  return false;
}

function isTelling({ name }: ShellCommand): boolean {
  return name !== undefined && telling.has(name);
}

/** ARGs and ENVs in force that have the name of a password or token. */
function variablesIn(build: Build, { instruction, commands }: ShellScript): SecretInputs {
  const { scope } = build.states[instruction.index]!;
  const secret = new Set<string>();
  for (const { words } of commands) {
    for (const { variables } of words) {
      for (const name of variables) {
        const kind = readCredentialName(name)?.kind;
        if ((kind === 'password' || kind === 'token') && scope.lookup(name) !== undefined) secret.add(name);
      }
    }
  }
  return { files: [], variables: secret };
}

/** @param mounted whether the secret comes from a mount, so that a file with it is a leak of its own. */
function readTraces(script: ShellScript, inputs: SecretInputs, mounted: boolean): SecretTrace[] {
  const traces: SecretTrace[] = [];
  const { commands } = script;
  commands.forEach((command, index) => {
    const words = secretWords(command, inputs);
    const inPipeline = command.nesting === 'pipeline';
    const next = commands[index + 1];
    const pipedOn = inPipeline && next?.statement === command.statement && next.nesting === 'pipeline';
    const targets = command.redirects
      .filter(({ operator }) => /^(?:&?>>?|1>>?|>\|)$/.test(operator))
      .flatMap(({ target }) => target ?? []);
    const toOutput = targets.length === 0 && !pipedOn && command.nesting !== 'substitution';
    if (toOutput && printsSecret(command, words, inputs, mounted)) traces.push({ kind: 'output', command });
    const traced = xtraceWord(command);
    if (traced && commands.some((one, at) => at > index && expandsSecret(one, inputs))) {
      traces.push({ kind: 'xtrace', command, word: traced });
    }
  });
  return traces;
}

function printsSecret(
  { name, arguments: words }: ShellCommand,
  secrets: readonly ShellWord[],
  inputs: SecretInputs,
  mounted: boolean,
): boolean {
  if (name === 'echo' || name === 'printf' || name === 'cat') return secrets.length > 0;
  if (name === 'printenv') {
    const named = words.filter(({ value }) => !value.startsWith('-'));
    return named.length === 0
      ? mounted && inputs.variables.size > 0
      : named.some(({ value }) => inputs.variables.has(value));
  }
  if (name === 'env' || (name === 'export' && words[0]?.value === '-p')) {
    return mounted && inputs.variables.size > 0 && words.every(({ value }) => value.startsWith('-'));
  }
  return false;
}

/** The word that turns on tracing: `-x`, `-eux`, `xtrace`. */
function xtraceWord({ name, arguments: words }: ShellCommand): ShellWord | undefined {
  if (name !== 'set') return undefined;
  return words.find(
    ({ value }, index) =>
      /^-[a-zA-Z]*x[a-zA-Z]*$/.test(value) || (value === 'xtrace' && words[index - 1]?.value === '-o'),
  );
}

/** Whether the shell itself expands the secret, which is what tracing prints. */
function expandsSecret({ words, assignments, redirects }: ShellCommand, { files, variables }: SecretInputs): boolean {
  const all = [...words, ...assignments.map(({ value }) => value), ...redirects.flatMap(({ target }) => target ?? [])];
  return all.some(
    (word) =>
      word.variables.some((name) => variables.has(name)) ||
      files.some(
        (file) =>
          !word.literal &&
          (word.text.includes(`cat ${file}`) || word.text.includes(`< ${file}`) || word.text.includes(`<${file}`)),
      ),
  );
}
