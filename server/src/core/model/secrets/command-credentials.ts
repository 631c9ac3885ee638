import {
  AUTHORIZATION,
  accountSinks,
  type CredentialCommand,
  commandsByName,
  credentialCommands,
  credentialHeader,
  credentialKey,
  credentialOption,
  credentialProperty,
  credentialTexts,
  debconfPassword,
  debconfQuestion,
  type IndexedCommand,
  passwordOption,
  promptingCommands,
  stdinOptions,
} from '../../knowledge/secrets/credential-commands';
import { judgeValue } from '../../knowledge/secrets/credential-values';
import { entropy, isFillIn, isSample, isSentinel } from '../../knowledge/secrets/placeholders';
import { readCredentialName } from '../../knowledge/secrets/secret-names';
import type { Span } from '../../text/span';
import type { Build, Variable } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import { behindVerbs, locate, optionValues, positionals } from '../shell/command-words';
import type { ShellCommand, ShellScript, ShellWord } from '../shell/shell-command';
import { type SecretSource, sourcesOf } from './secret-sources';
import { findUserinfo } from './userinfo';

/** How a command of a RUN is handed a credential. */
export type CredentialForm =
  /** `https://user:x@host` */
  | 'url'
  /** `?access_token=x`, `-d password=x` */
  | 'data'
  /** `Authorization: Bearer x` */
  | 'header'
  /** `--password x`, `-u user:x` */
  | 'option'
  /** `npm config set …:_authToken x`, `vault login x` */
  | 'argument'
  /** `PGPASSWORD=x psql` */
  | 'assignment'
  /** `echo //…:_authToken=x`, `… IDENTIFIED BY 'x'` */
  | 'text'
  /** `echo user:x | chpasswd`, `useradd -p x` */
  | 'account'
  /** `docker login -p x` */
  | 'registry';

/** A credential in a RUN, written out or read from a variable that the image keeps. The span is the credential's own. */
export interface CommandCredential extends Span {
  readonly command: ShellCommand;
  readonly form: CredentialForm;
  /** What it is given to, for messages: `curl`, `an SQL statement`. */
  readonly receiver: string;
  readonly source: SecretSource;
  /** The variable, when it is no literal. */
  readonly variable?: Variable;
}

/** Every credential that a RUN outside ONBUILD is handed in a way that stays in the image's history. */
export const commandCredentials = oncePerBuild((build: Build): readonly CommandCredential[] => {
  const { text } = build.source;
  const hasSigns = hintSigns.test(text);
  let found: CommandCredential[] | undefined;
  for (const script of build.scripts) {
    const some = readScript(build, script, hasSigns);
    if (some.length === 0) continue;
    if (found) found.push(...some);
    else found = some;
  }
  return found ?? NONE;
});

/** What is piped into others. */
const feeders = new Set(['echo', 'printf', 'yes']);
const registryTools = new Set(
  credentialCommands.filter(({ registry }) => registry).flatMap(({ names }) => names.split(' ')),
);

function credentialForm(tool: string): CredentialForm {
  return registryTools.has(tool) ? 'registry' : 'option';
}

/** A line for chpasswd. */
const userAndPassword = /(?:^|\\n|\n)[^\s:\\]+:([^\\\n]+)/g;

/** Every shape outside the table has one of these in its text: a word of three letters or more, or a sign. */
const hintWords = /pass|pwd|secret|token|key|auth|identified|cred|sonar\.login|bundle_|sudo -s/i;
const hintSigns = /[@?]|\/t\//i;

/** @param hasSigns whether any of `hintSigns` is in the file */
function readScript(build: Build, script: ShellScript, hasSigns: boolean): CommandCredential[] {
  const { commands, span } = script;
  const found: CommandCredential[] = [];
  if (commands.length === 0) return found;
  const text = build.source.text.slice(span.start, span.end);
  const hinted = hintWords.test(text) || (hasSigns && hintSigns.test(text));
  const reader = new Reader(build, script, found);
  for (let index = 0; index < commands.length; index++) {
    const command = commands[index]!;
    // The words of `sh -c '…'` stand for themselves as the commands that follow.
    if (commands[index + 1]?.quotedBy === command) continue;
    reader.readTable(command);
    if (!hinted) continue;
    reader.readAccount(command, index);
    reader.readAssignments(command);
    for (const word of command.words) reader.readWord(command, word);
    for (const { target } of command.redirects) if (target) reader.readWord(command, target);
    reader.readOptions(command);
  }
  return found.length < 2 ? found : withoutTwins(found).sort((a, b) => a.start - b.start || a.end - b.end);
}

