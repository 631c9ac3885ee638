import { isFloatingClone } from '../../model/installs/floating-clone';
import { commandsNamed } from '../../model/shell/named-commands';
import type { ShellWord } from '../../model/shell/shell-command';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const downloadEveryTime: Rule = {
  id: 'cache/download-every-time',
  severity: 'hint',
  about: { commands: ['aria2c', 'curl', 'git', 'wget'] },
  summary: 'Download a fixed version: the cache does not notice when a branch or a latest release moves on.',
  why: 'The builder keys a RUN by its text. What it downloaded from a branch or from "latest" stays in the cache however old it gets, and a build without the cache gets something else: the image neither follows its source nor can it be built again as it was.',
  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.20
        RUN wget -O /usr/local/bin/tool https://example.com/releases/latest/download/tool
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ What is behind this address changes, but the builder keeps what it downloaded once.
      `,
      good: dockerfile`
        FROM alpine:3.20
        RUN wget -O /usr/local/bin/tool https://example.com/releases/download/v1.4.2/tool
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const command of commandsNamed(build, 'git')) {
      if (!isFloatingClone(command)) continue;
      found.push({ at: command, message: 'The branch moves on, but the builder keeps what it cloned once.' });
    }
    for (const command of commandsNamed(build, 'aria2c', 'curl', 'wget')) {
      const address = command.arguments.find(isMovingAddress);
      if (!address) continue;
      found.push({
        at: address,
        message: 'What is behind this address changes, but the builder keeps what it downloaded once.',
      });
    }
    return found;
  },
};

/** A part of an address that names what is newest: `latest`, a branch. */
const MOVING = /(?:^|[/._-])(?:latest|master|main|HEAD|develop|nightly|snapshot)(?=$|[/._?-])/;

function isMovingAddress({ value }: ShellWord): boolean {
  if (!value.includes('://')) return false;
  const path = /^(?:https?|ftp):\/\/[^/]+(\/.*)$/.exec(value)?.[1];
  // A variable in the address is where the version goes.
  return path !== undefined && MOVING.test(path) && !/\$\{[^}]*(?:VER|REV|TAG|SHA|COMMIT)/i.test(path);
}
