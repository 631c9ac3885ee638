import { type CommandKnowledge, findCommand } from '../../knowledge/commands';
import type { Build, State } from '../build-types';
import type { PackageInstall } from '../installs/install';
import { isSeparable } from '../installs/separable';
import { oncePerBuild } from '../once-per-build';
import { directoryAt } from '../order/copied';
import { type Mention, readMentions, scriptOf } from '../order/mentions';
import type { Place } from '../order/places';
import type { ShellCommand, ShellScript, ShellStatement, ShellWord } from '../shell/shell-command';
import { isRemote, Walk } from '../shell/shell-walk';
import type { RunInstruction } from '../syntax/instruction';

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
  /** What its commands download or write under a name of their own: `git clone`, `wget`, redirections. */
  readonly made: readonly Place[];
  /** Values that name files which every command of it reads: of variables such as `PIP_CONFIG_FILE`, and the words of SHELL. */
  readonly everywhere: readonly string[];
  /** Its text could not be understood, so it may do anything. */
  readonly opaque: boolean;
  /** Whether its text has more in it than commands and their paths: a heredoc, a loop with its list, inline code. */
  readonly nests: boolean;
}

/** What each RUN of a build does, read when first asked for. */
export class Runs {
  readonly #build: Build;
  /** By the index of the instruction. */
  readonly #facts: RunFacts[] = [];
  #scripts: ShellScript[] | undefined;
  #reaching: readonly string[] | undefined;

  constructor(build: Build) {
    this.#build = build;
  }

  facts(run: RunInstruction): RunFacts | undefined {
    const known = this.#facts[run.index];
    if (known) return known;
    const script = this.#scriptOf(run);
    if (!script) return undefined;
    this.#reaching ??= reachingNames(this.#build);
    const facts = readRun(this.#build, script, this.#reaching);
    this.#facts[run.index] = facts;
    return facts;
  }

  #scriptOf({ index }: RunInstruction): ShellScript | undefined {
    if (!this.#scripts) {
      this.#scripts = [];
      for (const script of this.#build.scripts) this.#scripts[script.instruction.index] = script;
    }
    return this.#scripts[index];
  }
}

/** What is known of a file's RUNs. */
export const runsOf = oncePerBuild((build) => new Runs(build));

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

function readRun(build: Build, script: ShellScript, reaching: readonly string[]): RunFacts {
  const { instruction } = script;
  const state = build.states[instruction.index]!;
  const walk = new Walk(state, directoryAt(build, instruction.index));
  const commands: CommandFacts[] = [];
  const outer = outerCommands(script);
  const { installs } = build;
  // Installations are in the order of the commands.
  let next = 0;
  while (next < installs.length && installs[next]!.instruction.index < instruction.index) next++;
  for (const command of script.commands) {
    const install = installs[next]?.command === command ? installs[next++] : undefined;
    walk.enter(command, script.statements[command.statement]);
    // The words of `sh -c '…'` stand for themselves as commands of their own.
    if (!outer?.has(command)) commands.push(readCommand(command, walk, install));
    walk.leave(command);
    walk.make(command);
  }
  const text = build.source.text.slice(instruction.start, instruction.end);
  const everywhere: string[] = [];
  for (const name of reaching) {
    const value = state.scope.lookup(name)?.value;
    if (value !== undefined) everywhere.push(value);
  }
  if (state.shell.declaration && !instruction.json) everywhere.push(...state.shell.words);
  return new RunReading(script, state, text, commands, walk.made, everywhere);
}

class RunReading implements RunFacts {
  readonly instruction: RunInstruction;
  readonly script: ShellScript;
  readonly state: State;
  readonly text: string;
  readonly commands: readonly CommandFacts[];
  readonly made: readonly Place[];
  readonly everywhere: readonly string[];
  readonly opaque: boolean;
  #nests: boolean | undefined;

  constructor(
    script: ShellScript,
    state: State,
    text: string,
    commands: readonly CommandFacts[],
    made: readonly Place[],
    everywhere: readonly string[],
  ) {
    this.instruction = script.instruction;
    this.script = script;
    this.state = state;
    this.text = text;
    this.commands = commands;
    this.made = made;
    this.everywhere = everywhere;
    this.opaque = script.broken;
  }

