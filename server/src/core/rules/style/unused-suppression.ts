import type { Build } from '../../model/build-types';
import { removeComment, removeListed } from '../../model/syntax/comment-edits';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, remove } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Rule, UnusedName } from '../rule';

export const unusedSuppression: Rule = {
  id: 'style/unused-suppression',
  severity: 'hint',
  summary: 'Delete ignore comments that silence nothing.',
  why:
    'An ignore comment that outlived what it was written for hides the next finding of that name. Comments of Layerwise, of hadolint ' +
    'and of BuildKit are looked at, name by name. Nothing is said of a name where it cannot be known: it belongs to no rule, the rule ' +
    'is switched off, it depends on files that are not there to look at, or the tool that the comment is for still reports it.',
  fixable: { safety: 'safe', because: 'A comment is no part of the image.' },
  tag: 'unnecessary',
  examples: [
    {
      bad: dockerfile`
        FROM debian:13.1-slim
        # layerwise ignore=pinning/pip -- the index is our own
                           ^^^^^^^^^^^ This comment silences nothing: no rule that it names reports anything here.
        RUN --mount=type=bind,target=/src make -C /src
      `,
      good: dockerfile`
        FROM debian:13.1-slim
        RUN --mount=type=bind,target=/src make -C /src
      `,
    },
  ],

  check: () => [],

  review(build, unused) {
    const found: Finding[] = [];
    const told = new Set<Span>();
    for (const one of unused) {
      if (one.whole && told.has(one.comment)) continue;
      told.add(one.comment);
      // A comment above the instruction can silence this too.
      const anchor = build.instructions.find(({ end }) => end > one.comment.end)?.start;
      found.push({ ...(one.whole ? ofComment(build, one) : ofName(one)), ...(anchor === undefined ? {} : { anchor }) });
    }
    return found;
  },
};

function ofName({ name, span, names }: UnusedName): Finding {
  return {
    at: span,
    message: `${name} silences nothing: it is not reported here.`,
    fix: { title: `Delete ${name} from the list`, edits: [removeListed(names, span)] },
  };
}

function ofComment(build: Build, { comment, names }: UnusedName): Finding {
  const list = { start: names[0]!.start, end: names.at(-1)!.end };
  return {
    at: list,
    message: 'This comment silences nothing: no rule that it names reports anything here.',
    fix: () => {
      const edit = withoutOption(build, comment, list) ?? removeComment(build, comment);
      return edit && { title: 'Delete the ignore comment', edits: [edit] };
    },
  };
}

/** The `skip=…` alone, where a `# check=` has other options too. */
function withoutOption({ source: { text } }: Build, comment: Span, list: Span): Edit | undefined {
  const before = text.slice(comment.start, list.start);
  const after = /^[^;\s]*(;)/.exec(text.slice(list.end, comment.end));
  const start = comment.start + before.lastIndexOf('skip');
  if (after) return remove({ start, end: list.end + after[0].length });
  const separator = before.lastIndexOf(';');
  return separator === -1 ? undefined : remove({ start: comment.start + separator, end: list.end });
}
