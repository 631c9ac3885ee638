import type { Scope, State } from '../build-types';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from '../shell/shell-command';

/** What a script leaves in its shell when it is done, so that a command put behind it would find it. */
export type Leftover =
  /** The working directory may be another one. */
  | { readonly kind: 'directory'; readonly by: ShellCommand }
  /** A variable of the shell; `exported` when programs may see it too. */
  | { readonly kind: 'variable'; readonly name: string; readonly exported: boolean; readonly by: ShellStatement }
  /** `set` or `shopt`: options other than `-e`, and those that only print. */
  | { readonly kind: 'options'; readonly text: string; readonly by: ShellCommand }
  /** `set -e`. */
  | { readonly kind: 'errexit'; readonly by: ShellCommand }
  /** The end of the shell itself, or something that changes what every later command does: `exec`, `exit`, `umask`, `eval`… */
  | { readonly kind: 'shell'; readonly by: ShellCommand }
  | { readonly kind: 'function'; readonly by: ShellStatement };

/** What goes on, or changes, outside the script's own shell, so that not even a subshell contains it. */
export interface Residue {
  readonly kind: 'background' | 'service' | 'resolver' | 'interpreter' | 'user' | 'directory';
  readonly by: ShellCommand | ShellStatement;
}

/** What matters about a script when it is to share a shell with another. */
export interface ScriptTraits {
  readonly leftovers: readonly Leftover[];
  readonly residue: Residue | undefined;
  /** Whether its lists are joined by `&&` only. */
  readonly conjunction: boolean;
  /** Whether `-e` is in force for all of it: by SHELL, or as its first statement says. */
  readonly errexit: boolean;
  /** Whether `-e` would decide nothing in it: no `;`, no compound command whose inner failures it would catch. */
  readonly indifferent: boolean;
  /** The same of its last list alone, which is all that a `&&` behind it touches. */
  readonly lastListIndifferent: boolean;
  /** Where its first statement changes to a directory of its own, absolute and literal. */
  readonly entersDirectory: boolean;
  /** Options that its first statement sets, `set -eux` as `e`, `u`, `x`. */
  readonly ownOptions: ReadonlySet<string>;
}

/** Builtins whose effect outlives them in the shell. */
const SHELL_CHANGERS = new Set(
  `exec exit return trap umask ulimit alias unalias eval source . shift let getopts local enable bind wait disown suspend
   set-alias logout hash`.split(/\s+/),
);
const DECLARERS = new Set(['export', 'readonly', 'declare', 'typeset', 'unset', 'read', 'mapfile', 'readarray']);
const DIRECTORY_CHANGERS = new Set(['cd', 'chdir', 'pushd', 'popd']);
/** Options that change what is printed, not what is done. */
const HARMLESS_OPTIONS = new Set(['x', 'v', 'xtrace', 'verbose']);

/** Commands that leave a process behind when they return. */
const SERVICE_STARTERS = new Set(
  `service systemctl invoke-rc.d rc-service rc-update start-stop-daemon pg_ctl pg_ctlcluster mysqld_safe mysqld_multi apachectl
   apache2ctl supervisord dbus-launch nohup setsid daemonize Xvfb dockerd containerd sshd cron crond rsyslogd`.split(
    /\s+/,
  ),
);
/** Files that the builder mounts anew for every RUN. */
const MOUNTED_ANEW = new Set(['/etc/hosts', '/etc/resolv.conf', '/etc/hostname']);

/**
 * Reads what a POSIX script leaves behind and how it is put together.
 * @param errexit whether `-e` is in force before it begins
 */
export function readTraits(script: ShellScript, state: State, text: string, errexit = false): ScriptTraits {
  return new ReadTraits(script, state, text, errexit);
}

