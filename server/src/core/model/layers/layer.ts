import type { Stage, Variable } from '../build-types';
import type { Instruction, Mount, Word } from '../syntax/instruction';

/** One thing that a step's cache key depends on. Facts recorded from builds with BuildKit; see the cases in test/model. */
export type Dependency =
  /** The step before it: when that runs again, so does this one. */
  | { readonly kind: 'parent'; readonly instruction: Instruction }
  /** The base image's content (and, for RUN, its environment). */
  | { readonly kind: 'image'; readonly reference: string }
  /** Its own text, variables expanded where the builder expands them. */
  | { readonly kind: 'text'; readonly text: string }
  /** Files of the build context: name, bytes and mode of what the paths match after .dockerignore. */
  | {
      readonly kind: 'files';
      readonly paths: readonly string[];
      readonly words: readonly Word[];
      readonly mount?: Mount;
    }
  /** A URL or Git repository that is fetched on every build and keyed by its content. */
  | { readonly kind: 'url'; readonly url: string }
  /** Bytes copied from an earlier stage or image: equal bytes stop the wave. */
  | { readonly kind: 'stage'; readonly stage: Stage; readonly paths: readonly string[]; readonly mount?: Mount }
  | {
      readonly kind: 'imageFiles';
      readonly reference: string;
      readonly paths: readonly string[];
      readonly mount?: Mount;
    }
  /** An ARG with a value or an ENV in force: part of the key of RUN whether it is used or not. */
  | { readonly kind: 'variable'; readonly variable: Variable; readonly used: boolean }
  /** Options of a mount (never its content, for cache, secret and ssh). */
  | { readonly kind: 'mount'; readonly mount: Mount }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'workdir'; readonly workdir: string }
  | { readonly kind: 'shell'; readonly shell: readonly string[] };

/** What an instruction makes, and what decides whether the builder can reuse it. */
export interface Layer {
  readonly instruction: Instruction;
  /** `filesystem`: adds a layer of files. `metadata`: only the image's configuration. `none`: nothing at all (ARG, FROM…). */
  readonly kind: 'filesystem' | 'metadata' | 'none';
  /** 1-based number among the filesystem layers of its stage, those of a parent stage counted on; undefined otherwise. */
  readonly number?: number;
  /** Whether it is a step that the builder can find CACHED (RUN, COPY, ADD, WORKDIR). */
  readonly cached: boolean;
  readonly dependsOn: readonly Dependency[];
  /** Whether any source of it, or of what it is built on in this stage chain, comes from the build context. */
  readonly onContext: boolean;
  /** Later steps (of this stage, stages based on it, and stages that copy from it) that rerun when this one does. */
  readonly reruns: readonly Instruction[];
}
