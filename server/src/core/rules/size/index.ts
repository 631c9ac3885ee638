import type { Rule } from '../rule';
import { buildToolsInFinal } from './build-tools-in-final';
import { rmInLaterLayer } from './rm-in-later-layer';

/** What makes images larger than they need be; sorted by id. */
export const sizeRules: readonly Rule[] = [buildToolsInFinal, rmInLaterLayer];
