import type { Scope, Variable } from '../build-types';
import type { Instruction, Reference, Word } from '../syntax/instruction';
import { readWord } from '../syntax/words';

/** A word after the builder's expansion. */
export interface Expansion {
  /** Unknown references are left as written. */
  readonly value: string;
  /** Whether every reference has a value that the file tells. */
  readonly known: boolean;
  /** Whether a `--build-arg` can change it. */
  readonly overridable: boolean;
}

/** Longer values are taken as unknown: files that double a variable line by line would otherwise fill the memory. */
const LONGEST_VALUE = 4096;

/** Modifiers inside modifiers deeper than this are left unexpanded. */
const MAX_NESTING = 16;

/** Values made of other values, each with an unknown part: a chain of more links is left alone. */
const LONGEST_CHAIN = 200;

/** Proxy variables that every build accepts without ARG, and that are in no cache key unless declared. */
export const PROXY_ARGS: ReadonlySet<string> = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
);

/** Platform ARGs that BuildKit fills in: usable in FROM at once, in a stage after `ARG NAME`. */
export const PLATFORM_ARGS: ReadonlySet<string> = new Set(
  ['BUILD', 'TARGET']
    .flatMap((side) => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((part) => side + part))
    .concat('TARGETSTAGE'),
);

/**
 * Expands a word as the builder does (not a shell): `$X`, `${X}`, and the modifiers `:-` `-` `:+` `+` `:?` `?` `#` `##` `%`
 * `%%` `/` `//`. A variable that nothing declares is left as written and makes the result unknown: a base image may set it.
 */
export function expand(word: Pick<Word, 'value' | 'references'>, scope: Scope): Expansion {
  return expandAt(word, scope, 0, false);
}

/**
 * What a word is in a build that is given no argument: what has no value then is empty. What the builder's own checks look at.
 * @param scopeAt what was in force where a variable was declared, for values with unknown parts
 */
export function expandUngiven(
  word: Pick<Word, 'value' | 'references'>,
  scope: Scope,
  scopeAt: (declaration: Instruction) => Scope,
): string {
  return word.references.length === 0 ? word.value : expandAt(word, ungiven(scope, scopeAt, new Map()), 0, true).value;
}

/**
 * A scope in which a value with unknown parts is what is left of it without them.
 * @param read the values found so far: each is worked out once, however often others repeat it
 */
function ungiven(scope: Scope, scopeAt: (declaration: Instruction) => Scope, read: Map<Variable, string>): Scope {
  return {
    all: () => scope.all(),
    args: () => scope.args(),
    lookup(name) {
      const variable = scope.lookup(name);
      if (!variable || variable.value !== undefined) return variable;
      const { valueWord, declaration } = variable;
      if (!valueWord || !declaration || valueWord.references.length === 0 || read.size >= LONGEST_CHAIN)
        return variable;
      let value = read.get(variable);
      if (value === undefined) {
        // An ARG that repeats a global one may seem to be made of itself.
        read.set(variable, '');
        value = expandAt(valueWord, ungiven(scopeAt(declaration), scopeAt, read), 0, true).value;
        read.set(variable, value);
      }
      return { ...variable, value };
    },
  };
}

function expandAt(
  word: Pick<Word, 'value' | 'references'>,
  scope: Scope,
  depth: number,
  ungivenIsEmpty: boolean,
): Expansion {
  if (word.references.length === 0) return { value: word.value, known: true, overridable: false };
  let value = '';
  let known = true;
  let overridable = false;
  let at = 0;
  for (const reference of word.references) {
    // A JSON string's escapes can move a reference; a quoted twin in front of it must not be taken for it.
    const exact = word.value.startsWith(reference.text, reference.at);
    const found = exact ? reference.at : word.value.indexOf(reference.text, at);
    if (found < at) return { value: word.value, known: false, overridable };
    const result = expandReference(reference, scope, depth, ungivenIsEmpty);
    value += word.value.slice(at, found) + (result.value ?? (ungivenIsEmpty ? '' : reference.text));
    if (result.value === undefined) known = false;
    if (result.overridable) overridable = true;
    at = found + reference.text.length;
    if (value.length > LONGEST_VALUE) return { value: word.value, known: false, overridable };
  }
  return { value: value + word.value.slice(at), known, overridable };
}

function expandReference(
  reference: Reference,
  scope: Scope,
  depth: number,
  ungivenIsEmpty: boolean,
): { value?: string; overridable: boolean } {
  const variable = scope.lookup(reference.name);
  const overridable = variable?.overridable ?? false;
  const plainOperand = expandOperand(reference.operand ?? '', scope, depth, ungivenIsEmpty);
  switch (reference.operator) {
    case undefined:
      return { value: variable?.value, overridable };
    case '-':
    case ':-':
      // Without a known value the default is what the file says; a build argument or the base image may still give another.
      if (variable?.value === undefined) return { value: plainOperand, overridable: true };
      return {
        value: variable.value === '' && reference.operator === ':-' ? plainOperand : variable.value,
        overridable,
      };
    case '+':
    case ':+':
      if (variable?.value === undefined) return { overridable: true };
      return { value: variable.value === '' && reference.operator === ':+' ? '' : plainOperand, overridable };
    case '?':
    case ':?':
      return { value: variable?.value, overridable };
    default:
      if (variable?.value === undefined || plainOperand === undefined) return { overridable };
      return { value: transform(variable.value, reference.operator, plainOperand), overridable };
  }
}

