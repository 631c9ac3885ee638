import type { Rule } from '../rule';
import { rmInLaterLayer } from './rm-in-later-layer';

/** What makes images larger than they need be; sorted by id. */
export const sizeRules: readonly Rule[] = [rmInLaterLayer];
