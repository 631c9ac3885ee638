import type { PackageManager, PackageVerb } from '../../knowledge/package-manager';
import { packageManagers } from '../../knowledge/package-managers/index';
import { yarn } from '../../knowledge/package-managers/yarn';
import { yarnBerry } from '../../knowledge/package-managers/yarn-berry';
import { remembered } from '../../text/remembered';
import type { BuildContext } from '../context';
import type { ShellCommand, ShellWord } from '../shell/shell-command';
import type { Instruction } from '../syntax/instruction';
import type { InstallFlag, PackageInstall } from './install';
import { readSettingsFiles } from './settings-files';

const byCommand = new Map<string, PackageManager>();
const byModule = new Map<string, PackageManager>();
const verbsOf = new Map<PackageManager, Verbs>();
for (const manager of packageManagers) {
  // Both Yarns answer to one name: which one it is depends on the project.
  if (manager !== yarnBerry) for (const command of manager.commands) byCommand.set(command, manager);
  if (manager.module) byModule.set(manager.module, manager);
  verbsOf.set(manager, indexVerbs(manager));
}

/** A manager's sub-commands. */
interface Verbs {
  /** By their names and aliases. */
  readonly byName: ReadonlyMap<string, PackageVerb>;
  /** The first words of names that have two. */
  readonly first: ReadonlySet<string>;
}

function indexVerbs({ verbs }: PackageManager): Verbs {
  const byName = new Map<string, PackageVerb>();
  const first = new Set<string>();
  for (const verb of verbs) {
    for (const name of [verb.name, ...(verb.aliases ?? [])]) {
      if (!byName.has(name)) byName.set(name, verb);
      const blank = name.indexOf(' ');
      if (blank !== -1) first.add(name.slice(0, blank));
    }
  }
  return { byName, first };
}

/**
 * The commands that a package manager in `knowledge/package-managers` understands, in text order.
 * @param instructions the file's, for hints at what no command line tells (which Yarn it is)
 * @param context for the same
 */
export function readInstalls(
  commands: readonly ShellCommand[],
  instructions: readonly Instruction[] = [],
  context?: BuildContext,
): readonly PackageInstall[] {
  const installs: PackageInstall[] = [];
  let berry: boolean | undefined;
  for (const command of commands) {
    const call = command.name === undefined ? undefined : readCall(command, command.name);
    if (!call) continue;
    let { manager } = call;
    if (manager === yarn) {
      berry ??= usesBerry(commands, instructions) || isBerryProject(instructions, context);
      if (berry) manager = yarnBerry;
    }
    const install = readInstall(manager, call.words, command);
    if (install) installs.push(install);
  }
  return installs;
}

/** The manager whose call a command is, told by its name alone, whatever the call does: `npm cache clean` too. */
export function findManager(
  command: ShellCommand,
): { manager: PackageManager; words: readonly ShellWord[] } | undefined {
  return command.name === undefined ? undefined : readCall(command, command.name);
}

/** Whether a command's name is a package manager's. */
export function isManagerName(name: string): boolean {
  return byCommand.has(name.split(/[\\/]/).at(-1)!);
}

/** A package manager and the words behind its name. */
interface Call {
  readonly manager: PackageManager;
  readonly words: readonly ShellWord[];
}

const PYTHON = /^(?:python|pypy|py)[\d.]*$/;
const VERSIONED = /^([a-z]+?)-?\d+(?:\.\d+)*$/;

/** Programs that run a package manager given as a file, with their flags that take a value. */
const INTERPRETERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['sh', []],
  ['bash', []],
  ['ash', []],
  ['dash', []],
  ['php', ['-d', '-c']],
  ['ruby', []],
  ['node', ['-r', '--require']],
  ['npx', ['-p', '--package']],
  ['pnpx', []],
  ['bunx', []],
]);

