import type { Build } from '../../model/build-types';
import { copyToBind } from '../../model/layers/copy-to-bind';
import { type DeletedLater, deletedLater } from '../../model/layers/deleted-later';
import type { Content } from '../../model/layers/layer-contents';
import { mergeDeletion } from '../../model/layers/merge-deletion';
import { removers } from '../../model/layers/removals';
import type { CopyInstruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { lineAt } from '../../text/source';
import type { Finding, Fix, Rule } from '../rule';

export const rmInLaterLayer: Rule = {
  id: 'size/rm-in-later-layer',
  severity: 'warning',
  summary: 'Remove files in the RUN that made them.',
  why:
    'Each RUN and COPY adds a layer, and layers are only ever added: a file that a later RUN removes is hidden in the containers ' +
    'and still part of the image, to be stored, pushed and pulled. Only what is removed by the RUN that made it, or is never put ' +
    'into the image at all, costs nothing. RUNs that stand next to each other can be merged; a file that one RUN reads can be ' +
    'mounted for it instead of being copied.',
  fixable: {
    safety: 'unsafe',
    because: 'The steps are then cached as one: what changes in one of them runs all of them again.',
  },
  about: { commands: removers },
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
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        COPY app.tar.gz /tmp/
        RUN tar xzf /tmp/app.tar.gz -C /opt && rm /tmp/app.tar.gz
                                                  ^^^^^^^^^^^^^^^ /tmp/app.tar.gz is removed here but stays in the layer of line 3.
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN --mount=type=bind,source=app.tar.gz,target=/tmp/app.tar.gz tar xzf /tmp/app.tar.gz -C /opt
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const deleted of deletedLater(build)) found.push(toFinding(build, deleted));
    return found;
  },
};

function toFinding(build: Build, deleted: DeletedLater): Finding {
  const { command, at, titles, contents } = deleted;
  const lines = [...new Set(contents.map(({ by }) => lineAt(build.source, by.start) + 1))];
  const plural = titles.length > 1 || titles[0]!.endsWith('lists');
  const [is, stay] = plural ? ['are', 'stay'] : ['is', 'stays'];
  const layers = `the ${lines.length > 1 ? 'layers of lines' : 'layer of line'} ${listed(lines.map(String))}`;
  const copy = onlyCopy(contents);
  const small = contents.every(isSmall);
  const single = !small && contents.every(({ kind }) => kind === 'file');
  const reason = copy && single ? reasonAgainst(build, copy, deleted) : undefined;
  return {
    at: at.length === 1 ? at[0]! : command,
    message: `${capitalised(listed(titles))} ${is} removed here but ${stay} in ${layers}.${reason ? ` ${reason}` : ''}`,
    related: contents.map(({ by, title }) => ({ at: by, message: `This layer keeps ${title}.` })),
    anchor: command.script.instruction.start,
    ...(small ? { severity: 'info' } : {}),
    fix: () => (copy ? mountInstead(build, copy, deleted) : merge(build, deleted)),
  };
}

/** The COPY or ADD that everything comes from. */
function onlyCopy(contents: readonly Content[]): CopyInstruction | undefined {
  const { instruction } = contents[0]!;
  if (instruction.keyword === 'RUN') return undefined;
  return contents.every((content) => content.instruction === instruction) ? instruction : undefined;
}

/** Why the COPY has to be, or what would do instead. */
function reasonAgainst(build: Build, copy: CopyInstruction, deleted: DeletedLater): string | undefined {
  if (copy.sources.some(({ value }) => /^https?:/i.test(value)))
    return 'Only a download in the RUN leaves nothing behind.';
  const mount = copyToBind(build, copy, deleted);
  return 'because' in mount ? `A bind mount can't take the place of the ${copy.keyword}: ${mount.because}.` : undefined;
}

function mountInstead(build: Build, copy: CopyInstruction, deleted: DeletedLater): Fix | undefined {
  const mount = copyToBind(build, copy, deleted);
  return 'because' in mount ? undefined : { title: `Mount ${mount.source} instead of copying it`, edits: mount.edits };
}

function merge(build: Build, deleted: DeletedLater): Fix | undefined {
  const merged = mergeDeletion(build, deleted);
  if (!merged) return undefined;
  const { firstLine, lastLine, edits, notes } = merged;
  return { title: `Merge the RUNs of lines ${firstLine} to ${lastLine}`, edits, notes };
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
  return /^(?:a|the|what) /.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
}
