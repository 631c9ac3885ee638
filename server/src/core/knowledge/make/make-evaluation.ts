import { below, nameOf, parentOf, toPath } from '../images/image-paths';
import { type MakeReader, type MakeVariables, Unreadable, VariableTable } from './make-variables';

/** A line of a recipe that make runs, its variables put in. */
export interface RecipeLine {
  readonly target: string;
  readonly text: string;
}

/** What a Makefile does for some goals. */
export interface MakeRun {
  readonly lines: readonly RecipeLine[];
  /** The Makefile and what it includes. */
  readonly texts: readonly string[];
}

interface Rule {
  readonly targets: readonly string[];
  readonly needs: string[];
  readonly recipe: string[];
  /** The pattern that its targets match: `%.o` of `$(OBJS): %.o: %.c`. */
  readonly pattern?: string;
  readonly own: MakeVariables;
}

const MAX_DEPTH = 30;
const MAX_LINES = 2000;

/**
 * What `make` runs in a directory, what the goals depend on first; undefined when only make itself can tell.
 * @param words the arguments of `make`: goals and variables
 */
export function evaluateMake(
  files: MakeReader,
  directory: string,
  words: readonly string[],
  environment: (name: string) => string | undefined,
): MakeRun | undefined {
  const { goals, settings, file } = readArguments(words);
  const names = file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [file];
  const path = names.map((name) => toPath(name, directory)!).find((name) => files.has(name));
  const text = path === undefined ? '' : files.read(path);
  if (text === undefined || (path === undefined && goals.length === 0)) return undefined;
  const table = new VariableTable(files, directory, settings, environment);
  const reading = new MakeReading(table, files, directory);
  try {
    reading.read(text, 0);
    const first = goals.length > 0 ? goals : reading.defaultGoal;
    for (const goal of first) reading.make(goal, 0);
    return first.length === 0 ? undefined : { lines: reading.lines, texts: reading.texts };
  } catch (problem) {
    if (problem instanceof Unreadable) return undefined;
    throw problem;
  }
}

const VALUE_FLAGS = new Set(['-C', '-f', '-I', '-o', '-W', '--file', '--directory', '--makefile']);

function readArguments(words: readonly string[]): {
  goals: string[];
  settings: Map<string, string>;
  file: string | undefined;
} {
  const goals: string[] = [];
  const settings = new Map<string, string>();
  let file: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, name, value] = /^([A-Za-z_]\w*):?=([\s\S]*)$/.exec(word) ?? [];
    if (name !== undefined) settings.set(name, value!);
    else if (VALUE_FLAGS.has(word)) {
      const given = words[++at];
      if (word === '-f' || word.endsWith('file')) file = given;
    } else if (/^-[jl]$/.test(word)) {
      if (/^[\d$]/.test(words[at + 1] ?? '')) at++;
    } else if (!word.startsWith('-') && !/^\$\(?nproc|^\d+$/.test(word)) goals.push(word);
  }
  return { goals, settings, file };
}

class MakeReading {
  readonly lines: RecipeLine[] = [];
  readonly texts: string[] = [];
  readonly #table: VariableTable;
  readonly #files: MakeReader;
  readonly #directory: string;
  readonly #rules: Rule[] = [];
  readonly #done = new Set<string>();
  #first: string | undefined;

  constructor(table: VariableTable, files: MakeReader, directory: string) {
    this.#table = table;
    this.#files = files;
    this.#directory = directory;
  }

  get defaultGoal(): string[] {
    const named = this.#table.expand('$(.DEFAULT_GOAL)').trim();
    return named !== '' ? [named] : this.#first === undefined ? [] : [this.#first];
  }