function readCall(command: ShellCommand, name: string): Call | undefined {
  const how = callOf(name);
  switch (how) {
    case 'none':
      return undefined;
    case 'python':
      return readModule(command.arguments);
    case 'interpreter':
      return readInterpreted(command.arguments, INTERPRETERS.get(name)!);
    default:
      return { manager: how, words: command.arguments };
  }
}

/** Whom a command of some name calls: a package manager, or a program that may run one. */
const callOf = remembered((name): PackageManager | 'python' | 'interpreter' | 'none' => {
  const direct = byCommand.get(name) ?? byCommand.get(VERSIONED.exec(name)?.[1] ?? '');
  if (direct) return direct;
  if (PYTHON.test(name)) return 'python';
  return INTERPRETERS.has(name) ? 'interpreter' : 'none';
});

/** `python -u -m pip …`. */
function readModule(words: readonly ShellWord[]): Call | undefined {
  const at = words.findIndex(({ value }) => value === '-m' || !value.startsWith('-'));
  const module = words[at]?.value === '-m' ? words[at + 1] : undefined;
  const manager = module?.literal ? byModule.get(module.value) : undefined;
  return manager && { manager, words: words.slice(at + 2) };
}

/** `sh ./mvnw …`, `php composer.phar …`, `npx pnpm@9 …`. */
function readInterpreted(words: readonly ShellWord[], valueFlags: readonly string[]): Call | undefined {
  let at = 0;
  while (words[at]?.value.startsWith('-')) {
    // `-c` gives a script, whose commands stand for themselves.
    if (words[at]!.value === '-c' && !valueFlags.includes('-c')) return undefined;
    at += valueFlags.includes(words[at]!.value) ? 2 : 1;
  }
  const file = words[at];
  if (!file?.literal) return undefined;
  const program = file.value.split('/').at(-1)!.replace(/@.*$/, '');
  const manager = /^yarn-[2-9].*\.c?js$/.test(program) ? yarnBerry : byCommand.get(program);
  return manager && { manager, words: words.slice(at + 1) };
}

/** Words of a call sorted into flags and the rest. */
interface Sorted {
  readonly flags: readonly InstallFlag[];
  readonly positionals: readonly ShellWord[];
}

function sortWords(words: readonly ShellWord[], manager: PackageManager): Sorted {
  const flags: InstallFlag[] = [];
  const positionals: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const { value } = word;
    if (value === '--') {
      for (at++; at < words.length; at++) positionals.push(words[at]!);
      break;
    }
    if (!value.startsWith('-') || value === '-') {
      positionals.push(word);
      continue;
    }
    const equals = value.indexOf('=');
    if (equals !== -1) {
      flags.push({ name: value.slice(0, equals), word, value: value.slice(equals + 1), valueWord: undefined });
    } else if (manager.valueFlags.includes(value) && at + 1 < words.length) {
      const valueWord = words[++at]!;
      flags.push({ name: value, word, value: valueWord.value, valueWord });
    } else flags.push({ name: value, word, value: undefined, valueWord: undefined });
  }
  return { flags, positionals };
}

