import { type CommandKnowledge, findCommand } from '../knowledge/commands';
import { covers } from '../text/span';
import type { Build, Scope, State } from './build-types';
import { directoryAt } from './copied';
import type { PackageInstall } from './install';
import type { RunInstruction } from './instruction';
import { type Place, placeIn, readPlace } from './places';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from './shell-command';

/** A path that a command names. */
export interface Mention {
  readonly place: Place;
  readonly word: ShellWord;
  /** `write`: only created, overwritten, or given another mode or owner. */
  readonly access: 'read' | 'write';
}

/** What makes a command slow: the network, or a compiler. */
export type Cost = 'system' | 'install' | 'download' | 'compile';

/** What one command of a RUN does, its paths resolved. */
export interface CommandFacts {
  readonly command: ShellCommand;
  /** Undefined for a command that is not known: it may read what it is given and what lies in its working directory. */
  readonly knowledge?: CommandKnowledge;
  readonly directory: Place;
  /** Where its RUN starts, the WORKDIR. */
  readonly start: Place;
  readonly mentions: readonly Mention[];
  /** The program or script that it runs, where that is given by a path. */
  readonly program?: Place;
  /** What commands before it in the same RUN downloaded or wrote: no file of a COPY, even where it lies among those. */
  readonly made: readonly Place[];
  readonly install?: PackageInstall;
  /** Installs what manifests say and nothing else, so it can run before the sources are there. */
  readonly separable: boolean;
  readonly cost?: Cost;
}

/** What a RUN does. */
export interface RunFacts {
  readonly instruction: RunInstruction;
  readonly script: ShellScript;
  readonly state: State;
  /** As written, heredocs included. */
  readonly text: string;
  readonly commands: readonly CommandFacts[];
  /** Values that name files which every command of it reads: of variables such as `PIP_CONFIG_FILE`, and the words of SHELL. */
  readonly everywhere: readonly string[];
  /** Its text could not be understood, so it may do anything. */
  readonly opaque: boolean;
}

/** What each RUN of a build does, read when first asked for. */
export class Runs {
  readonly #build: Build;
  readonly #facts = new Map<number, RunFacts>();
  #scripts: ReadonlyMap<number, ShellScript> | undefined;
  #installs: ReadonlyMap<ShellCommand, PackageInstall> | undefined;
  #reaching: readonly string[] | undefined;

  constructor(build: Build) {
    this.#build = build;
  }

