import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { oncePerBuild } from '../once-per-build';
import type { Heredoc, Instruction } from './instruction';

/** Every here-document of the file, body and terminator, in order; those of triggers too. */
export const heredocSpans: (build: Build) => readonly Heredoc[] = oncePerBuild((build) => {
  const found: Heredoc[] = [];
  for (const instruction of build.instructions) {
    const one: Instruction = (instruction.keyword === 'ONBUILD' && instruction.trigger) || instruction;
    if (one.heredocs.length > 0) found.push(...one.heredocs);
  }
  return found;
});

/** Tells for places that come in order whether they lie in a here-document. */
export function heredocCursor(build: Build): (offset: number) => boolean {
  const spans: readonly Span[] = heredocSpans(build);
  let next = 0;
  return (offset) => {
    while (next < spans.length && spans[next]!.end <= offset && spans[next]!.end !== spans[next]!.start) next++;
    const span = spans[next];
    return span !== undefined && span.start <= offset;
  };
}
