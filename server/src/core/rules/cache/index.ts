import type { Rule } from '../rule';
import {
  mountApk,
  mountApt,
  mountDnf,
  mountDotnet,
  mountGo,
  mountJvm,
  mountNode,
  mountPhp,
  mountPip,
  mountPythonModern,
  mountRuby,
  mountZypper,
} from './mounts';

/** Sorted by id. */
export const cacheRules: readonly Rule[] = [
  mountApk,
  mountApt,
  mountDnf,
  mountDotnet,
  mountGo,
  mountJvm,
  mountNode,
  mountPhp,
  mountPip,
  mountPythonModern,
  mountRuby,
  mountZypper,
];
