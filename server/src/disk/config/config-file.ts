import { readFileSync } from 'node:fs';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { fileExists } from './find-config';

/** A configuration file that cannot be used; the message is for the person and names the file, and the line where there is one. */
export class ConfigError extends Error {}

/** A value in a configuration file, which knows where it stands. */
export class Setting {
  constructor(
    readonly file: string,
    /** Keys from the top of the file on. */
    readonly path: readonly string[],
    readonly value: unknown,
    private readonly lineOf: (path: readonly string[]) => number,
  ) {}

  /** Its name in messages: `rules: pinning/npm`. */
  get name(): string {
    return `"${this.path.join(': ')}"`;
  }

  fail(what: string): never {
    throw new ConfigError(`${this.place}: ${what}`);
  }

  /** `file:line`, as terminals and editors make links of. */
  get place(): string {
    return `${this.file}:${this.lineOf(this.path)}`;
  }

  get(key: string): Setting | undefined {
    const value = isRecord(this.value) ? this.value[key] : undefined;
    return value === undefined || value === null ? undefined : this.at(key, value);
  }

  /** Those of a map; `what` says what it should be where it is none. */
  entries(what: string): Setting[] {
    if (!isRecord(this.value)) this.fail(`${this.name} is not ${what}.`);
    return Object.entries(this.value).map(([key, value]) => this.at(key, value));
  }

  /** Those of a list. */
  items(what: string): Setting[] {
    if (!Array.isArray(this.value)) this.fail(`${this.name} is not ${what}.`);
    return this.value.map((value, index) => this.at(String(index), value));
  }

  /** Refuses keys that nobody knows: a slip would otherwise pass in silence. */
  knownKeys(known: readonly string[]): void {
    for (const key of Object.keys(isRecord(this.value) ? this.value : {})) {
      if (known.includes(key)) continue;
      const where = this.path.length === 0 ? '' : ` in ${this.name}`;
      this.at(key, undefined).fail(
        `the setting "${key}" is unknown${where}; the known ones are ${[...known].sort().join(', ')}.`,
      );
    }
  }

  text(): string {
    if (typeof this.value !== 'string') this.fail(`${this.name} is not a text.`);
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') this.fail(`${this.name} is neither true nor false.`);
    return this.value;
  }

  oneOf<Value extends string>(known: readonly Value[]): Value {
    const found = known.find((one) => one === this.value);
    if (found === undefined) this.fail(`${this.name} is none of ${known.join(', ')}.`);
    return found;
  }

  /** A list of texts; one text alone will do. */
  texts(): readonly string[] {
    const list: readonly unknown[] = Array.isArray(this.value) ? this.value : [this.value];
    if (!list.every((item) => typeof item === 'string')) this.fail(`${this.name} is not a list of texts.`);
    return list as readonly string[];
  }

  private at(key: string, value: unknown): Setting {
    return new Setting(this.file, [...this.path, key], value, this.lineOf);
  }
}

/**
 * Reads YAML, of which JSON is a part. Undefined for an empty file.
 * @throws ConfigError
 */
export function readConfigFile(path: string, { lenient = false } = {}): Setting | undefined {
  const text = readText(path);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: !lenient });
  const kind = path.endsWith('.json') ? 'JSON' : 'YAML';
  const [error] = document.errors;
  if (error) {
    // The first line says what; those after it quote the file.
    const reason = error.message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$|:$/, '');
    const line = error.linePos?.[0].line ?? 1;
    throw new ConfigError(`${path}:${line}: this is not valid ${kind}: ${reason.replace(/\.$/, '')}.`);
  }
  if (kind === 'JSON') {
    try {
      if (text.trim() !== '') JSON.parse(text);
    } catch (failure) {
      throw new ConfigError(`${path}: this is not valid JSON: ${failure instanceof Error ? failure.message : ''}.`);
    }
  }
  const lineOf = (keys: readonly string[]) => {
    const parent: unknown = keys.length <= 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const key = keys.at(-1);
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    const node: unknown = pair ? pair.key : key === undefined ? parent : document.getIn(keys, true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    return range ? counter.linePos(range[0]!).line : 1;
  };
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    let line = 1;
    visit(document, {
      Alias(_, alias) {
        if (!alias.resolve(document)) line = counter.linePos(alias.range?.[0] ?? 0).line;
      },
    });
    throw new ConfigError(`${path}:${line}: an alias leads nowhere, or to too much.`);
  }
  if (value === null || value === undefined) return undefined;
  const top = new Setting(path, [], value, lineOf);
  if (!isRecord(value)) top.fail('this is not a list of settings (key: value).');
  return top;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ConfigError(
      fileExists(path) ? `${path}: the file cannot be read (${code}).` : `${path}: there is no such file.`,
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