class ReadTraits implements ScriptTraits {
  readonly residue: Residue | undefined;
  readonly conjunction: boolean;
  readonly errexit: boolean;
  readonly indifferent: boolean;
  readonly lastListIndifferent: boolean;
  readonly entersDirectory: boolean;
  readonly ownOptions: ReadonlySet<string>;
  readonly #statements: readonly ShellStatement[];
  readonly #scope: Scope;
  readonly #text: string;
  #leftovers: readonly Leftover[] | undefined;

  constructor(script: ShellScript, state: State, text: string, errexit: boolean) {
    const { statements } = script;
    const lastList = statements.slice(statements.findLastIndex(({ before }) => before !== '&&' && before !== '||'));
    this.residue = findResidue(script, text, state);
    this.conjunction = statements.every(({ before }) => before === undefined || before === '&&');
    this.ownOptions = optionsOf(statements[0]);
    this.errexit =
      errexit || hasErrexit(state.shell.words) || this.ownOptions.has('e') || this.ownOptions.has('errexit');
    this.indifferent = statements.every(
      (one) => (one.before === undefined || one.before === '&&' || one.before === '||') && isPlain(one, text),
    );
    this.lastListIndifferent =
      lastList.every((one) => isPlain(one, text)) && !statements.some(({ kind }) => kind === 'function');
    this.entersDirectory = entersDirectory(statements[0]);
    this.#statements = statements;
    this.#scope = state.scope;
    this.#text = text;
  }

