import { diffArrays } from 'diff';
import type { Edit } from './edit';

/** The edits, whole lines each, that make `after` of `before`: what does not change keeps its cursors, folds and markers. */
export function lineEdits(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays(toLines(before), toLines(after))) {
    const text = value.join('');
    const last = edits.at(-1);
    if (removed) {
      edits.push({ start: at, end: at + text.length, text: '' });
    } else if (added) {
      // Comes right behind the lines that it replaces, or alone.
      if (last?.end === at && last.text === '') edits[edits.length - 1] = { ...last, text };
      else edits.push({ start: at, end: at, text });
    }
    if (!added) at += text.length;
  }
  return edits;
}

function toLines(text: string): string[] {
  return text.split(/(?<=\n)/);
}
