import { explainRefactoring, explainRule, findRefactoring, findRules, refactorings, rules } from '../../core/index';
import { UsageError } from '../options';
import { DONE, type Session } from './session';

/** Prints what a rule or a refactoring is about, under whatever name it is asked for. */
export function runExplain(name: string, session: Session): number {
  const refactoring = findRefactoring(name);
  const pages = [...findRules(name).map(explainRule), ...(refactoring ? [explainRefactoring(refactoring)] : [])];
  if (pages.length === 0) {
    const similar = [...rules, ...refactorings].map(({ id }) => id).filter((id) => id.includes(name.toLowerCase()));
    const hint = similar.length > 0 && similar.length <= 10 ? ` Is it one of ${similar.join(', ')}?` : '';
    throw new UsageError(`There is no rule "${name}".${hint}`);
  }
  session.print(`${pages.join('\n\n')}\n`);
  return DONE;
}
