import type { Ecosystem } from '../ecosystem';
import { go } from './go';
import { node } from './node';
import { nodeSite } from './node-site';
import { ruby } from './ruby';
import { rust } from './rust';

/** Every ecosystem, sorted by id. */
export const ecosystems: readonly Ecosystem[] = [go, node, nodeSite, ruby, rust];
