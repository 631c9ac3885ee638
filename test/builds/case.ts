import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What one `docker build` is given beside the Dockerfile and its context. */
export interface BuildInputs {
  readonly args?: Readonly<Record<string, string>>;
  /** Values of secrets by id. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** A private key of the context folder's case, handed over with `--ssh default=…`. */
  readonly ssh?: string;
  readonly target?: string;
}

/** One proof: an edit, and what must hold between the images before and after it. Read from a folder's `case.yaml`. */
export interface Case {
  /** `group/name`, the folder below `test/builds`. */
  readonly id: string;
  readonly folder: string;
  /** The id of a refactoring or of a rule, ids of rules in one line (`a/b, c/d`), `fix`, or `fix --unsafe`. */
  readonly edit: string;
  /** 1-based lines, both included, that the edit is asked for at; without, the first place where it applies. */
  readonly at?: { readonly first: number; readonly last: number };
  /** Which fixes of a rule are applied. */
  readonly level: 'safe' | 'unsafe';
  /** The title of an alternative fix, instead of the rule's first. */
  readonly choose?: string;
  /** What a `.layerwise.yaml` says for it. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Images that it is built from beside the usual ones, or `secret-env` for a builder that knows `--mount=type=secret,env=`. */
  readonly needs: readonly string[];
  /** Stand-ins for images that can't be had: Dockerfiles of the folder by the name that they get. */
  readonly bases: Readonly<Record<string, string>>;
  /** Files of the context that a repository can't hold. */
  readonly files: Readonly<Record<string, string>>;
  readonly before: BuildInputs;
  readonly after: BuildInputs;
  /** Commands to run in both images; `undefined` for the image's own. */
  readonly run: readonly (readonly string[] | undefined)[];
  /** Paths of a server that the image is, fetched from both. */
  readonly serve?: { readonly port: number; readonly get: readonly string[] };
  /** Paths that differ between any two builds, with the reason. */
  readonly volatile: Readonly<Record<string, string>>;
  /** Paths that the edit changes by design, with the reason; only for edits that are not safe. */
  readonly differs: Readonly<Record<string, string>>;
  /** Paths that the edit is there to take out of the image, with the reason: what was downloaded and may be downloaded again. */
  readonly removes: Readonly<Record<string, string>>;
  /** Keys of the image's configuration that the edit changes by design. */
  readonly config: Readonly<Record<string, string>>;
  /** A value that history or layers hold before, and nothing after. */
  readonly secret?: string;
  /** Files that get a new line before both are built again. */
  readonly touch: readonly string[];
  /** Build arguments that have a new value when both are built again. */
  readonly rebuild: readonly string[];
  /** Beginnings of steps that are CACHED in the rebuild after the edit, and were not before. */
  readonly cached: readonly string[];
  /** Beginnings of steps that run again in both rebuilds. */
  readonly reruns: readonly string[];
  /** Beginnings of steps that are CACHED in both rebuilds. */
  readonly stays: readonly string[];
  /** A text that the log of the rebuild after the edit holds, and that of the rebuild before does not. */
  readonly shows?: string;
  /** Why no other case may be built at the same time: all share the caches of the builder. */
  readonly alone?: string;
  readonly layers?: 'fewer' | 'same' | 'more';
  readonly size?: 'smaller' | 'same' | 'larger';
}

export const buildsFolder = import.meta.dirname;

