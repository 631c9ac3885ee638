import type { Rule } from '../rule';

/** Credentials in instructions, in RUN, and in files that are copied; sorted by id. */
export const secretsRules: readonly Rule[] = [];
