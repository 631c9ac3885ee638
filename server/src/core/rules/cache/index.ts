import type { Rule } from '../rule';

export const cacheRules: readonly Rule[] = [];