const NONE: readonly CommandCredential[] = [];

/** Whether a row's options are among the words, at a first look. */
function mayHaveOption({ options, letters }: IndexedCommand, words: readonly ShellWord[]): boolean {
  for (const { value } of words) {
    if (value.charCodeAt(0) !== DASH) continue;
    // In `-sSu x` the last letter takes the value.
    if (value.length > 2 && letters.includes(value.charAt(value.length - 1))) return true;
    const equals = value.indexOf('=');
    if (options.has(equals === -1 ? value : value.slice(0, equals))) return true;
  }
  return false;
}

const DASH = 45;

/** Whether a command is told to read a password from what is piped into it. */
function readsInput(command: ShellCommand): boolean {
  for (const { value } of command.arguments) if (value.startsWith('--') && stdinOptions.has(value)) return true;
  return false;
}

/** The texts of `credentialTexts` have one of these in them. */
const hintOfText = /auth|password|machine|identified/i;

/** One place is told once, by the form that was looked for first: the table knows more than the shapes of texts. */
function withoutTwins(found: readonly CommandCredential[]): CommandCredential[] {
  return found.filter(
    ({ start, end }, index) => !found.slice(0, index).some((other) => other.start < end && start < other.end),
  );
}

class Reader {
  readonly #build: Build;
  readonly #script: ShellScript;
  readonly #found: CommandCredential[];

  constructor(build: Build, script: ShellScript, found: CommandCredential[]) {
    this.#build = build;
    this.#script = script;
    this.#found = found;
  }

  readTable(command: ShellCommand): void {
    const rows = command.name === undefined ? undefined : commandsByName.get(command.name);
    if (!rows) return;
    for (const indexed of rows) {
      const { row } = indexed;
      const isOfOptions = row.position === undefined && !row.keys && !row.glued;
      if (isOfOptions && !mayHaveOption(indexed, command.arguments)) continue;
      const rest = behindVerbs(command.arguments, row.verbs);
      if (!rest || (row.needs && !rest.some(({ value }) => row.needs!.test(value)))) continue;
      if (row.without && rest.some(({ value }) => row.without!.test(value))) continue;
      this.#readRow(command, row, rest);
    }
  }