/** Every case, by id. @throws Error where a `case.yaml` makes no sense */
export function readCases(): Case[] {
  const groups = readdirSync(buildsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return groups
    .flatMap(({ name }) => readdirSync(join(buildsFolder, name)).map((inner) => `${name}/${inner}`))
    .filter((id) => existsSync(join(buildsFolder, id, 'case.yaml')))
    .sort()
    .map(readCase);
}

const KEYS = new Set([
  'edit',
  'at',
  'level',
  'choose',
  'settings',
  'needs',
  'bases',
  'files',
  'build',
  'before',
  'after',
  'run',
  'serve',
  'volatile',
  'differs',
  'removes',
  'config',
  'secret',
  'touch',
  'rebuild',
  'cached',
  'reruns',
  'stays',
  'shows',
  'alone',
  'layers',
  'size',
]);

function readCase(id: string): Case {
  const folder = join(buildsFolder, id);
  const given = parse(readFileSync(join(folder, 'case.yaml'), 'utf8')) as Record<string, unknown>;
  const fail = (what: string) => new Error(`test/builds/${id}/case.yaml: ${what}`);
  const unknown = Object.keys(given).find((key) => !KEYS.has(key));
  if (unknown !== undefined) throw fail(`there is no key "${unknown}".`);
  const { edit, level = 'safe', run } = given;
  const named = Array.isArray(edit) ? edit.join(', ') : edit;
  if (typeof named !== 'string') throw fail('"edit" is missing.');
  if (level !== 'safe' && level !== 'unsafe') throw fail('"level" is safe or unsafe.');
  const build = record<BuildInputs[keyof BuildInputs]>(given.build);
  const inputs = (side: unknown): BuildInputs => {
    const own = record<BuildInputs[keyof BuildInputs]>(side);
    const merged: BuildInputs = { ...build, ...own };
    return {
      ...merged,
      args: { ...record<string>(build.args), ...record<string>(own.args) },
      secrets: { ...record<string>(build.secrets), ...record<string>(own.secrets) },
    };
  };
  const serve = readServe(given.serve);
  if (given.serve !== undefined && !serve) throw fail('"serve" is a "port" and a list of paths to "get".');
  const one: Case = {
    id,
    folder,
    edit: named,
    at: given.at === undefined ? undefined : readLines(String(given.at)),
    level,
    choose: given.choose as string | undefined,
    settings: given.settings as Case['settings'],
    needs: list(given.needs),
    bases: record(given.bases),
    files: record(given.files),
    before: inputs(given.before),
    after: inputs(given.after),
    // A server does not come to an end by itself.
    run: run === 'none' || (serve && run === undefined) ? [] : Array.isArray(run) ? run.map(readCommand) : [undefined],
    serve,
    volatile: record(given.volatile),
    differs: record(given.differs),
    removes: record(given.removes),
    config: record(given.config),
    secret: given.secret as string | undefined,
    touch: list(given.touch),
    rebuild: list(given.rebuild),
    cached: list(given.cached),
    reruns: list(given.reruns),
    stays: list(given.stays),
    shows: given.shows as string | undefined,
    alone: given.alone as string | undefined,
    layers: given.layers as Case['layers'],
    size: given.size as Case['size'],
  };
  const steps = [...one.cached, ...one.reruns, ...one.stays];
  if (!isRebuilt(one) && (steps.length > 0 || one.shows !== undefined)) {
    throw fail('a rebuild needs a file to "touch", or other arguments to "rebuild" with.');
  }
  return one;
}

/** Whether both sides are built again, with a change. */
export function isRebuilt({ touch, rebuild }: Case): boolean {
  return touch.length > 0 || rebuild.length > 0;
}

function readLines(text: string): { first: number; last: number } {
  const [first, last = first] = text.split('-').map(Number);
  return { first: first!, last: last! };
}

function readServe(value: unknown): Case['serve'] {
  const { port, get } = record<unknown>(value);
  return typeof port === 'number' && get !== undefined ? { port, get: list(get) } : undefined;
}

/** A command is a list of words, or a line for a shell. */
function readCommand(command: unknown): readonly string[] | undefined {
  if (command === null) return undefined;
  return Array.isArray(command) ? command.map(String) : ['sh', '-c', String(command)];
}

function list(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function record<Value>(value: unknown): Readonly<Record<string, Value>> {
  return (value ?? {}) as Record<string, Value>;
}