  read(text: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new Unreadable();
    this.texts.push(text);
    const table = this.#table;
    const lines = text
      .replace(/\r/g, '')
      .replace(/\\\n[ \t]*/g, ' ')
      .split('\n');
    /** For each open condition: whether its lines count, and whether one of its branches has counted. */
    const conditions: { on: boolean; taken: boolean }[] = [];
    let current: Rule | undefined;
    for (const line of lines) {
      const bare = line.replace(/^ +/, '');
      const condition = /^\s*(ifeq|ifneq|ifdef|ifndef|else|endif)\b\s*(.*)$/.exec(line);
      if (condition && !(line.startsWith('\t') && current && !/^(?:ifn?eq|ifn?def|else|endif)\b/.test(bare.trim()))) {
        this.#branch(conditions, condition[1]!, condition[2]!);
        continue;
      }
      if (conditions.some(({ on }) => !on)) continue;
      if (line.startsWith('\t') && current) {
        current.recipe.push(line.slice(1));
        continue;
      }
      const plain = bare.replace(/(?:^|\s)#.*$/, '').trimEnd();
      if (plain.trim() === '') continue;
      if (/^(?:define|endef)\b/.test(plain.trim())) throw new Unreadable();
      const [, optional, included] = /^\s*(-|s)?include\s+(.+)$/.exec(plain) ?? [];
      if (included !== undefined) {
        this.#include(included, optional !== undefined, depth);
        continue;
      }
      if (/^\s*(?:vpath|VPATH)\b/.test(plain)) throw new Unreadable();
      if (table.assign(plain.trim())) {
        current = undefined;
        continue;
      }
      if (/^\s*(?:un)?export\b|^\s*\$\((?:info|warning|error|eval)\b/.test(plain)) {
        if (/\$\(eval\b/.test(plain)) throw new Unreadable();
        continue;
      }
      current = this.#rule(plain) ?? current;
    }
  }

  #branch(conditions: { on: boolean; taken: boolean }[], word: string, rest: string): void {
    const top = conditions.at(-1);
    if (word === 'endif') conditions.pop();
    else if (word === 'else') {
      if (!top) return;
      const nested = /^(ifeq|ifneq|ifdef|ifndef)\b\s*(.*)$/.exec(rest.trim());
      top.on = !top.taken && (nested === null || this.#table.holds(nested[1]!, nested[2]!));
      top.taken ||= top.on;
    } else {
      const dead = conditions.some(({ on }) => !on);
      const on = !dead && this.#table.holds(word, rest.replace(/\s+#.*$/, ''));
      conditions.push({ on, taken: on || dead });
    }
  }

  #include(words: string, optional: boolean, depth: number): void {
    for (const name of this.#table.expand(words).split(/\s+/)) {
      if (name === '') continue;
      const text = this.#files.read(toPath(name, this.#directory)!);
      // Lists of what depends on which header are there only after a first build.
      if (text === undefined && !optional && !name.endsWith('.d')) throw new Unreadable();
      if (text !== undefined) this.read(text, depth + 1);
    }
  }

  #rule(line: string): Rule | undefined {
    const split = /^((?:[^:=$]|\$\([^()]*(?:\([^()]*\)[^()]*)*\)|\$\{[^}]*\}|\$.)+?)\s*::?(?!=)\s*(.*)$/.exec(line);
    if (!split) return undefined;
    const table = this.#table;
    const targets = table.expand(split[1]!).split(/\s+/).filter(Boolean);
    const semicolon = /^([^;]*);(.*)$/.exec(split[2]!);
    const rest = semicolon ? semicolon[1]! : split[2]!;
    const own = /^(?:export\s+|override\s+|private\s+)?([A-Za-z_][\w.-]*)\s*(\+=|\?=|:?:?=)\s*(.*)$/.exec(rest);
    if (own) {
      for (const rule of this.#rulesOf(targets)) rule.own.push([own[1]!, own[2]!, own[3]!]);
      return undefined;
    }
    const parts = /^((?:[^:$]|\$\([^()]*(?:\([^()]*\)[^()]*)*\)|\$\{[^}]*\}|\$.)*):\s*(.*)$/.exec(rest);
    const pattern = parts ? table.expand(parts[1]!).trim() : undefined;
    const needs = table
      .expand(parts ? parts[2]! : rest)
      .split(/\s+/)
      .filter((need) => need !== '' && need !== '|');
    const rule: Rule = {
      targets,
      needs,
      recipe: semicolon ? [semicolon[2]!.trim()] : [],
      own: [],
      ...(pattern === undefined ? {} : { pattern }),
    };
    this.#rules.push(rule);
    const first = targets.find((target) => !target.includes('%') && (!target.startsWith('.') || target.includes('/')));
    if (!targets[0]?.startsWith('.')) this.#first ??= first;
    return rule;
  }

