/** What of a package.json matters here. */
export interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: ReadonlySet<string>;
  /** Packages of `devDependencies` that are in no other list. */
  readonly devDependencies: ReadonlySet<string>;
  readonly main?: string;
  readonly workspaces: boolean;
}

/** Reads a package.json; undefined when it is none. */
export function readPackageJson(text: string | undefined): PackageJson | undefined {
  const json = parseObject(text);
  if (!json) return undefined;
  const dependencies = new Set(
    ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((list) => Object.keys(toObject(json[list]))),
  );
  const scripts = Object.entries(toObject(json.scripts)).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return {
    scripts: Object.fromEntries(scripts),
    dependencies,
    devDependencies: new Set(Object.keys(toObject(json.devDependencies)).filter((name) => !dependencies.has(name))),
    ...(typeof json.main === 'string' ? { main: json.main } : {}),
    workspaces: json.workspaces !== undefined,
  };
}

/** Reads a JSON object, comments and trailing commas allowed as in tsconfig.json. */
export function parseObject(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  for (const candidate of [text, withoutComments(text)]) {
    try {
      const value: unknown = JSON.parse(candidate);
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : undefined;
    } catch {
      // Not plain JSON: tried once more without comments, then given up.
    }
  }
  return undefined;
}

/** A member that is an object, else an empty one. */
export function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function withoutComments(text: string): string {
  return text
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, quoted?: string) => quoted ?? '')
    .replace(/,(?=\s*[}\]])/g, '');
}

/** A command of a script: its name and words, with what stands in front of it looked through. */
export interface ScriptCall {
  readonly name: string;
  readonly arguments: readonly string[];
}

/** Programs that run the program behind them; the number says how many words of their own come first. */
const LOOKED_THROUGH: ReadonlyMap<string, number> = new Map([
  ['cross-env', 0],
  ['cross-env-shell', 0],
  ['env', 0],
  ['exec', 0],
  ['dotenv', 0],
  ['npx', 0],
  ['bunx', 0],
  ['time', 0],
  ['nice', 0],
  ['env-cmd', 0],
]);
const RUNNERS = new Set(['npm', 'yarn', 'pnpm', 'bun']);
/** Sub-commands of the package managers that are no scripts. */
const OWN_VERBS = new Set(
  `add audit bin cache ci config create dedupe deploy dlx exec fetch help i in info init install link list login ls outdated pack
  prune publish rebuild remove root set store uninstall unlink unplug up update upgrade version view why workspace workspaces
  global x`.split(/\s+/),
);
/** Scripts that are run at some depth of each other: deeper ones are left unread. */
const MAX_DEPTH = 8;

/** Everything that a call comes to: the calls of a package's scripts in its place, wrappers beside what they run. */
export function resolveCalls(call: ScriptCall, scripts: Readonly<Record<string, string>>, depth = 0): ScriptCall[] {
  const { name, arguments: given } = call;
  const through = LOOKED_THROUGH.get(name);
  if (through !== undefined) {
    let at = 0;
    while (at < given.length && (/^[A-Za-z_]\w*=/.test(given[at]!) || given[at]!.startsWith('-'))) {
      at += given[at] === '-f' || given[at] === '-e' ? 2 : 1;
    }
    const inner = given[at];
    const rest =
      inner === undefined
        ? []
        : resolveCalls({ name: nameOfBin(inner), arguments: given.slice(at + 1) }, scripts, depth + 1);
    return name === 'env' || name === 'exec' || name === 'time' || name === 'nice'
      ? rest
      : [{ name, arguments: [] }, ...rest];
  }
  if (name === 'run-s' || name === 'run-p' || name === 'npm-run-all') {
    const own = given.filter((word) => !word.startsWith('-')).flatMap((script) => callsOf(script, scripts, depth));
    return [call, ...own];
  }
  const script = RUNNERS.has(name) ? scriptOf(call, scripts) : undefined;
  if (script === undefined) return [call];
  const behind = given.indexOf('--');
  const at = given.indexOf(script) + 1;
  // npm hands on what follows `--`, the others everything behind the script's name.
  const passed = behind !== -1 ? given.slice(behind + 1) : name === 'npm' ? [] : given.slice(at);
  return [call, ...callsOf(script, scripts, depth, passed)];
}

function callsOf(
  script: string,
  scripts: Readonly<Record<string, string>>,
  depth: number,
  passed: readonly string[] = [],
): ScriptCall[] {
  if (depth > MAX_DEPTH) return [];
  return [`pre${script}`, script, `post${script}`].flatMap((name) => {
    const text = scripts[name] ?? (name === 'start' ? 'node server.js' : undefined);
    const own = text === undefined ? [] : splitScript(text);
    return own.flatMap((call, index) => {
      const last = name === script && index === own.length - 1;
      return resolveCalls(last ? { ...call, arguments: [...call.arguments, ...passed] } : call, scripts, depth + 1);
    });
  });
}

/** The package's script that a package manager is told to run: `npm start`, `npm run build`, `yarn build`. */
export function scriptOf(
  { name, arguments: given }: ScriptCall,
  scripts: Readonly<Record<string, string>> = {},
): string | undefined {
  if (!RUNNERS.has(name)) return undefined;
  const words = given.filter((word) => !word.startsWith('-'));
  const first = words[0];
  if (first === 'run' || first === 'run-script') return words[1];
  if (first === 'start' || first === 'test' || first === 'stop') return first;
  if (first === undefined || OWN_VERBS.has(first)) return undefined;
  // yarn and pnpm run a script by its bare name.
  return name === 'npm' || (name === 'bun' && scripts[first] === undefined) ? undefined : first;
}

/** Splits a script at `&&`, `||`, `;`, `|` and `&`, and its commands at blanks; quotes keep both. */
export function splitScript(text: string): ScriptCall[] {
  const calls: ScriptCall[] = [];
  let words: string[] = [];
  const finish = () => {
    while (words.length > 0 && /^[A-Za-z_]\w*=/.test(words[0]!)) words.shift();
    const [first, ...rest] = words;
    if (first !== undefined) calls.push({ name: nameOfBin(first), arguments: rest });
    words = [];
  };
  for (const [token] of text.matchAll(/&&|\|\||[;|&]|(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s;|&"'\\])+/g)) {
    if (/^(?:&&|\|\||[;|&])$/.test(token)) finish();
    else words.push(token.replace(/\\?"|'/g, ''));
  }
  finish();
  return calls;
}

/** `./node_modules/.bin/next` and `serve@14` are `next` and `serve`. */
function nameOfBin(word: string): string {
  const path = word.replace(/^(?:\.\/)?node_modules\/\.bin\//, '');
  return path.includes('/') && !path.startsWith('@') ? path : path.replace(/(?<=.)@[^/]*$/, '');
}
