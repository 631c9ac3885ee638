import type { Build } from '../model/build-types';
import type { Comment, Directive } from '../model/syntax/instruction';
import type { Rule, RuleSettings, UnusedName } from './rule';
import { type Entry, firstLineAt, type Suppressions } from './suppressions';

/**
 * The names in ignore comments that silence nothing, once all rules have run. Nothing is said of a name where that cannot be known:
 * it is no name of ours, a rule of that name is off or needs files that are not there to look at, or it means every rule there is.
 */
export function findUnusedNames(
  build: Build,
  { entries }: Suppressions,
  rules: readonly Rule[],
  ran: ReadonlySet<Rule>,
  settings: RuleSettings,
): UnusedName[] {
  const found = new Set<Entry>();
  for (const entry of entries) {
    if (!entry.used && entry.span && isKnown(entry, build, rules, ran, settings)) found.add(entry);
  }
  if (found.size === 0) return [];
  const byComment = new Map<Comment | Directive, Entry[]>();
  for (const entry of entries) {
    const others = byComment.get(entry.comment);
    if (others) others.push(entry);
    else byComment.set(entry.comment, [entry]);
  }
  return [...found].map(({ name, span, comment }) => {
    const all = byComment.get(comment)!;
    const names = all.flatMap((entry) => entry.span ?? []);
    return { name, span: span!, comment, names, whole: all.every((entry) => found.has(entry)) };
  });
}

function isKnown(
  entry: Entry,
  build: Build,
  rules: readonly Rule[],
  ran: ReadonlySet<Rule>,
  settings: RuleSettings,
): boolean {
  if (entry.name === '*' || entry.name === 'all') return false;
  const isCode = (rule: Rule) => rule.codes?.test(entry.name.toUpperCase()) ?? false;
  let any = false;
  for (const rule of rules) {
    const own = isCode(rule);
    if (!own && !entry.matches(rule)) continue;
    if (!ran.has(rule) || rule.review || (!build.context && needsContext(rule))) return false;
    if (own && settings.shellNotes === undefined) return false;
    if (isFoundThere(rule, entry, build, settings)) return false;
    any = true;
  }
  return any;
}

/** As the examples tell. */
function needsContext({ examples }: Rule): boolean {
  return examples.some(({ context }) => context !== undefined);
}

/** Whether the tool that the comment is for reports what our own reading of the rule lets pass: it is still needed there. */
function isFoundThere(rule: Rule, entry: Entry, build: Build, settings: RuleSettings): boolean {
  const { tool } = entry;
  if (tool === 'hadolint' ? rule.hadolint === undefined : tool !== 'buildkit' || rule.buildkit === undefined)
    return false;
  try {
    for (const { at, anchor } of rule.check(build, { ...settings, hadolint: false, buildkit: false, [tool]: true })) {
      const lines = [at.start, anchor ?? at.start].map((offset) => firstLineAt(build, offset));
      if (lines.some((line) => entry.firstLine <= line && line <= entry.lastLine)) return true;
    }
    return false;
  } catch {
    return true;
  }
}
