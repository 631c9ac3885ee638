import { type ScriptCall, splitScript } from '../ecosystems/node/package-json';

/** A command of a recipe, with the variables that it is given. */
export interface RecipeCall extends ScriptCall {
  readonly variables: ReadonlyMap<string, string>;
  /** Directory that `cd` went to in the same line, as written. */
  readonly directory?: string;
}

/** Deeper chains of targets are left unread. */
const MAX_DEPTH = 20;

/**
 * What `make` runs for some targets (the first one where none is named), what they depend on first; undefined when the file has
 * something that only make itself can tell: includes, conditions, patterns, or a target that is not there.
 */
export function readRecipes(text: string, words: readonly string[]): RecipeCall[] | undefined {
  const lines = text.replace(/\\\r?\n[ \t]*/g, ' ').split(/\r?\n/);
  const variables = new Map<string, string>(
    words.flatMap((word) => {
      const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
      return name === undefined ? [] : [[name, value!] as const];
    }),
  );
  const given = new Set(variables.keys());
  const exported = new Map<string, string>();
  const rules = new Map<string, { needs: string[]; recipe: string[] }>();
  let current: { needs: string[]; recipe: string[] } | undefined;
  let first: string | undefined;
  const branches = new Branches();
  for (const line of lines) {
    const told = branches.enter(line, (word) => expand(word, variables));
    if (told === undefined) return undefined;
    if (!told) continue;
    if (line.startsWith('\t')) {
      current?.recipe.push(line.trim());
      continue;
    }
    const [, exports, name, operator, value] =
      /^\s*(export\s+)?([A-Za-z_.][\w.-]*)\s*([:?+]{0,2}=)\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      const plain = value.replace(/\s+#.*$/, '');
      const before = variables.get(name);
      // What the command line gives counts more than what the file says.
      if (!given.has(name) && !(operator === '?=' && before !== undefined)) {
        variables.set(name, operator === '+=' && before !== undefined ? `${before} ${plain}` : plain);
      }
      if (exports) exported.set(name, variables.get(name)!.trim());
      continue;
    }
    const alone = /^\s*export((?:\s+[A-Za-z_]\w*)+)\s*$/.exec(line)?.[1];
    if (alone !== undefined) {
      for (const word of alone.trim().split(/\s+/)) exported.set(word, variables.get(word) ?? '');
      continue;
    }
    const [, targets, needs] = /^([^\s#:=][^:=]*?)\s*::?\s*(?!=)([^=]*)$/.exec(line.replace(/\s+#.*$/, '')) ?? [];
    if (targets === undefined) continue;
    current = { needs: (needs ?? '').split(/\s+/).filter((need) => need !== '' && need !== '|'), recipe: [] };
    for (const target of expand(targets, variables).split(/\s+/)) {
      const known = rules.get(target);
      if (known) known.needs.push(...current.needs);
      else rules.set(target, current);
      if (known) current = known;
      if (!target.startsWith('.') && !target.includes('%')) first ??= target;
    }
  }
  first = variables.get('.DEFAULT_GOAL')?.trim() ?? first;
  const asked = words.filter((word) => !word.startsWith('-') && !word.includes('='));
  const wanted = asked.length > 0 ? asked : first === undefined ? [] : [first];
  if (wanted.length === 0 || wanted.some((target) => !rules.has(target))) return undefined;

  const calls: RecipeCall[] = [];
  const done = new Set<string>();
  const run = (target: string, depth: number): boolean => {
    const rule = rules.get(target);
    if (!rule || done.has(target)) return true;
    if (depth > MAX_DEPTH) return false;
    done.add(target);
    if (!rule.needs.every((need) => run(expand(need, variables), depth + 1))) return false;
    const own = new Map([
      ...variables,
      ['@', target],
      ['@D', target.includes('/') ? target.slice(0, target.lastIndexOf('/')) : '.'],
      ['@F', target.slice(target.lastIndexOf('/') + 1)],
      ['<', rule.needs[0] ?? ''],
    ]);
    for (const line of rule.recipe) calls.push(...readLine(line, own, exported));
    return true;
  };
  return wanted.every((target) => run(target, 0)) ? calls : undefined;
}

/** The conditions around a line, as far as the file tells how they come out. */
class Branches {
  /** Of each open condition: whether its lines count. */
  readonly #open: boolean[] = [];

  /** Whether a line counts; undefined where only make can tell. Lines of the conditions themselves don't. */
  enter(line: string, expand: (text: string) => string): boolean | undefined {
    const [, word, rest = ''] = /^ *(ifeq|ifneq|ifdef|ifndef|else|endif|include|define)\b(.*)$/.exec(line) ?? [];
    const counts = this.#open.every((one) => one);
    // What `-include` names may be missing, and by custom holds settings of one's own.
    if (word === undefined) return counts && !/^-include\b/.test(line);
    if (word === 'endif') this.#open.pop();
    else if (word === 'else' && rest.trim() === '') this.#open.push(!this.#open.pop());
    else if (!counts) {
      if (word.startsWith('if')) this.#open.push(false);
    } else {
      const [, first, second] = /^\s*\(([^,]*),([^)]*)\)|/.exec(expand(rest)) ?? [];
      if ((word !== 'ifeq' && word !== 'ifneq') || first === undefined || second === undefined) return undefined;
      const isSystem = /^\$\(OS\)$/.test(first.trim()) && second.trim() === 'Windows_NT';
      if (!isSystem && /\$/.test(first + second)) return undefined;
      this.#open.push((!isSystem && first.trim() === second.trim()) === (word === 'ifeq'));
    }
    return false;
  }
}

function readLine(
  line: string,
  variables: ReadonlyMap<string, string>,
  exported: ReadonlyMap<string, string>,
): RecipeCall[] {
  const command = expand(line.replace(/^[@\-+\s]+/, ''), variables);
  if (command === '' || command.startsWith('#')) return [];
  let directory: string | undefined;
  return splitScript(command).flatMap((call, index, all) => {
    if (call.name === 'cd') {
      directory = call.arguments[0];
      return [];
    }
    const prefix = index === 0 || all.length === 1 ? /^((?:[A-Za-z_]\w*=\S*\s+)+)/.exec(command)?.[1] : undefined;
    const given = (prefix ?? '')
      .trim()
      .split(/\s+/)
      .filter((word) => word.includes('='));
    const own = new Map([
      ...exported,
      ...given.map((word): [string, string] => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
    ]);
    return [{ ...call, variables: own, ...(directory === undefined ? {} : { directory }) }];
  });
}

/** Variables of the Makefile put in; what only make or the shell can tell stays with its `$`. */
function expand(text: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  const expanded = text.replace(
    /\$(?:\(([\w.-]+|@[DF])\)|\{([\w.-]+)\}|([@<]))/g,
    (written, a?: string, b?: string, c?: string) => {
      const value = variables.get(a ?? b ?? c ?? '');
      return value === undefined || depth > MAX_DEPTH ? written : expand(value, variables, depth + 1);
    },
  );
  return expanded;
}
