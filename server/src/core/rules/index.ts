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

/**
 * The rules that a name stands for: an id, or a name from another tool (several rules may carry the same one), also as other tools
 * write it: `hadolint/DL3006`, `DS-0002`, `SC2086`.
 */
export function findRules(name: string): readonly Rule[] {
  const lower = name.toLowerCase();
  const trivy = /^(?:avd-)?ds-?0*(\d+)$/.exec(lower)?.[1];
  const spellings = [
    lower,
    lower.replace(/^(?:hadolint|buildkit|shellcheck)\//, ''),
    ...(trivy === undefined ? [] : [`ds${trivy.padStart(3, '0')}`, `avd-ds-${trivy.padStart(4, '0')}`]),
  ];
  for (const spelling of spellings) {
    const found = byName.get(spelling);
    if (found) return found;
  }
  const code = spellings[1]!.toUpperCase();
  return rules.filter(({ codes }) => codes?.test(code));
}