  facts(run: RunInstruction): RunFacts | undefined {
    const known = this.#facts.get(run.index);
    if (known) return known;
    const { scripts, installs } = this.#build;
    this.#scripts ??= new Map(scripts.map((script) => [script.instruction.index, script]));
    this.#installs ??= new Map(installs.map((install) => [install.command, install]));
    const script = this.#scripts.get(run.index);
    if (!script) return undefined;
    this.#reaching ??= reachingNames(this.#build);
    const facts = readRun(this.#build, script, this.#installs, this.#reaching);
    this.#facts.set(run.index, facts);
    return facts;
  }
}

/** Variables through which a file has an effect on every command. */
const REACHING = new Set(
  [
    'APT_CONFIG',
    'BASH_ENV',
    'BUNDLE_APP_CONFIG',
    'BUNDLE_GEMFILE',
    'CARGO_HOME',
    'COMPOSER',
    'CONDARC',
    'CURL_CA_BUNDLE',
  ].concat(
    [
      'ENV',
      'GIT_CONFIG_GLOBAL',
      'GIT_SSH',
      'GIT_SSH_COMMAND',
      'GRADLE_USER_HOME',
      'LD_PRELOAD',
      'MAVEN_ARGS',
      'MAVEN_CONFIG',
    ],
    [
      'NODE_EXTRA_CA_CERTS',
      'NODE_OPTIONS',
      'NPM_CONFIG_GLOBALCONFIG',
      'NPM_CONFIG_USERCONFIG',
      'PERL5LIB',
      'PIP_CONFIG_FILE',
    ],
    [
      'PIP_CONSTRAINT',
      'PIP_FIND_LINKS',
      'PIP_REQUIREMENT',
      'PYTHONPATH',
      'REQUESTS_CA_BUNDLE',
      'SSL_CERT_DIR',
      'SSL_CERT_FILE',
    ],
  ),
);

/** Those of them that the file sets. */
function reachingNames({ instructions }: Build): readonly string[] {
  const names: string[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
    for (const { name } of instruction.pairs) if (REACHING.has(name.value)) names.push(name.value);
  }
  return names;
}

function readRun(
  build: Build,
  script: ShellScript,
  installs: ReadonlyMap<ShellCommand, PackageInstall>,
  reaching: readonly string[],
): RunFacts {
  const { instruction } = script;
  const state = build.states[instruction.index]!;
  const walk = new Walk(state, directoryAt(build, instruction.index));
  const commands: CommandFacts[] = [];
  const outer = new Set(script.commands.map(({ quotedBy }) => quotedBy));
  for (const command of script.commands) {
    walk.enter(command, script.statements[command.statement]);
    // The words of `sh -c '…'` stand for themselves as commands of their own.
    if (!outer.has(command)) commands.push(readCommand(command, walk, installs.get(command)));
    walk.leave(command);
    walk.make(command);
  }
  const text = build.source.text.slice(instruction.start, instruction.end);
  const everywhere = reaching.flatMap((name) => state.scope.lookup(name)?.value ?? []);
  if (state.shell.declaration && !instruction.json) everywhere.push(...state.shell.words);
  return { instruction, script, state, text, commands, everywhere, opaque: script.broken };
}

/** The working directory and the shell's own variables, followed through a script. */
class Walk {
  directory: Place;
  readonly start: Place;
  readonly #home: Place;
  readonly #scope: Scope;
  readonly #variables = new Map<string, string>();
  readonly #stack: Place[] = [];
  /** What the script has downloaded or written so far. */
  made: readonly Place[] = [];
  /** What a subshell or `sh -c` started from, to go back to behind it. */
  #outside: { readonly key: unknown; readonly directory: Place } | undefined;

  constructor({ scope, home }: State, directory: Place) {
    this.directory = directory;
    this.start = directory;
    this.#scope = scope;
    this.#home = readPlace(scope.lookup('HOME')?.value ?? home ?? '${HOME}', directory);
  }

  enter(command: ShellCommand, statement: ShellStatement | undefined): void {
    const key = command.quotedBy ?? (statement?.kind === 'subshell' ? statement : undefined);
    if (this.#outside && this.#outside.key !== key) {
      this.directory = this.#outside.directory;
      this.#outside = undefined;
    }
    if (key && !this.#outside) this.#outside = { key, directory: this.directory };
    const assigned = command.nameWord ? [] : command.assignments;
    for (const { name, value } of assigned) this.#assign(name, value);
    if (command.name === 'export' || command.name === 'local' || command.name === 'declare') {
      for (const word of command.arguments) {
        const equals = word.value.indexOf('=');
        if (equals > 0) this.#set(word.value.slice(0, equals), this.expand(word.value.slice(equals + 1)));
      }
    }
  }

  leave(command: ShellCommand): void {
    if (command.nesting === 'substitution') return;
    const target = command.arguments.find(({ value }) => !value.startsWith('-') && !value.startsWith('+'));
    if (command.name === 'popd') this.directory = this.#stack.pop() ?? this.directory;
    if (command.name === 'cd' || command.name === 'pushd') {
      if (command.arguments[0]?.value === '-') {
        this.directory = this.#stack.pop() ?? this.directory;
      } else {
        this.#stack.push(this.directory);
        this.directory = target ? this.place(target.value) : this.#home;
      }
    }
    const last = command.arguments.at(-1);
    if (last) this.#set('_', this.expand(last.value));
  }

  /** Notes what a command brings that was not there before: a download, a clone, a file written by a redirection. */
  make({ name, arguments: words, redirects }: ShellCommand): void {
    for (const { operator, target } of redirects) {
      if (target && operator.startsWith('>') && !target.value.startsWith('&')) this.#bring(this.place(target.value));
    }
    if (name === 'git' && words[0]?.value === 'clone') {
      const operands = words.slice(1).filter(({ value }) => !value.startsWith('-'));
      const url = operands.findIndex(({ value }) => isRemote(this.expand(value)));
      if (url !== -1)
        this.#bring(this.place(operands[url + 1]?.value ?? nameOfLink(this.expand(operands[url]!.value))));
    }
    if (name !== 'curl' && name !== 'wget') return;
    for (const { value } of words) {
      const text = this.expand(value);
      if (isRemote(text)) this.#bring(this.place(nameOfLink(text)));
    }
    for (let at = 1; at < words.length; at++) {
      if (/^-[a-zA-Z]*[oO]$|^--output(?:-document)?$/.test(words[at - 1]!.value)) {
        if (!isRemote(this.expand(words[at]!.value))) this.#bring(this.place(words[at]!.value));
      }
    }
  }

  #bring(place: Place): void {
    this.made = [...this.made, place];
  }

