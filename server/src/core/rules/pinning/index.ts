import type { Rule } from '../rule';

export const pinningRules: readonly Rule[] = [];
