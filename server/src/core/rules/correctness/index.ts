import type { Rule } from '../rule';

export const correctnessRules: readonly Rule[] = [];
