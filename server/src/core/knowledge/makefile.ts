import { type ScriptCall, splitScript } from './package-json';

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
  if (/^\s*(?:-?include|ifeq|ifneq|ifdef|ifndef|define)\b/m.test(text)) return undefined;
  const lines = text.replace(/\\\r?\n[ \t]*/g, ' ').split(/\r?\n/);
  const variables = new Map<string, string>();
  const exported = new Map<string, string>();
  const rules = new Map<string, { needs: string[]; recipe: string[] }>();
  let current: { needs: string[]; recipe: string[] } | undefined;
  let first: string | undefined;
  for (const line of lines) {
    if (line.startsWith('\t')) {
      current?.recipe.push(line.trim());
      continue;
    }
    const [, exports, name, value] = /^(export\s+)?([A-Za-z_][\w.-]*)\s*(?:[:?+]{0,2}=)\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      variables.set(name, value.replace(/\s+#.*$/, ''));
      if (exports) exported.set(name, value.trim());
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
  for (const word of words) {
    const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
    if (name !== undefined) variables.set(name, value!);
  }
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
    for (const line of rule.recipe) calls.push(...readLine(line, variables, exported));
    return true;
  };
  return wanted.every((target) => run(target, 0)) ? calls : undefined;
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
  const expanded = text.replace(/\$(?:\(([\w.-]+)\)|\{([\w.-]+)\})/g, (written, a?: string, b?: string) => {
    const value = variables.get(a ?? b ?? '');
    return value === undefined || depth > MAX_DEPTH ? written : expand(value, variables, depth + 1);
  });
  return expanded;
}
