import { table } from '../../../text/table';
import { toPath } from '../../images/image-paths';
import { type PackageJson, type ScriptCall, splitScript, toBinName } from './package-json';

/** A command and the directory that it runs in; undefined where that can't be told. */
export interface PlacedCall extends ScriptCall {
  readonly directory: string | undefined;
}

/** The manifests of a project, by directory. */
export interface Manifests {
  at(directory: string): PackageJson | undefined;
  /** Directories of the workspaces. */
  readonly workspaces: readonly string[];
}

/** Commands that install packages and run scripts. */
export const MANAGERS = new Set(['npm', 'yarn', 'yarnpkg', 'pnpm', 'bun']);

/** Programs that run the program behind them; the number says how many words of their own come first. */
const LOOKED_THROUGH = new Set(
  'cross-env cross-env-shell env exec dotenv dotenvx npx pnpx bunx time nice env-cmd sudo nohup'.split(' '),
);
/** Those that no package brings. */
const OF_THE_SYSTEM = new Set(['env', 'exec', 'time', 'nice', 'sudo', 'nohup']);
/** Sub-commands of the package managers that are no scripts. */
const OWN_VERBS = new Set(
  `add approve-builds audit bin c cache ci clean-install completion config create dedupe deploy dist-tag dlx doctor exec explain explore fetch
  find fund get help hook i import in info init install install-clean install-test it link list ll login logout ln ls node org outdated owner pack patch
  patch-commit ping pkg plugin pm prefix prune publish query rb rebuild remove rm root search server set setup store t team token un uninstall
  unlink unplug up update upgrade version view virtual whoami why workspace workspaces global x self-update autoclean check generate-lock-entry`.split(
    /\s+/,
  ),
);
/** Scripts that are run at some depth of each other: deeper ones are left unread. */
const MAX_DEPTH = 8;
/** Flags of the managers that are followed by a value. */
const VALUE_FLAGS = new Set([
  '--prefix',
  '--cwd',
  '-C',
  '--dir',
  '-w',
  '--workspace',
  '--filter',
  '-F',
  '--loglevel',
  '--registry',
]);

/** A manager's call without the flags that say where it works, and these. */
interface Target {
  readonly words: readonly string[];
  readonly directory?: string;
  /** Names of workspaces; `*`: all of them. */
  readonly workspaces: readonly string[];
}

function readTarget({ name, arguments: given }: ScriptCall): Target {
  const words: string[] = [];
  const workspaces: string[] = [];
  let directory: string | undefined;
  for (let at = 0; at < given.length; at++) {
    const [flag, inline] = /^(--[\w-]+)=(.*)$/.exec(given[at]!)?.slice(1) ?? [given[at]!];
    if (flag === '--') {
      words.push(...given.slice(at));
      break;
    }
    // `-w` is the root of the workspaces for pnpm, and one of them for npm.
    if (!VALUE_FLAGS.has(flag!) || (flag === '-w' && name !== 'npm')) {
      if (/^(?:--workspaces|-ws|-r|--recursive)$/.test(flag!)) workspaces.push('*');
      words.push(given[at]!);
      continue;
    }
    const value = inline ?? given[++at] ?? '';
    if (/^(?:-w|--workspace|--filter|-F)$/.test(flag!)) workspaces.push(value);
    else if (flag !== '--loglevel' && flag !== '--registry') directory = value;
  }
  if (words[0] === 'workspace' && words[1] !== undefined)
    return { words: words.slice(2), workspaces: [words[1]], ...(directory === undefined ? {} : { directory }) };
  if (words[0] === 'workspaces') {
    const verb = words.findIndex((word, at) => at > 0 && (word === 'run' || word === 'foreach'));
    const rest = words.slice(verb + 1).filter((word) => !word.startsWith('-') && word !== 'run');
    if (verb !== -1) return { words: ['run', ...rest], workspaces: ['*'] };
  }
  return { words, workspaces, ...(directory === undefined ? {} : { directory }) };
}

/** The directory that a manager's call works in: its own, or the one that it is told. */
export function directoryOf({ directory, ...call }: PlacedCall): string | undefined {
  const given = readTarget(call).directory;
  return given === undefined ? directory : toPath(given, directory);
}

