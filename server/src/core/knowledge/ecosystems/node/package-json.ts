import { table } from '../../../text/table';
/** What of a package.json matters here. */
export interface PackageJson {
  readonly name?: string;
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
    ...(typeof json.name === 'string' ? { name: json.name } : {}),
    scripts: table(Object.fromEntries(scripts)),
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

/** Splits a script at `&&`, `||`, `;`, `|` and `&`, and its commands at blanks; quotes keep both. */
export function splitScript(text: string): ScriptCall[] {
  const calls: ScriptCall[] = [];
  let words: string[] = [];
  const finish = () => {
    while (words.length > 0 && /^[A-Za-z_]\w*=/.test(words[0]!)) words.shift();
    const [first, ...rest] = words;
    if (first !== undefined) calls.push({ name: toBinName(first), arguments: rest });
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
export function toBinName(word: string): string {
  const path = word.replace(/^(?:\.\/)?node_modules\/\.bin\//, '');
  return path.includes('/') && !path.startsWith('@') ? path : path.replace(/(?<=.)@[^/]*$/, '');
}