  get nests(): boolean {
    const { heredocs } = this.instruction;
    const { statements, commands } = this.script;
    this.#nests ??= heredocs.length > 0 || statements.some(isNested) || commands.some(hasInline);
    return this.#nests;
  }
}

function isNested({ kind }: ShellStatement): boolean {
  return kind === 'compound' || kind === 'function';
}

function hasInline({ arguments: words }: ShellCommand): boolean {
  for (const { value } of words) if (/\s/.test(value)) return true;
  return false;
}

/** The `sh -c '…'` whose scripts are commands of their own. */
function outerCommands({ commands }: ShellScript): ReadonlySet<ShellCommand> | undefined {
  let outer: Set<ShellCommand> | undefined;
  for (const { quotedBy } of commands) {
    if (!quotedBy) continue;
    outer ??= new Set();
    outer.add(quotedBy);
  }
  return outer;
}

function readCommand(command: ShellCommand, walk: Walk, install: PackageInstall | undefined): CommandFacts {
  const { name, nameWord } = command;
  const directory = install?.directory ? walk.place(flagValue(install.directory)) : directoryOf(command, walk, install);
  const knowledge = name === undefined ? undefined : findKnowledge(name, command);
  const script = knowledge?.deed === 'runs' && !install ? scriptOf(command) : undefined;
  const path = script?.value ?? (nameWord?.value.includes('/') ? nameWord.value : undefined);
  const separable = install !== undefined && isSeparable(install);
  return {
    command,
    knowledge,
    directory,
    start: walk.start,
    mentions: readMentions(command, walk, knowledge, install),
    made: walk.made,
    program: path === undefined ? undefined : walk.place(path),
    install,
    separable,
    cost: costOf(command, knowledge, install, separable, walk),
  };
}

/** The sub-command may stand behind the value of a flag (`apt-get -o X=y install`), so more than one word is tried. */
function findKnowledge(name: string, { arguments: words }: ShellCommand): CommandKnowledge | undefined {
  const module = words.findIndex(isModuleFlag);
  if (module !== -1) {
    const found = findCommand(words[module + 1]?.value ?? '', words[module + 2]?.value);
    if (found?.deed === 'installs') return found;
  }
  if (name === 'apt-get' || name === 'apt' || name === 'aptitude') {
    for (const { value } of words) {
      const found = isFlag(value) ? undefined : findCommand(name, value);
      if (found) return found;
    }
  }
  // What a package takes away or lists is no installation: `yum -y remove x`.
  return findCommand(name, words.find(isVerb)?.value ?? words[0]?.value);
}

function isModuleFlag({ value }: ShellWord): boolean {
  return value === '-m';
}

function isVerb({ value }: ShellWord): boolean {
  return !isFlag(value);
}

function isFlag(value: string): boolean {
  return value.startsWith('-') || value.startsWith('+');
}

function directoryOf(command: ShellCommand, walk: Walk, install: PackageInstall | undefined): Place {
  const { name, arguments: words, assignments } = command;
  if (install?.manager.id === 'bundler') {
    const gemfile = assignments.find((assignment) => assignment.name === 'BUNDLE_GEMFILE')?.value.value;
    const place = walk.place(gemfile ?? '${BUNDLE_GEMFILE}');
    if (place.root !== '${BUNDLE_GEMFILE}') return { root: place.root, parts: place.parts.slice(0, -1) };
  }
  if (name === undefined) return walk.directory;
  const file = projectFileFlags(name);
  if (file) {
    const flag = words.findIndex(({ value }) => file.test(value.replace(/=.*$/, '')));
    const value = words[flag]?.value.includes('=') ? flagValue(words[flag]!) : words[flag + 1]?.value;
    if (flag === -1 || value === undefined) return walk.directory;
    const place = walk.place(value);
    return /\.(?:xml|gradle|kts)$/.test(value) ? { root: place.root, parts: place.parts.slice(0, -1) } : place;
  }
  if (name !== 'make' && name !== 'gmake' && name !== 'ninja' && name !== 'git' && name !== 'npm')
    return walk.directory;
  const flag = name === 'npm' ? '--prefix' : '-C';
  const at = words.findIndex(({ value }) => value === flag);
  const value = words[at + 1];
  return at !== -1 && value ? walk.place(value.value) : walk.directory;
}

/** Flags of build tools that name the project's directory, or the file that describes it. */
function projectFileFlags(name: string): RegExp | undefined {
  switch (name) {
    case 'mvn':
    case 'mvnw':
      return /^(?:-f|--file)$/;
    case 'gradle':
    case 'gradlew':
      return /^(?:-p|--project-dir|-b|--build-file)$/;
    default:
      return undefined;
  }
}

function flagValue({ value }: ShellWord): string {
  return value.startsWith('-') ? value.slice(value.indexOf('=') + 1) : value;
}

/** Tools that come with the image already and are only brought up to date: a matter of seconds. */
const BOOTSTRAP = /^(?:pip|setuptools|wheel|npm)(?:[=<>~@].*)?$/;

const INFORMS = /^(?:--?version|-[vV]|--help|-h|help|version)$/;

function informs({ value }: ShellWord): boolean {
  return INFORMS.test(value);
}

function costOf(
  { arguments: words }: ShellCommand,
  knowledge: CommandKnowledge | undefined,
  install: PackageInstall | undefined,
  separable: boolean,
  walk: Walk,
): Cost | undefined {
  if (words.length > 0 && words.every(informs)) return undefined;
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

/** The command to name as what is slow: an installation of system packages rather than the update before it. */
export function slowest({ commands }: RunFacts): CommandFacts | undefined {
  let slow: CommandFacts | undefined;
  let system: CommandFacts | undefined;
  for (const command of commands) {
    if (command.cost === undefined) continue;
    slow ??= command;
    if (command.cost !== 'system') continue;
    if (command.install) return command;
    system ??= command;
  }
  return system ?? slow;
}
