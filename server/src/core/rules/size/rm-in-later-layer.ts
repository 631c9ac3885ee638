import type { Build } from '../../model/build-types';
import { type DeletedLater, deletedLater } from '../../model/deleted-later';
import type { Content } from '../../model/layer-contents';
import { dockerfile } from '../../text/dockerfile';
import { lineAt } from '../../text/source';
import type { Finding, Rule } from '../rule';

export const rmInLaterLayer: Rule = {
  id: 'size/rm-in-later-layer',
  severity: 'warning',
  summary: 'Remove files in the RUN that made them.',
  why:
    'Each RUN and COPY adds a layer, and layers are only ever added: a file that a later RUN removes is hidden in the containers ' +
    'and still part of the image, to be stored, pushed and pulled. Only what is removed by the RUN that made it, or is never put ' +
    'into the image at all, costs nothing.',
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl
        RUN rm -rf /var/lib/apt/lists/*
                   ^^^^^^^^^^^^^^^^^^^^ The package lists are removed here but stay in the layer of line 2.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl && \
            rm -rf /var/lib/apt/lists/*
      `,
    },
  ],

  *check(build) {
    for (const deleted of deletedLater(build)) yield toFinding(build, deleted);
  },
};

function toFinding(build: Build, deleted: DeletedLater): Finding {
  const { command, at, titles, contents } = deleted;
  const lines = [...new Set(contents.map(({ by }) => lineAt(build.source, by.start) + 1))];
  const plural = titles.length > 1 || titles[0]!.endsWith('lists');
  const [is, stay] = plural ? ['are', 'stay'] : ['is', 'stays'];
  const layers = `the ${lines.length > 1 ? 'layers of lines' : 'layer of line'} ${listed(lines.map(String))}`;
  return {
    at: at.length === 1 ? at[0]! : command,
    message: `${capitalised(listed(titles))} ${is} removed here but ${stay} in ${layers}.`,
    related: contents.map(({ by, title }) => ({ at: by, message: `This layer keeps ${title}.` })),
    anchor: command.script.instruction.start,
    ...(contents.every(isSmall) ? { severity: 'info' } : {}),
  };
}

/** A single file out of the build context that is no archive or program: a script, a patch, a configuration. */
function isSmall({ kind, instruction, title }: Content): boolean {
  return (
    kind === 'file' && instruction.keyword !== 'RUN' && /\.(?!\d)[a-z]\w*$|\/[^.]*$/i.test(title) && !LARGE.test(title)
  );
}

const LARGE =
  /\.(?:[gx]z|bz2|zst|t[gbx]z2?|tar|zip|7z|rar|[jwe]ar|deb|rpm|apk|whl|gem|phar|run|bin|exe|msi|iso|dmg|so|dll|jar|sql|dump|csv|img)$/i;
const MOST = 3;

function listed(names: readonly string[]): string {
  if (names.length === 1) return names[0]!;
  if (names.length <= MOST) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${names.slice(0, MOST - 1).join(', ')} and ${names.length - MOST + 1} more`;
}

function capitalised(text: string): string {
  return /^(?:the|what) /.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
}
