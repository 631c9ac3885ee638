import type { Build } from '../../model/build-types';
import { readCheckOptions } from '../../model/syntax/check-options';
import type { Comment } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { lineAt } from '../../text/source';
import type { Finding, Rule } from '../rule';

export const directiveInvalid: Rule = {
  id: 'correctness/directive-invalid',
  aliases: ['INVALID_ESCAPE_DIRECTIVE', 'DUPLICATED_ESCAPE_DIRECTIVE'],
  severity: 'error',
  stops: ['buildkit'],
  summary: 'Write parser directives that the builder can read, each once.',
  why:
    'The lines `# syntax=`, `# escape=` and `# check=` at the top of a file tell the builder how to read the rest, and it refuses the file ' +
    'when it cannot read them: `escape` is a backslash or a backtick, `check` has the options `skip=`, `error=` and `experimental=` with ' +
    'semicolons between, and none of the three may be given twice. What stands behind the first blank of a `check` is not read.',
  examples: [
    {
      bad: dockerfile`
        # escape=^
                 ^ escape is a backslash or a backtick.
        # check=skip=all;errors=true
                ^^^^^^^^^^^^^^^^^^^^ The builder cannot read this: it knows skip=, error= and experimental=, with semicolons between.
        FROM debian:12
      `,
      good: dockerfile`
        # check=skip=all;error=true
        FROM debian:12
      `,
    },
  ],

  about: { texts: ['#'] },
  check(build) {
    const found: Finding[] = [];
    for (const { name, value, valueSpan } of build.directives) {
      if (name === 'escape' && value !== '\\' && value !== '`') {
        found.push({ at: valueSpan, message: 'escape is a backslash or a backtick.' });
      } else if (name === 'check' && !readCheckOptions(value)) {
        found.push({
          at: valueSpan,
          message: 'The builder cannot read this: it knows skip=, error= and experimental=, with semicolons between.',
        });
      }
    }
    const again = secondOf(build);
    if (again) found.push({ at: again, message: 'This directive is given twice; the builder refuses the file.' });
    return found;
  },
};

/** The line behind the directives when it would be one too, were it not the second of its name. */
function secondOf({ source, directives, comments }: Build): Comment | undefined {
  const last = directives.at(-1);
  const comment = comments[0];
  if (!last || !comment || lineAt(source, comment.start) !== lineAt(source, last.start) + 1) return undefined;
  const name = /^([A-Za-z]+)\s*=\s*\S/.exec(comment.text)?.[1]?.toLowerCase();
  return directives.some((directive) => directive.name === name) ? comment : undefined;
}
