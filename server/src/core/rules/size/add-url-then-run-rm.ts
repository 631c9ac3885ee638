import { copyToBind } from '../../model/layers/copy-to-bind';
import { deletedLater } from '../../model/layers/deleted-later';
import type { Content } from '../../model/layers/layer-contents';
import { removers } from '../../model/layers/removals';
import { lineNumber } from '../../model/syntax/blocks';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const addUrlThenRunRm: Rule = {
  id: 'size/add-url-then-run-rm',
  severity: 'warning',
  summary: 'Do not ADD or COPY what a later RUN removes.',
  why: `What ADD or COPY puts into its layer stays there, whatever a later RUN removes: the file is stored, pushed and pulled, and only
    hidden in the container. A RUN that downloads the file, uses it and removes it leaves nothing behind, and neither does a bind mount
    of a file of the context. Where size/rm-in-later-layer tells the same at the removal, that is what is shown.`,
  fixable: { safety: 'unsafe', because: 'The RUN then reads the file where it was; nothing else can.' },
  about: { instructions: ['ADD', 'COPY'], commands: removers },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        ADD https://example.org/app.tar.gz /tmp/
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ /tmp/app.tar.gz stays in this layer although line 3 removes it; only a download in that RUN leaves nothing behind.
        RUN tar -xzf /tmp/app.tar.gz -C /opt && rm /tmp/app.tar.gz
      `,
    },
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        COPY tool.deb /tmp/
             ^^^^^^^^ /tmp/tool.deb stays in this layer although line 4 removes it; a bind mount in that RUN would leave nothing behind.
        RUN dpkg -i /tmp/tool.deb && rm /tmp/tool.deb
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
        RUN --mount=type=bind,source=tool.deb,target=/tmp/tool.deb dpkg -i /tmp/tool.deb
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const told = new Set<Content>();
    for (const deleted of deletedLater(build)) {
      for (const content of deleted.contents) {
        const { instruction, by, title, kind } = content;
        if (instruction.keyword === 'RUN' || kind === 'packages' || told.has(content)) continue;
        told.add(content);
        const isUrl = /^https?:/i.test(build.source.text.slice(by.start, by.end));
        const way = isUrl
          ? 'only a download in that RUN leaves nothing behind'
          : 'a bind mount in that RUN would leave nothing behind';
        found.push({
          at: by,
          message: `${title[0]!.toUpperCase()}${title.slice(1)} stays in this layer although line ${lineNumber(build.source, deleted.command)} removes it; ${way}.`,
          fix() {
            const mount = isUrl || deleted.contents.length > 1 ? undefined : copyToBind(build, instruction, deleted);
            if (!mount || 'because' in mount) return undefined;
            return { title: `Mount ${mount.source} instead of copying it`, edits: mount.edits };
          },
        });
      }
    }
    return found;
  },
};
