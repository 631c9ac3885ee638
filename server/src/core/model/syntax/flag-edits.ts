import { type Edit, remove } from '../../text/edit';
import type { Source } from '../../text/source';
import type { Flag } from './instruction';

/** Takes a flag away, and the blanks behind it. */
export function removeFlag({ text }: Source, { start, end }: Flag): Edit {
  const blanks = /^[ \t]*/.exec(text.slice(end, end + 100))![0].length;
  return remove({ start, end: end + blanks });
}