function readInstall(
  manager: PackageManager,
  words: readonly ShellWord[],
  command: ShellCommand,
): PackageInstall | undefined {
  const { flags, positionals } = sortWords(words, manager);
  for (const { name, value } of flags) if (value === undefined && HELP.has(name)) return undefined;
  const found = manager.flagVerbs ? findFlagVerb(manager, flags, positionals) : findVerb(manager, positionals, flags);
  if (!found) return undefined;
  const { verb, word, operands } = found;

  const manifestFlags = readManifestFlags(flags, verb);
  const kind = verb.operands ?? 'packages';
  const locals: ShellWord[] = [];
  const packages: ShellWord[] = [];
  if (kind === 'packages') {
    for (const operand of operands) {
      const local = manager.kind !== 'system' && isLocal(manager, operand);
      if (local) locals.push(operand);
      if (!local || manager.kind !== 'build') packages.push(operand);
    }
  }
  const fromManifest =
    verb.installs === 'manifest' ||
    manifestFlags.length > 0 ||
    locals.length > 0 ||
    (verb.installs === 'either' && packages.length === 0);
  const { directoryFlags, offlineFlags } = manager;
  const directory =
    directoryFlags && flags.find(({ name, value }) => value !== undefined && directoryFlags.includes(name));
  const editable = manifestFlags.some(({ name }) => name === '-e' || name === '--editable');
  const named = kind === 'projects' ? operands : locals;
  return {
    manager,
    command,
    instruction: command.script.instruction,
    verb: word,
    verbName: verb.name,
    packages,
    fromManifest,
    manifestWords: manifestFlags.length === 0 ? named : [...manifestFlags.map(valueOf), ...named],
    directory: directory && valueOf(directory),
    needsSources:
      (fromManifest && verb.needsSources === true && !flags.some(({ name }) => verb.sourcelessFlags?.includes(name))) ||
      editable ||
      (locals.length > 0 && manager.kind === 'language'),
    offline: offlineFlags !== undefined && flags.some(({ name }) => offlineFlags.some((flag) => flag.name === name)),
    flags,
  };
}

const NO_FLAGS: readonly InstallFlag[] = [];

function readManifestFlags(flags: readonly InstallFlag[], { manifestFlags }: PackageVerb): readonly InstallFlag[] {
  if (flags.length === 0 || !manifestFlags) return NO_FLAGS;
  const named = flags.filter(({ name }) => manifestFlags.includes(name));
  // `-rrequirements.txt`, without a blank.
  const glued = flags.filter(
    ({ name }) => !name.startsWith('--') && !manifestFlags.includes(name) && manifestFlags.includes(name.slice(0, 2)),
  );
  return [...named, ...glued];
}

/** The value of a flag as a word: the next one, or what stands behind `=` or behind the letter of `-rfile`. */
function valueOf({ name, word, value, valueWord }: InstallFlag): ShellWord {
  if (valueWord) return valueWord;
  const skip = value === undefined ? 2 : name.length + 1;
  const start = word.text.startsWith(word.value.slice(0, skip)) ? word.start + skip : word.start;
  const { end, literal, variables } = word;
  const text = word.text.slice(start - word.start);
  return { start, end, text, value: word.value.slice(skip), literal, variables };
}

const HELP = new Set(['--help', '--version']);

interface FoundVerb {
  readonly verb: PackageVerb;
  readonly word?: ShellWord;
  readonly operands: readonly ShellWord[];
}

function findVerb(
  manager: PackageManager,
  positionals: readonly ShellWord[],
  flags: readonly InstallFlag[],
): FoundVerb | undefined {
  // A toolchain (`cargo +nightly`) or version (`bundle _2.4.1_`) may stand in front.
  const named = positionals[0]?.value ?? '';
  const versioned = (named[0] === '+' || named[0] === '_') && /^(?:\+.|_\d.*_$)/.test(named);
  const words = versioned ? positionals.slice(1) : positionals;
  const [first, second] = words;
  if (!first) {
    const bare = manager.verbs.find(({ name }) => name === '');
    if (!bare || flags.some(({ name }) => name === '-v' || name === '-h')) return undefined;
    return { verb: bare, word: undefined, operands: [] };
  }
  if (manager.tasks) return findTask(manager, manager.tasks, words);
  const hasTwo = second !== undefined && verbsOf.get(manager)!.first.has(first.value);
  const two = hasTwo ? verbNamed(manager, `${first.value} ${second.value}`) : undefined;
  if (two) return { verb: two, word: second, operands: words.slice(2) };
  const one = verbNamed(manager, first.value);
  return one && { verb: one, word: first, operands: words.slice(1) };
}

function verbNamed(manager: PackageManager, name: string): PackageVerb | undefined {
  return name === '' ? undefined : verbsOf.get(manager)!.byName.get(name);
}