/** Everything that a call comes to: the calls of a package's scripts behind it, wrappers beside what they run. */
export function resolveCalls(call: PlacedCall, manifests: Manifests, depth = 0): PlacedCall[] {
  const { name, arguments: given, directory } = call;
  if (depth > MAX_DEPTH) return [call];
  if (LOOKED_THROUGH.has(name)) {
    const inner = innerCall(call);
    const rest = inner ? resolveCalls(inner, manifests, depth + 1) : [];
    return OF_THE_SYSTEM.has(name) ? rest : [{ name, arguments: [], directory }, ...rest];
  }
  if (name === 'run-s' || name === 'run-p' || name === 'npm-run-all' || name === 'npm-run-all2') {
    const scripts = given.filter((word) => !word.startsWith('-'));
    return [call, ...scripts.flatMap((script) => callsOf(script, directory, manifests, depth))];
  }
  if (/^pm2(?:-runtime|-docker)?$/.test(name)) {
    const behind = given.indexOf('--');
    const manager = given.find((word) => MANAGERS.has(word));
    if (manager === undefined || behind === -1) return [call];
    return [call, ...resolveCalls({ name: manager, arguments: given.slice(behind + 1), directory }, manifests, depth)];
  }
  if (name === 'lerna' || name === 'turbo') {
    const script = given.find((word) => !word.startsWith('-') && word !== 'run');
    return [call, ...(script === undefined ? [] : callsInAll(script, manifests, depth))];
  }
  if (!MANAGERS.has(name)) return [call];
  const { words, workspaces } = readTarget(call);
  if (words[0] === 'exec' || words[0] === 'x' || words[0] === 'dlx' || words[0] === 'node') {
    const inner = words.slice(words[0] === 'node' ? 0 : 1).filter((word, at) => at > 0 || word !== '--');
    const [first] = inner;
    if (first === undefined || first.startsWith('-')) return [call];
    const run = { name: toBinName(first), arguments: inner.slice(1), directory };
    return [call, ...resolveCalls(run, manifests, depth + 1)];
  }
  const place = directoryOf(call);
  const script = scriptOf(call, place === undefined ? undefined : manifests.at(place)?.scripts);
  if (script === undefined) return [call];
  if (workspaces.includes('*')) return [call, ...callsInAll(script, manifests, depth)];
  if (workspaces.length > 0) {
    const named = workspaces.map((one) => findWorkspace(one, manifests));
    return [call, ...named.flatMap((one) => callsOf(script, one, manifests, depth))];
  }
  const behind = words.indexOf('--');
  // npm hands on what follows `--`, the others everything behind the script's name.
  const passed = behind !== -1 ? words.slice(behind + 1) : name === 'npm' ? [] : words.slice(words.indexOf(script) + 1);
  return [call, ...callsOf(script, place, manifests, depth, passed)];
}

function innerCall({ arguments: given, directory }: PlacedCall): PlacedCall | undefined {
  let at = 0;
  while (at < given.length && (/^[A-Za-z_]\w*=/.test(given[at]!) || given[at]!.startsWith('-'))) {
    at += /^-(?:f|e|p|c|-package)$/.test(given[at]!) ? 2 : 1;
  }
  const inner = given[at] === 'run' && given[at + 1] === '--' ? given.slice(at + 2) : given.slice(at);
  const [first, ...rest] = inner;
  return first === undefined ? undefined : { name: toBinName(first), arguments: rest, directory };
}

function findWorkspace(wanted: string, manifests: Manifests): string | undefined {
  const path = wanted.replace(/^\{?\.?\/?|\}?(?:\.\.\.)?$/g, '').replace(/\/$/, '');
  return manifests.workspaces.find(
    (directory) =>
      manifests.at(directory)?.name === wanted.replace(/\.\.\.$/, '') ||
      (path !== '' && directory.endsWith(`/${path}`)),
  );
}

function callsInAll(script: string, manifests: Manifests, depth: number): PlacedCall[] {
  return manifests.workspaces.flatMap((directory) =>
    manifests.at(directory)?.scripts[script] === undefined ? [] : callsOf(script, directory, manifests, depth),
  );
}

const NO_SCRIPTS: Readonly<Record<string, string>> = table({});

function callsOf(
  script: string,
  directory: string | undefined,
  manifests: Manifests,
  depth: number,
  passed: readonly string[] = [],
): PlacedCall[] {
  const scripts = (directory === undefined ? undefined : manifests.at(directory)?.scripts) ?? NO_SCRIPTS;
  return [`pre${script}`, script, `post${script}`].flatMap((name) => {
    const text = scripts[name] ?? (name === 'start' ? 'node server.js' : undefined);
    const own = text === undefined ? [] : splitScript(text);
    let at = directory;
    return own.flatMap((call, index) => {
      if (call.name === 'cd') {
        at = call.arguments[0] === undefined ? undefined : toPath(call.arguments[0], at);
        return [];
      }
      const last = name === script && index === own.length - 1;
      const whole = last ? { ...call, arguments: [...call.arguments, ...passed] } : call;
      return resolveCalls({ ...whole, directory: at }, manifests, depth + 1);
    });
  });
}

/** The package's script that a package manager is told to run: `npm start`, `npm run build`, `yarn build`. */
export function scriptOf(call: ScriptCall, scripts: Readonly<Record<string, string>> = NO_SCRIPTS): string | undefined {
  const { name } = call;
  if (!MANAGERS.has(name)) return undefined;
  const words = readTarget(call).words.filter((word) => !word.startsWith('-'));
  const first = words[0];
  if (first === 'run' || first === 'run-script' || first === 'rum' || first === 'urn') return words[1];
  if (first === 'start' || first === 'test' || first === 'stop') return first;
  if (first === undefined || OWN_VERBS.has(first)) return undefined;
  // yarn and pnpm run a script by its bare name.
  return name === 'npm' || (name === 'bun' && scripts[first] === undefined) ? undefined : first;
}
