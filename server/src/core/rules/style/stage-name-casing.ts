import type { Build, Stage } from '../../model/build-types';
import type { Word } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { type Edit, replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const stageNameCasing: Rule = {
  id: 'style/stage-name-casing',
  aliases: ['StageNameCasing'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Write the names of stages in lower case.',
  why:
    'BuildKit takes stage names in lower case whatever the file says, so Build and build are one stage; some versions refuse a FROM that ' +
    'names a stage in capitals. Where a stage is built by its name (`--target`), case does not count.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM golang:1.25 AS Build
                            ^^^^^ The stage name Build is not in lower case.
        RUN go build -o /app

        FROM scratch
        COPY --from=Build /app /app
      `,
      good: dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /app

        FROM scratch
        COPY --from=build /app /app
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const stage of build.stages) {
      const { alias, words } = stage.from;
      if (!alias || words.length !== 3 || alias.text === alias.text.toLowerCase()) continue;
      found.push({
        at: alias,
        message: `The stage name ${alias.text} is not in lower case.`,
        fix: () => ({
          title: 'Write the name in lower case',
          edits: [alias, ...references(build, stage)].map((word) => lowered(build, word)),
        }),
      });
    }
    return found;
  },
};

/** Where later instructions name the stage in another case. */
function references(build: Build, stage: Stage): Span[] {
  const found: Span[] = [];
  const note = (word: Pick<Word, 'start' | 'end'> | undefined) => {
    if (word && isName(build, word, stage.name!)) found.push(word);
  };
  for (const instruction of build.instructions) {
    if (instruction.stage <= stage.index) continue;
    if (instruction.keyword === 'FROM') note(instruction.imageWord);
    else if (instruction.keyword === 'COPY') note(instruction.from);
    else if (instruction.keyword === 'RUN') {
      for (const { options } of instruction.mounts) {
        note(options.find(({ key }) => key === 'from')?.valueSpan);
      }
    }
  }
  return found;
}

function isName({ source }: Build, { start, end }: Span, name: string): boolean {
  const written = source.text.slice(start, end);
  return written !== name && written.toLowerCase() === name;
}

function lowered({ source }: Build, span: Span): Edit {
  return replace(span, source.text.slice(span.start, span.end).toLowerCase());
}
