import { table } from '../../../text/table';
import type { ProjectFiles } from '../../ecosystem';
import { below, isWithin, nameOf, parentOf, toPath } from '../../images/image-paths';
import type { PlacedCall } from './calls';
import { isLocked, readNpmLock } from './lock';
import { parseObject, splitScript } from './package-json';
import { compilerOptions, entryOf, type NodeProject } from './project';
import { COMPILES_AT_START, packageOfBin, READS_TYPESCRIPT } from './tools';

/** Whether a file is a source of JavaScript or of a language that becomes it. */
export function isScriptFile(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/.test(path);
}

const TESTS =
  /\.(?:test|spec|e2e|e2e-spec|stories|d)\.[cm]?[jt]sx?$|\/(?:__tests__|__mocks__|tests?|e2e|cypress|node_modules|\.git|coverage|storybook|\.storybook)\/|\/(?:jest|vitest|test)[.-]?setup[^/]*$|\/setupTests\.[jt]sx?$/;
const CONFIGURATION =
  /\.config\.[cm]?[jt]s$|\/(?:gulpfile|gruntfile|webpack[^/]*|karma\.conf|knexfile|\.[\w-]+rc)\.[cm]?js$/i;

/** Whether a file is for tests, or of what tests left behind. */
export function isForTests(path: string): boolean {
  return TESTS.test(path);
}

const IMPORT =
  /\bfrom\s*["']([^"'\n]+)["']|\bimport\s*["']([^"'\n]+)["']|\b(?:require|import|require\.resolve)\s*\(\s*["']([^"'\n]+)["']\s*\)/g;