/** An operand's own quotes and references (`${A:-"${B}"}`) resolved; undefined when one is unknown. */
function expandOperand(operand: string, scope: Scope, depth: number, ungivenIsEmpty: boolean): string | undefined {
  if (!/[$'"\\]/.test(operand)) return operand;
  if (depth >= MAX_NESTING) return undefined;
  const word = readWord(operand, { start: 0, end: operand.length }, '\\');
  const { value, known } = expandAt(word, scope, depth + 1, ungivenIsEmpty);
  return known || ungivenIsEmpty ? value : undefined;
}

function transform(value: string, operator: string, operand: string): string | undefined {
  if (value.length > LONGEST_VALUE) return undefined;
  switch (operator) {
    case '#':
      return stripPrefix(value, operand, false);
    case '##':
      return stripPrefix(value, operand, true);
    case '%':
      return stripSuffix(value, operand, false);
    case '%%':
      return stripSuffix(value, operand, true);
    case '/':
    case '//': {
      const slash = operand.indexOf('/');
      const pattern = slash === -1 ? operand : operand.slice(0, slash);
      const replacement = slash === -1 ? '' : operand.slice(slash + 1);
      if (/[*?[\\]/.test(pattern) || pattern === '') return undefined;
      return operator === '//' ? value.split(pattern).join(replacement) : value.replace(pattern, () => replacement);
    }
    default:
      return undefined;
  }
}

function stripPrefix(value: string, pattern: string, longest: boolean): string {
  const lengths = Array.from({ length: value.length + 1 }, (_, length) => length);
  if (longest) lengths.reverse();
  const length = lengths.find((candidate) => matchesGlob(value.slice(0, candidate), pattern));
  return length === undefined ? value : value.slice(length);
}

function stripSuffix(value: string, pattern: string, longest: boolean): string {
  const starts = Array.from({ length: value.length + 1 }, (_, start) => start);
  if (!longest) starts.reverse();
  const start = starts.find((candidate) => matchesGlob(value.slice(candidate), pattern));
  return start === undefined ? value : value.slice(0, start);
}

/** Whether a text matches a pattern of literal characters, `*` and `?`; linear in the text for each `*`. */
function matchesGlob(text: string, pattern: string): boolean {
  let t = 0;
  let p = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star !== -1) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** The declarations of one stage, or of the file's head, in order; scopes are views of it. */
export class Declarations {
  readonly #env = new Map<string, Declared[]>();
  readonly #args = new Map<string, Declared[]>();
  readonly #parent: Scope | undefined;

  /** @param parent the scope at the end of the stage that this one is FROM. */
  constructor(parent?: Scope) {
    this.#parent = parent;
  }

  /** Adds a declaration that counts for instructions behind the one with index `at`. */
  add(at: number, variable: Variable): void {
    const map = variable.kind === 'ENV' ? this.#env : this.#args;
    const list = map.get(variable.name);
    if (list) list.push({ at, variable });
    else map.set(variable.name, [{ at, variable }]);
  }

  /** What is in force before the instruction with index `before`. */
  scope(before: number): Scope {
    return new View(this.#env, this.#args, before, this.#parent);
  }
}

interface Declared {
  readonly at: number;
  readonly variable: Variable;
}

class View implements Scope {
  readonly env: ReadonlyMap<string, readonly Declared[]>;
  readonly argDeclarations: ReadonlyMap<string, readonly Declared[]>;
  readonly before: number;
  readonly parent: Scope | undefined;

  constructor(
    env: ReadonlyMap<string, readonly Declared[]>,
    args: ReadonlyMap<string, readonly Declared[]>,
    before: number,
    parent: Scope | undefined,
  ) {
    this.env = env;
    this.argDeclarations = args;
    this.before = before;
    this.parent = parent;
  }

  // Stages can be chained by the thousand, so every walk along parents is a loop.
  #chain(): View[] {
    const views: View[] = [];
    for (let view: Scope | undefined = this; view instanceof View; view = view.parent) views.push(view);
    return views;
  }

  lookup(name: string): Variable | undefined {
    if (!this.parent) {
      return nearest(this.env.get(name), this.before) ?? nearest(this.argDeclarations.get(name), this.before);
    }
    const chain = this.#chain();
    for (const view of chain) {
      const found = nearest(view.env.get(name), view.before);
      if (found) return found;
    }
    for (const view of chain) {
      const found = nearest(view.argDeclarations.get(name), view.before);
      if (found) return found;
    }
    return undefined;
  }

  all(): readonly Variable[] {
    const byName = new Map<string, Variable>();
    for (const variable of this.args()) byName.set(variable.name, variable);
    const chain = this.#chain();
    for (const view of chain.reverse()) {
      for (const [name, list] of view.env) {
        const found = nearest(list, view.before);
        if (found) byName.set(name, found);
      }
    }
    return [...byName.values()];
  }

  args(): readonly Variable[] {
    const byName = new Map<string, Variable>();
    for (const view of this.#chain().reverse()) {
      for (const [name, list] of view.argDeclarations) {
        const found = nearest(list, view.before);
        if (found) byName.set(name, found);
      }
    }
    return [...byName.values()];
  }
}

function nearest(list: readonly Declared[] | undefined, before: number): Variable | undefined {
  if (!list) return undefined;
  for (let i = list.length - 1; i >= 0; i--) if (list[i]!.at < before) return list[i]!.variable;
  return undefined;
}
