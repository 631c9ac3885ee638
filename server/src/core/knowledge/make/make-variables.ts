import { below, isWithin, nameOf, parentOf, toPath } from '../images/image-paths';

/** Something in a Makefile that only make itself can tell. */
export class Unreadable extends Error {}

/** The files that a Makefile may read, by absolute path. */
export interface MakeReader {
  has(path: string): boolean;
  read(path: string): string | undefined;
  below(directory: string): readonly string[] | undefined;
}

/** Assignments in order: name, operator, value. */
export type MakeVariables = [name: string, operator: string, value: string][];

const MAX_DEPTH = 40;

/** What make knows without a Makefile. */
const BUILTIN: readonly (readonly [string, string])[] = [
  ['CC', 'cc'],
  ['CXX', 'g++'],
  ['AR', 'ar'],
  ['LD', 'ld'],
  ['RM', 'rm -f'],
  ['MAKE', 'make'],
  ['INSTALL', 'install'],
  ['MAKEFLAGS', ''],
  ['MAKECMDGOALS', ''],
];

/** The variables of a Makefile, and the functions that they are put together with. */
export class VariableTable {
  readonly #files: MakeReader;
  readonly #directory: string;
  /** Of the command line: nothing in the Makefile changes them. */
  readonly #given: ReadonlyMap<string, string>;
  readonly #environment: (name: string) => string | undefined;
  readonly #values = new Map<string, string>(BUILTIN);
  #automatic: ReadonlyMap<string, string> = new Map();

  constructor(
    files: MakeReader,
    directory: string,
    given: ReadonlyMap<string, string>,
    environment: (name: string) => string | undefined,
  ) {
    this.#files = files;
    this.#directory = directory;
    this.#given = given;
    this.#environment = environment;
    this.#values.set('CURDIR', directory);
    this.#values.set('PWD', directory);
  }