  #assign(name: string, word: ShellWord): void {
    this.#set(name, this.expand(word.value));
  }

  #set(name: string, value: string): void {
    if (value.includes('${…}') || value.includes(`\${${name}`)) this.#variables.delete(name);
    else this.#variables.set(name, value);
  }

  /** A word's value with the variables that the file tells; others stay as `${NAME}`. */
  expand(value: string): string {
    if (!value.includes('${')) return value;
    return value.replace(/\$\{([A-Za-z_]\w*)(?::?-([^}$]*))?\}/g, (written, name: string, fallback?: string) => {
      const known = this.#variables.get(name) ?? this.#scope.lookup(name)?.value;
      if (known !== undefined && (known !== '' || fallback === undefined)) return known;
      return name === 'HOME' || name === 'PWD' ? written : (fallback ?? written);
    });
  }

  /** The place that a word names. */
  place(value: string): Place {
    const text = this.expand(value).replace(/^file:(?:\/\/)?/, '');
    if (text === '~' || text.startsWith('~/')) return placeIn(this.#home, text.slice(1));
    if (/^\$\{HOME\}(?=\/|$)/.test(text)) return placeIn(this.#home, text.slice(7));
    if (/^\$\{PWD\}(?=\/|$)/.test(text)) return placeIn(this.directory, text.slice(6));
    return readPlace(text, this.directory);
  }
}

/** Flags whose value is where something is put, of the commands that download or unpack. */
const OUTPUT_FLAGS = new Set([
  '-o',
  '-O',
  '-P',
  '-C',
  '-d',
  '--output',
  '--output-document',
  '--output-dir',
  '--directory',
  '--directory-prefix',
  '-t',
  '--target',
  '--prefix',
  '--target-directory',
]);
const MAKES_OUTPUT = new Set(['curl', 'wget', 'tar', 'unzip', 'aria2c', 'axel', 'pip', 'pip3', 'bsdtar', '7z', 'svn']);

/** Commands that read nothing but take paths as arguments; those of others (`npm config set`, `useradd`) are words. */
const NAMES_FILES = new Set(
  [
    'cd',
    'chattr',
    'chcon',
    'chgrp',
    'chmod',
    'chown',
    'ls',
    'mkdir',
    'mkfifo',
    'mknod',
    'pushd',
    'restorecon',
    'rm',
  ].concat(['rmdir', 'setcap', 'setfacl', 'stat', 'touch', 'truncate']),
);

/** An argument of an installer that is a path rather than a package. */
const PATH_LIKE =
  /^(?:\.{0,2}\/|\.{1,2}$|~|\$\{|file:)|\.(?:deb|rpm|apk|whl|tgz|gem|nupkg|jar|txt|ya?ml|json|R|zip|tar(?:\.\w+)?|toml|cfg|list)$/;
const LINK = /^[a-z][a-z+.-]*:\/\/|^git@/i;

function readCommand(command: ShellCommand, walk: Walk, install: PackageInstall | undefined): CommandFacts {
  const { name } = command;
  const directory = install?.directory ? walk.place(flagValue(install.directory)) : directoryOf(command, walk, install);
  const verbs = command.arguments.filter(({ value }) => !/^[-+]/.test(value));
  const knowledge = name === undefined ? undefined : findKnowledge(name, command, verbs);
  const slashed = command.nameWord?.value.includes('/') ? walk.place(command.nameWord.value) : undefined;
  const script = knowledge?.deed === 'runs' && !install ? scriptOf(command) : undefined;
  const program = script ? walk.place(script.value) : slashed;
  const mentions = readMentions(command, walk, knowledge, install);
  const separable = install !== undefined && isSeparable(install);
  const cost = costOf(command, knowledge, install, separable, walk);
  return {
    command,
    ...(knowledge ? { knowledge } : {}),
    directory,
    start: walk.start,
    mentions,
    made: walk.made,
    ...(program ? { program } : {}),
    ...(install ? { install } : {}),
    separable,
    ...(cost ? { cost } : {}),
  };
}

/** The sub-command may stand behind the value of a flag (`apt-get -o X=y install`), so more than one word is tried. */
function findKnowledge(name: string, command: ShellCommand, verbs: readonly ShellWord[]): CommandKnowledge | undefined {
  const module = command.arguments.findIndex(({ value }) => value === '-m');
  if (module !== -1) {
    const found = findCommand(command.arguments[module + 1]?.value ?? '', command.arguments[module + 2]?.value);
    if (found?.deed === 'installs') return found;
  }
  const first = findCommand(name, verbs[0]?.value ?? command.arguments[0]?.value);
  if (name === 'apt-get' || name === 'apt' || name === 'aptitude') {
    for (const { value } of verbs) {
      const found = findCommand(name, value);
      if (found) return found;
    }
  }
  // What a package takes away or lists is no installation: `yum -y remove x`.
  return first;
}

function directoryOf(command: ShellCommand, walk: Walk, install: PackageInstall | undefined): Place {
  const { name, arguments: words, assignments } = command;
  if (install?.manager.id === 'bundler') {
    const gemfile = assignments.find((assignment) => assignment.name === 'BUNDLE_GEMFILE')?.value.value;
    const place = walk.place(gemfile ?? '${BUNDLE_GEMFILE}');
    if (place.root !== '${BUNDLE_GEMFILE}') return { root: place.root, parts: place.parts.slice(0, -1) };
  }
  if (name !== 'make' && name !== 'gmake' && name !== 'ninja' && name !== 'git' && name !== 'npm')
    return walk.directory;
  const flag = name === 'npm' ? '--prefix' : '-C';
  const at = words.findIndex(({ value }) => value === flag);
  const value = words[at + 1];
  return at !== -1 && value ? walk.place(value.value) : walk.directory;
}

function flagValue({ value }: ShellWord): string {
  return value.startsWith('-') ? value.slice(value.indexOf('=') + 1) : value;
}

/** The script file that an interpreter runs; undefined for inline code, a module, or standard input. */
function scriptOf(command: ShellCommand): ShellWord | undefined {
  for (const word of command.arguments) {
    const { value } = word;
    if (value === '-' || value === '-c' || value === '-e' || value === '-m' || value === '-s' || value === '-r') return;
    if (!value.startsWith('-') && !value.startsWith('+')) return word;
  }
  return undefined;
}

function readMentions(
  command: ShellCommand,
  walk: Walk,
  knowledge: CommandKnowledge | undefined,
  install: PackageInstall | undefined,
): Mention[] {
  const mentions: Mention[] = [];
  const add = (word: ShellWord, value: string, access: Mention['access']) => {
    const text = walk.expand(value);
    // A variable may hold nothing, or a list of packages.
    if (text !== '' && !LINK.test(text) && (text === value || !/\s/.test(text))) {
      mentions.push({ word, place: walk.place(value), access });
    }
  };
  const deed = knowledge?.deed;
  const picky = install !== undefined || deed === 'installs' || deed === 'fetches';
  const output = command.name !== undefined && MAKES_OUTPUT.has(command.name);
  const words = command.arguments;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const { value } = word;
    if (install?.directory && covers(word, install.directory)) continue;
    // `tar xzf a.tgz`: flags without a dash.
    if (at === 0 && /^(?:bsd)?tar$|^ar$/.test(command.name ?? '') && /^[A-Za-z]+$/.test(value)) continue;
    if (value.startsWith('-')) {
      const equals = value.indexOf('=');
      if (equals === -1) {
        const glued = /^-[A-Za-z](?=[./$~])/.test(value) ? value.slice(2) : '';
        if (glued !== '' && !output) add(word, glued, 'read');
        continue;
      }
      if (OUTPUT_FLAGS.has(value.slice(0, equals)) && (output || picky)) continue;
      const rest = value.slice(equals + 1);
      if (rest.includes('/') || PATH_LIKE.test(rest)) add(word, rest, 'read');
      continue;
    }
    const isOutput = at > 0 && (output || install !== undefined) && OUTPUT_FLAGS.has(words[at - 1]!.value);
    if (isOutput) {
      add(word, value, 'write');
      continue;
    }
    if (install?.manifestWords.includes(word)) add(word, value, 'read');
    else if (deed === 'touches' && !NAMES_FILES.has(command.name ?? '')) {
      if (/^(?:\.{0,2}\/|~)/.test(value) && command.name !== 'echo') add(word, value, 'write');
    } else if (picky) {
      if (PATH_LIKE.test(walk.expand(value)) && !(command.name === 'git' && at > 0)) add(word, value, 'read');
    } else if (deed !== 'runs' || word !== scriptOf(command)) {
      add(word, value.startsWith('@') ? value.slice(1) : value, deed === 'touches' ? 'write' : 'read');
    }
  }
  if (command.name === 'go') mentions.push(...goPackages(command, walk));
  for (const { name, value } of command.assignments) {
    if (value.value.includes('/') && name !== 'BUNDLE_GEMFILE') add(value, value.value, 'read');
  }
  for (const { operator, target } of command.redirects) {
    if (!target || operator === '<<<' || operator.startsWith('<<')) continue;
    add(target, target.value, operator.includes('<') ? 'read' : 'write');
  }
  return mentions;
}

/** Where GOPATH keeps a package that is named by its import path. */
function goPackages(command: ShellCommand, walk: Walk): Mention[] {
  const root = walk.expand('${GOPATH}');
  const base = root.includes('${') ? '/go' : root.split(':', 1)[0]!;
  return command.arguments
    .filter(({ value }) => /^[\w${}]+(?:\.\w+)*\/[^@]*$/.test(value) && !value.startsWith('-'))
    .map((word) => ({
      word,
      place: walk.place(`${base}/src/${word.value.replace(/\/?\.\.\.$/, '')}`),
      access: 'read',
    }));
}

/** Whether an installation needs nothing of the project but the manifests. */
function isSeparable(install: PackageInstall): boolean {
  const { manager, fromManifest, needsSources, flags, manifestWords, verbName } = install;
  if (!fromManifest) return addsToManifest(install);
  if (manager.kind !== 'language') return !needsSources;
  // `npm install -g` without a package installs the project itself.
  if (flags.some(({ name }) => name === '-g' || name === '--global')) return false;
  // Composer and Poetry need the sources only for what a flag can leave for later; `uv run` needs them at once.
  const sourceless = manager.verbs.find(({ name }) => name === verbName)?.sourcelessFlags;
  if (needsSources && !sourceless) return false;
  // A local package is the project itself.
  if (flags.some(({ name }) => name === '-e' || name === '--editable')) return false;
  return (
    verbName === 'pip sync' ||
    manifestWords.every((word) => flags.some((flag) => flag.valueWord === word || flag.word === word))
  );
}

/** Tools that come with the image already and are only brought up to date: a matter of seconds. */
const BOOTSTRAP = /^(?:pip|setuptools|wheel|npm)(?:[=<>~@].*)?$/;

/** Managers whose `add` or `install <package>` brings the project's other dependencies too. */
const PROJECT_MANAGERS = new Set(['npm', 'yarn', 'yarn-berry', 'pnpm', 'bun', 'composer', 'poetry', 'pdm', 'pipenv']);

function addsToManifest({ manager, verbName, flags, packages }: PackageInstall): boolean {
  return (
    PROJECT_MANAGERS.has(manager.id) &&
    /^(?:install|add|require)$/.test(verbName) &&
    packages.length > 0 &&
    !flags.some(({ name }) => name === '-g' || name === '--global' || name.startsWith('--location')) &&
    !packages.some(({ value }) => /^[./~]|^file:/.test(value))
  );
}

const INFORMS = /^(?:--?version|-[vV]|--help|-h|help|version)$/;

function costOf(
  { arguments: words }: ShellCommand,
  knowledge: CommandKnowledge | undefined,
  install: PackageInstall | undefined,
  separable: boolean,
  walk: Walk,
): Cost | undefined {
  if (words.length > 0 && words.every(({ value }) => INFORMS.test(value))) return undefined;
  if (install) {
    if (install.manager.kind === 'system') return 'system';
    if (install.packages.length > 0 && install.packages.every(({ value }) => BOOTSTRAP.test(value))) return undefined;
    // Before modules, and for the module itself, `go install path` compiles what lies on the disk.
    if (install.verbName === 'install' && install.manager.id === 'go' && !words.some(({ value }) => /@/.test(value))) {
      return 'compile';
    }
    return separable || !install.fromManifest ? 'install' : 'compile';
  }
  switch (knowledge?.deed) {
    case 'installs':
      return knowledge.system ? 'system' : 'install';
    case 'fetches':
      return words.some(({ value }) => isRemote(walk.expand(value))) ? 'download' : undefined;
    case 'compiles':
      return 'compile';
    case 'runs':
      return words.some(({ value }, at) => at > 0 && /\binstall|\bdownload/i.test(value) && /[\s(]/.test(value))
        ? 'install'
        : undefined;
    default:
      return undefined;
  }
}

/** The name under which a download or clone ends up. */
function nameOfLink(link: string): string {
  return (
    link
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1)!
      .replace(/\.git$/, '') || '.'
  );
}

function isRemote(value: string): boolean {
  if (/localhost|127\.0\.0\.1|\[::1\]/.test(value)) return false;
  return LINK.test(value) || /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/|^\$\{|^(?:www|github)\./i.test(value);
}

/** The words that name a command in a message: `apt-get install`, `git clone`, `./build.sh`. */
export function titleOf({ command, install }: CommandFacts): string {
  const called = command.nameWord?.value.startsWith('./') ? command.nameWord.value : (command.name ?? 'a command');
  // `python -m pip` is spoken of as pip.
  const name = install?.manager.module && /^py/.test(called) ? install.manager.module : called;
  const first = command.arguments.find(({ value }) => !value.startsWith('-'));
  const verb = install
    ? verbOf(install)
    : first && /^[a-z][a-z-]{1,20}$/.test(first.value) && TAKES_VERB.has(name)
      ? first.value
      : undefined;
  return verb ? `${name} ${verb}` : name;
}

function verbOf({ verb, verbName }: PackageInstall): string | undefined {
  return verbName.includes(' ') ? verbName : verb?.value;
}

const TAKES_VERB = new Set(
  ['apt', 'apt-get', 'aptitude', 'apk', 'yum', 'dnf', 'microdnf', 'git', 'svn', 'hg', 'go', 'gem', 'pecl'].concat([
    'pear',
    'npm',
    'yarn',
    'pnpm',
    'cargo',
    'rustup',
    'dotnet',
    'mix',
    'composer',
    'luarocks',
    'mvn',
    'gradle',
    'zypper',
  ]),
);

/** The command to name as what is slow: an installation of system packages rather than the update before it. */
export function slowest({ commands }: RunFacts): CommandFacts | undefined {
  const slow = commands.filter(({ cost }) => cost !== undefined);
  const system = slow.filter(({ cost }) => cost === 'system');
  return system.find(({ install }) => install !== undefined) ?? system[0] ?? slow[0];
}