  /** Few are asked for: most scripts stand where nothing notices them. */
  get leftovers(): readonly Leftover[] {
    if (!this.#leftovers) {
      const found: Leftover[] = [];
      for (const statement of this.#statements) collectLeftovers(statement, found, this.#text);
      this.#leftovers = withExports(found, this.#scope);
    }
    return this.#leftovers;
  }
}

/** The file's own variables are exported, whatever a script says. */
function withExports(leftovers: readonly Leftover[], scope: Scope): readonly Leftover[] {
  if (!leftovers.some((one) => one.kind === 'variable' && !one.exported)) return leftovers;
  const exportedByFile = new Set(scope.all().map(({ name }) => name));
  return leftovers.map((one) =>
    one.kind === 'variable' && exportedByFile.has(one.name) ? { ...one, exported: true } : one,
  );
}

/** Whether a SHELL's own words turn `-e` on. */
function hasErrexit(words: readonly string[]): boolean {
  return words.slice(1).some((word) => /^-[a-zA-Z]*e/.test(word) || word === 'errexit');
}

/** A statement of simple commands alone: `-e` has no say in what happens inside it, nor in its command substitutions. */
function isPlain({ kind, commands, start, end }: ShellStatement, text: string): boolean {
  if (kind !== 'command' && kind !== 'pipeline') return false;
  if (commands.some(({ nesting }) => nesting !== 'top' && nesting !== 'pipeline' && nesting !== 'substitution'))
    return false;
  const substitutes = commands.some(({ nesting }) => nesting === 'substitution');
  return !(substitutes && /(?:\$\(|`|<\()[^)`]*[;\n]/.test(text.slice(start, end)));
}

const NO_OPTIONS: ReadonlySet<string> = new Set();

function optionsOf(statement: ShellStatement | undefined): ReadonlySet<string> {
  const command = statement?.kind === 'command' ? statement.commands[0] : undefined;
  if (command?.words[0]?.value !== 'set') return NO_OPTIONS;
  const options = new Set<string>();
  const words = command.words.slice(1).map(({ value }) => value.trim());
  for (const [index, word] of words.entries()) {
    if (/^-[a-zA-Z]+$/.test(word)) for (const letter of word.slice(1).replace('o', '')) options.add(letter);
    else if (/^[a-z]+$/.test(word) && /^-[a-zA-Z]*o$/.test(words[index - 1] ?? '')) options.add(word);
    else options.add(word);
  }
  return options;
}

function entersDirectory(statement: ShellStatement | undefined): boolean {
  const words = statement?.kind === 'command' ? statement.commands[0]?.words : undefined;
  return words?.length === 2 && words[0]!.value === 'cd' && words[1]!.literal && words[1]!.value.startsWith('/');
}

function collectLeftovers(statement: ShellStatement, into: Leftover[], text: string): void {
  // Each part of a pipeline, and all of a subshell, has a shell of its own.
  if (statement.kind === 'pipeline' || statement.kind === 'subshell') return;
  if (statement.kind === 'function') {
    into.push({ kind: 'function', by: statement });
    return;
  }
  if (statement.kind === 'compound') {
    for (const [, name] of text.slice(statement.start, statement.end).matchAll(/\b(?:for|select)\s+([A-Za-z_]\w*)/g)) {
      into.push({ kind: 'variable', name: name!, exported: false, by: statement });
    }
  }
  for (const command of statement.commands) {
    if (command.quotedBy || command.nesting === 'subshell' || command.nesting === 'substitution') continue;
    if (command.nesting === 'pipeline') continue;
    collectOfCommand(command, statement, into);
  }
}

function collectOfCommand(command: ShellCommand, statement: ShellStatement, into: Leftover[]): void {
  const prefix = command.words[0]?.value;
  const words = prefix === 'builtin' || prefix === 'command' ? command.words.slice(1) : command.words;
  const name = words[0]?.value;
  if (name === undefined) {
    for (const assignment of command.assignments) {
      into.push({ kind: 'variable', name: assignment.name, exported: isShouted(assignment.name), by: statement });
    }
    return;
  }
  if (DIRECTORY_CHANGERS.has(name)) into.push({ kind: 'directory', by: command });
  else if (SHELL_CHANGERS.has(name)) into.push({ kind: 'shell', by: command });
  else if (name === 'set' || name === 'shopt') collectOptions(command, name, words.slice(1), into);
  else if (DECLARERS.has(name) || (name === 'printf' && words[1]?.value === '-v')) {
    const exported = name !== 'read' && name !== 'printf' && name !== 'mapfile' && name !== 'readarray';
    for (const word of words.slice(1)) {
      const variable = /^[A-Za-z_]\w*/.exec(word.value)?.[0];
      if (variable) into.push({ kind: 'variable', name: variable, exported, by: statement });
    }
  } else if (words.some(assignsDefault)) into.push({ kind: 'shell', by: command });
}

/** `${NAME:=value}`. */
function assignsDefault({ text }: ShellWord): boolean {
  return text.includes(':=}') || (text.includes('${') && /\$\{\w+:?=/.test(text));
}

/** Upper-case names may be in the base image's environment, and a program then sees the new value. */
function isShouted(name: string): boolean {
  return !/[a-z]/.test(name);
}

function collectOptions(command: ShellCommand, name: string, words: readonly ShellWord[], into: Leftover[]): void {
  const options: string[] = [];
  for (const [index, { value }] of words.entries()) {
    if (name === 'set' && /^[-+][a-zA-Z]+$/.test(value)) {
      for (const letter of value.slice(1)) if (letter !== 'o') options.push(value[0] === '+' ? `+${letter}` : letter);
    } else if (name === 'set' && /^[-+][a-zA-Z]*o$/.test(words[index - 1]?.value ?? '')) options.push(value);
    else options.push(value);
  }
  for (const option of options) {
    if (HARMLESS_OPTIONS.has(option.replace('+', ''))) continue;
    if (option === 'e' || option === 'errexit') into.push({ kind: 'errexit', by: command });
    else into.push({ kind: 'options', text: option, by: command });
  }
}

function findResidue({ statements, commands }: ShellScript, text: string, state: State): Residue | undefined {
  for (const statement of statements) {
    if (statement.background || (statement.kind !== 'command' && goesOn(text.slice(statement.start, statement.end))))
      return { kind: 'background', by: statement };
  }
  const service = commands.findLast(startsService);
  if (service && !isStop(service)) return { kind: 'service', by: service };
  const resolver = commands.find(changesMountedAnew);
  if (resolver) return { kind: 'resolver', by: resolver };
  const shell = state.shell.words[0] ?? '/bin/sh';
  for (const command of commands) if (replacesShell(command, shell)) return { kind: 'interpreter', by: command };
  for (const command of commands) if (changesUser(command, state.user)) return { kind: 'user', by: command };
  for (const command of commands)
    if (removesDirectory(command, state.workdir)) return { kind: 'directory', by: command };
  return undefined;
}

/** Whether a part of a statement is put into the background. */
function goesOn(statement: string): boolean {
  return statement.includes('&') && /(?<![&>|<\\])&(?![&>])/.test(statement);
}

function changesMountedAnew({ redirects, words }: ShellCommand): boolean {
  for (const { operator, target } of redirects)
    if (target && operator.includes('>') && MOUNTED_ANEW.has(target.value)) return true;
  for (let at = 1; at < words.length; at++) if (MOUNTED_ANEW.has(words[at]!.value)) return true;
  return false;
}

/** The builder reads groups and home of a RUN's user from the files of the image when the RUN starts. */
function changesUser({ name, words, redirects }: ShellCommand, user: string | undefined): boolean {
  if (user === undefined || /^(?:root|0)(?::|$)/.test(user)) {
    return name === 'usermod' && words.at(-1)?.value === 'root';
  }
  const values = words.map(({ value }) => value);
  if (name === 'usermod' || name === 'gpasswd' || name === 'groupmod') return true;
  if (name === 'adduser' || name === 'addgroup') return values.at(-2) === user || values.at(-1) === user;
  const files = [...values, ...redirects.map(({ target }) => target?.value ?? '')];
  return files.some((value) => value === '/etc/passwd' || value === '/etc/group') && name !== 'cat' && name !== 'grep';
}

/** A shell whose directory is gone can't find it again, even where there is a new one of that name. */
function removesDirectory({ name, arguments: given }: ShellCommand, workdir: string | undefined): boolean {
  if (name !== 'rm' && name !== 'rmdir' && name !== 'mv') return false;
  const paths = given.map(({ value }) => value.replace(/\/+$/, '')).filter((value) => !value.startsWith('-'));
  const removed = name === 'mv' ? paths.slice(0, -1) : paths;
  return removed.some(
    (path) =>
      path === '.' ||
      path === '..' ||
      path === '${PWD}' ||
      (path !== '' && (workdir === path || workdir?.startsWith(`${path}/`))),
  );
}

const FILE_CHANGERS = new Set('ln rm mv cp unlink install dpkg-divert update-alternatives alternatives'.split(' '));

/** `ln -sf bash /bin/sh`: the next RUN starts with another program, and with none where it is only removed. */
function replacesShell({ name, arguments: given }: ShellCommand, shell: string): boolean {
  if (name === 'dpkg-reconfigure') return given.some(({ value }) => value === 'dash' || value === 'bash');
  if (name === undefined || !FILE_CHANGERS.has(name)) return false;
  const last = given.at(-1)?.value;
  return (
    given.some(({ value }) => /^(?:\/usr)?\/bin\/(?:sh|dash)$/.test(value)) ||
    last === shell ||
    (last === shell.slice(shell.lastIndexOf('/') + 1) && name !== 'cp') ||
    last === 'sh'
  );
}

function startsService({ name, nameWord, words, arguments: given }: ShellCommand): boolean {
  if (name === undefined) return false;
  if (nameWord?.value.startsWith('/etc/init.d/') || nameWord?.value.startsWith('/etc/rc.d/')) return true;
  for (const { value } of words) if (value === 'nohup' || value === 'setsid') return true;
  for (const { value } of given) {
    if (value.startsWith('-') && (/^--(?:daemon|daemonize|fork|detach)\b/.test(value) || value === '-detached'))
      return true;
  }
  if (name === 'systemctl' || name === 'rc-update') return given.some(({ value }) => /^(?:re)?start$/.test(value));
  return SERVICE_STARTERS.has(name);
}

function isStop({ arguments: given }: ShellCommand): boolean {
  return given.some(({ value }) => value === 'stop' || value === '--stop');
}
