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
export const contextCopies = oncePerBuild((build: Build): readonly ContextCopy[] => {
  const found: ContextCopy[] = [];
  for (const copy of build.instructions) {
    if ((copy.keyword !== 'COPY' && copy.keyword !== 'ADD') || copy.from) continue;
    const copied = readCopied(build, copy);
    if (copied?.origin !== 'context') continue;
    for (const item of copied.items) found.push({ copy, item });
  }
  return found;
});