  #readRow(command: ShellCommand, row: CredentialCommand, rest: readonly ShellWord[]): void {
    const receiver = command.name!;
    const form = row.registry ? 'registry' : row.account ? 'account' : 'option';
    for (const { word, from } of optionValues(command.arguments, row.options)) {
      const value = word.value.slice(from);
      if (row.prefix === undefined) this.#add(command, word, from, word.value.length, form, receiver);
      else if (value.startsWith(row.prefix)) {
        this.#add(command, word, from + row.prefix.length, word.value.length, form, receiver);
      }
    }
    for (const { word, from } of optionValues(command.arguments, row.equals, true)) {
      this.#add(command, word, from, word.value.length, form, receiver);
    }
    for (const word of command.arguments) {
      const flag = row.glued?.split(' ').find((one) => word.value.startsWith(one) && word.value.length > one.length);
      if (flag && !word.value.startsWith('--'))
        this.#add(command, word, flag.length, word.value.length, form, receiver);
    }
    for (const { word, from } of optionValues(command.arguments, row.pairs)) {
      const at = word.value.indexOf(row.separator ?? ':', from);
      if (at !== -1) this.#add(command, word, at + 1, word.value.length, form, receiver);
    }
    for (const { word, from } of optionValues(command.arguments, row.headers)) {
      const colon = word.value.indexOf(':', from);
      if (colon === -1 || !credentialHeader.test(word.value.slice(from, colon).trim())) continue;
      const start = colon + 1 + (word.value.slice(colon + 1).length - word.value.slice(colon + 1).trimStart().length);
      this.#add(command, word, start, word.value.length, 'header', receiver);
    }
    for (const { word, from } of optionValues(command.arguments, row.forms)) {
      this.#addMatches(command, word, credentialKey, 'data', receiver, from);
    }
    if (row.position !== undefined) {
      const positional = positionals(rest, row.valued);
      const word = positional.at(row.position);
      const accountForm = row.account ? 'account' : 'argument';
      if (word && !/^-/.test(word.value)) this.#add(command, word, 0, word.value.length, accountForm, receiver);
    }
    if (row.keys) this.#readKeys(command, row, rest);
  }

  #readKeys(command: ShellCommand, { keys, offset = 1 }: CredentialCommand, rest: readonly ShellWord[]): void {
    const receiver = command.name!;
    rest.forEach((word, index) => {
      if (word.value.startsWith('--')) return;
      const equals = word.value.indexOf('=');
      if (equals !== -1 && keys!.test(word.value.slice(0, equals))) {
        this.#add(command, word, equals + 1, word.value.length, 'argument', receiver);
      } else if (keys!.test(word.value)) {
        const value = rest[index + offset];
        if (value && !value.value.startsWith('--')) {
          this.#add(command, value, 0, value.value.length, 'argument', receiver);
        }
      }
    });
  }

  /** `echo user:x | chpasswd`, `chpasswd <<< user:x`, answers to debconf. */
  readAccount(command: ShellCommand, index: number): void {
    const { name } = command;
    if (name === undefined) return;
    const isAccount = accountSinks.has(name) || name === 'debconf-set-selections';
    const isSudo =
      !isAccount && command.words[0]?.value === 'sudo' && command.words.some(({ value }) => value === '-S');
    if (!isAccount && !isSudo && !readsInput(command)) return;
    const here = command.redirects.filter(({ operator }) => operator === '<<<').flatMap(({ target }) => target ?? []);
    const feeding: ShellCommand[] = [];
    for (let at = index - 1; this.#script.commands[at]?.statement === command.statement; at--) {
      const one = this.#script.commands[at]!;
      if (feeders.has(one.name ?? '')) feeding.push(one);
    }
    // `(echo x; echo x) | passwd` says it twice.
    const heard = name === 'chpasswd' || name === 'debconf-set-selections' ? feeding : feeding.slice(0, 1);
    const piped = command.nesting === 'pipeline' ? heard.flatMap(({ arguments: words }) => words) : [];
    [...here, ...piped].forEach((word, at, words) => {
      if (word.value.startsWith('-') || word.value === '') return;
      if (name === 'debconf-set-selections') {
        this.#addMatches(command, word, debconfPassword, 'account', name);
        const answered = words[at - 1]?.value === 'password' && debconfQuestion.test(words[at - 2]?.value ?? '');
        if (answered) this.#add(command, word, 0, word.value.length, 'account', name);
      } else if (name === 'chpasswd') {
        if (word.value.includes(':')) this.#addMatches(command, word, userAndPassword, 'account', name);
        else if (!word.literal) this.#add(command, word, 0, word.value.length, 'account', name);
      } else {
        const end = /\\n|\n/.exec(word.value)?.index ?? word.value.length;
        const form = isAccount ? 'account' : isSudo ? 'text' : credentialForm(name);
        this.#add(command, word, 0, end, form, isSudo ? 'sudo' : name);
      }
    });
  }

  /** `PGPASSWORD=x psql`, `export TOKEN=x`. */
  readAssignments(command: ShellCommand): void {
    for (const { name, value } of command.assignments) {
      this.#assigned(command, name, value, 0);
      this.readWord(command, value);
    }
    // `export A=x`, `env A=x`, `make A=x`.
    for (const word of command.words) {
      if (!word.value.includes('=')) continue;
      const name = /^[A-Z_][A-Z0-9_]*(?==)/.exec(word.value)?.[0];
      if (name) this.#assigned(command, name, word, name.length + 1);
    }
  }

  #assigned(command: ShellCommand, name: string, word: ShellWord, from: number): void {
    const credential = readCredentialName(name);
    if (!credential || credential.kind === 'connection') return;
    const value = word.value.slice(from);
    if (word.literal && !judgeValue(name, value)) return;
    // `COMPOSER_AUTH='{"github-oauth": …}'`: all of it is the credential.
    if (word.literal && /^\s*\{.*"\s*:/s.test(value)) {
      this.#push(command, locate(word, from, value), 'assignment', name, 'literal', undefined);
      return;
    }
    if (!word.literal && credential.kind === 'key' && !word.variables.some((one) => readCredentialName(one))) return;
    this.#add(command, word, from, word.value.length, 'assignment', name);
  }

  /** Shapes that a word may have under any command. */
  readWord(command: ShellCommand, word: ShellWord): void {
    const { value } = word;
    if (!/[=:?@< ]/.test(value)) return;
    const receiver = command.name ?? 'a URL';
    for (const { from, to } of findUserinfo(value)) this.#add(command, word, from, to, 'url', receiver);
    const conda = value.includes('/t/') ? /:\/\/[^\s/]+\/t\/([^\s/]+)\//.exec(value) : null;
    if (conda) {
      const from = conda.index + conda[0].length - 1 - conda[1]!.length;
      this.#add(command, word, from, from + conda[1]!.length, 'data', receiver);
    }
    if (value.includes('?')) this.#addMatches(command, word, credentialKey, 'data', receiver);
    if (!hintOfText.test(value)) return;
    const lower = value.toLowerCase();
    for (const { name, hint, pattern } of credentialTexts) {
      if (lower.includes(hint))
        this.#addMatches(command, word, pattern, hint === AUTHORIZATION ? 'header' : 'text', name);
    }
  }

  /** Long options and properties of commands that the table does not know. */
  readOptions(command: ShellCommand): void {
    const { name } = command;
    const words = command.arguments;
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      if (word.value.charCodeAt(0) !== 45 || word.value.includes(' ')) continue;
      const equals = word.value.indexOf('=');
      const option = equals === -1 ? word.value : word.value.slice(0, equals);
      if (equals !== -1 && (credentialOption.test(option) || credentialProperty.test(option))) {
        this.#add(command, word, equals + 1, word.value.length, 'option', name ?? option);
      } else if (equals === -1 && passwordOption.test(option) && !promptingCommands.has(name ?? '')) {
        const next = words[index + 1];
        if (next && !next.value.startsWith('-')) {
          this.#add(command, next, 0, next.value.length, 'option', name ?? option);
        }
      }
    }
  }

  #addMatches(
    command: ShellCommand,
    word: ShellWord,
    pattern: RegExp,
    form: CredentialForm,
    receiver: string,
    from = 0,
  ): void {
    const text = word.value.slice(from);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = from + match.index + match[0].lastIndexOf(match[1]!);
      this.#add(command, word, start, start + match[1]!.length, form, receiver);
    }
  }

  #add(command: ShellCommand, word: ShellWord, from: number, to: number, form: CredentialForm, receiver: string): void {
    const value = word.value.slice(from, to);
    const { source, variable, isNoLiteral } = sourcesOf(this.#build, this.#script, value, word);
    if (isNoLiteral) {
      if (source) this.#push(command, locate(word, from, value), form, receiver, source, variable);
      return;
    }
    if (!isLiteralCredential(value, form)) return;
    this.#push(command, locate(word, from, value), form, receiver, 'literal', undefined);
  }

  #push(
    command: ShellCommand,
    span: Span,
    form: CredentialForm,
    receiver: string,
    source: SecretSource,
    variable: Variable | undefined,
  ): void {
    const { start, end } = span;
    this.#found.push({ start, end, command, form, receiver, source, variable });
  }
}

/** A literal at a credential's place that is one: no sentinel, file, prompt, or text that the shell or a tool fills in. */
function isLiteralCredential(value: string, form: CredentialForm): boolean {
  const text = value.trim();
  if (isSentinel(text) || /^[@$%-]|[{}<>]|\$\(|`/.test(text) || text === '\\') return false;
  if (form === 'account') return true;
  if (isFillIn(text) || isSample(text) || /^changeit$/i.test(text)) return false;
  if (/^(?:\.{0,2}\/|~\/)[\w./-]*$|^file:|^env:|^\w+:\/\//.test(text)) return false;
  if (form === 'data' || form === 'header') return looksIssued(text);
  return !(form === 'option' && /^\d$/.test(text));
}

/** Headers, queries and forms hold words and numbers of all sorts; a credential there is long or a password's pair. */
function looksIssued(text: string): boolean {
  return text.length >= 8 && (text.length >= 16 || /\d/.test(text)) && entropy(text) > 2.5;
}
