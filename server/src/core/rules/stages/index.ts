import type { Rule } from '../rule';
import { singleStageBuild } from './single-stage-build';

/** What goes into which stage; sorted by id. */
export const stagesRules: readonly Rule[] = [singleStageBuild];