  #rulesOf(targets: readonly string[]): Rule[] {
    const found = this.#rules.filter((rule) => rule.targets.some((target) => targets.includes(target)));
    if (found.length > 0) return found;
    const rule: Rule = { targets, needs: [], recipe: [], own: [] };
    this.#rules.push(rule);
    return [rule];
  }

  make(target: string, depth: number): void {
    const path = toPath(target, this.#directory)!;
    if (this.#done.has(path)) return;
    if (depth > MAX_DEPTH || this.lines.length > MAX_LINES) throw new Unreadable();
    this.#done.add(path);
    const rules = this.#rules.filter((rule) => rule.targets.some((one) => toPath(one, this.#directory) === path));
    const withRecipe = rules.findLast(({ recipe }) => recipe.length > 0);
    const needs: string[] = [];
    let stem = '';
    for (const rule of rules) {
      if (rule.pattern !== undefined) stem = stemOf(rule.pattern, target) ?? '';
      needs.push(...rule.needs.map((need) => (rule.pattern === undefined ? need : need.replace('%', stem))));
    }
    const own = rules.flatMap((rule) => rule.own);
    const implicit = withRecipe ? undefined : this.#implicit(target, needs, depth);
    const all = implicit ? [...new Set([...implicit.needs, ...needs])] : [...new Set(needs)];
    for (const need of all) this.make(need, depth + 1);
    const recipe = withRecipe?.recipe ?? implicit?.recipe;
    if (!recipe) return;
    this.#table.within(own, automatic(target, all, implicit?.stem ?? stem), () => {
      for (const line of recipe) {
        const text = this.#table
          .expand(line)
          .replace(/^[@\-+\s]+/, '')
          .trim();
        if (text !== '' && !text.startsWith('#')) this.lines.push({ target: path, text: text.replaceAll('$$', '$') });
      }
    });
  }

  /** A pattern or suffix rule, or what make has of itself, for a target without a recipe of its own. */
  #implicit(
    target: string,
    needs: readonly string[],
    depth: number,
  ): { needs: readonly string[]; recipe: readonly string[]; stem: string } | undefined {
    if (this.#files.has(toPath(target, this.#directory)!) && needs.length === 0) return undefined;
    for (const rule of this.#rules) {
      if (rule.recipe.length === 0) continue;
      for (const one of rule.targets) {
        const suffix = /^(\.[a-zA-Z+]+)(\.[a-zA-Z+]+)$/.exec(one);
        const pattern = suffix ? `%${suffix[2]}` : one;
        const stem = pattern.includes('%') ? stemOf(pattern, target) : undefined;
        if (stem === undefined) continue;
        const wanted = suffix ? [`${stem}${suffix[1]}`] : rule.needs.map((need) => need.replace('%', stem));
        if (wanted.every((need) => this.#canMake(need, depth))) return { needs: wanted, recipe: rule.recipe, stem };
      }
    }
    const isPhony = this.#rules.some((rule) => rule.targets.includes('.PHONY') && rule.needs.includes(target));
    if (isPhony) return undefined;
    const objects = needs.filter((need) => /\.(?:o|a)$/.test(need));
    if (target.endsWith('.o')) {
      const source = this.#source(target.slice(0, -2));
      const compiler = source?.endsWith('.c') ? '$(CC) $(CFLAGS)' : '$(CXX) $(CXXFLAGS)';
      return source ? { needs: [source], recipe: [`${compiler} $(CPPFLAGS) -c -o $@ $<`], stem: '' } : undefined;
    }
    if (/\.[a-z]+$/.test(target)) return undefined;
    const object = objects.find((need) => nameOf(need) === `${nameOf(target)}.o`);
    if (object) return { needs, recipe: ['$(CC) $(LDFLAGS) $^ $(LOADLIBES) $(LDLIBS) -o $@'], stem: '' };
    const source = this.#source(target);
    if (source === undefined) return undefined;
    const compiler = source.endsWith('.c') ? '$(CC) $(CFLAGS)' : '$(CXX) $(CXXFLAGS)';
    return { needs: [source], recipe: [`${compiler} $(LDFLAGS) $^ $(LDLIBS) -o $@`], stem: '' };
  }

  #source(stem: string): string | undefined {
    return ['.c', '.cc', '.cpp', '.C', '.cxx']
      .map((ending) => stem + ending)
      .find((path) => this.#files.has(toPath(path, this.#directory)!));
  }

  #canMake(need: string, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    const path = toPath(need, this.#directory)!;
    return (
      this.#files.has(path) ||
      this.#rules.some((rule) =>
        rule.targets.some(
          (one) =>
            toPath(one, this.#directory) === path ||
            (one.includes('%') && one !== '%' && stemOf(one, need) !== undefined),
        ),
      )
    );
  }
}

function stemOf(pattern: string, target: string): string | undefined {
  const at = pattern.indexOf('%');
  const [head, tail] = [pattern.slice(0, at), pattern.slice(at + 1)];
  const fits = target.length > head.length + tail.length && target.startsWith(head) && target.endsWith(tail);
  if (fits) return target.slice(head.length, target.length - tail.length);
  // A pattern without a directory is for the last segment of a path.
  if (pattern.includes('/') || !target.includes('/')) return undefined;
  const inner = stemOf(pattern, nameOf(target));
  return inner === undefined ? undefined : below(parentOf(target), inner);
}

function automatic(target: string, needs: readonly string[], stem: string): ReadonlyMap<string, string> {
  const directory = (path: string) => (path.includes('/') ? parentOf(path) : '.');
  const values = new Map([
    ['@', target],
    ['<', needs[0] ?? ''],
    ['^', needs.join(' ')],
    ['+', needs.join(' ')],
    ['?', needs.join(' ')],
    ['*', stem],
    ['|', ''],
  ]);
  for (const [name, value] of [...values]) {
    const words = value.split(' ').filter(Boolean);
    values.set(`${name}D`, words.map(directory).join(' '));
    values.set(`${name}F`, words.map(nameOf).join(' '));
  }
  return values;
}