  /** Takes in `NAME := value`; false when the line is no assignment. */
  assign(line: string): boolean {
    const [, name, operator, value] =
      /^(?:(?:export|override|private)\s+)*([A-Za-z_.][\w.-]*)\s*(\+=|\?=|!=|:{0,3}=)\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || operator === undefined) return false;
    this.#set(name, operator, value!);
    return true;
  }

  #set(name: string, operator: string, value: string): void {
    if (this.#given.has(name)) return;
    if (operator === '!=') this.#values.set(name, this.#shell(this.expand(value)));
    else if (operator === '?=') {
      if (!this.#values.has(name) && this.#environment(name) === undefined) this.#values.set(name, value);
    } else if (operator === '+=') {
      const before = this.#values.get(name) ?? this.#environment(name) ?? '';
      this.#values.set(name, `${before} ${value}`.trim());
    } else this.#values.set(name, operator === '=' ? value : this.expand(value).replaceAll('$', '$$$$'));
  }

  /** Runs something with the variables of one target. */
  within(own: MakeVariables, automatic: ReadonlyMap<string, string>, run: () => void): void {
    const saved = new Map(this.#values);
    const outer = this.#automatic;
    this.#automatic = automatic;
    for (const [name, operator, value] of own) this.#set(name, operator, value);
    run();
    this.#automatic = outer;
    this.#values.clear();
    for (const [name, value] of saved) this.#values.set(name, value);
  }

  /** Whether the lines behind `ifeq (…)` and the like count. */
  holds(word: string, rest: string): boolean {
    if (word === 'ifdef' || word === 'ifndef') {
      const set = this.#lookup(this.expand(rest).trim()) !== undefined;
      return word === 'ifdef' ? set : !set;
    }
    const written = rest.trim();
    const [one, other] = written.startsWith('(')
      ? splitTop(written.replace(/^\(/, '').replace(/\)$/, ''))
      : [...written.matchAll(/"([^"]*)"|'([^']*)'/g)].map((match) => match[1] ?? match[2] ?? '');
    const same = this.expand(one ?? '').trim() === this.expand(other ?? '').trim();
    return word === 'ifeq' ? same : !same;
  }

  #lookup(name: string): string | undefined {
    return this.#automatic.get(name) ?? this.#given.get(name) ?? this.#values.get(name) ?? this.#environment(name);
  }

  /** Variables and functions put in; `$$` stays. */
  expand(text: string, depth = 0): string {
    if (depth > MAX_DEPTH) throw new Unreadable();
    let result = '';
    for (let at = 0; at < text.length; at++) {
      if (text[at] !== '$') {
        result += text[at];
        continue;
      }
      const next = text[at + 1];
      if (next === undefined) break;
      if (next === '$') {
        result += '$$';
        at++;
      } else if (next === '(' || next === '{') {
        const end = closing(text, at + 1);
        result += this.#reference(text.slice(at + 2, end), depth);
        at = end;
      } else {
        result += this.#value(next, depth);
        at++;
      }
    }
    return result;
  }

  #value(name: string, depth: number): string {
    const automatic = this.#automatic.get(name);
    if (automatic !== undefined) return automatic;
    const value = this.#lookup(name);
    return value === undefined ? '' : this.expand(value, depth + 1);
  }

  #reference(inner: string, depth: number): string {
    const call = /^([a-z-]+)\s+([\s\S]*)$/.exec(inner);
    if (call && FUNCTIONS.has(call[1]!)) return this.#call(call[1]!, call[2]!, depth);
    const name = this.expand(inner, depth + 1);
    const [, variable, from, to] = /^([^:]+):([^=]*)=(.*)$/.exec(name) ?? [];
    if (variable === undefined) return this.#value(name, depth);
    const pattern = from!.includes('%') ? from! : `%${from}`;
    return mapWords(this.#value(variable, depth), (word) =>
      substitute(word, pattern, to!.includes('%') ? to! : `%${to}`),
    );
  }

  #call(name: string, written: string, depth: number): string {
    const parts = splitTop(written);
    const raw = (at: number) => parts[at] ?? '';
    const arg = (at: number) => this.expand(raw(at), depth + 1);
    switch (name) {
      case 'wildcard':
        return arg(0)
          .split(/\s+/)
          .filter(Boolean)
          .flatMap((pattern) => this.#glob(pattern))
          .join(' ');
      case 'patsubst':
        return mapWords(arg(2), (word) => substitute(word, arg(0).trim(), arg(1).trim()));
      case 'subst':
        return arg(2).replaceAll(arg(0), arg(1));
      case 'notdir':
        return mapWords(arg(0), nameOf);
      case 'dir':
        return mapWords(arg(0), (word) => (word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : './'));
      case 'basename':
        return mapWords(arg(0), (word) => word.replace(/\.[^./]*$/, ''));
      case 'suffix':
        return mapWords(arg(0), (word) => /\.[^./]*$/.exec(word)?.[0] ?? '');
      case 'addprefix':
        return mapWords(arg(1), (word) => arg(0).trim() + word);
      case 'addsuffix':
        return mapWords(arg(1), (word) => word + arg(0).trim());
      case 'sort':
        return [...new Set(arg(0).split(/\s+/).filter(Boolean))].sort().join(' ');
      case 'strip':
        return mapWords(arg(0), (word) => word);
      case 'filter':
      case 'filter-out': {
        const patterns = arg(0).split(/\s+/).filter(Boolean);
        const fits = (word: string) =>
          patterns.some((one) => (one.includes('%') ? fitsPattern(word, one) : word === one));
        return arg(1)
          .split(/\s+/)
          .filter((word) => word !== '' && fits(word) === (name === 'filter'))
          .join(' ');
      }
      case 'firstword':
        return arg(0).trim().split(/\s+/)[0] ?? '';
      case 'lastword':
        return arg(0).trim().split(/\s+/).at(-1) ?? '';
      case 'word':
        return arg(1).trim().split(/\s+/)[Number(arg(0)) - 1] ?? '';
      case 'words':
        return String(arg(0).trim().split(/\s+/).filter(Boolean).length);
      case 'abspath':
      case 'realpath':
        return mapWords(arg(0), (word) => toPath(word, this.#directory)!);
      case 'if':
        return arg(0).trim() !== '' ? arg(1) : arg(2);
      case 'or':
        return parts.map((_, at) => arg(at)).find((value) => value.trim() !== '') ?? '';
      case 'and':
        return parts.every((_, at) => arg(at).trim() !== '') ? arg(parts.length - 1) : '';
      case 'findstring':
        return arg(1).includes(arg(0)) ? arg(0) : '';
      case 'foreach':
        return this.#each(arg(0).trim(), arg(1), parts.slice(2).join(','), depth);
      case 'shell':
        return this.#shell(parts.map((part) => this.expand(part, depth + 1)).join(','));
      case 'origin':
        return this.#given.has(arg(0).trim()) ? 'command line' : this.#values.has(arg(0).trim()) ? 'file' : 'undefined';
      case 'info':
      case 'warning':
      case 'error':
        return '';
      default:
        throw new Unreadable();
    }
  }

  #each(name: string, words: string, body: string, depth: number): string {
    const saved = this.#values.get(name);
    const results = words
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => {
        this.#values.set(name, word);
        return this.expand(body, depth + 1);
      });
    if (saved === undefined) this.#values.delete(name);
    else this.#values.set(name, saved);
    return results.join(' ');
  }

  #glob(pattern: string): string[] {
    if (!/[*?]/.test(pattern)) return this.#files.has(toPath(pattern, this.#directory)!) ? [pattern] : [];
    const path = toPath(pattern, this.#directory)!;
    const fixed = path.slice(0, path.search(/[*?]/));
    const expression = new RegExp(
      `^${path
        .replace(/[.+^$()|[\]\\{}]/g, '\\$&')
        .replace(/\*+/g, '[^/]*')
        .replace(/\?/g, '[^/]')}$`,
    );
    const known = this.#files.below(parentOf(`${fixed}x`));
    if (!known) throw new Unreadable();
    const prefix = pattern.startsWith('/') ? undefined : /^\.\//.test(pattern) ? './' : '';
    const relative = (file: string) =>
      prefix === undefined || !isWithin(file, this.#directory)
        ? file
        : prefix + file.slice(below(this.#directory, '').length);
    return known
      .filter((file) => expression.test(file))
      .map(relative)
      .sort();
  }

  /** What commands print that only ask for the system's name or for flags; files are looked up; nothing is run. */
  #shell(command: string): string {
    const text = command.trim().replaceAll('$$', '$');
    if (/^uname(?:\s+-s)?(?:\s|$)/.test(text)) return 'Linux';
    if (/^uname\s+-m/.test(text)) return 'x86_64';
    if (/^nproc\b/.test(text)) return '2';
    if (/^pwd\b/.test(text)) return this.#directory;
    const [, packages] = /(?:pkg-config|pkgconf)\s+(.*)$/.exec(text) ?? [];
    if (packages !== undefined && text.includes('--libs')) {
      return packages
        .split(/\s+/)
        .filter((word) => /^[\w.+-]+$/.test(word) && !word.startsWith('-'))
        .map((word) => `-l:pkg-config:${word}`)
        .join(' ');
    }
    const [, places, name] =
      /^find\s+((?:[^-\s]\S*\s+)*)(?:-type\s+f\s+)?-name\s+["'\\]*(\*[\w.]+)["']?(?:\s+-type\s+f)?(?:\s*\|\s*sort)?$/.exec(
        text,
      ) ?? [];
    if (name !== undefined) {
      const starts = places!.trim() === '' ? ['.'] : places!.trim().split(/\s+/);
      return starts.flatMap((start) => this.#find(start, name.slice(1))).join(' ');
    }
    return '';
  }

  #find(start: string, ending: string): string[] {
    const place = toPath(start, this.#directory)!;
    const known = this.#files.below(place);
    if (!known) throw new Unreadable();
    return known
      .filter((file) => file.endsWith(ending))
      .map((file) => `${start.replace(/\/$/, '')}/${file.slice(below(place, '').length)}`)
      .sort();
  }
}

const FUNCTIONS = new Set(
  `abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring firstword foreach if info join
  lastword notdir or origin patsubst realpath shell sort strip subst suffix value warning wildcard word wordlist words`.split(
    /\s+/,
  ),
);

function closing(text: string, open: number): number {
  const [left, right] = text[open] === '(' ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === left) depth++;
    else if (text[at] === right && --depth === 0) return at;
  }
  throw new Unreadable();
}

/** The parts between commas that stand in no parentheses. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '(' || letter === '{') depth++;
    else if (letter === ')' || letter === '}') depth--;
    else if (letter === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function mapWords(text: string, map: (word: string) => string): string {
  return text.split(/\s+/).filter(Boolean).map(map).filter(Boolean).join(' ');
}

function fitsPattern(word: string, pattern: string): boolean {
  return substitute(word, pattern, '\0%') !== word;
}

function substitute(word: string, from: string, to: string): string {
  const at = from.indexOf('%');
  if (at === -1) return word === from ? to : word;
  const [head, tail] = [from.slice(0, at), from.slice(at + 1)];
  if (word.length < head.length + tail.length || !word.startsWith(head) || !word.endsWith(tail)) return word;
  return to.replace('%', word.slice(head.length, word.length - tail.length));
}
