import { cacheRules } from './cache/index';
import { correctnessRules } from './correctness/index';
import { pinningRules } from './pinning/index';
import type { Rule } from './rule';
import { secretsRules } from './secrets/index';
import { securityRules } from './security/index';
import { sizeRules } from './size/index';
import { stagesRules } from './stages/index';
import { styleRules } from './style/index';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
  ...cacheRules,
  ...correctnessRules,
  ...pinningRules,
  ...secretsRules,
  ...securityRules,
  ...sizeRules,
  ...stagesRules,
  ...styleRules,
];

const byName = new Map<string, Rule[]>();
for (const rule of rules) {
  for (const name of [rule.id, ...(rule.aliases ?? [])]) {
    const known = byName.get(name.toLowerCase());
    if (known) known.push(rule);
    else byName.set(name.toLowerCase(), [rule]);
  }
}

/** The rules that a name stands for: an id, or a name from another tool (several rules may carry the same one). */
export function findRules(name: string): readonly Rule[] {
  return byName.get(name.toLowerCase()) ?? [];
}
