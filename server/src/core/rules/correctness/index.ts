import type { Rule } from '../rule';
import { multiples } from './multiples';
import { overriddenInstruction } from './overridden-instruction';

export const correctnessRules: readonly Rule[] = [...multiples, overriddenInstruction];
