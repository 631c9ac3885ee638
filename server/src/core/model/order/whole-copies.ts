import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { CopyInstruction } from '../syntax/instruction';
import { type CopiedItem, readCopied } from './copied';

/** A COPY or ADD from the build context, and one of its sources. */
export interface ContextCopy {
  readonly copy: CopyInstruction;
  readonly item: CopiedItem;
}

/** Everything that is copied from the build context, in file order. */
export const contextCopies = oncePerBuild((build: Build): readonly ContextCopy[] =>
  build.instructions.flatMap((copy) => {
    if ((copy.keyword !== 'COPY' && copy.keyword !== 'ADD') || copy.from) return [];
    const copied = readCopied(build, copy);
    return copied?.origin === 'context' ? copied.items.map((item) => ({ copy, item })) : [];
  }),
);