/** Types are gone when a program runs. */
const TYPE_IMPORT = /\b(?:import|export)\s+type\b[^"'`;]*["'][^"'\n]+["']/g;
/** A path in quotes may be a file that is loaded in a way of its own. */
const RELATIVE = /["'](\.{1,2}\/[^"'\n]*)["']/g;

/** The sources that run, and the packages that they import. */
export interface RunningSources {
  readonly files: readonly string[];
  readonly packages: ReadonlySet<string>;
}

/** Packages that the sources of the entry import, followed through the project's own files; of all sources where it is not found. */
export function readSources(files: ProjectFiles, own: NodeProject, calls: readonly PlacedCall[]): RunningSources {
  const packages = new Set<string>();
  const entry = entryOf(calls, files);
  // Names that stand for files of the project can't be followed: then every source counts.
  const manifest = parseObject(files.read(below(own.root, 'package.json')));
  const named = own.json?.workspaces === true || manifest?.imports !== undefined || hasAliases(files, own);
  const only = calls.every(({ name }) => !FRAMEWORKS.has(name));
  const first =
    entry === undefined || named || !only ? undefined : sourceOf(entry, own.root, (path) => files.has(path));
  const all = (files.below(own.top) ?? []).filter((path) => isScriptFile(path) && !TESTS.test(path));
  const isOfOthers = (path: string) => own.others.some((one) => isWithin(path, one));
  const configurations = calls.flatMap(({ name }) => READ_AT_START[name] ?? []);
  const isRead = (path: string) => configurations.some((one) => one.test(nameOf(path)));
  const everything = () => all.filter((path) => !isOfOthers(path) && (!CONFIGURATION.test(path) || isRead(path)));
  const waiting = first === undefined ? everything() : [first, ...all.filter(isRead)];
  let followed = first !== undefined;
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = readSource(files, path);
    // What a program looks up by itself may be any file of the project.
    if (followed && LOADS_ANYTHING.test(text)) {
      followed = false;
      for (const one of everything()) if (!seen.has(one)) waiting.push(one);
      for (const one of waiting) seen.add(one);
    }
    for (const match of text.matchAll(IMPORT)) {
      const name = match[1] ?? match[2] ?? match[3]!;
      if (!name.startsWith('.') && !name.startsWith('/')) packages.add(packageOf(name));
    }
    for (const match of text.matchAll(RELATIVE)) {
      const next = resolveSource(toPath(match[1]!, parentOf(path))!, (one) => files.has(one));
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return { files: [...seen], packages };
}

const LOADS_ANYTHING =
  /\brequire\s*\(\s*(?!["'])|\bimport\s*\(\s*(?!["'])|\brequire\s*\(\s*["'][^"']*["']\s*\+|readdir|\bglob\b|fast-glob|globby|require-?(?:all|dir)|autoload|import\.meta\.glob|express-load|consign|child_process|worker_threads|new Worker\(|cluster/;

function readSource(files: ProjectFiles, path: string): string {
  return (files.read(path) ?? '').replace(TYPE_IMPORT, '');
}

function hasAliases(files: ProjectFiles, { root }: NodeProject): boolean {
  const settings = compilerOptions(files, root);
  return settings.paths !== undefined || settings.baseUrl !== undefined;
}

/** Programs that load more than the file that node is given. */
const FRAMEWORKS = new Set([
  'next',
  'nuxt',
  'nuxi',
  'remix-serve',
  'strapi',
  'directus',
  'medusa',
  'keystone',
  'sails',
  'moleculer-runner',
]);
/** Settings that programs read when they start, too. */
const READ_AT_START: Readonly<Record<string, readonly RegExp[]>> = table({
  knex: [/^knexfile\./],
  next: [/^next\.config\./],
  'mikro-orm': [/^mikro-orm\.config\./],
  'drizzle-kit': [/^drizzle\.config\./],
  pm2: [/^(?:ecosystem|pm2)[^/]*\.js$/],
  'pm2-runtime': [/^(?:ecosystem|pm2)[^/]*\.js$/],
  vite: [/^vite\.config\./],
  prisma: [/^prisma\.config\./],
});

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

function resolveSource(path: string, has: (path: string) => boolean): string | undefined {
  const bare = path.replace(/\.[cm]?jsx?$/, '');
  const candidates = [
    path,
    ...ENDINGS.map((ending) => bare + ending),
    ...ENDINGS.map((ending) => `${path}/index${ending}`),
  ];
  return candidates.find((one) => isScriptFile(one) && has(one));
}

/** The source of a compiled file: `dist/main.js` comes of `src/main.ts`. */
function sourceOf(entry: string, root: string, has: (path: string) => boolean): string | undefined {
  const own = resolveSource(entry, has);
  if (own !== undefined) return own;
  if (!isWithin(entry, root)) return undefined;
  const rest = entry
    .slice(root.length + 1)
    .split('/')
    .slice(1)
    .join('/');
  return [
    `src/${rest}`,
    rest,
    rest.replace(/^src\//, ''),
    `source/${rest}`,
    `lib/${rest}`,
    `server/${rest}`,
    `app/${rest}`,
  ]
    .map((path) => resolveSource(below(root, path), has))
    .find((path) => path !== undefined);
}

const BUILT_IN = new Set(
  `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2
  https inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls
  trace_events tty url util v8 vm wasi worker_threads zlib`.split(/\s+/),
);

/** Packages for development that a running program needs all the same: called, imported, or named where it can load them. */
export function neededDevPackages(
  files: ProjectFiles,
  own: NodeProject,
  calls: readonly PlacedCall[],
  sources: RunningSources,
): string[] {
  const { json, root } = own;
  const dev = json!.devDependencies;
  const called = calls.map(({ name }) => packageOfBin(name)).filter((name) => dev.has(name));
  const required = calls.flatMap(({ name, arguments: given }) =>
    name === 'node' || name.startsWith('pm2')
      ? given.flatMap((word, at) =>
          /^(?:-r|--require|--import|--loader)$/.test(given[at - 1] ?? '')
            ? [packageOf(word)]
            : (/^--(?:require|import|loader)=(.+)$/.exec(word)?.slice(1).map(packageOf) ?? []),
        )
      : [],
  );
  const named = namedIn(files, sources.files, dev);
  const npm = readNpmLock(files, root);
  const undeclared = [...sources.packages].filter((name) => {
    if (dev.has(name) || json!.dependencies.has(name) || name === json!.name) return false;
    if (
      BUILT_IN.has(name) ||
      /^(?:node:|[.~#@$]\/?$|@\/|~|#|\$|[a-z]+:)/.test(name) ||
      !/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)
    )
      return false;
    if (dev.has(`@types/${name.replace('@', '').replace('/', '__')}`) && isLocked(files, root, name) !== true)
      return false;
    const locked = npm?.get(name);
    // Not installed at all: an alias, or a type.
    if (npm ? locked === undefined : isLocked(files, root, name) === false) return false;
    if (isOwnDirectory(files, own, name)) return false;
    return npm ? locked!.dev : true;
  });
  const typed =
    calls.some(({ name }) => name === 'next') && files.has(below(root, 'next.config.ts')) && dev.has('typescript');
  // What migrates or seeds may be written in TypeScript, and compiled when it runs.
  const compiles = calls.some(
    ({ name, arguments: given }) => READS_TYPESCRIPT.test(name) && (name !== 'prisma' || given.includes('seed')),
  );
  const compilers = compiles ? COMPILES_AT_START.filter((name) => dev.has(name)) : [];
  return [
    ...new Set([
      ...called,
      ...compilers,
      ...required.filter((name) => dev.has(name)),
      ...[...sources.packages].filter((name) => dev.has(name)),
      ...named,
      ...undeclared,
      ...(typed ? ['typescript'] : []),
    ]),
  ].sort();
}

/** What a compiler sees as a package may be a directory of the project. */
function isOwnDirectory(files: ProjectFiles, { root }: NodeProject, name: string): boolean {
  const [first] = name.split('/');
  const aliases = Object.keys((compilerOptions(files, root).paths ?? {}) as object);
  return (
    aliases.some(
      (alias) => name === alias || name.startsWith(alias.replace(/\/?\*$/, '')) || alias.startsWith(`${name}/`),
    ) ||
    (files.below(root) ?? []).some(
      (path) => path.startsWith(`${below(root, first!)}/`) || path.startsWith(`${below(root, `src/${first}`)}/`),
    )
  );
}

/** Packages whose name stands in a string of the sources: what a template engine, a logger or a driver is asked for by name. */
function namedIn(files: ProjectFiles, paths: readonly string[], names: ReadonlySet<string>): string[] {
  const texts = paths.map((path) => readSource(files, path));
  return [...names].filter((name) => {
    if (name.startsWith('@types/')) return false;
    const quoted = new RegExp(`["'\`]${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?:/[^"'\`\\n]*)?["'\`]`);
    return texts.some((text) => text.includes(name) && quoted.test(text));
  });
}

/** What the sources start beside themselves. */
export interface CalledPrograms {
  readonly names: readonly string[];
  /** A source that starts a program whose name it does not tell. */
  readonly unknown?: string;
}

const CALL =
  /(?<![.\w$])(?:(?:child_process|childProcess|cp|shell|shelljs|sh|util|\$)\s*\.\s*)?(exec|execSync|execFile|execFileSync|spawn|spawnSync|execa|execaSync|execaCommand|execAsync|execPromise|spawnAsync)\s*\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`|([^\s,)]+))/g;
const TEMPLATE = /(?<![\w$])\$`([^`]*)`/g;

/** Programs that the sources start by name. */
export function calledPrograms(files: ProjectFiles, paths: readonly string[]): CalledPrograms {
  const names = new Set<string>();
  let unknown: string | undefined;
  for (const path of paths) {
    const text = files.read(path) ?? '';
    if (!/child_process|execa|shelljs|['"]zx['"]|cross-spawn/.test(text)) continue;
    for (const match of text.matchAll(CALL)) {
      const given = match[2] ?? match[3] ?? match[4];
      if (given === undefined) {
        if (!/^(?:process\.(?:execPath|argv)|\(|function|async|err)/.test(match[5]!)) unknown ??= path;
        continue;
      }
      for (const name of /^spawn|^execFile|^execa(?:Sync)?$/.test(match[1]!) ? [given] : commandsOf(given)) {
        if (name.includes('$')) unknown ??= path;
        else if (!/^(?:node|nodejs|npm|npx|cd|echo)$/.test(name)) names.add(name);
      }
    }
    for (const match of text.matchAll(TEMPLATE))
      for (const name of commandsOf(match[1]!)) if (!name.includes('$')) names.add(name);
  }
  return { names: [...names], ...(unknown === undefined ? {} : { unknown }) };
}

function commandsOf(script: string): string[] {
  return splitScript(script).map(({ name }) => name);
}