/** The task that does most: one that compiles counts before one that only fetches, since it runs in the same call. */
function findTask(
  manager: PackageManager,
  { like, except }: NonNullable<PackageManager['tasks']>,
  words: readonly ShellWord[],
): FoundVerb | undefined {
  const tasks = words.map((word) => ({
    word,
    name: manager.id === 'gradle' ? word.value.split(':').at(-1)! : word.value,
  }));
  const working = tasks.filter(({ name }) => !except.includes(name));
  const known = working.map(({ word, name }) => ({ word, name, verb: verbNamed(manager, name) }));
  const best = known.find(({ verb }) => !verb) ?? known[0];
  if (!best) return undefined;
  return { verb: best.verb ?? { ...like, name: best.name }, word: best.word, operands: [] };
}

/** `pacman -Syu x`, `pacman --sync x`. Searches, clean-ups and refreshes alone install nothing. */
function findFlagVerb(
  manager: PackageManager,
  flags: readonly InstallFlag[],
  operands: readonly ShellWord[],
): FoundVerb | undefined {
  for (const { name, word } of flags) {
    const verb = verbNamed(manager, name.startsWith('--') ? name : name.slice(0, 2));
    if (!verb) continue;
    const letters = name.startsWith('--') ? '' : name.slice(2);
    if (/[csilgp]/.test(letters)) return undefined;
    const upgrades = letters.includes('u') || flags.some((flag) => flag.name === '--sysupgrade' || flag.name === '-u');
    return operands.length > 0 || upgrades ? { verb, word, operands } : undefined;
  }
  return undefined;
}

/** Whether an operand is a path of the project instead of the name of a package elsewhere. */
function isLocal({ id }: PackageManager, { value }: ShellWord): boolean {
  if ((value[0] === '.' || value[0] === '/') && /^(?:\.{0,2}\/|\.{1,2}(?:\[|$))/.test(value)) return true;
  // Go: a package path of this module, or a file; elsewhere names hold no slash without a scope, so a slash makes a path.
  if (id === 'go') return !value.includes('@') && (value.endsWith('.go') || !value.split('/', 1)[0]!.includes('.'));
  return (id === 'pip' || id === 'uv') && value.includes('/') && /^[^:@]*\/[^:@]*$/.test(value);
}

/** Whether the project's own files say that it is on Yarn 2 or later. */
function isBerryProject(instructions: readonly Instruction[], context: BuildContext | undefined): boolean {
  if (readSettingsFiles(context, instructions, '.yarnrc.yml').length > 0) return true;
  const manifests = readSettingsFiles(context, instructions, 'package.json');
  return manifests.some((text) => /"packageManager"\s*:\s*"yarn@[2-9]/.test(text));
}

const BERRY_FLAGS = new Set(['--immutable', '--immutable-cache', '--inline-builds', '--check-cache', '--mode']);

/** Whether the project is on Yarn 2 or later, as far as the file shows it. */
function usesBerry(commands: readonly ShellCommand[], instructions: readonly Instruction[]): boolean {
  for (const instruction of instructions) {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
    if (instruction.sources.some(({ value }) => /(?:^|\/)\.(?:yarnrc\.yml|yarn|pnp\.[a-z*]+)(?:\/|$)/.test(value)))
      return true;
  }
  return commands.some(({ name, words }) => {
    const values = words.map(({ value }) => value);
    if (name === 'yarn') {
      if (values.some((value) => BERRY_FLAGS.has(value.replace(/=.*$/, '')))) return true;
      if (values.includes('workspaces') && values.includes('focus')) return true;
      return (
        values[1] === 'set' && values[2] === 'version' && /^(?:berry|stable|canary|latest|[2-9])/.test(values[3] ?? '')
      );
    }
    return values[0] === 'corepack' && values.some((value) => /^yarn@(?:[2-9]|stable|berry|canary)/.test(value));
  });
}
