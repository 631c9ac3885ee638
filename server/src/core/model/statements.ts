import { type Edit, remove } from '../text/edit';
import type { ShellScript, ShellStatement } from './shell-command';

/**
 * The edit that takes one member out of a script's lists, with the separator that joined it; undefined where the rest would then
 * mean something else (`a || b`, a background job) or nothing would be left.
 */
export function withoutStatement(script: ShellScript, statement: ShellStatement): Edit | undefined {
  const { statements } = script;
  const at = statements.indexOf(statement);
  const previous = statements[at - 1];
  const next = statements[at + 1];
  if (at === -1 || statements.length === 1 || statement.background || script.form === 'exec') return undefined;
  if (statement.before === '||' || next?.before === '||' || previous?.background) return undefined;
  // `a; rm x && b` keeps the separator in front, so that `b` does not begin to depend on `a`.
  if (next && (!previous || next.before !== statement.before))
    return remove({ start: statement.start, end: next.start });
  return remove({ start: previous!.end, end: statement.end });
}
